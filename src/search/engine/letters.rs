//! A wrong letter where each letter is a word: in scripts that are cut into pairs it spoils the pairs on both of its sides.
//!
//! Only one letter of a run is taken for wrong, and only one that explains all pairs that the blog does not have. What
//! may stand in its place is what the blog has between its neighbors.

use super::dictionary::{dictionary, find, most_frequent, starting_with, stretches};
use super::library::Library;
use crate::search::query::Word;
use crate::search::root::Root;
use crate::search::terms::{Term, Terms};
use crate::search::tokens::is_pair;

/// What a pair of letters may stand for.
#[derive(Default)]
pub(super) struct Mistaken<'a> {
    /// Words of the blog, with their stretches.
    pub(super) pairs: Vec<(&'a Terms, &'a Term)>,
    /// Whether it may be anything, for it has a wrong letter with nothing on its other side.
    pub(super) is_free: bool,
}

/// Shorter runs are taken as they are.
const FEWEST_PAIRS: usize = 3;
/// So many letters are tried in one place, those whose pairs are most frequent.
const MOST_LETTERS: usize = 16;

/// What the pair at a place stands for if a letter of its run is wrong; nothing as long as parts of the dictionary lack.
pub(super) fn mistaken<'a>(words: &[Word], place: usize, root: &Root, library: &'a Library) -> Option<Mistaken<'a>> {
    let mut mistaken = Mistaken::default();
    let (first, run) = run_around(words, place);
    if run.len() < FEWEST_PAIRS {
        return Some(mistaken);
    }
    // Letters have the number of the pair that begins with them.
    let (mut from, mut to) = (0, run.len());
    for (pair, word) in run.iter().enumerate() {
        if find(&dictionary(stretches(&root.terms, &word.text), library)?, &word.text).is_none() {
            (from, to) = (from.max(pair), to.min(pair + 1));
        }
    }
    let own = place - first;
    for letter in from.max(own)..=to.min(own + 1) {
        let before = letter.checked_sub(1).and_then(|before| run.get(before)).and_then(|pair| pair.text.chars().next());
        let behind = run.get(letter).and_then(|pair| pair.text.chars().next_back());
        let (Some(before), Some(behind)) = (before, behind) else {
            mistaken.is_free = true;
            continue;
        };
        let mut pairs = between(before, behind, root, library)?;
        if letter == own {
            pairs = on_the_other_side(&pairs, behind, root, library)?;
        }
        mistaken.pairs.extend(pairs);
    }
    Some(mistaken)
}

/// The pairs around a place of which each shares a letter with the next, and the place of the first.
fn run_around(words: &[Word], place: usize) -> (usize, &[Word]) {
    let goes_on = |place: usize| match (words.get(place), words.get(place + 1)) {
        (Some(one), Some(other)) => is_pair(&one.text) && !one.is_quoted && other.start < one.end,
        _ => false,
    };
    let (mut first, mut last) = (place, place);
    while 0 < first && goes_on(first - 1) {
        first -= 1;
    }
    while goes_on(last) {
        last += 1;
    }
    (first, words.get(first..=last).unwrap_or_default())
}

/// Pairs of the blog that begin with one letter and end with one that makes a pair with another; and the pair of the two
/// themselves, for a letter between them may be one too many.
fn between<'a>(before: char, behind: char, root: &Root, library: &'a Library) -> Option<Vec<(&'a Terms, &'a Term)>> {
    let (before, behind) = (String::from(before), String::from(behind));
    let beginning = dictionary(stretches(&root.terms, &before), library);
    let mut letters = vec![behind.as_str()];
    for file in stretches(&root.endings, &behind) {
        letters.extend(library.endings(file)?.iter().filter_map(|word| word.strip_suffix(behind.as_str())));
    }
    let mut pairs = starting_with(&beginning?, &before);
    pairs.retain(|(_, term)| term.word.get(before.len()..).is_some_and(|letter| letters.contains(&letter)));
    let mut pairs = most_frequent(pairs);
    pairs.truncate(MOST_LETTERS);
    Some(pairs)
}

/// For pairs of one letter and what may stand behind it those of this and the next letter.
fn on_the_other_side<'a>(
    pairs: &[(&Terms, &Term)],
    behind: char,
    root: &Root,
    library: &'a Library,
) -> Option<Vec<(&'a Terms, &'a Term)>> {
    let mut others = Vec::new();
    let mut is_whole = true;
    for (_, term) in pairs {
        let mut word = term.word.clone();
        // The pair of the two letters themselves is the same on both sides.
        if !word.ends_with(behind) {
            word.push(behind);
            word.remove(0);
        }
        match dictionary(stretches(&root.terms, &word), library) {
            Some(dictionary) => others.extend(find(&dictionary, &word)),
            None => is_whole = false,
        }
    }
    is_whole.then_some(others)
}
