//! From front matter as written to a post as meant.

use jiff::tz::TimeZone;

use super::{Liquid, Post, PostKind, Visibility, title};
use crate::permalink::Permalink;
use crate::press::config::Config;
use crate::press::dates::{self, DateError, WrittenDate};
use crate::press::diagnostic::{Position, Problem};
use crate::press::front_matter::{self, DateText, FrontMatter, Written};
use crate::press::language::language_tag;
use crate::press::line_map::LineMap;
use crate::press::permalink_style::{Parts, PermalinkStyle};
use crate::press::source::name::{DatedName, of_path, split_extension, suggested};
use crate::press::source::{Markup, SourceFile};
use crate::press::yaml::Quoting;

/// What a post is made of besides its file's text, and the problems found on the way.
pub(super) struct Reader<'a> {
    pub(super) source: &'a SourceFile,
    pub(super) kind: PostKind,
    pub(super) config: &'a Config,
    /// Of dates that name none.
    pub(super) zone: TimeZone,
    pub(super) now: jiff::Timestamp,
    pub(super) problems: Vec<(Position, Problem)>,
}

impl Reader<'_> {
    /// The post; `None` if it has no date at all.
    pub(super) fn post(&mut self, markup: Markup, document: front_matter::Document) -> Option<Post> {
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
            excerpt_separator,
            render_with_liquid,
            redirect_from,
            redirect_to,
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
            excerpt_separator: excerpt_separator
                .map_or_else(|| self.config.excerpt_separator.clone(), |separator| separator.value),
            liquid: match render_with_liquid {
                Some(Written { value: false, .. }) => Liquid::AsWritten,
                _ => Liquid::Evaluated,
            },
            redirect_from,
            redirect_to: redirect_to.map(|to| to.value),
            values: document.values,
            text: document.text,
            text_line: document.text_line,
            lines: LineMap::default(),
            heading_ids: Vec::new(),
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
        let text = DateText { text: dated.day.to_owned(), quoting: Quoting::Quoted };
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
