//! What a picture shows, before anything is drawn.

use resvg::tiny_skia::Pixmap;

use super::cache::Key;
use super::title::drawable;
use crate::press::config::Config;
use crate::press::icons::Icon;
use crate::press::post::Post;
use crate::press::theme_colors::{Rgb, light_and_dark};
use crate::site::Site;

/// The words of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Card {
    /// In large letters.
    pub(super) title: String,
    /// Below it, smaller. May be empty.
    pub(super) text: String,
    /// At the bottom, beside the icon.
    pub(super) name: String,
    /// At the other end of that line. May be empty.
    pub(super) author: String,
    /// BCP 47 tag of the title's language.
    pub(super) lang: String,
}

/// What all pictures of a site have in common.
pub(super) struct Look {
    pub(super) paper: Rgb,
    pub(super) ink: Rgb,
    pub(super) soft: Rgb,
    pub(super) rule: Rgb,
    pub(super) accent: Rgb,
    pub(super) icon: Pixmap,
}

/// Width and height of the icon.
pub(super) const ICON: u32 = 64;

impl Card {
    /// That of a document.
    pub(super) fn of_document(post: &Post, site: &Site) -> Card {
        let authors = post.authors.join(", ");
        let title = Some(drawable(&post.title)).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| drawable(&site.title));
        let lang = if post.lang.is_empty() { &site.lang } else { &post.lang };
        Card {
            lang: language(&title, lang),
            title,
            text: String::new(),
            name: drawable(&site.title),
            author: unless(drawable(if authors.is_empty() { &site.author } else { &authors }), &site.title),
        }
    }

    /// That of the site itself, which all its lists share.
    pub(super) fn of_site(site: &Site) -> Card {
        let title = drawable(&site.title);
        let host = site.url.split_once("://").map_or(site.url.as_str(), |(_, host)| host);
        Card {
            lang: language(&title, &site.lang),
            title,
            text: drawable(&site.description),
            name: format!("{host}{}", site.base.as_str().trim_end_matches('/')),
            author: unless(drawable(&site.author), &site.title),
        }
    }

    /// The same without its title, which no font can draw: the site stands for it.
    pub(super) fn without_title(&self, site: &Site) -> Card {
        let of_site = Card::of_site(site);
        Card { text: String::new(), author: self.author.clone(), ..of_site }
    }

    /// What tells it from all others.
    pub(super) fn key(&self, look: &Look) -> Key {
        let Card { title, text, name, author, lang } = self;
        let Look { paper, ink, soft, rule, accent, icon } = look;
        let words = [title, text, name, author, lang].map(|words| words.as_bytes());
        Key::of(
            words
                .into_iter()
                .chain([paper, ink, soft, rule, accent].map(|color| color.as_slice()))
                .chain([icon.data()]),
        )
    }
}

impl Look {
    /// The colors of a site's light pages, and its icon.
    pub(super) fn new(config: &Config, icon: &Icon) -> Look {
        let light = |name| light_and_dark(config, name).0;
        Look {
            paper: light("paper"),
            ink: light("ink"),
            soft: light("ink-soft"),
            rule: light("rule"),
            accent: light("accent"),
            icon: icon.draw(ICON),
        }
    }
}

fn unless(author: String, title: &str) -> String {
    if author == title { String::new() } else { author }
}

/// The language of a title: authors often leave its name out where the letters tell it.
fn language(title: &str, lang: &str) -> String {
    let has = |first: char, last: char| title.chars().any(|char| (first..=last).contains(&char));
    match lang.get(..2) {
        Some("ja" | "zh" | "ko" | "yu") => lang.to_owned(),
        _ if has('\u{3041}', '\u{30ff}') => "ja".to_owned(),
        _ if has('\u{ac00}', '\u{d7a3}') => "ko".to_owned(),
        _ if has('\u{3400}', '\u{9fff}') => "zh".to_owned(),
        _ => lang.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_languages_that_nobody_named() {
        for (title, lang, told) in [
            ("Hello", "de", "de"),
            ("東京の夜", "en", "ja"),
            ("東京", "en", "zh"),
            ("東京", "ja", "ja"),
            ("서울의 밤", "", "ko"),
            ("東京", "zh-Hant", "zh-Hant"),
        ] {
            assert_eq!(language(title, lang), told, "{title}");
        }
    }
}
