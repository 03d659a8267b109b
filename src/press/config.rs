//! `lectern.toml`: the settings of a blog.

use std::num::NonZeroU32;

use jiff::tz::TimeZone;
use toml::de::DeTable;

use crate::base::Base;
use crate::press::defaults::DefaultSet;
use crate::press::diagnostic::{self, Diagnostic, Position, Problem};
use crate::press::external::pattern::Pattern;
use crate::press::hidden::Hidden;
use crate::press::kramdown::document::Options;
use crate::press::media::origins::Origins;
use crate::press::media::services;
use crate::press::offline::Offline;
use crate::press::permalink_style::PermalinkStyle;
use crate::press::pictures::Copies;
use crate::press::yaml::Entry;
use crate::site::{Comments, SocialPictures};

mod comments;
mod default_sets;
mod keys;
mod kramdown_options;
mod machines;
mod media;
mod places;
mod reader;
mod theme;
mod time_zone;
mod to_toml;
mod toml_tree;
mod url;
mod variables;

pub use machines::{GitDates, LlmsFiles, Machines};
pub use to_toml::to_toml;
pub use variables::normal as normal_variables;

use reader::Reader;

/// The settings, ready for use. What is not set, or set wrongly, has its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The blog's name.
    pub title: String,
    /// One sentence on it. May be empty.
    pub description: String,
    /// Who writes. May be empty.
    pub author: String,
    /// Where the sources of posts can be changed: an address with a slash at the end. Empty if nowhere.
    pub edit: String,
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
    /// Where the second and later pages of the home list were before, with `:num` for the page's number. Empty if nowhere.
    pub paginate_path: String,
    /// Where a post's excerpt ends, unless the post names another text. Empty if posts have no excerpts.
    pub excerpt_separator: String,
    /// Which hidden posts are shown all the same.
    pub hidden: Hidden,
    /// The Markdown that posts are written in.
    pub markdown: MarkdownDialect,
    /// How kramdown reads them.
    pub kramdown: Options,
    /// Whose pictures, films and sounds are shown beside the blog's own.
    pub media_from: Origins,
    /// The services whose frames readers may open in the page, by their names.
    pub embeds: Vec<&'static str>,
    /// Whether smaller copies of large pictures are made.
    pub picture_copies: Copies,
    /// Whether readers can keep the blog on their devices.
    pub offline: Offline,
    /// Whether every page has a picture for cards, unless its author gives one.
    pub social_pictures: SocialPictures,
    /// Properties of the stylesheet, without their dashes, and their values.
    pub theme: Vec<(&'static str, String)>,
    /// Where readers' comments are kept.
    pub comments: Option<Comments>,
    /// What feed readers, search engines and other programs are told.
    pub machines: Machines,
    /// What becomes of codes such as `:smile:`.
    pub emoji: EmojiCodes,
    /// Addresses of other sites that are not asked for.
    pub unchecked_links: Vec<Pattern>,
    /// Front matter for many posts at once.
    pub defaults: Vec<DefaultSet>,
    /// Further values of `{{ site }}` for templates in posts, as [`normal_variables`] makes them.
    pub site_variables: Vec<Entry>,
}

/// Which Markdown is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MarkdownDialect {
    /// Jekyll's own.
    #[default]
    Kramdown,
    /// The common one.
    CommonMark,
}

/// What becomes of codes such as `:smile:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum EmojiCodes {
    /// Readers see the signs, as on GitHub.
    #[default]
    Shown,
    /// Readers see the codes, as in Jekyll without its plugin `jemoji`.
    AsWritten,
}

/// Jekyll's: an excerpt is the first paragraph.
const EXCERPT_SEPARATOR: &str = "\n\n";

/// A blog without any settings.
impl Default for Config {
    fn default() -> Config {
        Config {
            title: "A blog".to_owned(),
            description: String::new(),
            author: String::new(),
            edit: String::new(),
            url: String::new(),
            base: Base::parse("/"),
            lang: "en".to_owned(),
            permalink: PermalinkStyle::default(),
            time_zone: None,
            posts_per_page: NonZeroU32::MIN.saturating_add(9),
            paginate_path: String::new(),
            excerpt_separator: EXCERPT_SEPARATOR.to_owned(),
            hidden: Hidden::default(),
            markdown: MarkdownDialect::default(),
            kramdown: Options::default(),
            media_from: Origins::default(),
            embeds: Vec::new(),
            picture_copies: Copies::Made,
            offline: Offline::Possible,
            social_pictures: SocialPictures::Drawn,
            theme: Vec::new(),
            comments: None,
            machines: Machines::default(),
            emoji: EmojiCodes::default(),
            unchecked_links: Vec::new(),
            defaults: Vec::new(),
            site_variables: Vec::new(),
        }
    }
}

impl Config {
    /// Reads the file's text; `path` is the file's name in messages. Every problem is told, and costs its own key only.
    /// If the text is no TOML, nothing is read.
    pub fn read(path: &str, text: &str) -> (Config, Vec<Diagnostic>) {
        match toml_entries(text.strip_prefix('\u{feff}').unwrap_or(text)) {
            Ok(entries) => Config::from_entries(path, &entries),
            Err((position, problem)) => (Config::default(), vec![Diagnostic::new(path, position, problem)]),
        }
    }

    /// Reads the keys of `lectern.toml` and their values.
    pub fn from_entries(path: &str, entries: &[Entry]) -> (Config, Vec<Diagnostic>) {
        let mut config = Config::default();
        let mut problems = Vec::new();
        let mut reader = Reader { config: &mut config, problems: &mut problems };
        entries.iter().for_each(|entry| reader.entry(entry));
        let diagnostics = problems.into_iter().map(|(position, problem)| Diagnostic::new(path, position, problem));
        let mut diagnostics: Vec<Diagnostic> = diagnostics.collect();
        diagnostic::sort(&mut diagnostics);
        (config, diagnostics)
    }

    /// Where pictures, films and sounds may come from beside the site itself, as a content security policy says it for
    /// `img-src` and `media-src`. None of the sources has a blank or a semicolon.
    pub fn media_sources(&self) -> &[String] {
        self.media_from.sources()
    }

    /// Where frames may come from, as a content security policy says it for `frame-src`. None of the origins has a blank
    /// or a semicolon.
    pub fn frame_origins(&self) -> Vec<&'static str> {
        let comments = self.comments.as_ref().map(|_| comments::ORIGIN);
        services::origins(&self.embeds).into_iter().chain(comments).collect()
    }

    /// The rule that the theme adds to the stylesheet; empty if nothing is set.
    pub fn theme_rule(&self) -> String {
        theme::rule(&self.theme)
    }

    /// The value of a property of the stylesheet, by its name without dashes, and the stylesheet's own one.
    pub fn theme_value(&self, name: &str) -> (Option<&str>, &'static str) {
        let own = self.theme.iter().find(|(set, _)| *set == name).map(|(_, value)| value.as_str());
        (own, theme::default_value(name))
    }

    /// Whose clock tells the time of dates without an offset.
    pub fn clock(&self) -> TimeZone {
        self.time_zone.clone().unwrap_or(TimeZone::UTC)
    }
}

/// The keys and values of a TOML file, as the tree that YAML is read into. Texts are quoted, all other values plain.
pub fn toml_entries(text: &str) -> Result<Vec<Entry>, (Position, Problem)> {
    let table = DeTable::parse(text).map_err(|error| {
        let message = error.message().lines().next().unwrap_or("no TOML").to_owned();
        (Position::of(text, error.span().map_or(0, |span| span.start)), Problem::BrokenToml { message })
    })?;
    Ok(toml_tree::entries(text, table.get_ref()))
}

#[cfg(test)]
mod tests;
