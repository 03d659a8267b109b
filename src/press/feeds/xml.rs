//! A feed as text.

use atom_syndication::{Entry, Error, Feed, Generator, Link, Text};

use super::address::id;
use super::entry::person;
use crate::route::{ListKind, Route};
use crate::site::Site;

/// The feed of a list, with its entries. `path` is its own, decoded.
pub(super) fn of_feed(
    site: &Site,
    list: &ListKind,
    path: &str,
    title: String,
    entries: Vec<Entry>,
) -> Result<String, Error> {
    let link = |rel: &str, mime_type: &str, path: &str| Link {
        rel: rel.to_owned(),
        href: site.absolute(path),
        mime_type: Some(mime_type.to_owned()),
        ..Link::default()
    };
    let page = Route::List(list.clone(), 1).permalink();
    // Every entry needs an author, if only that of the feed.
    let author = if site.author.is_empty() { &site.title } else { &site.author };
    let empty = Feed::default();
    let feed = Feed {
        title: Text::plain(title),
        id: id(site, path),
        // The beginning of time for a blog without posts, so that it stays the same.
        updated: entries.iter().map(|entry| entry.updated).max().unwrap_or(empty.updated),
        authors: vec![person(author)],
        generator: Some(Generator {
            value: "Lectern".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            uri: None,
        }),
        links: vec![
            link("self", "application/atom+xml", path),
            Link { hreflang: Some(site.lang.clone()), ..link("alternate", "text/html", page.as_str()) },
        ],
        subtitle: Some(&site.description).filter(|text| !text.is_empty()).map(|text| Text::plain(text.clone())),
        lang: Some(site.lang.clone()),
        entries,
        ..empty
    };
    Ok(allowed(&String::from_utf8_lossy(&feed.write_to(Vec::new())?)))
}

/// The text without the characters that XML has no way to write.
fn allowed(text: &str) -> String {
    let is_allowed = |char: &char| match char {
        '\t' | '\n' | '\r' => true,
        '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    };
    text.chars().filter(is_allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_say_is_left_out() {
        assert_eq!(allowed("a\u{0}\u{b}\u{1f}\tb\n\u{7f}\u{fffe}\u{ffff}\u{fffd}🌊"), "a\tb\n\u{7f}\u{fffd}🌊");
    }
}
