//! From front matter as written to a post as meant.

use jiff::tz::TimeZone;

use super::{Liquid, Post, PostKind, Visibility, path_in_site, title};
use crate::permalink::Permalink;
use crate::press::config::Config;
use crate::press::diagnostic::{Position, Problem};
use crate::press::excerpt::separator_line;
use crate::press::front_matter::{self, Cover, FrontMatter, Written};
use crate::press::language::language_tag;
use crate::press::line_map::LineMap;
use crate::press::permalink_style::{Parts, PermalinkStyle, post_id};
use crate::press::reading::CONTENTS_LABEL;
use crate::press::source::name::{DatedName, of_path, split_extension};
use crate::press::source::{Markup, SourceFile};

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
            authors,
            image,
            image_alt,
            cover,
            cover_alt,
            pinned,
            series,
            comments,
            lang,
            slug,
            excerpt_separator,
            render_with_liquid,
            redirect_from,
            redirect_to,
            translation_key,
            sitemap,
            toc,
            toc_label,
        } = document.front_matter;
        let name = of_path(&self.source.path);
        let (stem, _) = split_extension(name).unwrap_or((name, ""));
        let dated = DatedName::parse(name).filter(|_| self.kind != PostKind::Page);
        let name_slug = dated.map_or(stem, |dated| dated.slug).trim_end_matches('.');

        let written = self.date("date", date);
        let written = self.or_day_of_name(written, dated, name_slug)?;
        let categories: Vec<String> = self.folder_categories().chain(categories).collect();
        let (permalink, url, id) = {
            let clock = match (&written, &self.config.time_zone) {
                (Some(written), Some(zone)) => written.clock_in(zone),
                (Some(written), None) => written.clock(),
                (None, _) => self.zone.to_datetime(self.now),
            };
            let slug = slug.as_ref().map_or(name_slug, |slug| &slug.value);
            let path = self.path_without_extension();
            let (permalink, url) =
                self.address(permalink, &Parts { path: &path, slug, categories: &categories, clock });
            let id = post_id(&url, slug);
            (permalink, url, id)
        };
        let visibility = match (published, self.kind, &written) {
            (Some(Written { value: false, .. }), ..) => Visibility::Unpublished,
            (_, PostKind::Draft, _) => Visibility::Draft,
            (_, PostKind::Post, Some(written)) if self.now < written.instant => Visibility::Future,
            _ => Visibility::Shown,
        };
        let excerpt_separator =
            excerpt_separator.map_or_else(|| self.config.excerpt_separator.clone(), |separator| separator.value);
        let image = image.map(|image| image.value).unwrap_or_default();
        let (cover, cover_alt) = match cover.map(|cover| cover.value) {
            Some(Cover::Hidden) => (String::new(), String::new()),
            Some(Cover::Own(cover)) => (cover, cover_alt),
            Some(Cover::Image) | None => (image.clone(), image_alt),
        };
        let title = title.map(|title| title::plain(&title.value)).filter(|title| !title.is_empty());
        Some(Post {
            source: self.source.shown.clone(),
            path_in_site: path_in_site(&self.source.path, self.kind).into_owned(),
            markup,
            kind: self.kind,
            title: title.unwrap_or_else(|| title::from_name(name_slug)),
            written,
            last_modified_at: self.date("last_modified_at", last_modified_at).map(|date| date.timestamp),
            permalink,
            url,
            id,
            authors: unique(&authors),
            description: one_line(description),
            excerpt: excerpt.map(|excerpt| excerpt.value).unwrap_or_default(),
            categories: unique(&categories),
            tags: unique(&tags),
            lang: self.language(lang),
            image,
            cover,
            cover_alt,
            is_pinned: pinned.is_some_and(|pinned| pinned.value),
            series: one_line(series),
            translation_key: one_line(translation_key),
            is_in_sitemap: sitemap.is_none_or(|sitemap| sitemap.value),
            has_comments: comments.is_none_or(|comments| comments.value),
            visibility,
            excerpt_end: separator_line(&document.text, &excerpt_separator)
                .map(|line| line.saturating_add(document.text_line.saturating_sub(1))),
            excerpt_separator,
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
            contents: toc.filter(|toc| toc.value).map(|_| one_line(toc_label)).map(label_or_default),
            heading_ids: Vec::new(),
        })
    }

    /// The address, and what Jekyll calls the URL.
    fn address(&mut self, own: Option<Written<String>>, parts: &Parts<'_>) -> (Permalink, String) {
        if let Some(Written { value, position }) = own {
            match PermalinkStyle::parse_template(&value) {
                Ok(style) => return (style.permalink(parts), style.url(parts)),
                Err(problem) => self.problems.push((position, problem)),
            }
        }
        if self.kind == PostKind::Page {
            let permalink = PermalinkStyle::page(parts.path);
            let url = permalink.to_string();
            return (permalink, url);
        }
        (self.config.permalink.permalink(parts), self.config.permalink.url(parts))
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

    /// The path below the folder that makes the file what it is. In Jekyll a draft's is the whole.
    fn path_without_extension(&self) -> String {
        let path = if self.kind == PostKind::Draft { self.source.path.clone() } else { self.source.site_path() };
        split_extension(&path).map_or(path.as_str(), |(stem, _)| stem).to_owned()
    }
}

fn label_or_default(label: String) -> String {
    if label.is_empty() { CONTENTS_LABEL.to_owned() } else { label }
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
