//! `lectern.toml`: the settings of a blog.

use std::num::NonZeroU32;

use jiff::tz::TimeZone;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::Base;
use crate::press::diagnostic::{Diagnostic, Position, Problem};
use crate::press::language::language_tag;
use crate::press::nearest_name::{likeness, nearest_name};
use crate::press::permalink_style::PermalinkStyle;

mod time_zone;
mod url;

/// The settings, ready for use. What is not set, or set wrongly, has its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The blog's name.
    pub title: String,
    /// One sentence on it. May be empty.
    pub description: String,
    /// Who writes. May be empty.
    pub author: String,
    /// Scheme and host, without a slash at the end. Empty if it is not set.
    pub url: String,
    /// The folder on the host.
    pub base: Base,
    /// BCP 47 tag of the blog's language.
    pub lang: String,
    /// How addresses are made.
    pub permalink: PermalinkStyle,
    /// Whose clock tells the time of dates without an offset, and the day in addresses. If it is not set, the first is
    /// UTC's and the second the author's.
    pub time_zone: Option<TimeZone>,
    /// How many posts a page of a list has.
    pub posts_per_page: NonZeroU32,
}

/// All keys, in the order of the reference.
const KEYS: [&str; 9] =
    ["title", "description", "author", "url", "base", "lang", "permalink", "timezone", "posts_per_page"];

/// What Jekyll calls some of them.
const JEKYLL_KEYS: [(&str, &str); 4] =
    [("baseurl", "base"), ("paginate", "posts_per_page"), ("name", "title"), ("locale", "lang")];

/// How like a key must be to a known one for that to be meant.
const LIKE_ENOUGH: f64 = 0.6;

/// More would make a list's page too long for any reader.
const MOST_POSTS_PER_PAGE: u32 = 1000;

/// A blog without any settings.
impl Default for Config {
    fn default() -> Config {
        Config {
            title: "A blog".to_owned(),
            description: String::new(),
            author: String::new(),
            url: String::new(),
            base: Base::parse("/"),
            lang: "en".to_owned(),
            permalink: PermalinkStyle::default(),
            time_zone: None,
            posts_per_page: NonZeroU32::MIN.saturating_add(9),
        }
    }
}

impl Config {
    /// Reads the file's text; `path` is the file's name in messages. Every problem is told, and costs its own key only.
    /// If the text is no TOML, nothing is read.
    pub fn read(path: &str, text: &str) -> (Config, Vec<Diagnostic>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader { path, text, config: Config::default(), diagnostics: Vec::new() };
        match DeTable::parse(text) {
            Ok(table) => table.get_ref().iter().for_each(|(key, value)| reader.entry(key, value)),
            Err(error) => {
                let message = error.message().lines().next().unwrap_or("no TOML").to_owned();
                reader.report(error.span().map_or(0, |span| span.start), Problem::BrokenToml { message });
            }
        }
        crate::press::diagnostic::sort(&mut reader.diagnostics);
        (reader.config, reader.diagnostics)
    }

    /// Whose clock tells the time of dates without an offset.
    pub fn clock(&self) -> TimeZone {
        self.time_zone.clone().unwrap_or(TimeZone::UTC)
    }
}

struct Reader<'a> {
    path: &'a str,
    text: &'a str,
    config: Config,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn entry(&mut self, key: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) {
        let name = key.get_ref().as_ref();
        if !KEYS.contains(&name) {
            return self.report(key.span().start, Problem::UnknownKey { key: name.to_owned(), nearest: meant(name) });
        }
        let offset = value.span().start;
        if name == "posts_per_page" {
            return self.posts_per_page(value.get_ref(), offset);
        }
        let DeValue::String(text) = value.get_ref() else {
            return self.wrong_type(name, "text in quotes", value.get_ref(), offset);
        };
        if let Some(plain) = self.plain_text(name) {
            return text.trim().clone_into(plain);
        }
        let read = match name {
            "url" => url::read(text, &mut self.config.url),
            "base" => url::read_base(text, &mut self.config.base),
            "lang" => language_tag(text)
                .map(|lang| self.config.lang = lang)
                .ok_or_else(|| Problem::BadLanguage { value: text.to_string() }),
            "permalink" => PermalinkStyle::parse(text).map(|style| self.config.permalink = style),
            _ => time_zone::read(text).map(|zone| self.config.time_zone = Some(zone)),
        };
        if let Err(problem) = read {
            self.report(offset, problem);
        }
    }

    /// The setting of a key that may be any text.
    fn plain_text(&mut self, key: &str) -> Option<&mut String> {
        match key {
            "title" => Some(&mut self.config.title),
            "description" => Some(&mut self.config.description),
            "author" => Some(&mut self.config.author),
            _ => None,
        }
    }

    fn posts_per_page(&mut self, value: &DeValue<'_>, offset: usize) {
        let DeValue::Integer(number) = value else {
            return self.wrong_type("posts_per_page", "a number such as `10`", value, offset);
        };
        let posts = u32::from_str_radix(number.as_str(), number.radix()).ok().and_then(NonZeroU32::new);
        match posts.filter(|posts| posts.get() <= MOST_POSTS_PER_PAGE) {
            Some(posts) => self.config.posts_per_page = posts,
            None => self
                .report(offset, Problem::BadPostsPerPage { value: number.to_string(), highest: MOST_POSTS_PER_PAGE }),
        }
    }

    fn wrong_type(&mut self, key: &str, wanted: &'static str, value: &DeValue<'_>, offset: usize) {
        let found = match value {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.report(offset, Problem::WrongType { key: key.to_owned(), wanted, found });
    }

    fn report(&mut self, offset: usize, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(self.path, Position::of(self.text, offset), problem));
    }
}

/// The key that was probably meant.
fn meant(key: &str) -> Option<&'static str> {
    let renamed = JEKYLL_KEYS.iter().find(|(jekyll, _)| *jekyll == key).map(|(_, ours)| *ours);
    renamed.or_else(|| nearest_name(key, KEYS.into_iter()).filter(|near| LIKE_ENOUGH <= likeness(key, near)))
}

#[cfg(test)]
mod tests;
