//! What stands in the place of a frame, a picture or a film: a link, in HTML on one line that means the same in Markdown.

use super::address::Address;
use super::services::{Embed, Shape};
use crate::press::tag_text::{TagText, plain};
use crate::route::split_last;

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It begins a block of raw HTML, and so must what comes into its place.
    BeginsBlock,
    /// In a line or in a block of raw HTML.
    Inside,
    /// In a link, which can hold no other.
    InLink,
}

/// The poster of something that a service shows: a link to the page of it. `frame` tells whether readers may open it in
/// the page.
pub(super) fn poster(embed: &Embed, title: &str, picture: Option<&str>, frame: bool, standing: Standing) -> String {
    let element = if standing == Standing::BeginsBlock { "div" } else { "span" };
    let class = match embed.shape {
        Shape::Wide => "embed",
        Shape::Tall => "embed embed-tall",
        Shape::Low => "embed embed-low",
    };
    let words = match title {
        "" => format!("<span>{}</span>", plain(embed.service.shown)),
        title => format!("<span>{}</span> <small>{}</small>", plain(title), plain(embed.service.shown)),
    };
    let picture = picture.map_or_else(String::new, |source| {
        let mut tag = TagText::new("img", &[]);
        tag.set("src", source);
        tag.set("alt", "");
        tag.write()
    });
    if standing == Standing::InLink {
        return format!("<{element} class=\"{class}\">{picture}{words}</{element}>");
    }
    let mut link = TagText::new("a", &[]);
    link.set("href", &embed.page);
    if frame {
        link.set("data-frame", &embed.frame);
    }
    format!("<{element} class=\"{class}\">{}{picture}{words}</a></{element}>", link.write())
}

/// A link to what is not shown: `Picture on i.imgur.com: A cat`.
pub(super) fn outside(address: &str, words: &str, standing: Standing) -> String {
    let words = plain(words);
    if standing == Standing::InLink {
        return format!("<span class=\"media-link\">{words}</span>");
    }
    let mut link = TagText::new("a", &[]);
    link.set("class", "media-link");
    link.set("href", address);
    let link = format!("{}{words}</a>", link.write());
    if standing == Standing::BeginsBlock { format!("<p>{link}</p>") } else { link }
}

/// `Picture on i.imgur.com: A cat`, or `A cat` for what is on this site; the file's name if there are no words.
pub(super) fn words(kind: &str, address: &str, words: &str) -> String {
    match (Address::parse(address), words.trim()) {
        (Some(parsed), "") => format!("{kind} on {}", parsed.plain_host()),
        (Some(parsed), words) => format!("{kind} on {}: {words}", parsed.plain_host()),
        (None, "") => split_last(address.split(['#', '?']).next().unwrap_or_default()).1.to_owned(),
        (None, words) => words.to_owned(),
    }
}
