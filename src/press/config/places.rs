//! The places of many offsets of one text.

use crate::press::diagnostic::Position;

/// A mark is set every so many bytes.
const STEP: usize = 256;

/// Finds lines and columns without a walk through all of the text each time.
pub(super) struct Places<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

#[derive(Clone, Copy)]
struct Mark {
    offset: usize,
    position: Position,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Places<'a> {
        let mut marks = vec![Mark { offset: 0, position: Position::START }];
        let mut last = Mark { offset: 0, position: Position::START };
        while last.offset < text.len() {
            let offset = text.ceil_char_boundary(last.offset.saturating_add(STEP));
            last = Mark { offset, position: last.to(text, offset) };
            marks.push(last);
        }
        Places { text, marks }
    }

    /// As [`Position::of`].
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let behind = self.marks.partition_point(|mark| mark.offset <= offset);
        behind
            .checked_sub(1)
            .and_then(|at| self.marks.get(at))
            .map_or(Position::START, |mark| mark.to(self.text, offset))
    }
}

impl Mark {
    fn to(self, text: &str, offset: usize) -> Position {
        let mut position = self.position;
        for char in text.get(self.offset..offset).unwrap_or_default().chars() {
            if char == '\n' {
                position = Position { line: position.line.saturating_add(1), column: 1 };
            } else {
                position.column = position.column.saturating_add(1);
            }
        }
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_same_places() {
        let text = "title = \"챗봇\"\n\nlang = \"ko\"\n".repeat(40);
        let places = Places::new(&text);
        for offset in 0..text.len() + 2 {
            assert_eq!(places.position(offset), Position::of(&text, offset), "{offset}");
        }
        assert_eq!(Places::new("").position(7), Position::START);
    }
}
