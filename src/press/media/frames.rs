//! Frames of other pages: posters of what services show, links to all others.

use super::address::Address;
use super::boxes::{self, Standing};
use super::elements::Element;
use super::{Rewriting, services};
use crate::press::diagnostic::MediaProblem;
use crate::press::edits::Edit;
use crate::press::tag_text::TagText;

/// Titles that services give to all of their frames alike.
const EMPTY_TITLES: [&str; 6] =
    ["YouTube video player", "YouTube video", "Vimeo video player", "Video player", "video", "Embedded content"];

/// Endings of drawings, which are shown as pictures wherever they are put into a page by other means.
const PICTURES: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"];

impl Rewriting<'_> {
    /// Replaces an `iframe`, `embed`, `object` or `frame`.
    pub(super) fn frame(&mut self, element: &Element<'_>) -> bool {
        let tag = element.tag();
        let standing = standing(element);
        let Some(address) = address(element, &tag) else {
            // Nothing that a reader could follow, such as a frame that only scripts fill.
            self.edits.push(Edit { range: element.range.clone(), replacement: String::new() });
            return true;
        };
        let title = title(&tag);
        let path = address.split(['#', '?']).next().unwrap_or_default().to_ascii_lowercase();
        let replacement = match Address::parse(&address).as_ref().and_then(services::embed) {
            Some(embed) => {
                let opens = self.policy.embeds.contains(&embed.service.name);
                let picture = ["poster", "data-poster"].iter().find_map(|name| tag.value(name));
                let picture = picture.filter(|picture| !picture.is_empty() && self.policy.is_own(picture));
                boxes::poster(&embed, &title, picture.as_deref(), opens, standing)
            }
            None if self.policy.is_own(&address) && PICTURES.iter().any(|ending| path.ends_with(ending)) => {
                let mut picture = TagText::new("img", &[]);
                picture.set("src", &address);
                picture.set("alt", &title);
                let picture = picture.write();
                if standing == Standing::BeginsBlock { format!("<p>{picture}</p>") } else { picture }
            }
            None => {
                self.problems.push((element.range.start, MediaProblem::FrameAsLink { address: address.clone() }));
                boxes::outside(&address, &boxes::words("Page", &address, &title), standing)
            }
        };
        self.edits.push(Edit { range: element.range.clone(), replacement });
        true
    }
}

/// How the place of an element is to be filled.
pub(super) fn standing(element: &Element<'_>) -> Standing {
    match (element.mark.begins_block, element.mark.is_in_link) {
        (_, true) => Standing::InLink,
        (true, false) => Standing::BeginsBlock,
        (false, false) => Standing::Inside,
    }
}

/// What is shown: the element's own address, else one of those inside of it, as films had them before browsers played
/// any.
fn address(element: &Element<'_>, tag: &TagText) -> Option<String> {
    let own = ["src", "data", "data-src"].iter().find_map(|name| tag.value(name).filter(|value| is_address(value)));
    let of_parameter = |parameter: TagText| {
        let name = parameter.value("name").unwrap_or_default().to_ascii_lowercase();
        parameter.value("value").filter(|_| matches!(name.as_str(), "movie" | "src" | "url"))
    };
    own.or_else(|| element.tags_inside("param").find_map(of_parameter))
        .or_else(|| element.tags_inside("embed").find_map(|embed| embed.value("src")))
        .filter(|address| is_address(address))
}

/// Whether a reader may follow it: not the address of nothing, of a script or of a document in itself.
fn is_address(address: &str) -> bool {
    let scheme =
        address.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
    !address.is_empty() && scheme.is_none_or(|scheme| matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"))
}

fn title(tag: &TagText) -> String {
    let title = ["title", "aria-label"].iter().find_map(|name| tag.value(name)).unwrap_or_default();
    let is_empty = EMPTY_TITLES.iter().any(|empty| title.eq_ignore_ascii_case(empty));
    if is_empty { String::new() } else { title }
}
