//! From documents and lists to the files of every route.

use std::path::Path;

use rayon::prelude::*;

use super::failure::BundleFailure;
use crate::bundle::Bundle;
use crate::nearest;
use crate::page::StoredPage;
use crate::permalink::Permalink;
use crate::press::annotate::{self, Annotated};
use crate::press::around::Around;
use crate::press::blog::Blog;
use crate::press::crawlers::CrawlerFile;
use crate::press::feeds::{self, Entry, EntryFacts, Feeds};
use crate::press::files;
use crate::press::names;
use crate::press::pages::render;
use crate::press::post::Post;
use crate::press::progress::Progress;
use crate::press::redirects::{Redirects, moved_data, moved_page};
use crate::press::sanitize;
use crate::press::search;
use crate::press::template::Template;
use crate::press::words::Catalogue;
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::view::mark::PRERENDER_MARK;

/// Writes pages into the staging folder.
pub(super) struct Writer<'a> {
    pub(super) staging: &'a Path,
    pub(super) template: &'a Template,
    pub(super) site: &'a Site,
    pub(super) redirects: &'a Redirects,
}

/// What is made of a document beside its page.
pub(super) struct Written {
    /// Its entry, if it is in a feed.
    pub(super) entry: Option<Entry>,
    /// What is searched of it, unless it has moved elsewhere.
    pub(super) searched: Option<search::Document>,
}

impl Writer<'_> {
    /// A page and a twin for every post and page; returns what else is made of them, in their order.
    pub(super) fn write_documents(
        &self,
        blog: &Blog,
        annotated: &[Annotated],
        around: Vec<Around>,
        feeds: &Feeds,
    ) -> Result<Vec<Written>, BundleFailure> {
        let all: Vec<&Post> = blog.documents().collect();
        let progress = Progress::new("rendering", all.len());
        let documents = all.par_iter().zip(annotated).zip(around).enumerate();
        let written = documents.map(|(position, ((post, notes), around))| {
            let bundle = annotate::bundle(post, notes, around, self.site);
            progress.step();
            self.write_document(bundle, feeds.facts(position))
        });
        written.collect()
    }

    /// Every feed, made of the entries of posts by their positions, and the style sheet that browsers show it by.
    pub(super) fn write_feeds(
        &self,
        feeds: &Feeds,
        entries: &[Option<Entry>],
        words: &Catalogue,
    ) -> Result<(), BundleFailure> {
        let style = feeds::style::sheet(words);
        self.write(&style.file, &style.css)?;
        let address = self.site.base.join(&style.file);
        feeds.all().par_iter().try_for_each(|feed| {
            feed.files().iter().try_for_each(|file| {
                let text = feed.text(file, self.site, entries, &address).map_err(BundleFailure::Feed)?;
                self.write(file.file(), &text)
            })
        })
    }

    /// The pages of addresses that lead elsewhere; says how many are of no document. They are written before all
    /// others: where the file system does not tell large letters from small ones, a page takes the place of its redirect.
    pub(super) fn write_redirects(&self) -> Result<usize, BundleFailure> {
        let pages = &self.redirects.pages;
        pages.par_iter().try_for_each(|redirect| {
            let page = self.template.fill_without_app(&moved_page(redirect, self.site));
            self.write(&redirect.from.page_file(), &page)?;
            match moved_data(redirect, self.site) {
                Some(data) => self.write(&redirect.from.twin_file("md"), &data.to_string()),
                None => Ok(()),
            }
        })?;
        Ok(pages.iter().filter(|redirect| !self.redirects.has_departed(&redirect.from)).count())
    }

    fn write_document(&self, bundle: Bundle, facts: Option<&EntryFacts>) -> Result<Written, BundleFailure> {
        let permalink = bundle.metadata.permalink.clone();
        if self.redirects.has_departed(&permalink) {
            let entry = facts.map(|facts| feeds::entry(self.site, &bundle.metadata, facts, None));
            return Ok(Written { entry, searched: None });
        }
        self.write(&permalink.twin_file("md"), &bundle.to_string())?;
        let article = sanitize::article(&bundle, &self.site.base, &self.site.words);
        let entry = facts.map(|facts| feeds::entry(self.site, &bundle.metadata, facts, Some(&article)));
        let searched = Some(search::document(&bundle.metadata, &article, self.site));
        self.write_page(&permalink.page_file(), StoredPage::Document(bundle.metadata), &article)?;
        Ok(Written { entry, searched })
    }

    /// A page and its data for each part of every list; says how many.
    pub(super) fn write_lists(&self, lists: Vec<StoredPage>) -> Result<usize, BundleFailure> {
        let count = lists.len();
        lists.into_par_iter().try_for_each(|list| {
            let Some(permalink) = list_permalink(&list) else { return Ok(()) };
            let json = serde_json::to_string(&list).map_err(BundleFailure::Data)?;
            self.write(&permalink.twin_file("json"), &json)?;
            self.write_page(&permalink.page_file(), list, "")
        })?;
        Ok(count)
    }

    /// What is found beside the pages.
    pub(super) fn write_crawler_files(
        &self,
        mut files: impl Iterator<Item = CrawlerFile>,
    ) -> Result<(), BundleFailure> {
        files.try_for_each(|CrawlerFile { file, text }| self.write(&file, &text))
    }

    /// The pages that [`Writer::write_documents`] and [`Writer::write_lists`] write data for.
    pub(super) fn pages_with_data(&self, blog: &Blog, lists: &[StoredPage]) -> Vec<Permalink> {
        let documents = blog.documents().map(|post| post.permalink.clone());
        let documents = documents.filter(|permalink| !self.redirects.has_departed(permalink));
        documents.chain(lists.iter().filter_map(list_permalink)).collect()
    }

    /// The page of addresses that lead nowhere.
    pub(super) fn write_not_found(&self) -> Result<(), BundleFailure> {
        self.write_page("404.html", StoredPage::NotFound, "")
    }

    /// What that page finds the names of near pages in.
    pub(super) fn write_names(&self, blog: &Blog) -> Result<(), BundleFailure> {
        let shards = names::shards(blog.links(), self.site.name_shards);
        for (number, shard) in (0_u32..).zip(shards) {
            let json = serde_json::to_string(&shard).map_err(BundleFailure::Data)?;
            self.write(&nearest::shard_file(number), &json)?;
        }
        Ok(())
    }

    fn write_page(&self, file: &str, page: StoredPage, article: &str) -> Result<(), BundleFailure> {
        let rendered = render(self.site, page, article).map_err(BundleFailure::Data)?;
        self.write(file, &self.template.fill(&rendered, PRERENDER_MARK))
    }

    fn write(&self, file: &str, text: &str) -> Result<(), BundleFailure> {
        Ok(files::write(&self.staging.join(file), text.as_bytes())?)
    }
}

/// Where the lists begin that readers may look for: those with posts.
pub(super) fn first_pages(lists: &[StoredPage]) -> Vec<Permalink> {
    let is_first = |list: &&StoredPage| match list {
        StoredPage::List(list) => list.page == 1 && (list.kind == ListKind::Home || 0 < list.total),
        StoredPage::Terms(terms) => !terms.terms.is_empty(),
        StoredPage::Saved | StoredPage::Document(_) | StoredPage::NotFound => false,
    };
    lists.iter().filter(is_first).filter_map(list_permalink).collect()
}

fn list_permalink(list: &StoredPage) -> Option<Permalink> {
    match list {
        StoredPage::List(list) => Some(list.permalink_of(list.page)),
        StoredPage::Terms(terms) => Some(Route::Terms(terms.kind).permalink()),
        StoredPage::Saved => Some(Route::Saved.permalink()),
        StoredPage::Document(_) | StoredPage::NotFound => None,
    }
}
