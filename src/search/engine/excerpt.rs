//! What is shown of a text: the place where most of the words are, with the words marked.

use std::ops::Range;

use super::matching::Sought;
use crate::search::query::Word;
use crate::search::tokens::{Purpose, each_word};

/// The words to be marked in texts.
pub(super) struct Marker {
    /// In order, each with the bits of the query's words that it stands for.
    words: Vec<(String, u32)>,
    beginnings: Vec<(String, u32)>,
    rarities: Vec<u32>,
}

/// Words found in a text.
pub(super) struct Marks {
    places: Vec<(Range<usize>, u32)>,
}

/// About so many bytes of a text are shown, and so many of them before the first mark.
const LENGTH: usize = 220;
const BEFORE: usize = 60;

impl Marker {
    pub(super) fn new(words: &[Word], sought: &[Sought]) -> Marker {
        let mut marker = Marker {
            words: Vec::new(),
            beginnings: Vec::new(),
            rarities: sought.iter().map(|word| word.rarity).collect(),
        };
        for (bit, (word, sought)) in (0..).zip(words.iter().zip(sought)) {
            for candidate in &sought.candidates {
                let word = &candidate.term.word;
                match marker.place(word) {
                    Ok(place) => marker.words.get_mut(place).into_iter().for_each(|(_, bits)| *bits |= 1 << bit),
                    Err(place) => marker.words.insert(place, (word.clone(), 1 << bit)),
                }
            }
            if word.is_beginning {
                marker.beginnings.push((word.text.clone(), 1 << bit));
            }
        }
        marker
    }

    fn place(&self, word: &str) -> Result<usize, usize> {
        self.words.binary_search_by(|(known, _)| known.as_str().cmp(word))
    }

    /// Where the words stand in a text.
    pub(super) fn marks(&self, text: &str) -> Marks {
        let mut places: Vec<(Range<usize>, u32)> = Vec::new();
        each_word(text, Purpose::Index, |word, range| {
            let known = self.place(word).ok().and_then(|place| self.words.get(place)).map_or(0, |(_, bits)| *bits);
            let begun = self.beginnings.iter().filter(|(beginning, _)| word.starts_with(beginning.as_str()));
            let mask = begun.fold(known, |mask, (_, bit)| mask | bit);
            if mask != 0 {
                places.push((range, mask));
            }
        });
        Marks { places }
    }

    /// How much the words of some of the query's words tell.
    pub(super) fn worth(&self, mask: u32) -> u32 {
        (0..).zip(&self.rarities).filter(|(bit, _)| mask & (1 << bit) != 0).map(|(_, rarity)| *rarity).sum()
    }
}

impl Marks {
    /// The bits of all words found.
    pub(super) fn mask(&self) -> u32 {
        self.places.iter().fold(0, |mask, (_, bits)| mask | bits)
    }

    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    /// The whole text in pieces, every second one marked.
    pub(super) fn pieces(&self, text: &str) -> Vec<String> {
        self.pieces_of(text, 0..text.len())
    }

    /// The best part of the text in pieces, every second one marked.
    pub(super) fn excerpt(&self, text: &str, marker: &Marker) -> Vec<String> {
        let range = self.best_part(text, marker);
        let (is_cut_before, is_cut_behind) = (0 < range.start, range.end < text.len());
        let mut pieces = self.pieces_of(text, range);
        if let Some(first) = pieces.first_mut().filter(|_| is_cut_before) {
            *first = ["… ", first].concat();
        }
        if is_cut_behind {
            if pieces.len().is_multiple_of(2) {
                pieces.push(String::new());
            }
            pieces.last_mut().into_iter().for_each(|last| last.push_str(" …"));
        }
        pieces
    }

    fn best_part(&self, text: &str, marker: &Marker) -> Range<usize> {
        let worth = |from: usize| {
            let start = self.places.get(from).map_or(0, |(range, _)| range.start);
            let inside = self.places.iter().skip(from).take_while(|(range, _)| range.end < start + LENGTH - BEFORE);
            let (mask, count) = inside.fold((0, 0), |(mask, count), (_, bits)| (mask | bits, count + 1));
            (marker.worth(mask), count)
        };
        let best = (0..self.places.len()).max_by_key(|from| (worth(*from), std::cmp::Reverse(*from)));
        let first = best.and_then(|best| self.places.get(best)).map_or(0, |(range, _)| range.start);
        let start = if first <= BEFORE { 0 } else { word_start(text, first - BEFORE, first) };
        start..word_end(text, start + LENGTH)
    }

    fn pieces_of(&self, text: &str, part: Range<usize>) -> Vec<String> {
        let mut pieces = Vec::new();
        let mut end = part.start;
        let shown = |range: Range<usize>| text.get(range).unwrap_or_default().replace('\n', " ");
        for (range, _) in &self.places {
            if range.start < part.start || part.end < range.end {
                continue;
            }
            let is_near = range.start <= end || text.get(end..range.start).is_some_and(|between| between == " ");
            if is_near && !pieces.is_empty() {
                // Pairs of letters overlap, and words may stand beside each other: one mark goes on.
                if let Some(last) = pieces.last_mut().filter(|_| end < range.end) {
                    let last: &mut String = last;
                    last.push_str(&shown(end..range.end));
                    end = range.end;
                }
                continue;
            }
            pieces.push(shown(end..range.start));
            pieces.push(shown(range.clone()));
            end = range.end;
        }
        pieces.push(shown(end..part.end));
        pieces
    }
}

/// The beginning of a word at a place or soon behind it, but not behind `latest`.
fn word_start(text: &str, place: usize, latest: usize) -> usize {
    let start = (place..latest).find(|at| text.is_char_boundary(*at)).unwrap_or(latest);
    let blank = text.get(start..latest).and_then(|rest| rest.find(char::is_whitespace));
    // Scripts without blanks begin anywhere.
    blank.filter(|blank| *blank < BEFORE / 2).map_or(start, |blank| start + blank + 1)
}

fn word_end(text: &str, place: usize) -> usize {
    if text.len() <= place {
        return text.len();
    }
    let end = (0..=place).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let blank = text.get(..end).and_then(|rest| rest.rfind(char::is_whitespace));
    blank.filter(|blank| end - blank < BEFORE / 2).unwrap_or(end)
}
