//! The standalone pages of a Jekyll site.

use crate::press::config::Config;
use crate::press::front_matter;
use crate::press::permalink_style::PermalinkStyle;
use crate::press::source::name::split_extension;
use crate::press::source::{Markup, SourceFile, SourceKind};

/// What becomes of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum PagePlan {
    /// It stays behind.
    Leave(&'static str),
    /// It is brought to a path below the project, with another text if it needs one to keep its address.
    Bring {
        /// The new path.
        to: String,
        /// `None` for the text it has.
        text: Option<String>,
    },
}

/// What a page made by templates draws on: lists of posts, which Lectern makes itself.
const LISTS: [&str; 5] = ["site.posts", "site.categories", "site.tags", "site.pages", "paginator."];

/// Plans for a page; `text` is its whole file.
pub fn plan(page: &SourceFile, text: &str, config: &Config) -> PagePlan {
    let (stem, _) = split_extension(&page.path).unwrap_or((&page.path, ""));
    let name = stem.rsplit('/').next().unwrap_or(stem);
    if stem == "index" || name == "404" {
        return PagePlan::Leave("Lectern makes this page itself");
    }
    if LISTS.iter().any(|list| text.contains(list)) {
        return PagePlan::Leave("a template that lists posts; Lectern makes lists itself");
    }
    if page.kind == SourceKind::Page(Markup::Html) && text.contains("<html") {
        return PagePlan::Leave("a whole HTML document; put it below `posts` by hand if readers need it");
    }
    let to = format!("posts/_pages/{}", page.path);
    let (document, _) = front_matter::read(text, Vec::new());
    if document.front_matter.permalink.is_some() {
        return PagePlan::Bring { to, text: None };
    }
    let old = old_address(stem, config);
    let kept = PermalinkStyle::page(stem).as_str() == old;
    PagePlan::Bring { to, text: (!kept).then(|| with_permalink(text, &old)) }
}

/// Jekyll's address of a page without a permalink of its own.
fn old_address(stem: &str, config: &Config) -> String {
    if let Some(folder) = stem.strip_suffix("/index") {
        return format!("/{folder}/");
    }
    format!("/{stem}{}", config.permalink.page_suffix())
}

fn with_permalink(text: &str, address: &str) -> String {
    match text.split_once('\n') {
        Some((opening, rest)) => format!("{opening}\npermalink: {address}\n{rest}"),
        None => text.to_owned(),
    }
}
