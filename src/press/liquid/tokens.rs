//! A template cut into text, outputs and tags, where Ruby's Liquid cuts it.

use std::ops::Range;

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The bytes of it.
    pub(super) range: Range<usize>,
    /// The line in which it begins, from 1.
    pub(super) line: u32,
    pub(super) kind: TokenKind,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Shown as it is: the range without the blanks that a neighbour takes away.
    Text(Range<usize>),
    /// `{{ … }}`, with what is between.
    Output(Range<usize>),
    /// `{% name … %}`, with the name and what follows it.
    Tag(Range<usize>, Range<usize>),
    /// `{{` or `{%` that never ends properly: Jekyll refuses the whole file.
    Broken,
}

/// Cuts a text.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let mut cutter =
        Cutter { text, position: 0, counted: 0, line: 1, trims_next: false, no_raw_end: false, tokens: Vec::new() };
    cutter.run();
    cutter.tokens
}

/// Ruby's blanks.
pub(super) fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\0')
}

struct Cutter<'a> {
    text: &'a str,
    position: usize,
    counted: usize,
    line: u32,
    trims_next: bool,
    /// Whether no `{% endraw %}` follows any more.
    no_raw_end: bool,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let mut no_tag_end = false;
        let mut no_brace = false;
        while let Some(start) = self.next_opening() {
            self.text_until(start);
            let rest = self.text.get(start..).unwrap_or_default();
            let end = if rest.starts_with("{%") {
                let end = if no_tag_end { None } else { rest.get(2..).and_then(|rest| rest.find("%}")) };
                no_tag_end |= end.is_none();
                end.map(|end| start + 2 + end + 2)
            } else {
                let end = if no_brace { None } else { rest.get(2..).and_then(|rest| rest.find('}')) };
                no_brace |= end.is_none();
                end.map(|end| start + 2 + end + 1).map(|end| end + usize::from(self.byte(end) == Some(b'}')))
            };
            let end = end.unwrap_or(start + 2);
            let kind = self.kind(start, end);
            if kind == TokenKind::Broken {
                self.trims_next = false;
            } else {
                self.trim_around(start, end);
            }
            self.push(start..end, kind);
            self.position = end;
            let is_raw = matches!(self.tokens.last(), Some(Token { kind: TokenKind::Tag(name, _), .. })
                if self.text.get(name.clone()) == Some("raw"));
            if is_raw {
                self.raw();
            }
        }
        self.text_until(self.text.len());
    }

    fn next_opening(&self) -> Option<usize> {
        let mut from = self.position;
        loop {
            let brace = from + self.text.get(from..)?.find('{')?;
            if matches!(self.byte(brace + 1), Some(b'{' | b'%')) {
                return Some(brace);
            }
            from = brace + 1;
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn text_until(&mut self, end: usize) {
        if self.position == end {
            return;
        }
        let text = self.text.get(self.position..end).unwrap_or_default();
        let kept = if self.trims_next { text.trim_start_matches(is_blank).len() } else { text.len() };
        self.trims_next = false;
        self.push(self.position..end, TokenKind::Text(end - kept..end));
        self.position = end;
    }

    fn push(&mut self, range: Range<usize>, kind: TokenKind) {
        let between = self.text.as_bytes().get(self.counted..range.start).unwrap_or_default();
        let lines = between.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = range.start;
        self.tokens.push(Token { range, line: self.line, kind });
    }

    fn trim_around(&mut self, start: usize, end: usize) {
        if self.byte(start + 2) == Some(b'-')
            && let Some(Token { kind: TokenKind::Text(range), .. }) = self.tokens.last_mut()
        {
            let text = self.text.get(range.clone()).unwrap_or_default();
            range.end = range.start + text.trim_end_matches(is_blank).len();
        }
        self.trims_next = self.byte(end - 3) == Some(b'-');
    }

    fn kind(&self, start: usize, end: usize) -> TokenKind {
        let token = self.text.get(start..end).unwrap_or_default();
        if let Some(inside) = token.strip_prefix("{{") {
            let Some(inside) = inside.strip_suffix("}}") else {
                return TokenKind::Broken;
            };
            let before = usize::from(inside.starts_with('-'));
            let inside = inside.get(before..).unwrap_or_default();
            let inside = inside.strip_suffix('-').unwrap_or(inside);
            let from = start + 2 + before;
            return TokenKind::Output(from..from + inside.len());
        }
        let Some(inside) = token.strip_prefix("{%").and_then(|inside| inside.strip_suffix("%}")) else {
            return TokenKind::Broken;
        };
        let inside = inside.strip_prefix('-').unwrap_or(inside);
        let name_and_rest = inside.trim_start_matches(is_blank);
        let name_length = if name_and_rest.starts_with('#') {
            1
        } else {
            name_and_rest.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').unwrap_or(name_and_rest.len())
        };
        if name_length == 0 {
            return TokenKind::Broken;
        }
        let name = end - 2 - name_and_rest.len();
        let markup = name_and_rest.get(name_length..).unwrap_or_default();
        let blanks = markup.len() - markup.trim_start_matches(is_blank).len();
        let markup = markup.get(blanks..).unwrap_or_default();
        let markup_start = name + name_length + blanks;
        let length = markup.strip_suffix('-').unwrap_or(markup).len();
        TokenKind::Tag(name..name + name_length, markup_start..markup_start + length)
    }

    /// Behind `{% raw %}`: all is text until `{% endraw %}`, if there is one.
    fn raw(&mut self) {
        let rest = self.text.get(self.position..).unwrap_or_default();
        let end = if self.no_raw_end { None } else { end_of_raw(rest) };
        let Some((start, end)) = end else {
            self.no_raw_end = true;
            return;
        };
        let (start, end) = (self.position + start, self.position + end);
        self.trims_next = false;
        self.text_until(start);
        let kind = self.kind(start, end);
        self.push(start..end, kind);
        self.position = end;
    }
}

/// The bytes of the next `{% endraw %}`.
fn end_of_raw(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let name = from + text.get(from..)?.find("endraw")?;
        from = name + "endraw".len();
        let before = text.get(..name)?.trim_end_matches(is_blank);
        let before = before.strip_suffix("{%-").or_else(|| before.strip_suffix("{%"));
        let after = text.get(from..)?;
        let is_name = !after.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '_');
        if let Some(before) = before.filter(|_| is_name) {
            return after.find("%}").map(|end| (before.len(), from + end + 2));
        }
    }
}
