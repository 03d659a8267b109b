//! What the renderer makes of a text, block by block.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Parser, Tag, TagEnd, html};

use crate::markdown::{FormulaPlace, Formulas, extensions};
use crate::press::attempt::attempt;
use crate::press::kramdown::document::Maths;
use crate::press::kramdown::reference::{escape_attribute, formula};

/// A block that no other block is around.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The bytes of the text it was made of.
    pub(super) range: Range<usize>,
    /// What is shown in its place.
    pub(super) html: String,
    /// The footnotes defined in it: names and what is shown for them.
    pub(super) footnotes: Vec<(String, String)>,
    /// The headings in it.
    pub(super) headings: Vec<Heading>,
}

/// A heading of Markdown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heading {
    /// 1 to 6.
    pub(super) level: u8,
    /// The id its author gave it.
    pub(super) own_id: Option<String>,
    /// Its text without markup.
    pub(super) text: String,
}

/// The blocks of a text in order, or `None` if the parser cannot take the text.
pub(super) fn blocks(text: &str, maths: Maths) -> Option<Vec<Block>> {
    attempt(|| Blocks::default().read(text, maths))
}

/// The events of a text, each with the range it is of. Formulas are shown as Jekyll's reference has them.
fn events(text: &str, maths: Maths) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let latest = Rc::new(Cell::new(0..0));
    let seen = latest.clone();
    let events = Parser::new_ext(text, extensions()).into_offset_iter().map(move |(event, range)| {
        seen.set(range);
        event
    });
    let events: Box<dyn Iterator<Item = Event<'_>>> = match maths {
        Maths::AsInJekyll => Box::new(events),
        Maths::Formulas | Maths::FormulasInDollars => Box::new(Formulas::new(Box::new(events), Box::new(shown))),
    };
    // What is looked at ahead never leaves its block, so that the range is right wherever a block begins or ends.
    events.map(move |event| {
        let range = latest.take();
        latest.set(range.clone());
        (event, range)
    })
}

fn shown<'t>(place: FormulaPlace, tex: CowStr<'t>) -> Event<'t> {
    match place {
        FormulaPlace::Inline | FormulaPlace::Displayed => Event::InlineHtml(formula(place, &tex).into()),
        // It is shown in this way already.
        FormulaPlace::Html => Event::Text(tex),
        FormulaPlace::Block => Event::Html(format!("<p>{}</p>\n", formula(place, &tex)).into()),
    }
}

#[derive(Default)]
struct Blocks<'t> {
    blocks: Vec<Block>,
    depth: usize,
    block: Block,
    events: Vec<Event<'t>>,
    /// Open footnotes, each with the events before it.
    notes: Vec<(CowStr<'t>, Vec<Event<'t>>)>,
    in_heading: bool,
}

impl<'t> Blocks<'t> {
    fn read(mut self, text: &'t str, maths: Maths) -> Vec<Block> {
        for (event, range) in events(text, maths) {
            if self.depth == 0 {
                self.block = Block { range, ..Block::default() };
            }
            match &event {
                Event::Start(_) => self.depth += 1,
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            self.event(event);
            if self.depth == 0 {
                html::push_html(&mut self.block.html, self.events.drain(..));
                self.blocks.push(std::mem::take(&mut self.block));
            }
        }
        self.blocks
    }

    fn event(&mut self, event: Event<'t>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => self.notes.push((name, std::mem::take(&mut self.events))),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, before)) = self.notes.pop() {
                    let mut inside = String::new();
                    html::push_html(&mut inside, std::mem::replace(&mut self.events, before).into_iter());
                    self.block.footnotes.push((name.into_string(), inside));
                }
            }
            Event::FootnoteReference(name) => {
                let mark = format!("<footnote-mark name=\"{}\"></footnote-mark>", escape_attribute(&name));
                self.events.push(Event::InlineHtml(mark.into()));
            }
            Event::Start(Tag::BlockQuote(Some(kind))) => self.alert(kind),
            Event::End(TagEnd::BlockQuote(_)) => self.events.push(Event::End(TagEnd::BlockQuote(None))),
            Event::Start(Tag::Heading { level, id, classes, .. }) => {
                let own_id = id.as_ref().map(|id| id.to_string());
                self.block.headings.push(Heading { level: level as u8, own_id, text: String::new() });
                self.in_heading = true;
                self.events.push(Event::Start(Tag::Heading { level, id, classes, attrs: Vec::new() }));
            }
            event => {
                match &event {
                    Event::End(TagEnd::Heading(_)) => self.in_heading = false,
                    Event::Text(text) | Event::Code(text) if self.in_heading => {
                        if let Some(heading) = self.block.headings.last_mut() {
                            heading.text.push_str(text);
                        }
                    }
                    _ => {}
                }
                self.events.push(event);
            }
        }
    }

    /// Jekyll shows the first line of an alert as text. That the renderer makes a box of it is wanted.
    fn alert(&mut self, kind: BlockQuoteKind) {
        let name = match kind {
            BlockQuoteKind::Note => "[!NOTE]",
            BlockQuoteKind::Tip => "[!TIP]",
            BlockQuoteKind::Important => "[!IMPORTANT]",
            BlockQuoteKind::Warning => "[!WARNING]",
            BlockQuoteKind::Caution => "[!CAUTION]",
        };
        self.events.push(Event::Start(Tag::BlockQuote(None)));
        self.events.push(Event::Html(format!("<alert-mark name=\"{name}\"></alert-mark>\n").into()));
    }
}

/// HTML in which the marks of footnotes that the writer makes HTML of are marks again: what is around them becomes
/// Markdown once more, after the lowering.
pub(super) fn with_marks(html: &str) -> Cow<'_, str> {
    const START: &str = "<sup id=\"fnref:";
    if !html.contains(START) {
        return Cow::Borrowed(html);
    }
    let mut output = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once(START) {
        output.push_str(before);
        let name = behind.split_once('"').and_then(|(id, _)| id.strip_suffix(":html")).unwrap_or_default();
        let mark = format!("{name}:html\"><a href=\"#fn:{name}\" class=\"footnote\">{name}</a></sup>");
        match behind.strip_prefix(mark.as_str()).filter(|_| !name.is_empty()) {
            Some(behind) => {
                output.push_str(&format!("<footnote-mark name=\"{name}\"></footnote-mark>"));
                rest = behind;
            }
            None => {
                output.push_str(START);
                rest = behind;
            }
        }
    }
    output.push_str(rest);
    Cow::Owned(output)
}
