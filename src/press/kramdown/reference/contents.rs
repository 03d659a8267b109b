//! Tables of contents: `{:toc}`.

use crate::press::kramdown::document::{Document, Options};
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
pub(crate) fn entries<'a>(document: &'a Document) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    collect(&document.root, &document.options, &mut entries);
    entries
}

fn collect<'a>(element: &'a Element, options: &Options, entries: &mut Vec<Entry<'a>>) {
    for child in &element.children {
        let Kind::Heading { level, .. } = child.kind else {
            collect(child, options, entries);
            continue;
        };
        let id = child.attribute("id").unwrap_or_default().to_owned();
        let classes = child.attribute("class").unwrap_or_default();
        let is_hidden = classes.split(|char: char| char != '_' && !char.is_alphanumeric()).any(|word| word == "no_toc");
        let is_listed = options.toc_levels >> level & 1 == 1 && !is_hidden && !id.is_empty();
        entries.push(Entry { heading: child, level, id, is_listed });
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
