//! Where the ends of things are, found once for a whole text.

use std::collections::HashMap;

use super::super::html_tag;

/// The places of the texts that are looked for ahead. A text is searched for each of them once at the most.
pub(super) struct Places<'a> {
    text: &'a str,
    known: HashMap<&'static str, Vec<usize>>,
    code: Option<Vec<Run>>,
    end_tags: Option<HashMap<String, usize>>,
}

// A run of backticks.
struct Run {
    start: usize,
    end: usize,
    // Of this one and all after it.
    longest: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Places<'a> {
        Places { text, known: HashMap::new(), code: None, end_tags: None }
    }

    /// The first place of a text, from one place on.
    pub(super) fn next(&mut self, wanted: &'static str, from: usize) -> Option<usize> {
        self.next_where(wanted, from, |_, _| true)
    }

    /// The same, if the place is one that fits: a rule that is the same for each call with this text.
    pub(super) fn next_where(
        &mut self,
        wanted: &'static str,
        from: usize,
        fits: impl Fn(&str, usize) -> bool,
    ) -> Option<usize> {
        let text = self.text;
        let places = self.known.entry(wanted).or_insert_with(|| {
            let bytes = text.as_bytes();
            let starts = wanted.as_bytes().first().into_iter().flat_map(|first| memory_search(bytes, *first));
            starts.filter(|place| bytes[*place..].starts_with(wanted.as_bytes()) && fits(text, *place)).collect()
        });
        places.get(places.partition_point(|place| *place < from)).copied()
    }

    /// The first place of a number of backticks in a row, from one place on.
    pub(super) fn next_backticks(&mut self, count: usize, from: usize) -> Option<usize> {
        let text = self.text;
        let runs = self.code.get_or_insert_with(|| backtick_runs(text));
        let first = runs.partition_point(|run| run.end <= from);
        let rest = runs.get(first..).unwrap_or_default();
        if rest.first().is_none_or(|run| run.longest < count) {
            return None;
        }
        rest.iter().map(|run| (run.start.max(from), run.end)).find(|(start, end)| end - start >= count).map(|run| run.0)
    }

    /// Whether there is an end tag of this name after a place.
    pub(super) fn has_end_tag(&mut self, name: &str, from: usize) -> bool {
        let text = self.text;
        let end_tags = self.end_tags.get_or_insert_with(|| {
            let tags =
                text.match_indices("</").filter_map(|(place, _)| Some((html_tag::end_tag(&text[place..])?, place)));
            tags.map(|(tag, place)| (tag.name, place)).collect()
        });
        end_tags.get(name).is_some_and(|place| *place >= from)
    }
}

fn memory_search(bytes: &[u8], wanted: u8) -> impl Iterator<Item = usize> {
    bytes.iter().enumerate().filter(move |(_, byte)| **byte == wanted).map(|(place, _)| place)
}

fn backtick_runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (place, _) in text.match_indices('`') {
        match runs.last_mut().filter(|run| run.end == place) {
            Some(run) => run.end += 1,
            None => runs.push(Run { start: place, end: place + 1, longest: 0 }),
        }
    }
    let mut longest = 0;
    for run in runs.iter_mut().rev() {
        longest = longest.max(run.end - run.start);
        run.longest = longest;
    }
    runs
}
