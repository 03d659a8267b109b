//! The keys of `lectern.toml`.

use crate::press::nearest_name::{likeness, nearest_name};

/// All keys, in the order of the reference.
pub(super) const KEYS: &[&str] = &[
    "title",
    "description",
    "author",
    "edit",
    "url",
    "base",
    "lang",
    "permalink",
    "timezone",
    "posts_per_page",
    "paginate_path",
    "excerpt_separator",
    "future",
    "show_drafts",
    "unpublished",
    "markdown",
    "emoji",
    "kramdown",
    "media_from",
    "embeds",
    "picture_copies",
    "offline",
    "social_pictures",
    "theme",
    "comments",
    "feed_entries",
    "feed_paths",
    "llms",
    "indexnow",
    "git_dates",
    "unchecked_links",
    "defaults",
    "site",
];

/// What Jekyll calls some of them.
const JEKYLL_KEYS: [(&str, &str); 4] =
    [("baseurl", "base"), ("paginate", "posts_per_page"), ("name", "title"), ("locale", "lang")];

/// How like a key must be to a known one for that to be meant.
const LIKE_ENOUGH: f64 = 0.6;

/// The key that was probably meant.
pub(super) fn meant(key: &str) -> Option<&'static str> {
    let renamed = JEKYLL_KEYS.iter().find(|(jekyll, _)| *jekyll == key).map(|(_, ours)| *ours);
    renamed.or_else(|| nearest(key, KEYS))
}

/// The name that is like another one.
pub(super) fn nearest(key: &str, names: &[&'static str]) -> Option<&'static str> {
    nearest_name(key, names.iter().copied()).filter(|near| LIKE_ENOUGH <= likeness(key, near))
}
