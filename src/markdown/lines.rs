//! Lines of raw HTML, of which each tag may span several, and where they stand in the text around them.

/// A line of raw HTML, and where it begins in the text.
pub(crate) struct Line<'a> {
    /// As it stands in the text.
    pub(crate) html: pulldown_cmark::CowStr<'a>,
    /// The byte of the text at which it begins.
    pub(crate) start: usize,
}

/// The lines as one.
pub(crate) fn joined(lines: &[Line<'_>]) -> String {
    lines.iter().map(|line| &*line.html).collect()
}

/// From offsets in joined lines to offsets in the text. Asked in order, so that long blocks take no time.
pub(crate) struct Places<'a, 'b> {
    lines: std::slice::Iter<'b, Line<'a>>,
    line: Option<&'b Line<'a>>,
    /// Where the present line ends in the joined ones.
    behind: usize,
}

impl<'a, 'b> Places<'a, 'b> {
    /// The places of some lines.
    pub(crate) fn new(lines: &'b [Line<'a>]) -> Places<'a, 'b> {
        Places { lines: lines.iter(), line: None, behind: 0 }
    }

    /// The place in the text of an offset in the joined lines.
    pub(crate) fn of(&mut self, offset: usize) -> usize {
        while self.behind <= offset {
            let Some(line) = self.lines.next() else { break };
            self.behind += line.html.len();
            self.line = Some(line);
        }
        self.line.map_or(0, |line| (line.start + line.html.len()).saturating_sub(self.behind.saturating_sub(offset)))
    }
}
