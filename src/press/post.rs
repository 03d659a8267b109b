//! A post: what its file says, with nothing left open.

use jiff::tz::TimeZone;

use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::press::config::Config;
use crate::press::dates::{self, DateError, WrittenDate};
use crate::press::decode::decode;
use crate::press::diagnostic::{Diagnostic, Position, Problem};
use crate::press::front_matter::{self, DateText, FrontMatter, Written};
use crate::press::language::language_tag;
use crate::press::permalink_style::{Parts, PermalinkStyle};
use crate::press::source::name::{DatedName, of_path, split_extension, suggested};
use crate::press::source::{Markup, SourceFile, SourceKind};

pub mod title;

/// A post, a draft or a standalone page. Empty text means that none is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its file, as shown to the author.
    pub source: String,
    /// The language of its text.
    pub markup: Markup,
    /// What it is.
    pub kind: PostKind,
    /// Plain text, never empty.
    pub title: String,
    /// When it was written. Only pages may have none.
    pub written: Option<WrittenDate>,
    /// When it was last changed, if its author says so.
    pub last_modified_at: Option<Timestamp>,
    /// Where it lives.
    pub permalink: Permalink,
    /// Its author, if not the site's.
    pub author: String,
    /// What it is about, on one line.
    pub description: String,
    /// Opening words that its author chose.
    pub excerpt: String,
    /// Names, each once.
    pub categories: Vec<String>,
    /// Names, each once.
    pub tags: Vec<String>,
    /// BCP 47 tag, if not the site's.
    pub lang: String,
    /// A URL or a site path.
    pub image: String,
    /// Whether readers are to see it.
    pub visibility: Visibility,
    /// What follows the front matter.
    pub text: String,
    /// The line of the file in which the text begins, from 1.
    pub text_line: u32,
}

/// What a text is by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostKind {
    /// A post.
    Post,
    /// A post in `_drafts`.
    Draft,
    /// A standalone page.
    Page,
}

/// Whether readers are to see a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// They are.
    Shown,
    /// Not before it is moved out of the drafts.
    Draft,
    /// Not before its date.
    Future,
    /// Not as long as it says `published: false`, draft or not.
    Unpublished,
}

/// Reads a file of the posts folder. `None` for an asset, and for a post that has no date at all. A fault in the file
/// becomes a diagnostic, and costs no more than the value it is in.
pub fn read_post(
    source: &SourceFile,
    bytes: &[u8],
    config: &Config,
    now: jiff::Timestamp,
) -> (Option<Post>, Vec<Diagnostic>) {
    let (kind, markup) = match source.kind {
        SourceKind::Post(markup) => (PostKind::Post, markup),
        SourceKind::Draft(markup) => (PostKind::Draft, markup),
        SourceKind::Page(markup) => (PostKind::Page, markup),
        SourceKind::Asset => return (None, Vec::new()),
    };
    let (file, mut problems) = decode(bytes);
    let (document, front_matter_problems) = front_matter::read(&file);
    problems.extend(front_matter_problems);
    let mut reader = Reader { source, kind, config, zone: config.clock(), now, problems };
    let post = reader.post(markup, document);
    let diagnostics = reader.problems.into_iter();
    let mut diagnostics: Vec<Diagnostic> =
        diagnostics.map(|(position, problem)| Diagnostic::new(&source.shown, position, problem)).collect();
    crate::press::diagnostic::sort(&mut diagnostics);
    (post, diagnostics)
}

struct Reader<'a> {
    source: &'a SourceFile,
    kind: PostKind,
    config: &'a Config,
    zone: TimeZone,
    now: jiff::Timestamp,
    problems: Vec<(Position, Problem)>,
}

impl Reader<'_> {
    fn post(&mut self, markup: Markup, document: front_matter::Document) -> Option<Post> {
        let FrontMatter {
            title,
            date,
            last_modified_at,
            categories,
            tags,
            description,
            excerpt,
            published,
            permalink,
            author,
            image,
            lang,
            slug,
        } = document.front_matter;
        let name = of_path(&self.source.path);
        let (stem, _) = split_extension(name).unwrap_or((name, ""));
        let dated = DatedName::parse(name).filter(|_| self.kind != PostKind::Page);
        let name_slug = dated.map_or(stem, |dated| dated.slug);

        let written = self.date("date", date);
        let written = self.or_day_of_name(written, dated, name_slug)?;
        let categories: Vec<String> = self.folder_categories().chain(categories).collect();
        let permalink = {
            let clock = match (&written, &self.config.time_zone) {
                (Some(written), Some(zone)) => written.clock_in(zone),
                (Some(written), None) => written.clock(),
                (None, _) => self.zone.to_datetime(self.now),
            };
            let slug = slug.as_ref().map_or(name_slug, |slug| &slug.value);
            let path = self.path_without_extension();
            self.permalink(permalink, &Parts { path: &path, slug, categories: &categories, clock })
        };
        let visibility = match (published, self.kind, &written) {
            (Some(Written { value: false, .. }), ..) => Visibility::Unpublished,
            (_, PostKind::Draft, _) => Visibility::Draft,
            (_, PostKind::Post, Some(written)) if self.now < written.instant => Visibility::Future,
            _ => Visibility::Shown,
        };
        let title = title.map(|title| title::plain(&title.value)).filter(|title| !title.is_empty());
        Some(Post {
            source: self.source.shown.clone(),
            markup,
            kind: self.kind,
            title: title.unwrap_or_else(|| title::from_name(name_slug)),
            written,
            last_modified_at: self.date("last_modified_at", last_modified_at).map(|date| date.timestamp),
            permalink,
            author: one_line(author),
            description: one_line(description),
            excerpt: excerpt.map(|excerpt| excerpt.value).unwrap_or_default(),
            categories: unique(&categories),
            tags: unique(&tags),
            lang: self.language(lang),
            image: image.map(|image| image.value).unwrap_or_default(),
            visibility,
            text: document.text,
            text_line: document.text_line,
        })
    }

    /// Reads a date of the front matter.
    fn date(&mut self, key: &'static str, date: Option<Written<DateText>>) -> Option<WrittenDate> {
        let Written { value, position } = date?;
        let problem = match value.read(&self.zone) {
            Ok(date) => return Some(date),
            Err(DateError::NotADate) => Problem::NotADate { key, value: value.text },
            Err(DateError::Impossible(part)) => Problem::ImpossibleDate { key, part },
        };
        self.problems.push((position, problem));
        None
    }

    /// The date that counts: the front matter's before the name's. `None` if the file is no post for want of both.
    fn or_day_of_name(
        &mut self,
        written: Option<WrittenDate>,
        dated: Option<DatedName<'_>>,
        slug: &str,
    ) -> Option<Option<WrittenDate>> {
        let name = of_path(&self.source.path);
        match (written, dated, self.kind) {
            (Some(written), None, PostKind::Post) => {
                let better = suggested(written.clock().date(), slug, name);
                self.problems.push((Position::START, Problem::NoDateInName { better }));
                Some(Some(written))
            }
            (written, _, PostKind::Page) => Some(written),
            (Some(written), ..) => Some(Some(written)),
            (None, Some(dated), _) => Some(Some(self.day_of_name(dated, name)?)),
            (None, None, PostKind::Draft) => {
                let instant = self.source.modified.unwrap_or(self.now);
                Some(dates::on_site_clock(instant, &self.zone))
            }
            (None, None, PostKind::Post) => {
                let today = self.zone.to_datetime(self.now).date();
                // What else is wrong with a file that is not shown is of no interest.
                self.problems.retain(|(_, problem)| {
                    matches!(problem, Problem::NotADate { .. } | Problem::ImpossibleDate { .. })
                });
                self.problems.push((Position::START, Problem::NoDate { better: suggested(today, slug, name) }));
                None
            }
        }
    }

    fn day_of_name(&mut self, dated: DatedName<'_>, name: &str) -> Option<WrittenDate> {
        let text = DateText { text: dated.day.to_owned(), quoting: crate::press::yaml::Quoting::Quoted };
        if let Ok(written) = text.read(&self.zone) {
            return Some(written);
        }
        let day = dated.nearest_day()?;
        let better = suggested(day, dated.slug, name);
        self.problems.push((Position::START, Problem::ImpossibleDayInName { better }));
        dates::midnight(day, &self.zone)
    }

    fn permalink(&mut self, own: Option<Written<String>>, parts: &Parts<'_>) -> Permalink {
        if let Some(Written { value, position }) = own {
            match PermalinkStyle::parse_template(&value) {
                Ok(style) => return style.permalink(parts),
                Err(problem) => self.problems.push((position, problem)),
            }
        }
        match self.kind {
            PostKind::Page => PermalinkStyle::page(parts.path),
            PostKind::Post | PostKind::Draft => self.config.permalink.permalink(parts),
        }
    }

    fn language(&mut self, lang: Option<Written<String>>) -> String {
        let Some(Written { value, position }) = lang else {
            return String::new();
        };
        language_tag(&value).unwrap_or_else(|| {
            self.problems.push((position, Problem::BadLanguage { value }));
            String::new()
        })
    }

    /// The folders above `_posts` or `_drafts` are categories in Jekyll; those below it are not.
    fn folder_categories(&self) -> impl Iterator<Item = String> + use<> {
        let mut above: Vec<String> = self.source.path.split('/').map(str::to_owned).collect();
        match above.iter().position(|folder| matches!(folder.as_str(), "_posts" | "_drafts")) {
            Some(special) => above.truncate(special),
            None => above.clear(),
        }
        above.into_iter()
    }

    /// The path below the folder that makes the file what it is.
    fn path_without_extension(&self) -> String {
        let path = self.source.site_path();
        split_extension(&path).map_or(path.as_str(), |(stem, _)| stem).to_owned()
    }
}

fn one_line(text: Option<Written<String>>) -> String {
    let text = text.map(|text| text.value).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names without commas at their ends, which authors take for separators; each once.
fn unique(names: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let name = name.trim_matches(|char: char| char == ',' || char.is_whitespace());
        if !name.is_empty() && !kept.iter().any(|other| other == name) {
            kept.push(name.to_owned());
        }
    }
    kept
}

#[cfg(test)]
mod tests;
