//! What a reader asks for: words, phrases in quotation marks, what must not be there, and filters.

use super::places::day_number;
use super::tokens::{Purpose, each_word, slice};

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What must be found, in order.
    pub words: Vec<Word>,
    /// Places in `words` of those that must stand beside each other, as first and last.
    pub phrases: Vec<(u32, u32)>,
    /// Words that must not be there.
    pub without: Vec<String>,
    /// Which posts are looked at.
    pub filters: Vec<Filter>,
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// Whether it may be but the beginning of a word: the last one, as long as it is typed.
    pub is_beginning: bool,
    /// Whether it must be written just so.
    pub is_quoted: bool,
    /// Where it stands in the query, in bytes.
    pub start: u32,
    /// The same.
    pub end: u32,
}

/// Which posts are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// With a term of a kind.
    Term(FacetKind, String),
    /// From one day on.
    From(u32),
    /// Before a day.
    Before(u32),
}

/// Names by which posts are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetKind {
    /// Categories.
    Category,
    /// Tags.
    Tag,
    /// Authors.
    Author,
}

impl FacetKind {
    /// All of them.
    pub const ALL: [FacetKind; 3] = [FacetKind::Category, FacetKind::Tag, FacetKind::Author];

    /// What stands before the colon in a query.
    pub fn name(self) -> &'static str {
        match self {
            FacetKind::Category => "category",
            FacetKind::Tag => "tag",
            FacetKind::Author => "author",
        }
    }

    /// The beginning of its words in the dictionary, which no word of a text has.
    pub fn mark(self) -> &'static str {
        match self {
            FacetKind::Author => "\u{1}a",
            FacetKind::Category => "\u{1}c",
            FacetKind::Tag => "\u{1}t",
        }
    }
}

/// More words are not looked for.
const MOST_WORDS: usize = 24;

impl Query {
    /// Takes a query apart. Everything is a query; what is no filter is words.
    pub fn parse(text: &str) -> Query {
        let mut query = Query::default();
        let mut place = 0;
        while let Some(start) =
            slice(text, place..text.len()).find(|char: char| !char.is_whitespace()).map(|start| place + start)
        {
            let sign = "-";
            let is_excluded =
                slice(text, start..text.len()).strip_prefix(sign).is_some_and(|rest| !rest.trim_start().is_empty());
            let start = if is_excluded { start + sign.len() } else { start };
            let (name, value_start) =
                filter_name(slice(text, start..text.len())).map_or(("", start), |name| (name, start + name.len() + 1));
            let value = value(text, value_start);
            place = value.behind;
            if !name.is_empty() && query.add_filter(name, slice(text, value.start..value.end)) {
                continue;
            }
            let (start, end) = if name.is_empty() { (value.start, value.end) } else { (start, value.behind) };
            if is_excluded {
                each_word(slice(text, start..end), Purpose::Query, |word, _| query.without.push(word.to_owned()));
            } else {
                query.add_words(slice(text, start..end), start, value.is_quoted);
            }
        }
        if let Some(last) = query.words.last_mut() {
            last.is_beginning = !last.is_quoted && last.end as usize == text.len();
        }
        query
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    fn add_words(&mut self, text: &str, start: usize, is_quoted: bool) {
        let first = self.words.len();
        each_word(text, Purpose::Query, |word, range| {
            if self.words.len() < MOST_WORDS {
                let (start, end) = (as_u32(start + range.start), as_u32(start + range.end));
                self.words.push(Word { text: word.to_owned(), is_beginning: false, is_quoted, start, end });
            }
        });
        if is_quoted && first + 1 < self.words.len() {
            self.phrases.push((as_u32(first), as_u32(self.words.len() - 1)));
        }
    }

    /// Whether the value made sense.
    fn add_filter(&mut self, name: &str, value: &str) -> bool {
        let kind = FacetKind::ALL.into_iter().find(|kind| kind.name() == name);
        let filters = match (kind, name) {
            (Some(kind), _) if !value.trim().is_empty() => vec![Filter::Term(kind, value.trim().to_owned())],
            (None, "before") => day(value).map(|(from, _)| Filter::Before(from)).into_iter().collect(),
            (None, "after") => day(value).map(|(from, _)| Filter::From(from)).into_iter().collect(),
            (None, "year") => {
                day(value).map_or(Vec::new(), |(from, behind)| vec![Filter::From(from), Filter::Before(behind)])
            }
            _ => Vec::new(),
        };
        let is_filter = !filters.is_empty();
        self.filters.extend(filters);
        is_filter
    }
}

/// The name before a colon.
fn filter_name(text: &str) -> Option<&str> {
    let name = text.get(..text.find(':')?)?;
    let is_known = ["before", "after", "year"].contains(&name) || FacetKind::ALL.iter().any(|kind| kind.name() == name);
    is_known.then_some(name)
}

/// Where a value stands, without its quotation marks.
struct Value {
    start: usize,
    end: usize,
    behind: usize,
    is_quoted: bool,
}

/// A value up to a blank, or in quotation marks of whatever kind. A mark that is never closed ends with the query.
fn value(text: &str, start: usize) -> Value {
    let is_mark = |char: &char| matches!(char, '"' | '“' | '”' | '„' | '«' | '»');
    let Some(mark) = slice(text, start..text.len()).chars().next().filter(is_mark) else {
        let end = slice(text, start..text.len()).find(|char: char| char.is_whitespace() || char == '"');
        let end = end.map_or(text.len(), |end| start + end);
        return Value { start, end, behind: end, is_quoted: false };
    };
    let start = start + mark.len_utf8();
    let closing = slice(text, start..text.len()).char_indices().find(|(_, char)| is_mark(char));
    let (end, behind) =
        closing.map_or((text.len(), text.len()), |(end, mark)| (start + end, start + end + mark.len_utf8()));
    Value { start, end, behind, is_quoted: true }
}

/// The first day of a year, a month or a day, and the first one behind it.
fn day(value: &str) -> Option<(u32, u32)> {
    let mut parts = value.split(['-', '/', '.']);
    let year: u32 = parts.next()?.parse().ok().filter(|year| *year <= 9999)?;
    let mut number = |least: u32, most: u32| match parts.next() {
        None | Some("") => Some(None),
        Some(part) => part.parse().ok().filter(|number| (least..=most).contains(number)).map(Some),
    };
    let (month, day) = (number(1, 12)?, number(1, 31)?);
    Some(match (month, day) {
        (None, _) => (day_number(year, 1, 0), day_number(year + 1, 1, 0)),
        (Some(month), None) => (day_number(year, month, 0), day_number(year, month, 0) + 32),
        (Some(month), Some(day)) => (day_number(year, month, day), day_number(year, month, day) + 1),
    })
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
