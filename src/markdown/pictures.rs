//! Pictures: room kept for them before they are there, smaller copies for small screens, captions.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, url};
use crate::base::Base;
use crate::bundle::{Annotations, Picture, WIDEST_COPY, copy_of};
use crate::html::escape;

mod caption;

use caption::{Caption, caption, is_space, may_begin_figure};

/// How wide a picture is shown at the most: as wide as the column of text, which `--measure` of
/// `src/style/tokens.css` sets.
pub(crate) const SIZES: &str = "(max-width: 50rem) 94vw, 46rem";

/// Writes pictures as elements, with what the press has found out about them. One that stands alone in its paragraph
/// and has a title, or a line of emphasis below it as some themes have captions, becomes a figure. What may not be
/// named is left to the next stage.
pub(super) struct Figures<'a> {
    events: Events<'a>,
    base: &'a Base,
    annotations: &'a Annotations,
    /// What was only looked at, last first.
    pending: Vec<Event<'a>>,
    /// What is finished, last first.
    ready: Vec<Event<'a>>,
    /// Whether a picture came before. The first may be in sight at once, so it does not wait for that.
    is_later: bool,
}

impl<'a> Figures<'a> {
    pub(super) fn new(events: Events<'a>, base: &'a Base, annotations: &'a Annotations) -> Self {
        Figures { events, base, annotations, pending: Vec::new(), ready: Vec::new(), is_later: false }
    }

    fn read(&mut self) -> Option<Event<'a>> {
        self.pending.pop().or_else(|| self.events.next())
    }

    /// The beginning of a paragraph, which is read to its end if it may be a figure.
    fn paragraph(&mut self) -> Event<'a> {
        for event in self.events.by_ref() {
            let is_end = matches!(event, Event::End(TagEnd::Paragraph));
            self.pending.push(event);
            if is_end || !may_begin_figure(&self.pending[0]) {
                break;
            }
        }
        let caption = caption(&self.pending);
        self.pending.reverse();
        if caption == Caption::None {
            return Event::Start(Tag::Paragraph);
        }
        self.figure(caption);
        // A block of raw HTML writes no tags of its own, and the article is never cut inside of it.
        Event::Start(Tag::HtmlBlock)
    }

    fn figure(&mut self, caption: Caption) {
        let mut figure = vec![Event::Html("<figure>".into())];
        let mut is_below_picture = caption == Caption::Emphasis;
        while let Some(event) = self.pending.pop() {
            match event {
                Event::Start(Tag::Image { dest_url, title, .. }) if caption == Caption::Title => {
                    figure.push(self.picture(&dest_url, ""));
                    // The end of the link that may be around it, or of the paragraph.
                    figure.extend(self.pending.pop().filter(|event| matches!(event, Event::End(TagEnd::Link))));
                    figure.push(Event::Html("<figcaption>".into()));
                    figure.push(Event::Text(title));
                }
                Event::Start(Tag::Image { dest_url, title, .. }) => figure.push(self.picture(&dest_url, &title)),
                // The emphasis is no more than the mark of a caption.
                event if is_below_picture && is_space(&event) => {
                    is_below_picture = false;
                    self.pending.pop();
                    self.pending.drain(..2);
                    figure.push(Event::Html("<figcaption>".into()));
                }
                Event::End(TagEnd::Paragraph) => {}
                other => figure.push(other),
            }
        }
        figure.push(Event::Html("</figcaption></figure>\n".into()));
        figure.push(Event::End(TagEnd::HtmlBlock));
        figure.reverse();
        self.ready = figure;
    }

    /// The element of a picture of which the start was read, and all of which is read then.
    fn picture(&mut self, address: &str, title: &str) -> Event<'a> {
        let alt = self.alt();
        let (target, suffix) = address.split_at(address.find(['#', '?']).unwrap_or(address.len()));
        let path = url::resolve(target, self.base, &self.annotations.links);
        let scheme = match suffix {
            // GitHub's way of saying that a picture is for one color scheme only.
            "#gh-light-mode-only" => "light",
            "#gh-dark-mode-only" => "dark",
            _ => "",
        };
        let mut html = "<img".to_owned();
        let mut attribute = |name: &str, value: &str| {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            html.push_str(&escape(value));
            html.push('"');
        };
        // Before the address, for whoever sets them one by one.
        let is_lazy = self.is_later || !scheme.is_empty();
        self.is_later = true;
        if is_lazy {
            attribute("loading", "lazy");
        }
        attribute("decoding", "async");
        let pictures = &self.annotations.pictures;
        if let Ok(position) = pictures.binary_search_by(|(known, _)| known.as_str().cmp(target)) {
            let picture = &pictures[position].1;
            attribute("width", &picture.width.to_string());
            attribute("height", &picture.height.to_string());
            if !picture.copies.is_empty() {
                attribute("srcset", &source_set(&path, picture));
                attribute("sizes", SIZES);
            }
        }
        if !scheme.is_empty() {
            attribute("class", scheme);
        }
        let mut source = path.into_owned();
        source.push_str(suffix);
        attribute("src", &source);
        attribute("alt", &alt);
        if !title.is_empty() {
            attribute("title", title);
        }
        html.push('>');
        Event::InlineHtml(html.into())
    }

    /// The words of a picture of which the start was read, to its end.
    fn alt(&mut self) -> String {
        let mut alt = String::new();
        let mut depth = 0_u32;
        while let Some(event) = self.read() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                Event::Text(text) | Event::Code(text) => alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        alt
    }
}

impl<'a> Iterator for Figures<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(event) = self.ready.pop() {
            return Some(event);
        }
        Some(match self.read()? {
            Event::Start(Tag::Paragraph) => self.paragraph(),
            Event::Start(Tag::Image { dest_url, title, .. }) if url::is_safe_medium(&dest_url) => {
                self.picture(&dest_url, &title)
            }
            other => other,
        })
    }
}

/// The copies of a picture, for the browser to choose from, and the picture itself if it may be chosen.
pub(crate) fn source_set(address: &str, picture: &Picture) -> String {
    let mut set = String::new();
    let mut add = |address: &str, width: u32| {
        if !set.is_empty() {
            set.push_str(", ");
        }
        set.push_str(&address.replace(' ', "%20"));
        set.push(' ');
        set.push_str(&width.to_string());
        set.push('w');
    };
    for width in &picture.copies {
        add(&copy_of(address, *width), *width);
    }
    if picture.copies.last() != Some(&picture.width) && picture.width <= WIDEST_COPY {
        add(address, picture.width);
    }
    set
}
