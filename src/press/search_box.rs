//! The search box: the script that readers search with, the page for it, and the way browsers find both.
//!
//! - `search-….js`, the *box*, is loaded when a reader first seems to want it. It carries its words and its styles, so that
//!   pages do not grow by them, and names the worker that looks for the answers.
//! - `/search/?q=` is its page: a document of the press with nothing in it but the way to the archive, which the box fills.
//!   So the app needs no code for it. An author's own page there takes its place; then the box opens over other pages alone.
//!
//! A blog without a worker has neither, and readers who want to search are led to the archive.

use std::path::Path;

use super::bundle::BundleFailure;
use super::claims::Claims;
use super::files::{self, FileError};
use super::hashed::write_hashed;
use super::pages::{Rendered, render};
use super::sanitize;
use super::shrink::without_indentation;
use super::template::Template;
use super::web_manifest::before_head_end;
use super::words::Catalogue;
use crate::bundle::{Annotations, Bundle, Markup, Metadata};
use crate::head::PAGE_TAG;
use crate::html::escape;
use crate::page::StoredPage;
use crate::permalink::Permalink;
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::view::mark::PRERENDER_MARK;
use crate::words::Word;

/// What it looks like.
const STYLES: &str = concat!(include_str!("../style/search.css"), include_str!("../style/search_places.css"));

/// What browsers read to search the site from their own search box.
pub const OPEN_SEARCH: &str = "opensearch.xml";

/// Where the page is, below the site's base.
const PATH: &str = "/search/";

/// What the press has written of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchBox {
    /// The script's file; empty if there is nothing to search by.
    pub file: String,
    /// Its page, unless the author has one there.
    pub page: Option<Permalink>,
}

impl SearchBox {
    /// Writes the script for a worker, if there is one, and claims the page.
    pub fn write(
        staging: &Path,
        words: &Catalogue,
        worker_file: &str,
        claims: &mut Claims,
    ) -> Result<SearchBox, FileError> {
        if worker_file.is_empty() {
            return Ok(SearchBox::default());
        }
        let page = Permalink::parse(PATH).filter(|page| {
            let files = [page.page_file(), page.twin_file("md")];
            files.iter().all(|file| claims.generated(file))
        });
        Ok(SearchBox { file: write_hashed(staging, "search", &script(words, worker_file), "js")?, page })
    }

    /// The path of its page; empty if there is none.
    pub fn path(&self) -> &str {
        self.page.as_ref().map_or("", Permalink::as_str)
    }

    /// The template with the link by which browsers find the page. They want to be told full addresses.
    pub fn with_link(&self, template: &str, site: &Site) -> String {
        if self.page.is_none() || site.url.is_empty() {
            return template.to_owned();
        }
        let tag = format!(
            "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"{}\" href=\"{}\">",
            escape(&site.title),
            escape(&site.base.join(OPEN_SEARCH))
        );
        before_head_end(template, &[tag])
    }

    /// Writes the page and its data; says how many pages that are.
    pub fn write_page(
        &self,
        staging: &Path,
        template: &Template,
        site: &Site,
        words: &Catalogue,
    ) -> Result<usize, BundleFailure> {
        let Some(permalink) = &self.page else { return Ok(0) };
        let way_on = way_on(site);
        let metadata = Metadata {
            title: site.words.get(Word::Search).to_owned(),
            permalink: permalink.clone(),
            markup: Markup::Html,
            minutes: 1,
            length: u32::try_from(way_on.len()).unwrap_or(u32::MAX),
            ..Metadata::default()
        };
        let without_script = words.search.get("without-script").map_or("", String::as_str);
        let bundle = Bundle { metadata: metadata.clone(), annotations: Annotations::default(), text: way_on };
        let way_on = sanitize::article(&bundle, &site.base, &site.words);
        let article = format!("<p class=\"without-script\">{}</p>\n{way_on}", escape(without_script));
        let page = StoredPage::Document(metadata);
        let rendered = render(site, page, &article).map_err(BundleFailure::Data)?;
        // What it shows is the reader's own.
        let rendered =
            Rendered { tags: format!("<meta name=\"robots\" content=\"noindex\" {PAGE_TAG}>\n"), ..rendered };
        files::write(&staging.join(permalink.page_file()), template.fill(&rendered, PRERENDER_MARK).as_bytes())?;
        files::write(&staging.join(permalink.twin_file("md")), bundle.to_string().as_bytes())?;
        Ok(1)
    }
}

/// Words, styles and parts, joined.
fn script(words: &Catalogue, worker_file: &str) -> String {
    let parts = [
        include_str!("../script/search/base.js"),
        include_str!("../script/search/questions.js"),
        include_str!("../script/search/query.js"),
        include_str!("../script/search/hits.js"),
        include_str!("../script/search/filters.js"),
        include_str!("../script/search/states.js"),
        include_str!("../script/search/box.js"),
        include_str!("../script/search/keys.js"),
        include_str!("../script/search/marks.js"),
        include_str!("../script/search/dialog.js"),
        include_str!("../script/search/page.js"),
    ];
    let style = without_indentation(STYLES);
    let json = |value: Result<String, serde_json::Error>| value.unwrap_or_default();
    let (words, style) = (json(serde_json::to_string(&words.search)), json(serde_json::to_string(&style)));
    let facts = format!("const words = {words};\nconst style = {style};\nconst workerFile = \"{worker_file}\";\n");
    facts + &without_indentation(&parts.concat())
}

/// What there is without the script, and until it has come.
fn way_on(site: &Site) -> String {
    let archive = Route::List(ListKind::Archive, 1).permalink();
    format!("<div id=\"search\"><p><a href=\"{archive}\">{}</a></p></div>\n", escape(site.words.get(Word::Archive)))
}
