//! The page around an article, which no article and no front matter may change.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

use crate::html::{all, one};

/// Where an article is.
const ARTICLE: &str = ".prose";

/// Elements of a page's body outside of an article.
const ELEMENTS: [&str; 23] = [
    "html", "body", "div", "a", "header", "p", "nav", "ul", "ol", "li", "main", "article", "h1", "h2", "h3", "time",
    "span", "footer", "section", "dl", "strong", "script", "button",
];

/// What a page says of other pages and of the article's sections, which depends on their texts.
const OF_OTHERS: &str = ".others, .contents";

/// What stands around the article, one element a line, its attributes by name, with the values of those that scripts and
/// styles go by.
pub(crate) fn outline(page: &Html) -> String {
    let mut outline = String::new();
    let mut depth = 0;
    let article = all(page, ARTICLE).first().map(|article| article.id());
    let of_others: Vec<_> = all(page, OF_OTHERS).iter().map(|element| element.id()).collect();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                let is_inside = node.ancestors().any(|around| Some(around.id()) == article);
                let is_of_others =
                    of_others.contains(&node.id()) || node.ancestors().any(|around| of_others.contains(&around.id()));
                if let (Node::Element(element), false) = (node.value(), is_inside || is_of_others) {
                    outline.push_str(&"  ".repeat(depth));
                    outline.push_str(element.name());
                    let mut attributes: Vec<String> = element
                        .attrs()
                        .map(|(key, value)| match key {
                            "id" | "class" | "name" | "rel" | "role" => format!(" {key}={value}"),
                            _ => format!(" {key}"),
                        })
                        .collect();
                    attributes.sort();
                    outline.push_str(&attributes.concat());
                    outline.push('\n');
                }
                depth += 1;
            }
            Edge::Close(_) => depth -= 1,
        }
    }
    outline
}

/// What a page has outside of its article that no page should.
pub(crate) fn faults(page: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    let article = all(page, ARTICLE).first().map(|article| article.id());
    let head = one(page, "head");
    for node in page.tree.root().descendants() {
        let Some(element) = ElementRef::wrap(node) else { continue };
        let name = element.value().name();
        if node.ancestors().any(|around| Some(around.id()) == article) {
            continue;
        }
        let is_of_head = node.id() == head.id() || node.ancestors().any(|around| around.id() == head.id());
        let is_known = if is_of_head { is_of_a_head(element) } else { ELEMENTS.contains(&name) };
        if !is_known {
            faults.push(format!("outside of the article: {}", element.html()));
        }
        for (key, value) in element.value().attrs() {
            let is_address = matches!(key, "href" | "src");
            if key.starts_with("on") || key == "style" || is_address && !is_address_of_a_page(value) {
                faults.push(format!("outside of the article: <{name} {key}={value:?}>"));
            }
        }
    }
    for (selector, count) in [("title", 1), ("script[type='application/json']", 1), (OTHER_SCRIPTS, 1), ("h1", 1)] {
        let found = all(page, selector);
        let is_outside = |element: &&ElementRef<'_>| element.ancestors().all(|around| Some(around.id()) != article);
        let found = found.iter().filter(is_outside).count();
        if found != count && !is_redirect(page) {
            faults.push(format!("{found} × {selector}"));
        }
    }
    faults
}

/// Scripts apart from data: the one that starts the app.
const OTHER_SCRIPTS: &str = "script:not([type])";

fn is_redirect(page: &Html) -> bool {
    !all(page, "meta[http-equiv='refresh']").is_empty()
}

fn is_of_a_head(element: ElementRef<'_>) -> bool {
    match element.value().name() {
        "head" | "title" => true,
        // Data, but for what brings a reader's place along from an old address.
        "script" => element.attr("type") == Some("application/ld+json") || element.attr("data-to").is_some(),
        "link" => {
            matches!(element.attr("rel"), Some("stylesheet" | "canonical" | "alternate" | "icon" | "modulepreload"))
        }
        "meta" => match element.attr("http-equiv").map(str::to_ascii_lowercase).as_deref() {
            None | Some("content-security-policy") => true,
            Some("refresh") => {
                let target = element.attr("content").and_then(|content| content.split_once("url="));
                target.is_some_and(|(_, address)| is_address_of_a_page(address))
            }
            Some(_) => false,
        },
        _ => false,
    }
}

/// Whether an address outside of an article is one that the site would name: its own, or one of the web.
fn is_address_of_a_page(address: &str) -> bool {
    let url = url::Url::parse("https://blog.test/").expect("an address").join(address);
    url.is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}
