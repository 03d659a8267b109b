//! Where the lines of a text begin.

/// The line feeds of a text, found once: what asks for lines in a text of one long line, or of very many, would read
/// all of it again and again otherwise.
#[derive(Clone, Debug)]
pub(in crate::press) struct LineTable {
    feeds: Vec<usize>,
    length: usize,
}

impl LineTable {
    /// Reads a text.
    pub(in crate::press) fn new(text: &str) -> LineTable {
        LineTable { feeds: text.match_indices('\n').map(|(place, _)| place).collect(), length: text.len() }
    }

    /// The beginning of the line that a byte is in; a line feed belongs to the line that it ends.
    pub(in crate::press) fn start(&self, place: usize) -> usize {
        let before = self.feeds_before(place).checked_sub(1).and_then(|last| self.feeds.get(last));
        before.map_or(0, |feed| feed + 1)
    }

    /// The end of the line that a byte is in, behind its line feed.
    pub(in crate::press) fn end(&self, place: usize) -> usize {
        self.feeds.get(self.feeds_before(place)).map_or(self.length, |feed| feed + 1)
    }

    /// The number of the line that a byte is in, counted from 1.
    pub(in crate::press) fn number(&self, place: usize) -> u32 {
        u32::try_from(self.feeds_before(place)).map_or(u32::MAX, |line| line.saturating_add(1))
    }

    fn feeds_before(&self, place: usize) -> usize {
        self.feeds.partition_point(|feed| *feed < place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_and_end_where_the_text_says() {
        for text in ["", "\n", "a", "ab\n\ncd\n", "\na\nñ"] {
            let table = LineTable::new(text);
            for place in (0..=text.len()).filter(|place| text.is_char_boundary(*place)) {
                let (before, after) = text.split_at(place);
                assert_eq!(table.start(place), before.rfind('\n').map_or(0, |feed| feed + 1), "{text:?} {place}");
                let end = after.find('\n').map_or(text.len(), |feed| place + feed + 1);
                assert_eq!(table.end(place), end, "{text:?} {place}");
                assert_eq!(table.number(place) as usize, before.matches('\n').count() + 1, "{text:?} {place}");
            }
        }
    }
}
