//! What templates learn of the site and of its documents, found when it is asked for.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::Engine;
use super::document::{Document, DocumentKind, day_and_slug};
use super::object::Object;
use super::value::Value;
use crate::press::permalink_style::post_id;

/// The numbers of a day, and a slug in lower case.
type DayAndSlug = ([u32; 3], String);

/// Documents in order and by name.
#[derive(Default)]
pub(super) struct Index {
    /// Oldest first.
    posts: OnceLock<Vec<Arc<Document>>>,
    /// Places among the posts by path.
    places: OnceLock<HashMap<String, usize>>,
    newest: OnceLock<Value>,
    categories: OnceLock<Value>,
    tags: OnceLock<Value>,
    pages: OnceLock<Value>,
    paths: OnceLock<HashMap<String, Arc<Document>>>,
    slugs: OnceLock<HashMap<DayAndSlug, Arc<Document>>>,
    files: OnceLock<Value>,
}

impl Engine {
    /// `site.key`.
    pub(super) fn site_value(&self, key: &str, page: &Document) -> Value {
        match key {
            "posts" => self.index.newest.get_or_init(|| newest_first(self.posts())).clone(),
            "documents" => newest_first(self.posts()),
            "related_posts" => {
                let others = self.posts().iter().rev().filter(|post| post.path != page.path);
                Value::list(others.take(10).cloned().map(Value::Document).collect())
            }
            "categories" => {
                self.index.categories.get_or_init(|| grouped(self.posts(), |post| &post.categories)).clone()
            }
            "tags" => self.index.tags.get_or_init(|| grouped(self.posts(), |post| &post.tags)).clone(),
            "pages" | "html_pages" => self.index.pages.get_or_init(|| self.pages()).clone(),
            "static_files" => self.index.files.get_or_init(|| self.static_files()).clone(),
            "time" => self.moment(self.site.time),
            "config" => Value::Nil,
            _ => self.site.variables.get(key).cloned().unwrap_or_else(|| match key {
                "url" => Value::text(self.site.url.as_str()),
                "baseurl" => Value::text(self.site.base.as_str()),
                "data" => Value::object(Object::new()),
                _ => Value::Nil,
            }),
        }
    }

    /// `page.key`, without what must be shown first.
    pub(super) fn document_value(&self, document: &Arc<Document>, key: &str) -> Value {
        let texts = |texts: &[String]| Value::list(texts.iter().map(|text| Value::text(text.as_str())).collect());
        let is_page = document.kind == DocumentKind::Page;
        let given = || document.front_matter.get(key).cloned();
        match key {
            "path" | "relative_path" if key == "path" || !is_page => Value::text(document.path.as_str()),
            "url" => Value::text(document.url.as_str()),
            "content" => Value::Text(document.text.clone()),
            "name" => given().unwrap_or_else(|| Value::text(document.name())),
            "dir" if is_page => Value::text(format!("/{}", document.folder())),
            _ if is_page => given().unwrap_or_else(|| match key {
                "title" if !document.title.is_empty() => Value::text(document.title.as_str()),
                _ => Value::Nil,
            }),
            "title" if !document.title.is_empty() => Value::text(document.title.as_str()),
            "categories" => texts(&document.categories),
            "tags" => texts(&document.tags),
            "date" => document.date.map_or(Value::Nil, |date| self.moment(date)),
            "id" => Value::text(post_id(&document.url, document.slug())),
            "collection" => Value::text("posts"),
            "previous" | "next" => self.neighbour(document, key == "next"),
            _ => given().unwrap_or_else(|| match key {
                "slug" => Value::text(document.slug()),
                "ext" => Value::text(document.extension()),
                "draft" => Value::Boolean(document.kind == DocumentKind::Draft),
                _ => Value::Nil,
            }),
        }
    }

    /// An instant on the site's clocks.
    pub(super) fn moment(&self, instant: jiff::Timestamp) -> Value {
        Value::Moment(Arc::new(instant.to_zoned_datetime(self.site.zone.clone())))
    }

    /// The document with a path.
    pub(super) fn document_at(&self, path: &str) -> Option<&Arc<Document>> {
        let by_path = || self.site.documents.iter().map(|document| (document.path.clone(), document.clone())).collect();
        self.index.paths.get_or_init(by_path).get(path)
    }

    /// The post of a day with a slug.
    pub(super) fn post_of(&self, name: &str) -> Option<&Arc<Document>> {
        let slugs = self.index.slugs.get_or_init(|| {
            let mut slugs = HashMap::new();
            for post in self.posts() {
                if let Some((day, slug)) = day_and_slug(post.stem()) {
                    slugs.entry((day, slug.to_lowercase())).or_insert_with(|| post.clone());
                    slugs.entry((day, post.slug().to_lowercase())).or_insert_with(|| post.clone());
                }
            }
            slugs
        });
        let (day, slug) = day_and_slug(name)?;
        slugs.get(&(day, slug.to_lowercase()))
    }

    fn posts(&self) -> &[Arc<Document>] {
        self.index.posts.get_or_init(|| {
            let is_post = |document: &&Arc<Document>| document.kind != DocumentKind::Page;
            let mut posts: Vec<Arc<Document>> = self.site.documents.iter().filter(is_post).cloned().collect();
            posts.sort_by(|one, other| (one.date, &one.path).cmp(&(other.date, &other.path)));
            posts
        })
    }

    fn neighbour(&self, document: &Document, is_next: bool) -> Value {
        let places = self
            .index
            .places
            .get_or_init(|| self.posts().iter().enumerate().map(|(place, post)| (post.path.clone(), place)).collect());
        let place = places.get(&document.path).copied();
        let place = place.and_then(|place| if is_next { place.checked_add(1) } else { place.checked_sub(1) });
        place.and_then(|place| self.posts().get(place)).cloned().map_or(Value::Nil, Value::Document)
    }

    fn pages(&self) -> Value {
        let pages = self.site.documents.iter().filter(|document| document.kind == DocumentKind::Page);
        Value::list(pages.cloned().map(Value::Document).collect())
    }

    fn static_files(&self) -> Value {
        let file = |path: &String| {
            let name = path.rsplit('/').next().unwrap_or_default();
            let (basename, extension) = name.rfind('.').map_or((name, ""), |dot| name.split_at(dot));
            let entries =
                [("path", format!("/{path}").as_str()), ("name", name), ("basename", basename), ("extname", extension)]
                    .map(|(key, text)| (key, Value::text(text)));
            Value::object(entries.into_iter().collect())
        };
        Value::list(self.site.files.iter().map(file).collect())
    }
}

fn newest_first(posts: &[Arc<Document>]) -> Value {
    Value::list(posts.iter().rev().cloned().map(Value::Document).collect())
}

fn grouped(posts: &[Arc<Document>], terms: fn(&Document) -> &[String]) -> Value {
    let mut groups: Vec<(&str, Vec<Value>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for post in posts {
        for term in terms(post) {
            let place = *places.entry(term).or_insert(groups.len());
            if place == groups.len() {
                groups.push((term, Vec::new()));
            }
            if let Some((_, posts)) = groups.get_mut(place) {
                posts.push(Value::Document(post.clone()));
            }
        }
    }
    let newest_first = |posts: Vec<Value>| Value::list(posts.into_iter().rev().collect());
    Value::object(groups.into_iter().map(|(term, posts)| (term, newest_first(posts))).collect())
}
