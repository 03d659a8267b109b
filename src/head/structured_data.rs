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
    let website = [home.as_str(), "#website"].concat();
    let mut graph = String::from("{\"@context\":\"https://schema.org\",\"@graph\":[");
    if !matches!(page, Page::List(List { kind: ListKind::Home, page: 1, .. })) {
        push_own(&mut graph, site, page, facts);
        graph.push_str(",\"isPartOf\":");
        push_object(&mut graph, &["@id"], &[&website]);
        graph.push_str("}},");
    }
    push_object(
        &mut graph,
        &["@type", "@id", "name", "description", "url", "inLanguage"],
        &["WebSite", &website, &site.title, &site.description, &home, &site.lang],
    );
    graph.push('}');
    let trail = page.trail(&site.words);
    if !trail.is_empty() {
        push_breadcrumbs(&mut graph, site, &trail, facts);
    }
    graph.push_str("]}");
    graph
}

/// The page itself, without the end of the object.
fn push_own(graph: &mut String, site: &Site, page: &Page, facts: &Facts<'_>) {
    let Facts { address, title, description, language, image } = *facts;
    let post = match page {
        Page::Document(Document { metadata, .. }) => Some(metadata),
        _ => None,
    };
    let Some((metadata, date)) = post.and_then(|post| Some((post, post.date.as_ref()?))) else {
        let kind = if post.is_some() { "WebPage" } else { "CollectionPage" };
        let keys = &["@type", "@id", "url", "name", "description", "inLanguage", "image"];
        return push_object(graph, keys, &[kind, address, address, title, description, language, image]);
    };
    let changed = metadata.last_modified_at.as_ref().unwrap_or(date);
    let section = metadata.categories.first().map_or("", String::as_str);
    push_object(
        graph,
        &[
            "@type",
            "@id",
            "url",
            "mainEntityOfPage",
            "headline",
            "description",
            "inLanguage",
            "image",
            "datePublished",
            "dateModified",
            "timeRequired",
            "articleSection",
            "keywords",
        ],
        &[
            "BlogPosting",
            address,
            address,
            address,
            title,
            description,
            language,
            image,
            date.as_str(),
            changed.as_str(),
            &["PT", &metadata.minutes.to_string(), "M"].concat(),
            section,
            &metadata.tags.join(", "),
        ],
    );
    graph.push_str(",\"author\":");
    push_authors(graph, site, metadata);
}

/// Those of the post, each with the page of their posts; else the site's, or the site itself.
fn push_authors(graph: &mut String, site: &Site, metadata: &Metadata) {
    if metadata.authors.is_empty() {
        let (kind, name) =
            if site.author.is_empty() { ("Organization", &site.title) } else { ("Person", &site.author) };
        push_object(graph, &["@type", "name"], &[kind, name]);
        return graph.push('}');
    }
    let mut before = '[';
    for (name, slug) in metadata.authors.iter().zip(&metadata.author_slugs) {
        graph.push(before);
        before = ',';
        let page = Route::term(TermKind::Author, slug).permalink();
        push_object(graph, &["@type", "name", "url"], &["Person", name, &site.absolute(page.as_str())]);
        graph.push('}');
    }
    graph.push(']');
}

fn push_breadcrumbs(graph: &mut String, site: &Site, trail: &[PageLink], facts: &Facts<'_>) {
    graph.push_str(",{\"@type\":\"BreadcrumbList\",\"itemListElement\":[");
    for (page, position) in trail.iter().zip(1_u32..) {
        push_item(graph, position, &page.title, &site.absolute(page.permalink.as_str()));
        graph.push(',');
    }
    push_item(graph, u32::try_from(trail.len() + 1).unwrap_or(u32::MAX), facts.title, facts.address);
    graph.push_str("]}");
}

fn push_item(graph: &mut String, position: u32, name: &str, address: &str) {
    push_object(graph, &["@type", "name", "item"], &["ListItem", name, address]);
    graph.push_str(&[",\"position\":", &position.to_string(), "}"].concat());
}

/// An object of texts, without its end. What is empty is left out, but for the first, which is always there.
fn push_object(graph: &mut String, keys: &[&str], values: &[&str]) {
    let mut before = "{\"";
    for (key, value) in keys.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        graph.push_str(before);
        graph.push_str(key);
        graph.push_str("\":");
        push_text(graph, value);
        before = ",\"";
    }
}

/// A text as JSON that neither ends a script element nor opens a comment in it.
fn push_text(json: &mut String, value: &str) {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_sound_json_inside_a_script() {
        for value in ["", "a \"b\" \\ c", "</script><!--", "line\nbreak\u{0}\u{1f}", "\u{2028}🌊"] {
            let mut json = String::new();
            push_text(&mut json, value);
            let read: String = serde_json::from_str(&json).expect("JSON");
            assert_eq!(read, value.replace(|char| char < ' ', " "));
            assert!(!json.contains('<'));
        }
    }
}
