//! Elements of Markdown as readers need them, where the library's HTML is too plain: headings with a link to
//! themselves, tables that scroll in a box of their own, tasks that a screen reader can tell, alerts with a title, and
//! blocks that find out by themselves in which direction they are written.
//!
//! Everything that is put around an element stands between the start and the end of a block, so that an article is
//! never cut in between ([`super::pieces`]).

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};

use super::Events;
use crate::html::escape;
use crate::words::{Word, Words};

/// See the [module](self).
pub(super) struct Presentation<'a> {
    events: Events<'a>,
    words: &'a Words,
    /// What was read ahead, and comes before all other events.
    again: std::vec::IntoIter<Event<'a>>,
    /// What comes out next, before anything new is read.
    ready: std::vec::IntoIter<Event<'a>>,
    /// How many blocks and spans are open.
    depth: u32,
    /// An attribute for blocks that nothing is around, if the text may have letters of both directions.
    direction: &'static str,
    /// Of the columns of the present table.
    alignments: Vec<Alignment>,
    /// Of the next cell, from 0.
    column: usize,
    /// The element of the next cell.
    cell: &'static str,
}

/// How many names of columns a table is called by.
const NAMES_OF_A_TABLE: usize = 3;

impl<'a> Presentation<'a> {
    pub(super) fn new(events: Events<'a>, text: &str, words: &'a Words) -> Self {
        Presentation {
            events,
            words,
            again: Vec::new().into_iter(),
            ready: Vec::new().into_iter(),
            depth: 0,
            direction: if may_be_right_to_left(text) { " dir=\"auto\"" } else { "" },
            alignments: Vec::new(),
            column: 0,
            cell: "",
        }
    }

    /// What comes out in the place of a start.
    fn start(&mut self, tag: Tag<'a>, is_outermost: bool) -> Vec<Event<'a>> {
        let direction = if is_outermost { self.direction } else { "" };
        match tag {
            Tag::Heading { level, id: Some(id), classes, mut attrs } => {
                if !direction.is_empty() {
                    attrs.push(("dir".into(), Some("auto".into())));
                }
                let link = format!("<a class=\"anchor\" href=\"#{}\" aria-label=\"", escape(&id));
                let mut heading = opened("<div class=\"heading\">".to_owned());
                heading.push(Event::Start(Tag::Heading { level, id: Some(id), classes, attrs }));
                let text = self.read_to(|event| matches!(event, Event::End(TagEnd::Heading(_))), &mut heading);
                self.depth -= 1;
                let label = self.words.fill(Word::LinkToSection, "{title}", text.trim());
                heading.push(Event::Html(format!("{link}{}\"></a></div>\n", escape(&label)).into()));
                heading.push(Event::End(TagEnd::HtmlBlock));
                heading
            }
            Tag::Table(alignments) => {
                self.alignments = alignments;
                let mut head = Vec::new();
                let names = self.read_to(|event| matches!(event, Event::End(TagEnd::TableHead)), &mut head);
                self.again = head.into_iter();
                let mut label = escape(self.words.get(Word::Table)).into_owned();
                for (number, name) in
                    names.split('\n').filter(|name| !name.is_empty()).take(NAMES_OF_A_TABLE).enumerate()
                {
                    label.push_str(if number == 0 { ": " } else { ", " });
                    label.push_str(&escape(name));
                }
                let mut table = opened(format!(
                    "<div class=\"table\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"{direction}>"
                ));
                // Without alignments, which the library would write as styles.
                table.push(Event::Start(Tag::Table(Vec::new())));
                table
            }
            Tag::TableCell => {
                let alignment = match self.alignments.get(self.column) {
                    Some(Alignment::Left) => "left",
                    Some(Alignment::Center) => "center",
                    Some(Alignment::Right) => "right",
                    _ => return vec![Event::Start(tag)],
                };
                opened(format!("<{} align=\"{alignment}\">", self.cell))
            }
            Tag::BlockQuote(Some(kind)) => {
                let (look, title) = match kind {
                    BlockQuoteKind::Note => ("note", Word::Note),
                    BlockQuoteKind::Tip => ("tip", Word::Tip),
                    BlockQuoteKind::Important => ("important", Word::Important),
                    BlockQuoteKind::Warning => ("warning", Word::Warning),
                    BlockQuoteKind::Caution => ("caution", Word::Caution),
                };
                let title = escape(self.words.get(title));
                // The title has a direction of its own, so that it does not decide on that of the text.
                opened(format!(
                    "<div class=\"callout callout-{look}\" role=\"note\"{direction}>\
                     <p class=\"callout-title\"{direction}>{title}</p>\n"
                ))
            }
            Tag::Paragraph if !direction.is_empty() => opened(format!("<p{direction}>")),
            Tag::BlockQuote(None) if !direction.is_empty() => opened(format!("<blockquote{direction}>\n")),
            Tag::DefinitionList if !direction.is_empty() => opened(format!("<dl{direction}>\n")),
            Tag::List(None) if !direction.is_empty() => opened(format!("<ul{direction}>\n")),
            Tag::List(Some(number)) if !direction.is_empty() => opened(format!("<ol start=\"{number}\"{direction}>\n")),
            _ => {
                if matches!(tag, Tag::TableHead | Tag::TableRow) {
                    self.column = 0;
                    self.cell = if matches!(tag, Tag::TableHead) { "th" } else { "td" };
                }
                vec![Event::Start(tag)]
            }
        }
    }

    fn task(&self, is_done: bool) -> String {
        let (sign, label) = if is_done { ("☑", Word::Done) } else { ("☐", Word::ToDo) };
        format!(
            "<span class=\"task\" role=\"checkbox\" aria-checked=\"{is_done}\" aria-disabled=\"true\" aria-label=\"{}\">\
             {sign}\u{fe0e}</span> ",
            escape(self.words.get(label))
        )
    }

    /// Takes events up to the end of an element, and gives the text in them, each cell on a line.
    fn read_to(&mut self, is_end: fn(&Event<'a>) -> bool, taken: &mut Vec<Event<'a>>) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match &event {
                Event::Text(inside) | Event::Code(inside) => text.push_str(inside),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                Event::End(TagEnd::TableCell) => text.push('\n'),
                _ => {}
            }
            let has_ended = is_end(&event);
            taken.push(event);
            if has_ended {
                break;
            }
        }
        text
    }
}

impl<'a> Iterator for Presentation<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(event) = self.ready.next() {
            return Some(event);
        }
        let event = self.again.next().or_else(|| self.events.next())?;
        let out = match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(tag, self.depth == 1)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                match end {
                    TagEnd::Table => {
                        vec![Event::End(end), Event::Html("</div>\n".into()), Event::End(TagEnd::HtmlBlock)]
                    }
                    TagEnd::BlockQuote(Some(_)) => {
                        vec![Event::Html("</div>\n".into()), Event::End(TagEnd::HtmlBlock)]
                    }
                    _ => {
                        self.column += usize::from(matches!(end, TagEnd::TableCell));
                        return Some(Event::End(end));
                    }
                }
            }
            Event::TaskListMarker(is_done) => {
                return Some(Event::InlineHtml(self.task(is_done).into()));
            }
            other => return Some(other),
        };
        self.ready = out.into_iter();
        self.ready.next()
    }
}

/// The start of an element whose end the library writes, or who asks for it.
fn opened<'a>(html: String) -> Vec<Event<'a>> {
    vec![Event::Start(Tag::HtmlBlock), Event::Html(html.into())]
}

/// Whether a text has a letter of a script that is written from right to left. The bytes of UTF-8 tell: Hebrew, Arabic
/// and the scripts like them begin with these, and Armenian, to which the attribute does no harm.
fn may_be_right_to_left(text: &str) -> bool {
    text.bytes().any(|byte| (0xd6..=0xdf).contains(&byte))
}
