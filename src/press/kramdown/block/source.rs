//! A text and the place in it where the next block begins.

use std::cell::RefCell;

/// Reads a text from its beginning to its end.
pub(super) struct Source<'a> {
    text: &'a str,
    position: usize,
    /// What was looked for, from where, and where it is: so that looking for it from every line costs one pass.
    searches: RefCell<Vec<(&'static str, usize, Option<usize>)>>,
    /// See [`super::code`].
    pub(super) fences: Option<super::code::Fences>,
    /// See [`super::extension`].
    pub(super) extension_stops: Option<super::extension::Stops<'a>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Source<'a> {
        Source { text, position: 0, searches: RefCell::default(), fences: None, extension_stops: None }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    pub(super) fn set_position(&mut self, position: usize) {
        self.position = self.text.floor_char_boundary(position);
    }

    pub(super) fn advance(&mut self, bytes: usize) {
        self.set_position(self.position + bytes);
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    pub(super) fn rest(&self) -> &'a str {
        self.from(self.position)
    }

    /// The text from a place on.
    pub(super) fn from(&self, position: usize) -> &'a str {
        self.text.get(position..).unwrap_or_default()
    }

    /// The text between two places.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Reads the rest of the line, with its line feed.
    pub(super) fn take_line(&mut self) -> &'a str {
        let line = super::lines::line(self.rest());
        self.advance(line.len());
        line
    }

    /// Where a text comes next, at `from` or behind.
    pub(super) fn find(&self, wanted: &'static str, from: usize) -> Option<usize> {
        let mut searches = self.searches.borrow_mut();
        let known = searches.iter_mut().find(|(known, ..)| *known == wanted);
        if let Some((_, start, found)) = &known
            && *start <= from
            && found.is_none_or(|found| from <= found)
        {
            return *found;
        }
        let found = self.from(from).find(wanted).map(|place| from + place);
        match known {
            Some(known) => *known = (wanted, from, found),
            None => searches.push((wanted, from, found)),
        }
        found
    }

    /// Where an end tag comes next, whatever the case of its letters; `wanted` is `</` and a lower-case name.
    pub(super) fn find_end_tag(&self, wanted: &str, from: usize) -> Option<usize> {
        let mut place = from;
        loop {
            place = self.find("</", place)?;
            let found = self.text.as_bytes().get(place..place + wanted.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(wanted.as_bytes()))
                && self.from(place + wanted.len()).trim_start_matches(super::lines::is_space).starts_with('>')
            {
                return Some(place);
            }
            place += 2;
        }
    }
}
