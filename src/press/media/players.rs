//! Films and sounds.

use super::elements::Element;
use super::{Origin, Rewriting};
use crate::press::diagnostic::OutsideKind;
use crate::press::edits::Edit;

impl Rewriting<'_> {
    /// Gives a player its controls, or puts a link into its place if another site has what it plays. It never begins by
    /// itself, and fetches no more than its length before.
    pub(super) fn player(&mut self, element: &Element<'_>) -> bool {
        let mut tag = element.tag();
        let kind = if element.name() == "video" { OutsideKind::Video } else { OutsideKind::Sound };
        let sources: Vec<String> = tag
            .value("src")
            .into_iter()
            .chain(element.tags_inside("source").filter_map(|source| source.value("src")))
            .collect();
        let is_other = |address: &String| matches!(self.origin(address), Origin::Other(_));
        if let Some(address) = sources.first().filter(|_| sources.iter().all(is_other)) {
            let title = ["title", "aria-label"].iter().find_map(|name| tag.value(name)).unwrap_or_default();
            self.outside(element, address, &title, kind);
            return true;
        }
        if let Some(source) = tag.value("src") {
            match self.origin(&source) {
                Origin::Own => {}
                Origin::Allowed(safe) => tag.set("src", &safe),
                Origin::Other(_) => tag.remove("src"),
            }
        }
        if tag.value("poster").is_some_and(|poster| matches!(self.origin(&poster), Origin::Other(_))) {
            tag.remove("poster");
        }
        for name in ["poster", "title", "src"] {
            // As an include writes them for what its caller leaves out.
            if tag.raw(name).is_some_and(str::is_empty) {
                tag.remove(name);
            }
        }
        tag.remove("autoplay");
        tag.set("controls", "");
        if tag.value("preload").as_deref() != Some("none") {
            tag.set("preload", "metadata");
        }
        if element.name() == "video" {
            tag.set("playsinline", "");
        }
        self.edits.push(Edit { range: element.mark.range.clone(), replacement: tag.write() });
        false
    }

    /// Takes away a source that another site has, where another is left.
    pub(super) fn source(&mut self, element: &Element<'_>) -> bool {
        let mut tag = element.tag();
        let had_others = self.clean_set(&mut tag);
        let replacement = match tag.value("src").map(|address| (self.origin(&address), address)) {
            Some((Origin::Other(_), _)) => String::new(),
            Some((Origin::Allowed(safe), address)) if safe != address => {
                tag.set("src", &safe);
                tag.write()
            }
            _ if had_others && tag.raw("srcset").is_none() => String::new(),
            _ if had_others => tag.write(),
            _ => return false,
        };
        self.edits.push(Edit { range: element.mark.range.clone(), replacement });
        false
    }
}
