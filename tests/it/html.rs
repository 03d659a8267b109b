//! Pages as a browser sees them.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Node, Selector};

/// Parses a whole page.
pub(crate) fn page(html: &str) -> Html {
    Html::parse_document(html)
}

/// All elements that match, in order.
pub(crate) fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect(selector)).collect()
}

/// The one element that matches.
pub(crate) fn one<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "{selector} in {}", page.html());
    found[0]
}

/// The text of all elements that match, with white space folded.
pub(crate) fn texts(page: &Html, selector: &str) -> Vec<String> {
    let text =
        |element: ElementRef<'_>| element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    all(page, selector).into_iter().map(text).collect()
}

/// An attribute of all elements that match.
pub(crate) fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    all(page, selector).iter().filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

/// What is wrong with an article once a browser has put it into a page: something left it, or could run.
pub(crate) fn article_faults(article: &str) -> Vec<String> {
    let around = format!(
        "<!DOCTYPE html><title></title><body><main><article><div><div id=\"outer:\">{article}</div><p id=\"after:\"></p>\
         </div></article></main>"
    );
    let page = page(&around);
    let mut faults = Vec::new();
    let outer = one(&page, "main > article > div > div[id='outer:']");
    if outer.next_sibling().and_then(ElementRef::wrap).and_then(|next| next.attr("id")) != Some("after:") {
        faults.push("it closes an element around it, or leaves one open".to_owned());
    }
    for node in page.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                let name = element.name();
                if matches!(name, "script" | "style" | "iframe" | "object" | "embed" | "svg" | "form" | "base") {
                    faults.push(format!("<{name}>"));
                }
                let attributes = element.attrs().filter(|(key, value)| is_dangerous(key, value));
                faults.extend(attributes.map(|(key, value)| format!("<{name} {key}={value:?}>")));
            }
            Node::Comment(_) => faults.push("a comment".to_owned()),
            _ => {}
        }
    }
    faults
}

fn is_dangerous(key: &str, value: &str) -> bool {
    let plain: String = value.chars().filter(|char| !char.is_whitespace() && !char.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    let is_address = matches!(key, "href" | "src" | "cite" | "poster" | "action" | "formaction" | "srcset");
    let runs = plain.starts_with("javascript:") || plain.starts_with("vbscript:");
    let is_document = plain.starts_with("data:") && !plain.starts_with("data:image/");
    key.starts_with("on") || key == "srcdoc" || is_address && (runs || is_document)
}

/// The markup that a browser makes of some. A line break that was left out behind `<pre>` is there again.
pub(crate) fn as_parsed(html: &str) -> String {
    Html::parse_fragment(html).root_element().inner_html().replace("<pre>\n", "<pre>\n\n")
}

/// Markup with the attributes of each tag in the order in which [`as_parsed`] has them.
pub(crate) fn with_sorted_attributes(html: &str) -> String {
    let mut parts = html.split('<');
    let mut output = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        output.push('<');
        let mut in_quotes = false;
        let end = part.find(|char| {
            in_quotes ^= char == '"';
            char == '>' && !in_quotes
        });
        let (tag, behind) = part.split_at(end.unwrap_or(0));
        let mut in_quotes = false;
        let mut attributes = tag.split(|char| {
            in_quotes ^= char == '"';
            char == ' ' && !in_quotes
        });
        output.push_str(attributes.next().unwrap_or_default());
        let mut attributes: Vec<&str> = attributes.collect();
        attributes.sort_unstable();
        attributes.iter().for_each(|attribute| output.extend([" ", attribute]));
        output.push_str(behind);
    }
    output
}

/// Every id of a page.
pub(crate) fn ids(page: &Html) -> BTreeSet<String> {
    attributes(page, "[id]", "id").into_iter().collect()
}
