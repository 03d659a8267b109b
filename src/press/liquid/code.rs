//! Where a text is Markdown code, as far as it matters to what stands in it like Liquid.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The bytes of fences, code spans, indented code, `<pre>` and `<code>`, in order.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    if !text.contains("{{") && !text.contains("{%") {
        return Vec::new();
    }
    let mut finder = Finder {
        text,
        found: Vec::new(),
        unclosed_fences: HashMap::new(),
        unclosed_elements: HashSet::new(),
        in_list: false,
        after_blank: true,
    };
    finder.run();
    finder.found
}

/// Whether a byte is in one of the ranges.
pub(super) fn contains(ranges: &[Range<usize>], at: usize) -> bool {
    let behind = ranges.partition_point(|range| range.end <= at);
    ranges.get(behind).is_some_and(|range| range.contains(&at))
}

struct Finder<'a> {
    text: &'a str,
    found: Vec<Range<usize>>,
    /// Closing tags that are missing from some place on to the end.
    unclosed_elements: HashSet<&'static str>,
    /// The shortest fences of each kind that have no end.
    unclosed_fences: HashMap<char, usize>,
    in_list: bool,
    after_blank: bool,
}

impl<'a> Finder<'a> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            at = self.block(at);
        }
    }

    /// Takes the block of lines that begins here, and gives its end.
    fn block(&mut self, start: usize) -> usize {
        let line = self.line(start);
        let end = start + line.len();
        if line.trim().is_empty() {
            self.after_blank = true;
            return end;
        }
        if let Some(end) = self.fence(start, line) {
            self.found.push(start..end);
            self.after_blank = false;
            return end;
        }
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        if is_indented && self.after_blank && !self.in_list {
            self.found.push(start..end);
            return end;
        }
        if is_list_item(line) {
            self.in_list = true;
        } else if self.after_blank && !line.starts_with([' ', '\t']) {
            self.in_list = false;
        }
        self.after_blank = false;
        self.paragraph(start)
    }

    fn line(&self, start: usize) -> &'a str {
        let rest = self.text.get(start..).unwrap_or_default();
        rest.get(..rest.find('\n').map_or(rest.len(), |end| end + 1)).unwrap_or_default()
    }

    /// The end of the fenced code that begins with a line.
    fn fence(&mut self, start: usize, line: &'a str) -> Option<usize> {
        let mark = opening_fence(line)?;
        let char = mark.chars().next()?;
        if self.unclosed_fences.get(&char).is_some_and(|shortest| *shortest <= mark.len()) {
            return None;
        }
        let mut at = start + line.len();
        while at < self.text.len() {
            let line = self.line(at);
            at += line.len();
            let inside = line.trim_start_matches([' ', '\t', '>']).trim_end();
            if inside.starts_with(mark) && inside.chars().all(|other| other == char) {
                return Some(at);
            }
        }
        self.unclosed_fences.insert(char, mark.len());
        None
    }

    /// Finds code inside lines, up to a blank line or a fence.
    fn paragraph(&mut self, start: usize) -> usize {
        let mut end = start;
        while end < self.text.len() {
            let line = self.line(end);
            if line.trim().is_empty() || start < end && (opening_fence(line).is_some() || is_list_item(line)) {
                break;
            }
            end += line.len();
        }
        let runs = Runs::find(self.text.get(start..end).unwrap_or_default(), start);
        let mut at = start;
        while let Some(next) = self.text.get(at..end).and_then(|rest| rest.find(['`', '<'])).map(|next| at + next) {
            let length = runs.length(next);
            let found = match length {
                Some(length) => runs.next(next, length).map(|closing| closing + length),
                None => self.element(next),
            };
            at = match found {
                Some(code_end) => {
                    self.found.push(next..code_end);
                    code_end
                }
                None => next + length.unwrap_or(1),
            };
            if end < at {
                return at;
            }
        }
        end
    }

    /// The end of the `<pre>` or `<code>` that begins here.
    fn element(&mut self, start: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let closing = [("<pre", "</pre>"), ("<code", "</code>")].into_iter().find_map(|(opening, closing)| {
            let behind = rest.strip_prefix(opening)?;
            behind.starts_with(|char: char| char == '>' || char.is_ascii_whitespace()).then_some(closing)
        })?;
        if self.unclosed_elements.contains(closing) {
            return None;
        }
        let end = rest.find(closing);
        if end.is_none() {
            self.unclosed_elements.insert(closing);
        }
        end.map(|end| start + end + closing.len())
    }
}

/// The runs of backticks in a paragraph.
struct Runs {
    lengths: HashMap<usize, usize>,
    /// In order, by their length.
    places: HashMap<usize, Vec<usize>>,
}

impl Runs {
    fn find(text: &str, offset: usize) -> Runs {
        let mut runs = Runs { lengths: HashMap::new(), places: HashMap::new() };
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find('`')).map(|start| at + start) {
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.len() - rest.trim_start_matches('`').len();
            runs.lengths.insert(offset + start, length);
            runs.places.entry(length).or_default().push(offset + start);
            at = start + length;
        }
        runs
    }

    /// The length of the run that begins at a place.
    fn length(&self, at: usize) -> Option<usize> {
        self.lengths.get(&at).copied()
    }

    /// The next run of a length behind a place.
    fn next(&self, at: usize, length: usize) -> Option<usize> {
        let places = self.places.get(&length)?;
        places.get(places.partition_point(|place| *place <= at)).copied()
    }
}

/// The marks of a fence with which a line begins, behind blanks, `>` and a list's mark.
fn opening_fence(line: &str) -> Option<&str> {
    let inside = line.trim_start_matches([' ', '\t', '>']);
    let inside = if is_list_item(inside) {
        inside.split_once([' ', '\t']).map_or("", |(_, rest)| rest).trim_start_matches([' ', '\t'])
    } else {
        inside
    };
    let mark = inside.chars().next().filter(|char| matches!(char, '`' | '~'))?;
    let length = inside.find(|char| char != mark).unwrap_or(inside.len());
    let info = inside.get(length..)?;
    if length < 3 || info.contains('`') { None } else { inside.get(..length) }
}

fn is_list_item(line: &str) -> bool {
    let inside = line.trim_start_matches([' ', '\t']);
    let digits = inside.trim_start_matches(|char: char| char.is_ascii_digit());
    let behind =
        if digits.len() < inside.len() { digits.strip_prefix('.') } else { inside.strip_prefix(['-', '*', '+']) };
    behind.is_some_and(|behind| behind.starts_with([' ', '\t']))
}
