//! A feed as text.

use std::collections::BTreeMap;

use atom_syndication::extension::Extension;
use atom_syndication::{Error, Feed, Generator, Link, Text};

use super::address::id;
use super::entry::{Entry, person};
use crate::html::escape;
use crate::permalink::Permalink;
use crate::site::Site;

/// The names of Media RSS, by which feed readers know an entry's picture, and how they begin here.
const MEDIA: (&str, &str) = ("media", "http://search.yahoo.com/mrss/");

/// The feed of a list, with its entries. `page` is that of the list, `path` the feed's own, decoded, and `style` the
/// address of the style sheet by which browsers show it.
pub(super) fn of_feed<'a>(
    site: &Site,
    page: &Permalink,
    path: &str,
    title: String,
    entries: impl Iterator<Item = &'a Entry>,
    style: &str,
) -> Result<String, Error> {
    let entries: Vec<atom_syndication::Entry> = entries.map(with_picture).collect();
    let link = |rel: &str, mime_type: &str, path: &str| Link {
        rel: rel.to_owned(),
        href: site.absolute(path),
        mime_type: Some(mime_type.to_owned()),
        ..Link::default()
    };
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
        namespaces: BTreeMap::from([(MEDIA.0.to_owned(), MEDIA.1.to_owned())]),
        entries,
        ..empty
    };
    let xml = feed.write_to(Vec::new())?;
    Ok(allowed(&with_style(&String::from_utf8_lossy(&xml), style)))
}

/// The entry with its picture as jekyll-feed has it.
fn with_picture(entry: &Entry) -> atom_syndication::Entry {
    let mut atom = entry.atom.clone();
    if !entry.image.is_empty() {
        let extension = |name: &str, more: Option<(&str, &str)>| {
            let attributes = [("url", entry.image.as_str())].into_iter().chain(more);
            let attrs = attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            (name.to_owned(), vec![Extension { name: format!("{}:{name}", MEDIA.0), attrs, ..Extension::default() }])
        };
        let pictures = [extension("thumbnail", None), extension("content", Some(("medium", "image")))];
        atom.extensions.insert(MEDIA.0.to_owned(), BTreeMap::from(pictures));
    }
    atom
}

/// The text with an instruction for browsers between the declaration and the feed.
fn with_style(xml: &str, style: &str) -> String {
    let Some((declaration, feed)) = xml.split_once("?>") else { return xml.to_owned() };
    format!("{declaration}?>\n<?xml-stylesheet type=\"text/css\" href=\"{}\"?>{feed}", escape(style))
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
