//! Front matter as written: every value optional and with its place.

use crate::press::dates::{self, DateError, WrittenDate};
use crate::press::diagnostic::{Position, Problem};
use crate::press::yaml::{self, Entry, Quoting};

mod split;
mod value;

use value::{Reader, one_name, split_at_blanks};

/// What an author wrote above a text. Keys that no part of Lectern reads are left out.
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
    /// One or more names, with commas between.
    pub author: Option<Written<String>>,
    /// A URL or a site path.
    pub image: Option<Written<String>>,
    /// A language tag.
    pub lang: Option<Written<String>>,
    /// What to take for the file's name in the address.
    pub slug: Option<Written<String>>,
}

/// A value and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub position: Position,
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
    /// What stands above the text; empty if nothing does.
    pub front_matter: FrontMatter,
    /// The text below.
    pub text: String,
    /// The line of the file in which the text begins, from 1.
    pub text_line: u32,
}

/// Cuts a decoded file in two and reads the upper part. Whatever is wrong there, the text is not lost.
pub fn read(file: &str) -> (Document, Vec<(Position, Problem)>) {
    let (parts, mut problems) = split::split(file);
    let (entries, yaml_problems) = yaml::read(parts.yaml, parts.yaml_line);
    if entries.is_empty() && !parts.yaml.trim().is_empty() && !is_comment(parts.yaml) {
        // Lines between two rules, rather than front matter.
        problems.push((Position { line: parts.yaml_line, column: 1 }, Problem::FrontMatterWithoutKeys));
        let document = Document { front_matter: FrontMatter::default(), text: file.to_owned(), text_line: 1 };
        return (document, problems);
    }
    problems.extend(yaml_problems);
    let front_matter = FrontMatter::from_entries(entries, &mut problems);
    (Document { front_matter, text: parts.text.to_owned(), text_line: parts.text_line }, problems)
}

impl DateText {
    /// Reads the date; `zone` is the site's.
    pub fn read(&self, zone: &jiff::tz::TimeZone) -> Result<WrittenDate, DateError> {
        dates::read(&self.text, self.quoting, zone)
    }
}

impl FrontMatter {
    fn from_entries(entries: Vec<Entry>, problems: &mut Vec<(Position, Problem)>) -> FrontMatter {
        let mut found = FrontMatter::default();
        let (mut category, mut tag) = (Vec::new(), Vec::new());
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
                "published" => found.published = value.truth(),
                "permalink" => found.permalink = value.text(),
                "author" => found.author = value.people(),
                "image" => found.image = value.image(),
                "lang" => found.lang = value.text(),
                "slug" => found.slug = value.text(),
                _ => {}
            }
        }
        // Jekyll adds a category to the categories, but takes a tag in place of the tags.
        found.categories.extend(category);
        if !tag.is_empty() {
            found.tags = tag;
        }
        found
    }
}

fn is_comment(yaml: &str) -> bool {
    yaml.lines().all(|line| line.trim().is_empty() || line.starts_with('#'))
}

#[cfg(test)]
mod tests;
