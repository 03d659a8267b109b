//! Tables of contents: `{:toc}`.

use std::rc::Rc;

use crate::press::kramdown::document::Document;
use crate::press::kramdown::ids::Ids;
use crate::press::kramdown::tree::{Element, Kind};

/// A heading that has an id.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// The heading.
    pub(crate) heading: &'a Element,
    /// 1 to 6.
    pub(crate) level: u8,
    /// Its author's or one made of its text.
    pub(crate) id: String,
    /// Whether tables of contents list it.
    pub(crate) is_listed: bool,
}

/// The headings of a text in order.
pub(crate) fn entries(document: &Document) -> Rc<[Entry<'_>]> {
    let mut entries = Vec::new();
    collect(&document.root, Inside::Markdown, &mut entries);
    let mut gfm = Ids::default();
    let mut basic = Ids::default();
    let options = &document.options;
    let prefix = &options.auto_id_prefix;
    for (inside, entry) in &mut entries {
        let Kind::Heading { raw_text, .. } = &entry.heading.kind else { continue };
        entry.id = match entry.heading.attribute("id") {
            Some(id) => id.to_owned(),
            None if !options.auto_ids => String::new(),
            // The parser for GFM does not look into HTML.
            None if options.gfm && *inside == Inside::Markdown => gfm.gfm(raw_text, prefix),
            None => basic.basic(raw_text, prefix),
        };
        let classes = entry.heading.attribute("class").unwrap_or_default();
        let mut words = classes.split(|char: char| char != '_' && !char.is_alphanumeric());
        let is_level_listed = options.toc_levels >> entry.level & 1 == 1;
        let has_id = options.auto_ids || entry.heading.attribute("id").is_some();
        entry.is_listed = is_level_listed && has_id && !words.any(|word| word == "no_toc");
    }
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// What is around a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Markdown,
    Html,
}

fn collect<'a>(element: &'a Element, inside: Inside, entries: &mut Vec<(Inside, Entry<'a>)>) {
    for child in &element.children {
        match child.kind {
            Kind::Heading { level, .. } => {
                entries.push((inside, Entry { heading: child, level, id: String::new(), is_listed: false }));
            }
            Kind::Html { .. } => collect(child, Inside::Html, entries),
            _ => collect(child, inside, entries),
        }
    }
}

/// The list of links that a table of contents shows, with the attributes of the list in whose place it stands. `None`
/// if there are no headings to list.
pub(crate) fn list(contents: &Element, ordered: bool, entries: &[Entry<'_>]) -> Option<Element> {
    let id = contents.attribute("id").unwrap_or("markdown-toc").to_owned();
    let mut root = Element::new(Kind::List { ordered, start: 1 });
    root.attributes.clone_from(&contents.attributes);
    root.set_attribute("id", &id);
    // The open items, each in the list of the one before.
    let mut open: Vec<(u8, Element)> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.is_listed) {
        close(&mut open, &mut root, ordered, entry.level);
        let mut link = Element::with(Kind::Link, label(&entry.heading.children));
        link.set_attribute("href", &format!("#{}", entry.id));
        link.set_attribute("id", &format!("{id}-{}", entry.id));
        let text = Element::with(Kind::Paragraph { transparent: true }, vec![link]);
        open.push((entry.level, Element::with(Kind::Item, vec![text])));
    }
    close(&mut open, &mut root, ordered, 0);
    (!root.children.is_empty()).then_some(root)
}

/// The same list without the ids of its links, which nobody needs.
pub(crate) fn plain_list(contents: &Element, ordered: bool, entries: &[Entry<'_>]) -> Option<Element> {
    let mut list = list(contents, ordered, entries)?;
    drop_ids(&mut list);
    Some(list)
}

fn drop_ids(element: &mut Element) {
    if element.kind == Kind::Link {
        element.attributes.retain(|(name, _)| name == "href");
    }
    element.children.iter_mut().for_each(drop_ids);
}

/// Puts the open items that are not above a level into the list they belong to.
fn close(open: &mut Vec<(u8, Element)>, root: &mut Element, ordered: bool, level: u8) {
    while open.last().is_some_and(|(last, _)| level <= *last) {
        let Some((_, item)) = open.pop() else { return };
        let Some((_, parent)) = open.last_mut() else {
            root.children.push(item);
            continue;
        };
        if parent.children.len() < 2 {
            parent.children.push(Element::new(Kind::List { ordered, start: 1 }));
        }
        if let Some(list) = parent.children.last_mut() {
            list.children.push(item);
        }
    }
}

/// A heading without its links and footnotes.
fn label(children: &[Element]) -> Vec<Element> {
    let mut label = Vec::new();
    for child in children {
        match child.kind {
            Kind::FootnoteMark(_) => {}
            Kind::Link => label.extend(self::label(&child.children)),
            _ => label.push(Element { children: self::label(&child.children), ..child.clone() }),
        }
    }
    label
}
