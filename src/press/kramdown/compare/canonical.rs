//! The one form of all HTML that shows the same.

use super::Strictness;
use super::attributes::attributes;

/// Writes it, tag by tag.
pub(super) struct Canonical {
    output: String,
    strictness: Strictness,
    /// Whether blanks would be the first in their block.
    is_at_edge: bool,
    /// Whether there are blanks that show if anything follows in the same block.
    has_blank: bool,
    /// How many elements around keep their blanks.
    preformatted: usize,
    /// Whether a line feed would be the first in preformatted text.
    is_at_start: bool,
    /// How many elements are open whose end tags nobody may leave out.
    depth: usize,
    /// The most of them.
    deepest: usize,
}

impl Canonical {
    pub(super) fn new(strictness: Strictness) -> Canonical {
        Canonical {
            output: String::new(),
            strictness,
            is_at_edge: true,
            has_blank: false,
            preformatted: 0,
            is_at_start: false,
            depth: 0,
            deepest: 0,
        }
    }

    pub(super) fn strictness(&self) -> Strictness {
        self.strictness
    }

    pub(super) fn deepest(&self) -> usize {
        self.deepest
    }

    pub(super) fn finish(self) -> String {
        self.output
    }

    pub(super) fn start<'v>(&mut self, name: &str, values: impl Iterator<Item = (&'v str, &'v str)>) {
        self.is_at_start = matches!(name, "pre" | "textarea");
        self.depth += usize::from(needs_end(name));
        self.deepest = self.deepest.max(self.depth);
        if is_left_out(name) {
            self.is_at_edge = true;
            self.has_blank = false;
            return;
        }
        match place(name) {
            Place::Block | Place::Break => self.has_blank = false,
            Place::Picture => self.blank(),
            Place::Span => {}
        }
        self.output.push('<');
        self.output.push_str(name);
        for (key, value) in attributes(name, values) {
            self.output.push_str(&format!(" {key}={value:?}"));
        }
        self.output.push('>');
        match place(name) {
            Place::Block | Place::Break => self.is_at_edge = true,
            Place::Picture => self.is_at_edge = false,
            Place::Span => {}
        }
        self.preformatted += usize::from(is_preformatted(name));
    }

    pub(super) fn end(&mut self, name: &str) {
        let is_block = place(name) == Place::Block;
        self.depth = self.depth.saturating_sub(usize::from(needs_end(name)));
        if is_block {
            self.is_at_edge = true;
            self.has_blank = false;
        }
        if is_preformatted(name) {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        if is_preformatted(name) || name == "code" && 0 < self.preformatted {
            let length = self.output.trim_end_matches('\n').len();
            self.output.truncate(length);
        }
        if !is_left_out(name) {
            self.output.push_str(&format!("</{name}>"));
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let text = if std::mem::take(&mut self.is_at_start) { text.strip_prefix('\n').unwrap_or(text) } else { text };
        if 0 < self.preformatted {
            self.push(text);
            return;
        }
        let is_blank = |char: char| char.is_ascii_whitespace();
        for (number, word) in text.split(is_blank).enumerate() {
            self.has_blank |= 0 < number;
            if !word.is_empty() {
                self.blank();
                self.push(word);
                self.is_at_edge = false;
            }
        }
    }

    pub(super) fn comment(&mut self, text: &str) {
        if self.strictness == Strictness::Strict {
            let words: Vec<&str> = text.split_whitespace().collect();
            self.output.push_str(&format!("<!--{}-->", words.join(" ")));
        }
    }

    fn blank(&mut self) {
        if self.has_blank && !self.is_at_edge {
            self.output.push(' ');
        }
        self.has_blank = false;
    }

    fn push(&mut self, text: &str) {
        if text.contains('<') {
            self.output.push_str(&text.replace('<', "&lt;"));
        } else {
            self.output.push_str(text);
        }
    }
}

fn is_preformatted(name: &str) -> bool {
    matches!(name, "pre" | "textarea" | "script" | "style")
}

/// Elements that browsers put where they are missing, or that show nothing.
fn is_left_out(name: &str) -> bool {
    matches!(name, "thead" | "tbody")
}

/// Whether an element has an end tag that may not be left out.
fn needs_end(name: &str) -> bool {
    let may_lack_end =
        matches!(name, "p" | "li" | "dt" | "dd" | "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "option");
    !may_lack_end && !super::tokens::is_void(name)
}

/// What an element does to the blanks around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Those at both ends, inside and outside, do not show.
    Block,
    /// Those before and after it do not show.
    Break,
    /// They show as beside a word.
    Picture,
    /// It does nothing.
    Span,
}

fn place(name: &str) -> Place {
    match name {
        "br" | "input" | "wbr" => Place::Break,
        "img" | "footnote-mark" => Place::Picture,
        "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del" | "dfn" | "em" | "font" | "i"
        | "ins" | "kbd" | "label" | "mark" | "q" | "rp" | "rt" | "ruby" | "s" | "samp" | "small" | "span"
        | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" => Place::Span,
        _ => Place::Block,
    }
}
