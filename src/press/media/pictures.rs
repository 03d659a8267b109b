//! Pictures of other sites.

use super::boxes;
use super::elements::Element;
use super::frames::standing;
use super::{Origin, Rewriting};
use crate::press::diagnostic::{MediaProblem, OutsideKind};
use crate::press::edits::Edit;
use crate::press::marks::MarkKind;
use crate::press::pictures::tags::candidates;
use crate::press::tag_text::{TagText, plain};

impl Rewriting<'_> {
    /// Replaces a picture of Markdown's own.
    pub(super) fn markdown_picture(&mut self, element: &Element<'_>) -> bool {
        let MarkKind::Picture { address, alt } = &element.mark.kind else { return false };
        match self.origin(address) {
            Origin::Own => false,
            Origin::Allowed(safe) if safe == *address => false,
            Origin::Allowed(safe) => {
                // Only the scheme differs; but the address of a reference stands elsewhere.
                let written = self.text.get(element.range.clone()).unwrap_or_default();
                let replacement = match written.contains(address.as_str()) {
                    true => written.replace(address.as_str(), &safe),
                    false => format!("![{}](<{safe}>)", plain(alt)),
                };
                self.edits.push(Edit { range: element.range.clone(), replacement });
                false
            }
            Origin::Other(_) => {
                self.outside(element, address, alt, OutsideKind::Picture);
                true
            }
        }
    }

    /// Replaces an `img`, or leads it the encrypted way.
    pub(super) fn picture(&mut self, element: &Element<'_>) -> bool {
        let mut tag = element.tag();
        let address = tag.value("src").unwrap_or_default();
        let is_changed = self.clean_set(&mut tag);
        match self.origin(&address) {
            Origin::Other(_) if is_pixel(&tag) => {
                // It shows nothing, and only counts readers.
                self.edits.push(Edit { range: element.range.clone(), replacement: String::new() });
                return true;
            }
            Origin::Other(_) => {
                self.outside(element, &address, &tag.value("alt").unwrap_or_default(), OutsideKind::Picture);
                return true;
            }
            Origin::Allowed(safe) if safe != address => tag.set("src", &safe),
            Origin::Own | Origin::Allowed(_) if !is_changed => return false,
            Origin::Own | Origin::Allowed(_) => {}
        }
        self.edits.push(Edit { range: element.mark.range.clone(), replacement: tag.write() });
        false
    }

    /// Replaces a `picture` whose last resort is of another site.
    pub(super) fn choice(&mut self, element: &Element<'_>) -> bool {
        let Some(tag) = element.tags_inside("img").next() else { return false };
        let address = tag.value("src").unwrap_or_default();
        if !matches!(self.origin(&address), Origin::Other(_)) {
            return false;
        }
        self.outside(element, &address, &tag.value("alt").unwrap_or_default(), OutsideKind::Picture);
        true
    }

    /// Takes pictures of other sites out of a choice of pictures; whether it had any.
    pub(super) fn clean_set(&self, tag: &mut TagText) -> bool {
        let Some(set) = tag.value("srcset") else { return false };
        let is_shown = |address: &str| !matches!(self.origin(address), Origin::Other(_));
        if candidates(&set).all(|(address, _)| is_shown(address)) {
            return false;
        }
        let shown = candidates(&set).filter(|(address, _)| is_shown(address));
        let shown: Vec<String> =
            shown.map(|(address, about)| format!("{address} {about}").trim_end().to_owned()).collect();
        match shown.is_empty() {
            true => tag.remove("srcset"),
            false => tag.set("srcset", &shown.join(", ")),
        }
        true
    }

    /// Puts a link into the place of something that another site has, and notes that.
    pub(super) fn outside(&mut self, element: &Element<'_>, address: &str, words: &str, kind: OutsideKind) {
        let Origin::Other(parsed) = self.origin(address) else { return };
        let words = boxes::words(kind.name(), address, words);
        let link = boxes::outside(&parsed.url(), &words, standing(element));
        self.edits.push(Edit { range: element.range.clone(), replacement: link });
        let origin = format!("https://{}", parsed.host);
        let known = self.policy.media.sources().to_vec();
        self.problems.push((element.range.start, MediaProblem::Outside { kind, origin, known, times: 1, texts: 1 }));
    }
}

fn is_pixel(tag: &TagText) -> bool {
    let is_one = |name: &str| matches!(tag.value(name).as_deref(), Some("0" | "1" | "0px" | "1px"));
    is_one("width") && is_one("height")
}
