//! The placeholders of templates.

use super::{NAMELESS, Parts};
use crate::press::jekyll::slugify::{Mode, cased, slugify};
use crate::press::nearest_name::nearest_name;

/// A part of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placeholder {
    /// A part of the date, as the format of `strftime`.
    Clock(&'static str),
    Title,
    Slug,
    Name,
    Path,
    Categories,
    SlugifiedCategories,
    Collection,
    Extension,
}

const NAMES: [(&str, Placeholder); 25] = [
    ("year", Placeholder::Clock("%Y")),
    ("short_year", Placeholder::Clock("%y")),
    ("month", Placeholder::Clock("%m")),
    ("i_month", Placeholder::Clock("%-m")),
    ("short_month", Placeholder::Clock("%b")),
    ("long_month", Placeholder::Clock("%B")),
    ("day", Placeholder::Clock("%d")),
    ("i_day", Placeholder::Clock("%-d")),
    ("y_day", Placeholder::Clock("%j")),
    ("short_day", Placeholder::Clock("%a")),
    ("long_day", Placeholder::Clock("%A")),
    ("w_year", Placeholder::Clock("%G")),
    ("week", Placeholder::Clock("%V")),
    ("w_day", Placeholder::Clock("%u")),
    ("hour", Placeholder::Clock("%H")),
    ("minute", Placeholder::Clock("%M")),
    ("second", Placeholder::Clock("%S")),
    ("title", Placeholder::Title),
    ("slug", Placeholder::Slug),
    ("name", Placeholder::Name),
    ("path", Placeholder::Path),
    ("categories", Placeholder::Categories),
    ("slugified_categories", Placeholder::SlugifiedCategories),
    ("collection", Placeholder::Collection),
    ("output_ext", Placeholder::Extension),
];

impl Placeholder {
    pub(super) fn named(name: &str) -> Option<Placeholder> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, placeholder)| *placeholder)
    }

    /// Its name in templates.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, placeholder)| *placeholder == self).map_or("", |(name, _)| name)
    }

    /// The name that was probably meant.
    pub(super) fn nearest(name: &str) -> &'static str {
        nearest_name(name, NAMES.iter().map(|(known, _)| *known)).unwrap_or("title")
    }

    /// What stands in the address.
    pub(super) fn path(self, parts: &Parts<'_>) -> String {
        match self {
            Placeholder::Clock(format) => parts.clock.strftime(format).to_string(),
            Placeholder::Title => dotted(cased(parts.slug, Mode::Pretty)),
            Placeholder::Slug => not_empty(slugify(parts.slug, Mode::Default)),
            Placeholder::Name => not_empty(slugify(parts.path.rsplit('/').next().unwrap_or_default(), Mode::Default)),
            Placeholder::Path => parts.path.to_owned(),
            Placeholder::Categories => unique(parts.categories.iter().map(|name| name.to_lowercase())),
            Placeholder::SlugifiedCategories => {
                unique(parts.categories.iter().map(|name| slugify(name, Mode::Default)))
            }
            Placeholder::Collection => "posts".to_owned(),
            Placeholder::Extension => ".html".to_owned(),
        }
    }
}

fn not_empty(slug: String) -> String {
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

/// Dots alone would climb.
fn dotted(slug: String) -> String {
    if slug.bytes().all(|byte| byte == b'.') { NAMELESS.to_owned() } else { slug }
}

/// Segments in order, each once.
fn unique(names: impl Iterator<Item = String>) -> String {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept.join("/")
}
