//! Changes: which lines come and go, and what is in them.

use syntect::parsing::SyntaxReference;

use super::classes::META;
use super::{Spans, spans};
use crate::code::{DELETED, INSERTED, PLAIN};

/// What a line of a change begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Inserted,
    Deleted,
    Kept,
    /// Names of files and places.
    Header,
}

/// The letter of each line of a change.
pub fn lines(text: &str) -> Vec<char> {
    let letter = |mark| match mark {
        Mark::Inserted => INSERTED,
        Mark::Deleted => DELETED,
        Mark::Kept | Mark::Header => PLAIN,
    };
    marks(text).into_iter().map(letter).collect()
}

/// The spans of a change, with those of the language that is changed if it is known. Both versions are read whole: one
/// without the lines that go, one without those that come.
pub fn change(text: &str, grammar: Option<&SyntaxReference>) -> Spans {
    let marks = marks(text);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let version = |dropped: Mark| {
        let kept = lines.iter().zip(&marks).filter(|(_, mark)| **mark != dropped && **mark != Mark::Header);
        let text: String = kept.map(|(line, mark)| inside(line, *mark)).collect();
        let spans = grammar.map(|grammar| spans(&text, grammar)).unwrap_or_default();
        Cursor { spans, position: 0 }
    };
    let (mut old, mut new) = (version(Mark::Inserted), version(Mark::Deleted));
    let mut found = Spans::new();
    for (line, mark) in lines.iter().zip(&marks) {
        let inside = inside(line, *mark);
        found.push((line.len() - inside.len(), PLAIN));
        match mark {
            Mark::Header => found.push((inside.len(), META)),
            Mark::Deleted => old.take(inside.len(), &mut found),
            Mark::Inserted => new.take(inside.len(), &mut found),
            Mark::Kept => {
                old.take(inside.len(), &mut Spans::new());
                new.take(inside.len(), &mut found);
            }
        }
    }
    found
}

/// A line without its first character, if that only tells what becomes of it.
fn inside(line: &str, mark: Mark) -> &str {
    match mark {
        Mark::Inserted | Mark::Deleted => line.get(1..).unwrap_or_default(),
        Mark::Kept => line.strip_prefix(' ').unwrap_or(line),
        Mark::Header => line,
    }
}

fn marks(text: &str) -> Vec<Mark> {
    let headers = ["@@", "+++ ", "--- ", "diff ", "index ", "Index: ", "===", "new file mode", "deleted file mode"];
    let mark = |line: &str| match line.as_bytes().first() {
        _ if headers.iter().any(|header| line.starts_with(header)) => Mark::Header,
        Some(b'+' | b'>') => Mark::Inserted,
        Some(b'-' | b'<') => Mark::Deleted,
        _ => Mark::Kept,
    };
    text.lines().map(mark).collect()
}

/// Takes spans bit by bit.
struct Cursor {
    spans: Spans,
    position: usize,
}

impl Cursor {
    /// Moves as many bytes over; what has no span is plain.
    fn take(&mut self, length: usize, into: &mut Spans) {
        let mut left = length;
        while 0 < left {
            let Some((rest, letter)) = self.spans.get_mut(self.position) else {
                return into.push((left, PLAIN));
            };
            let part = left.min(*rest);
            into.push((part, *letter));
            *rest -= part;
            left -= part;
            self.position += usize::from(*rest == 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::write_runs;
    use crate::press::highlight::grammar;

    #[test]
    fn lines_come_and_go() {
        let text = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n same\n\n";
        assert_eq!(lines(text), ['_', '_', '_', 'd', 'i', '_', '_']);
        assert_eq!(write_runs(change(text, None).into_iter()), "28m17_");
    }

    #[test]
    fn both_versions_are_read_whole() {
        let text = "-/* old\n+// new\n let x = 1;\n- */\n";
        let spans = write_runs(change(text, grammar("Rust")).into_iter());
        // The comment that goes does not reach into the line that stays, but it does into the one that goes.
        assert_eq!(spans, "1_7c1_7c1_3k3_1o1_1n3_3c1_");
    }
}
