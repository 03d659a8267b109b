//! What a text refers to, for those who check and resolve it.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::allowed::{self, Fate};
use super::lines::{Line, Places, joined};
use super::raw_html::block_lines;
use super::tag::{Token, tokens};
use crate::bundle::Markup;

/// An address that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// As the renderer will look it up, with query and fragment.
    pub address: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands in the text: the bytes of the link, picture or tag.
    pub range: Range<usize>,
}

/// What an address is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To follow.
    Link,
    /// To show as a picture, which is all of the range.
    Picture {
        /// The words for who cannot see it, with character references if it is a tag's.
        alt: String,
        /// Whether it is a tag by itself that begins a block of raw HTML.
        begins_block: bool,
    },
    /// To show or play as a part of something larger.
    Medium,
}

/// The addresses of all links and pictures, Markdown's and raw HTML's, in order.
pub fn targets(text: &str, markup: Markup) -> Vec<Target> {
    let mut collector = Collector::default();
    match markup {
        Markup::Markdown => {
            let mut events = Parser::new_ext(text, super::extensions()).into_offset_iter();
            while let Some((event, range)) = events.next() {
                collector.event(event, range, &mut events);
            }
        }
        Markup::Html => collector.html(&[Line { html: text.into(), start: 0 }]),
    }
    collector.targets
}

#[derive(Default)]
struct Collector {
    targets: Vec<Target>,
    /// The pictures around the present place; those inside are only words.
    pictures: u32,
    /// The element whose inside is not shown.
    skipping: Option<String>,
    /// Where the present block of raw HTML begins.
    block: Option<usize>,
}

impl Collector {
    fn event<'a>(
        &mut self,
        event: Event<'a>,
        range: Range<usize>,
        events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    ) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                if self.pictures == 0 && self.skipping.is_none() {
                    let purpose = Purpose::Picture { alt: String::new(), begins_block: false };
                    self.targets.push(Target { address: dest_url.into_string(), purpose, range });
                }
                self.pictures += 1;
            }
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if 0 < self.pictures => self.alt(&words),
            Event::SoftBreak | Event::HardBreak if 0 < self.pictures => self.alt(" "),
            _ if 0 < self.pictures => {}
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) if self.skipping.is_none() => {
                self.targets.push(Target { address: dest_url.into_string(), purpose: Purpose::Link, range });
            }
            Event::Start(Tag::HtmlBlock) => {
                let lines = block_lines(events);
                let indent = lines.first().map_or(0, |line| line.html.len() - line.html.trim_start().len());
                self.block = lines.first().map(|line| line.start + indent);
                self.html(&lines);
                self.block = None;
                self.skipping = None;
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.html(&[Line { html, start: range.start }]);
                // It is one tag, which may have marks of the quote or the list around it in its lines.
                for target in self.targets.iter_mut().rev().take_while(|target| target.range.start == range.start) {
                    target.range.end = range.end;
                }
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                self.skipping = None;
            }
            _ => {}
        }
    }

    fn alt(&mut self, words: &str) {
        if let Some(Target { purpose: Purpose::Picture { alt, .. }, .. }) = self.targets.last_mut() {
            alt.push_str(words);
        }
    }

    /// The tags of raw HTML, which may span lines.
    fn html(&mut self, lines: &[Line<'_>]) {
        let whole = joined(lines);
        let mut place = Places::new(lines);
        let mut rest = tokens(&whole);
        while let Some(token) = rest.next() {
            match token {
                Token::End { name, .. } if self.skipping.as_ref() == Some(&name) => self.skipping = None,
                Token::Start { name, attributes, source } if self.skipping.is_none() => {
                    let end = whole.len() - rest.remaining();
                    let range = place.of(end - source.len())..place.of(end - 1) + 1;
                    self.tag(name, &attributes, &range);
                }
                _ => {}
            }
        }
    }

    fn tag(&mut self, name: String, attributes: &[(String, &str)], range: &Range<usize>) {
        let is_frame = match allowed::fate(&name) {
            Fate::Keep(_) => false,
            Fate::LinkToSource => true,
            Fate::DropInside => return self.skipping = Some(name),
            Fate::DropTag | Fate::ShowAsText => return,
        };
        for (key, address) in attributes {
            let purpose = match (name.as_str(), key.as_str()) {
                ("a", "href") => Purpose::Link,
                (_, "src") if is_frame => Purpose::Link,
                ("img", "src") => {
                    let alt = attributes.iter().find(|(key, _)| key == "alt").map_or("", |(_, alt)| alt);
                    Purpose::Picture { alt: alt.to_owned(), begins_block: self.block == Some(range.start) }
                }
                (_, "src" | "poster") => Purpose::Medium,
                _ => continue,
            };
            self.targets.push(Target { address: address.trim_ascii().to_owned(), purpose, range: range.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str, markup: Markup) -> Vec<String> {
        targets(text, markup).into_iter().map(|target| target.address).collect()
    }

    #[test]
    fn finds_addresses_of_every_kind() {
        let text = "[a](b.md#c) ![p](x.png) [r]\n\n<img src='y.png'> <a\nhref=z.html>\n\n[r]: z.md\n\n\
                    <div>\n<video\n  src=v.mp4 poster=p.jpg></video>\n</div>\n\n<iframe src=f.html></iframe>\n";
        let expected = ["b.md#c", "x.png", "z.md", "y.png", "z.html", "v.mp4", "p.jpg", "f.html"];
        assert_eq!(addresses(text, Markup::Markdown), expected);
        assert_eq!(addresses("<p>[a](b) <a href=' c '>", Markup::Html), ["c"]);
    }

    #[test]
    fn leaves_out_what_no_reader_sees() {
        let text = "<script>\"<img src='a.png'>\"</script>\n\n`<img src=b.png>` <link href=c.css> <me@example.org>\n\n![[d](e)](f.png)\n";
        assert_eq!(addresses(text, Markup::Markdown), ["f.png"]);
    }

    #[test]
    fn a_range_is_all_of_the_picture() {
        let text = "> <p>\n> <img\n>   src=a.png\n>   alt='b'> é\n> </p>\n\n- [![*c* d][r]](e) <img src=f>\n\n[r]: g.png\n\n> h <img\n> src=i>\n";
        let pictures = targets(text, Markup::Markdown).into_iter().filter_map(|target| match target.purpose {
            Purpose::Picture { alt, .. } => Some((text[target.range].to_owned(), alt)),
            _ => None,
        });
        let expected = [
            ("<img\n>   src=a.png\n>   alt='b'>", "b"),
            ("![*c* d][r]", "c d"),
            ("<img src=f>", ""),
            ("<img\n> src=i>", ""),
        ];
        assert_eq!(pictures.collect::<Vec<_>>(), expected.map(|(text, alt)| (text.to_owned(), alt.to_owned())));
    }
}
