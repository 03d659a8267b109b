//! What a text refers to, for those who check and resolve it.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::tag::{Token, tokens};

/// An address that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// As the renderer will look it up, with query and fragment.
    pub address: String,
    /// Where it stands in the text: the bytes of the link, picture or tag.
    pub range: Range<usize>,
}

/// The addresses of all links and pictures, Markdown's and raw HTML's, in order.
pub fn targets(text: &str) -> Vec<Target> {
    let mut targets = Vec::new();
    for (event, range) in Parser::new_ext(text, super::extensions()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                targets.push(Target { address: dest_url.into_string(), range });
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let addresses = tokens(&html).flat_map(addresses);
                targets.extend(addresses.map(|address| Target { address, range: range.clone() }));
            }
            _ => {}
        }
    }
    targets
}

fn addresses(token: Token<'_>) -> Vec<String> {
    let Token::Start { attributes, .. } = token else { return Vec::new() };
    let named = attributes.into_iter().filter(|(key, _)| matches!(key.as_str(), "href" | "src" | "poster"));
    named.map(|(_, value)| value.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_addresses_of_every_kind() {
        let text = "[a](b.md#c) ![p](x.png) [r]\n\n<img src='y.png'>\n\n[r]: z.md\n";
        let addresses: Vec<String> = targets(text).into_iter().map(|target| target.address).collect();
        assert_eq!(addresses, ["b.md#c", "x.png", "z.md", "y.png"]);
    }
}
