//! Scripts that put something of another site into a page, and what they find there.

use super::address::Address;
use super::boxes;
use super::elements::Element;
use super::frames::standing;
use super::pattern::{fill, find};
use super::{Rewriting, services};
use crate::press::edits::Edit;

/// Scripts of services whose texts say all that matters without them: a quote, and a link to where it is from.
const SILENT: [&str; 18] = [
    "platform.twitter.com/*",
    "platform.x.com/*",
    "platform.instagram.com/*",
    "instagram.com/embed.js",
    "tiktok.com/embed.js",
    "embed.redditmedia.com/*",
    "embed.reddit.com/*",
    "embedr.flickr.com/*",
    "embed.bsky.app/*",
    "static.codepen.io/*",
    "assets.codepen.io/*",
    "cpwebassets.codepen.io/*",
    "production-assets.codepen.io/*",
    "public.codepenassets.com/*",
    "connect.facebook.net/*",
    "s.imgur.com/*",
    "assets.pinterest.com/*",
    "gist.github.com/",
];

/// Scripts that are the only trace of what they show: a pattern, its page, and what a reader finds there.
const LINKS: [(&str, &str, &str); 4] = [
    ("gist.github.com/{user}/{id}", "https://gist.github.com/{user}/{id}", "Gist"),
    ("gist.github.com/{id}", "https://gist.github.com/{id}", "Gist"),
    ("emgithub.com/embed.js?target={url}", "{url}", "Code"),
    ("emgithub.com/embed-v2.js?target={url}", "{url}", "Code"),
];

impl Rewriting<'_> {
    /// Replaces the script of a widget; leaves all others to those who take scripts out.
    pub(super) fn script(&mut self, element: &Element<'_>) -> bool {
        let tag = element.tag();
        let Some(address) = tag.value("src").as_deref().and_then(Address::parse) else { return false };
        let address = without_ending(address);
        let link = LINKS.iter().find_map(|(pattern, page, kind)| {
            let page = fill(page, &find(pattern, &address)?);
            let words = boxes::words(kind, &page, address.segments.last().map_or("", String::as_str));
            Some(boxes::outside(&page, &words, standing(element)))
        });
        let standing = standing(element);
        let opens = |embed: &services::Embed| self.policy.embeds.contains(&embed.service.name);
        let poster = || {
            let embed = services::embed(&address)?;
            Some(boxes::poster(&embed, "", None, opens(&embed), standing))
        };
        let slides = || {
            let id = tag.value("data-id").filter(|_| tag.has_class(&["speakerdeck-embed"]))?;
            let embed = services::embed(&Address::parse(&format!("https://speakerdeck.com/player/{id}"))?)?;
            Some(boxes::poster(&embed, "", None, opens(&embed), standing))
        };
        let is_silent = || SILENT.iter().any(|pattern| find(pattern, &address).is_some());
        let replacement = link.or_else(slides).or_else(poster).or_else(|| is_silent().then(String::new));
        let Some(replacement) = replacement else { return false };
        self.edits.push(Edit { range: element.range.clone(), replacement });
        true
    }

    /// Replaces what is nothing without the script of its widget.
    pub(super) fn widget(&mut self, element: &Element<'_>) -> bool {
        let tag = element.tag();
        let post = tag.value("data-instgrm-permalink").filter(|_| tag.has_class(&["instagram-media"]));
        let post = post.filter(|address| Address::parse(address).is_some());
        let Some(address) = post else { return false };
        let words = boxes::words("Post", &address, "");
        let replacement = boxes::outside(&address, &words, standing(element));
        self.edits.push(Edit { range: element.range.clone(), replacement });
        true
    }
}

/// Scripts end with `.js` where pages do not.
fn without_ending(mut address: Address) -> Address {
    let is_known = matches!(address.plain_host(), "gist.github.com" | "asciinema.org");
    if let Some(last) = address.segments.last_mut().filter(|_| is_known)
        && let Some(stem) = last.strip_suffix(".js")
    {
        *last = stem.to_owned();
    }
    address
}
