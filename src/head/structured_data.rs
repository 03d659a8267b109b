//! What a page is, in the words of schema.org, as JSON-LD.
//!
//! Written by hand: serde_json in the app would cost each reader more than all tags of the head.

use crate::bundle::Metadata;
use crate::page::{Document, List, Page, PageLink};
use crate::route::{ListKind, Route, TermKind};
use crate::site::Site;

/// What is told of a page beside its own data.
pub(super) struct Facts<'a> {
    /// The page's address for machines.
    pub(super) address: &'a str,
    /// What it is called.
    pub(super) title: &'a str,
    /// What it is about; may be empty.
    pub(super) description: &'a str,
    /// BCP 47 tag of its language.
    pub(super) language: &'a str,
    /// The address of the picture that stands for it; may be empty.
    pub(super) image: &'a str,
}

/// The page, the site that it is part of, and the way to it, as one graph. Fit to stand inside a script element.
pub(super) fn structured_data(site: &Site, page: &Page, facts: &Facts<'_>) -> String {
    let home = site.absolute("/");
    let website = Object::of("WebSite")
        .text("@id", &format!("{home}#website"))
        .text("name", &site.title)
        .text("description", &site.description)
        .text("url", &home)
        .text("inLanguage", &site.lang)
        .end();
    let own = match page {
        Page::List(List { kind: ListKind::Home, page: 1, .. }) => None,
        Page::Document(document) => Some(of_document(site, document, facts)),
        _ => Some(described("CollectionPage", facts)),
    };
    let own = own.map(|own| own.value("isPartOf", &format!("{{\"@id\":{}}}", text(&format!("{home}#website")))).end());
    let trail = page.trail(&site.words);
    let trail = (!trail.is_empty()).then(|| breadcrumbs(site, &trail, facts));
    let graph: Vec<String> = own.into_iter().chain([website]).chain(trail).collect();
    format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{}]}}", graph.join(","))
}

fn described(kind: &str, facts: &Facts<'_>) -> Object {
    Object::of(kind)
        .text("@id", facts.address)
        .text("url", facts.address)
        .text(if kind == "BlogPosting" { "headline" } else { "name" }, facts.title)
        .text("description", facts.description)
        .text("inLanguage", facts.language)
        .text("image", facts.image)
}

fn of_document(site: &Site, document: &Document, facts: &Facts<'_>) -> Object {
    let metadata = &document.metadata;
    let Some(date) = &metadata.date else { return described("WebPage", facts) };
    let changed = metadata.last_modified_at.as_ref().unwrap_or(date);
    described("BlogPosting", facts)
        .text("mainEntityOfPage", facts.address)
        .text("datePublished", date.as_str())
        .text("dateModified", changed.as_str())
        .text("timeRequired", &format!("PT{}M", metadata.minutes))
        .text("articleSection", metadata.categories.first().map_or("", String::as_str))
        .text("keywords", &metadata.tags.join(", "))
        .value("author", &authors(site, metadata))
}

/// Those of the post, each with the page of their posts; else the site's, or the site itself.
fn authors(site: &Site, metadata: &Metadata) -> String {
    let own = metadata.authors.iter().zip(&metadata.author_slugs).map(|(name, slug)| {
        let page = Route::term(TermKind::Author, slug).permalink();
        Object::of("Person").text("name", name).text("url", &site.absolute(page.as_str())).end()
    });
    let own: Vec<String> = own.collect();
    match own.is_empty() {
        false => format!("[{}]", own.join(",")),
        true if site.author.is_empty() => Object::of("Organization").text("name", &site.title).end(),
        true => Object::of("Person").text("name", &site.author).end(),
    }
}

fn breadcrumbs(site: &Site, trail: &[PageLink], facts: &Facts<'_>) -> String {
    let above = trail.iter().map(|page| (page.title.as_str(), site.absolute(page.permalink.as_str())));
    let all = above.chain([(facts.title, facts.address.to_owned())]).zip(1_u32..);
    let items = all.map(|((title, address), position)| {
        let item = Object::of("ListItem").value("position", &position.to_string());
        item.text("name", title).text("item", &address).end()
    });
    let items: Vec<String> = items.collect();
    Object::of("BreadcrumbList").value("itemListElement", &format!("[{}]", items.join(","))).end()
}

/// An object under way.
struct Object(String);

impl Object {
    fn of(kind: &str) -> Object {
        Object(format!("{{\"@type\":\"{kind}\""))
    }

    /// A text; nothing if it is empty.
    fn text(self, name: &str, value: &str) -> Object {
        if value.is_empty() { self } else { self.value(name, &text(value)) }
    }

    /// What is JSON already.
    fn value(mut self, name: &str, json: &str) -> Object {
        self.0.push_str(&[",\"", name, "\":", json].concat());
        self
    }

    fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A text as JSON that neither ends a script element nor opens a comment in it.
fn text(value: &str) -> String {
    let mut json = String::with_capacity(value.len() + 2);
    json.push('"');
    for char in value.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            '<' => json.push_str("\\u003c"),
            // Titles and names are on one line; other control characters mean nothing in any of these texts.
            char if char < ' ' => json.push(' '),
            char => json.push(char),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_sound_json_inside_a_script() {
        for value in ["", "a \"b\" \\ c", "</script><!--", "line\nbreak\u{0}\u{1f}", "\u{2028}🌊"] {
            let json = text(value);
            let read: String = serde_json::from_str(&json).expect("JSON");
            assert_eq!(read, value.replace(|char| char < ' ', " "));
            assert!(!json.contains('<'));
        }
    }
}
