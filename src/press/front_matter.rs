//! Front matter as written: every value optional and with its place.

use crate::press::dates::{self, DateError, WrittenDate};
use crate::press::defaults::merge;
use crate::press::diagnostic::{Position, Problem};
use crate::press::yaml::{self, Entry, Quoting, Value};

mod split;
mod value;

use value::{Reader, one_name, split_at_blanks};

/// What an author wrote above a text, or left to the site's defaults. Keys that no part of Lectern reads are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// As written: with entities and tags.
    pub title: Option<Written<String>>,
    /// As written; it is read with the site's time zone.
    pub date: Option<Written<DateText>>,
    /// As `date`.
    pub last_modified_at: Option<Written<DateText>>,
    /// Names as written: a comma at the end is not cut yet, for it is part of Jekyll's address.
    pub categories: Vec<String>,
    /// Names as written.
    pub tags: Vec<String>,
    /// What it is about.
    pub description: Option<Written<String>>,
    /// Opening words.
    pub excerpt: Option<Written<String>>,
    /// Whether it is to be shown.
    pub published: Option<Written<bool>>,
    /// A path or a template of one.
    pub permalink: Option<Written<String>>,
    /// Names: those of `author`, or else of `authors`.
    pub authors: Vec<String>,
    /// A URL or a site path.
    pub image: Option<Written<String>>,
    /// What the picture shows, for those who cannot see it.
    pub image_alt: String,
    /// The picture above the text, if it is another than the image.
    pub cover: Option<Written<Cover>>,
    /// As `image_alt`.
    pub cover_alt: String,
    /// Whether it is to stand before all others: `pin`, or else `featured`.
    pub pinned: Option<Written<bool>>,
    /// The name of the posts that belong together.
    pub series: Option<Written<String>>,
    /// Whether readers may write comments.
    pub comments: Option<Written<bool>>,
    /// A language tag.
    pub lang: Option<Written<String>>,
    /// What to take for the file's name in the address.
    pub slug: Option<Written<String>>,
    /// Where the excerpt ends, as written.
    pub excerpt_separator: Option<Written<String>>,
    /// Whether templates in the text are evaluated.
    pub render_with_liquid: Option<Written<bool>>,
    /// Addresses that lead to the post, too.
    pub redirect_from: Vec<String>,
    /// What posts of one text in several languages have in common.
    pub translation_key: Option<Written<String>>,
    /// Whether the sitemap names it.
    pub sitemap: Option<Written<bool>>,
    /// Where the post is instead.
    pub redirect_to: Option<Written<String>>,
    /// Whether a table of contents is to stand above the text.
    pub toc: Option<Written<bool>>,
    /// What it is called.
    pub toc_label: Option<Written<String>>,
}

/// A value and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub position: Position,
}

/// What an author says of the picture above a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cover {
    /// There is to be none.
    Hidden,
    /// It is the image.
    Image,
    /// A URL or a site path.
    Own(String),
}

/// A date before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateText {
    /// As written.
    pub text: String,
    /// How it stands there: Jekyll reads a timestamp in quotes in another zone.
    pub quoting: Quoting,
}

/// A file cut in two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What stands above the text and in the defaults; empty if nothing does.
    pub front_matter: FrontMatter,
    /// The same as keys and values, those among them that no part of Lectern reads.
    pub values: Vec<Entry>,
    /// The text below.
    pub text: String,
    /// The line of the file in which the text begins, from 1.
    pub text_line: u32,
}

/// Cuts a decoded file in two and reads the upper part over the defaults. Whatever is wrong there, the text is not lost.
pub fn read(file: &str, defaults: Vec<Entry>) -> (Document, Vec<(Position, Problem)>) {
    let (parts, mut problems) = split::split(file);
    let (entries, yaml_problems) = yaml::read(parts.yaml, parts.yaml_line);
    if entries.is_empty() && !parts.yaml.trim().is_empty() && !is_comment(parts.yaml) {
        // Lines between two rules, rather than front matter.
        problems.push((Position { line: parts.yaml_line, column: 1 }, Problem::FrontMatterWithoutKeys));
        let (front_matter, values) = FrontMatter::over(defaults, Vec::new(), &mut problems);
        return (Document { front_matter, values, text: file.to_owned(), text_line: 1 }, problems);
    }
    problems.extend(yaml_problems);
    let (front_matter, values) = FrontMatter::over(defaults, entries, &mut problems);
    (Document { front_matter, values, text: parts.text.to_owned(), text_line: parts.text_line }, problems)
}

impl DateText {
    /// Reads the date; `zone` is the site's.
    pub fn read(&self, zone: &jiff::tz::TimeZone) -> Result<WrittenDate, DateError> {
        dates::read(&self.text, self.quoting, zone)
    }
}

impl FrontMatter {
    /// Reads entries over defaults. Categories add to those of the defaults, all other values take their place.
    fn over(
        defaults: Vec<Entry>,
        own: Vec<Entry>,
        problems: &mut Vec<(Position, Problem)>,
    ) -> (FrontMatter, Vec<Entry>) {
        let mut inherited = Vec::new();
        if own.iter().any(|entry| entry.key == "categories") {
            for Entry { key, value, .. } in defaults.iter().filter(|entry| entry.key == "categories") {
                inherited.extend(Reader { key, node: value, problems }.names(split_at_blanks));
            }
        }
        let values = merge(defaults, own);
        let mut found = FrontMatter::from_entries(&values, problems);
        found.categories.splice(0..0, inherited);
        // A default that is wrong is told where it stands.
        problems.retain(|(position, _)| *position != Position::NOWHERE);
        (found, values)
    }

    fn from_entries(entries: &[Entry], problems: &mut Vec<(Position, Problem)>) -> FrontMatter {
        let mut found = FrontMatter::default();
        let (mut category, mut tag, mut authors) = (Vec::new(), Vec::new(), Vec::new());
        let (mut featured, mut page_id, mut aliases) = (None, None, Vec::new());
        for entry in entries {
            let mut value = Reader { key: &entry.key, node: &entry.value, problems };
            match entry.key.as_str() {
                "title" => found.title = value.text(),
                "date" => found.date = value.date(),
                "last_modified_at" => found.last_modified_at = value.date(),
                "categories" => found.categories = value.names(split_at_blanks),
                "category" => category = value.names(one_name),
                "tags" => found.tags = value.names(split_at_blanks),
                "tag" => tag = value.names(one_name),
                "description" => found.description = value.text(),
                "excerpt" => found.excerpt = value.text(),
                "excerpt_separator" => found.excerpt_separator = value.text_as_written(),
                // As in Jekyll, a key without a value says no.
                "published" if entry.value.value == Value::Null => found.published = value.written_as(false),
                "published" => found.published = value.truth(),
                "permalink" => found.permalink = value.text(),
                "redirect_from" => found.redirect_from = value.names(one_name),
                // As in Hugo. Elsewhere they are further titles.
                "aliases" => aliases = value.names(one_name),
                "sitemap" if matches!(entry.value.value, Value::Text(..)) => found.sitemap = value.truth(),
                "ref" => found.translation_key = value.text(),
                "page_id" => page_id = value.text(),
                "redirect_to" => found.redirect_to = value.first(),
                "author" => found.authors = value.people(),
                "authors" => authors = value.people(),
                "image" => (found.image, found.image_alt) = (value.image(), value.alt()),
                "cover" => (found.cover, found.cover_alt) = (value.cover(), value.alt()),
                "pin" => found.pinned = value.truth(),
                "featured" => featured = value.truth(),
                "series" => found.series = value.text(),
                "comments" => found.comments = value.truth(),
                "lang" => found.lang = value.text(),
                "slug" => found.slug = value.text(),
                "toc" => found.toc = value.truth(),
                "toc_label" => found.toc_label = value.text(),
                "render_with_liquid" => found.render_with_liquid = value.truth(),
                _ => {}
            }
        }
        // Jekyll adds a category to the categories, but takes a tag in place of the tags.
        found.categories.extend(category);
        if !tag.is_empty() {
            found.tags = tag;
        }
        if found.authors.is_empty() {
            found.authors = authors;
        }
        found.pinned = found.pinned.or(featured);
        found.translation_key = found.translation_key.or(page_id);
        found.redirect_from.extend(aliases.into_iter().filter(|alias| alias.starts_with('/')));
        found
    }
}

fn is_comment(yaml: &str) -> bool {
    yaml.lines().all(|line| line.trim().is_empty() || line.starts_with('#'))
}

#[cfg(test)]
mod tests;
