//! Liquid, the template language of Jekyll, as far as posts use it.
//!
//! Ruby's Liquid is lenient where every other implementation is strict: it prints something for nearly any output, and
//! a page that it refuses does not get into any blog. So posts hold much that a strict parser refuses, and one such
//! piece must not cost the rest of the post. Therefore a text is cut into pieces as Ruby cuts it ([`tokens`]), each
//! piece is read strictly and then leniently ([`filtered`], [`condition`]), and what cannot be read at all shows nothing
//! and becomes a problem ([`parse`]). The tree is shown within limits ([`budget`]). The filters whose results are those of
//! Ruby's come from the liquid crates ([`filters`]). Values are its own ([`value`]), for a loop over ten thousand posts
//! must not copy them, and Ruby's maps keep their order.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::press::diagnostic::LiquidProblem;
use tree::Template;

pub use document::{Document, DocumentKind};
pub use filters::escaped_path;
pub use object::Object;
pub use value::Value;
pub use yaml_value::value;

mod blocks;
mod budget;
mod code;
mod compare;
mod condition;
mod context;
mod document;
mod expression;
mod filtered;
mod filters;
mod fragment;
mod lexer;
mod object;
mod parse;
mod render;
mod show;
mod site;
mod tokens;
mod tree;
mod value;
mod yaml_value;

/// Shows the Liquid of a site's posts. One for all of them, shared between threads.
pub struct Engine {
    site: SiteData,
    includes: BTreeMap<String, (Arc<str>, OnceLock<Template>)>,
    index: site::Index,
}

/// Text from a text.
pub type Convert = Box<dyn Fn(&str) -> String + Send + Sync>;

/// A file's text by its path below the site's root.
pub type ReadFile = Box<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// What the Liquid of a site may ask for.
pub struct SiteData {
    /// `site.*`: the settings, and `data`.
    pub variables: Object,
    /// The texts of `_includes` by their paths below it.
    pub includes: BTreeMap<String, String>,
    /// All posts, drafts and pages, in any order.
    pub documents: Vec<Arc<Document>>,
    /// All other files, for `link`, by their paths below the site's root.
    pub files: Vec<String>,
    /// `https://example.org`; what `absolute_url` puts before.
    pub url: String,
    /// `/blog` or empty; what `relative_url` puts before.
    pub base: String,
    /// `site.time` and `now`.
    pub time: Timestamp,
    /// The site's, for all dates.
    pub zone: TimeZone,
    /// `jekyll.environment`.
    pub environment: String,
    /// Markdown to HTML, for `markdownify` and `page.excerpt`.
    pub markdownify: Convert,
    /// Files for `include_relative`.
    pub read_file: ReadFile,
}

/// What to do in Markdown code with Liquid of which Jekyll shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownInCode {
    /// Show it as it is written: its author meant code.
    Keep,
    /// Show nothing, as Jekyll does.
    Drop,
}

/// A text without Liquid, and what is wrong with it, by lines of the text, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Markdown or HTML.
    pub text: String,
    /// In order of appearance.
    pub problems: Vec<(u32, LiquidProblem)>,
}

impl Engine {
    /// An engine for a site.
    pub fn new(mut site: SiteData) -> Engine {
        let includes = std::mem::take(&mut site.includes);
        let includes = includes.into_iter().map(|(path, text)| (path, (Arc::from(text), OnceLock::new()))).collect();
        Engine { site, includes, index: site::Index::default() }
    }

    /// Shows a page's text.
    pub fn render(&self, page: &Arc<Document>, text: &str, unknown_in_code: UnknownInCode) -> Rendered {
        if !is_liquid(text) {
            return Rendered { text: text.to_owned(), problems: Vec::new() };
        }
        let template = parse::template(Arc::from(text));
        let mut context = context::Context::new(self, page.clone(), unknown_in_code);
        let text = render::page(&mut context, &template);
        Rendered { text, problems: context.into_problems() }
    }

    /// A file of `_includes`, read once.
    fn include(&self, path: &str) -> Option<&Template> {
        let (text, template) = self.includes.get(path)?;
        Some(template.get_or_init(|| parse::template(text.clone())))
    }
}

/// Whether a text can hold any Liquid.
pub fn is_liquid(text: &str) -> bool {
    text.contains("{{") || text.contains("{%")
}

#[cfg(test)]
mod tests;
