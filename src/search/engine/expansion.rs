//! The words of the blog that a word of a query stands for: itself, its other forms, words that begin with it, words that
//! are spelled nearly like it.

use super::dictionary::{dictionary, find, most_frequent, starting_with, stretches};
use super::letters::{self, Mistaken};
use super::library::Library;
use crate::search::endings::reversed;
use crate::search::file_name::FileName;
use crate::search::order::by_key;
use crate::search::query::Word;
use crate::search::root::Root;
use crate::search::spelling::{Spelling, forgiven};
use crate::search::terms::{Term, Terms};
use crate::search::tokens::is_pair;
use crate::search::weights;

/// A word of the blog that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) term: Term,
    pub(super) file: FileName,
    pub(super) closeness: Closeness,
    /// Of 256.
    pub(super) weight: u32,
}

/// How a word of the blog is like the one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    Exact,
    Kin,
    Beginning,
    Mistake,
}

/// So many words that begin with what was typed are looked for, the most frequent ones.
const MOST_BEGINNINGS: usize = 16;
/// Their lists take so many bytes at the most, the first aside.
const MOST_BYTES: u32 = 12_000;
/// So many words that are spelled nearly alike are looked for.
const MOST_MISTAKES: usize = 8;
/// The most letters that a form adds to the beginning of its stem.
const LONGEST_SUFFIX: usize = 8;

/// What a word may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Itself, its other forms, and words that begin with it.
    AsTyped,
    /// Words spelled nearly like it, too.
    Nearly,
}

/// All that a word stands for.
#[derive(Default)]
pub(super) struct Expanded {
    /// Each once, in the order of their words.
    pub(super) candidates: Vec<Candidate>,
    /// Whether it may be anything else.
    pub(super) is_free: bool,
}

/// All that the word at a place stands for; nothing as long as parts of the dictionary lack.
pub(super) fn expand(words: &[Word], place: usize, scope: Scope, root: &Root, library: &Library) -> Option<Expanded> {
    let Some(word) = words.get(place) else { return Some(Expanded::default()) };
    let text = word.text.as_str();
    let around = dictionary(stretches(&root.terms, text), library);
    let letters = match scope {
        Scope::Nearly if is_pair(text) => letters::mistaken(words, place, root, library),
        _ => Some(Mistaken::default()),
    };
    let near = match scope {
        Scope::Nearly if can_be_mistaken(word) => near_stretches(text, root, library),
        _ => Some(Vec::new()),
    };
    // Everything is asked for at once.
    let near = near.map(|files| dictionary(files, library));
    let around = around?;
    let mut found = Expanded::default();
    if let Some((terms, term)) = find(&around, text) {
        found.add(terms, term, Closeness::Exact, weights::EXACT);
    }
    if !word.is_quoted {
        add_kin(text, root, library, &mut found)?;
    }
    if word.is_beginning {
        add_beginnings(text, &around, &mut found);
    }
    add_mistakes(word, &near??, &mut found);
    let Mistaken { pairs, is_free } = letters?;
    for (terms, term) in pairs {
        found.add(terms, term, Closeness::Mistake, weights::MISTAKES[0]);
    }
    found.is_free = is_free;
    Some(found)
}

/// Numbers and names with numbers are what they are, and so is what is quoted.
fn can_be_mistaken(word: &Word) -> bool {
    !word.is_quoted && !is_pair(&word.text) && word.text.chars().all(char::is_alphabetic)
}

impl Expanded {
    /// The first reason for a word is the best one.
    fn add(&mut self, terms: &Terms, term: &Term, closeness: Closeness, weight: u32) {
        let Some(file) = terms.files.get(term.file as usize) else { return };
        let candidate = Candidate { term: term.clone(), file: *file, closeness, weight };
        if let Err(place) = self.place(&term.word) {
            self.candidates.insert(place, candidate);
        }
    }

    /// Where a word is, or where it would be.
    fn place(&self, word: &str) -> Result<usize, usize> {
        self.candidates.binary_search_by(|candidate| candidate.term.word.as_str().cmp(word))
    }
}

/// Other forms of a word. One that the blog does not have is taken for a form of a stem if it adds to it what others add.
fn add_kin(text: &str, root: &Root, library: &Library, found: &mut Expanded) -> Option<()> {
    let own = found.candidates.iter().find(|candidate| candidate.term.word == text).map(|own| own.term.clone());
    let ends = text.char_indices().rev().map(|(at, _)| at).take(LONGEST_SUFFIX).filter(|at| 2 < *at);
    let is_suffix = |at: &usize| {
        text.get(*at..).is_some_and(|suffix| root.suffixes.binary_search_by(|known| known.as_str().cmp(suffix)).is_ok())
    };
    let beginnings: Vec<&str> = match &own {
        Some(term) => vec![term.beginning()],
        None => std::iter::once(text.len()).chain(ends.filter(is_suffix)).filter_map(|at| text.get(..at)).collect(),
    };
    for beginning in beginnings {
        let mut is_found = false;
        for (terms, term) in starting_with(&dictionary(stretches(&root.terms, beginning), library)?, beginning) {
            let is_kin = own.as_ref().map_or_else(|| term.beginning() == beginning, |own| term.is_kin_of(own));
            if is_kin && term.word != text {
                found.add(terms, term, Closeness::Kin, weights::KIN);
                is_found = true;
            }
        }
        if is_found {
            break;
        }
    }
    Some(())
}

/// The most frequent words that begin with a text.
fn add_beginnings(text: &str, dictionary: &[&Terms], found: &mut Expanded) {
    let mut all = starting_with(dictionary, text);
    all.retain(|(_, term)| term.word != text);
    let all = most_frequent(all);
    let mut bytes = 0;
    for (at, (terms, term)) in all.into_iter().take(MOST_BEGINNINGS).enumerate() {
        bytes += term.length;
        if 0 < at && MOST_BYTES < bytes {
            break;
        }
        let more = u32::try_from(term.word.chars().count().saturating_sub(text.chars().count())).unwrap_or(u32::MAX);
        let weight = weights::BEGINNING.saturating_sub(more.saturating_mul(weights::LETTER_MORE));
        found.add(terms, term, Closeness::Beginning, weight.max(weights::LEAST_BEGINNING));
    }
}

/// Words that are spelled nearly like one.
fn add_mistakes(word: &Word, dictionary: &[&Terms], found: &mut Expanded) {
    let letters = word.text.chars().count();
    let mut spelling = Spelling::new(&word.text, forgiven(letters));
    let mut near: Vec<(u32, &Terms, &Term)> = Vec::new();
    for terms in dictionary {
        for term in &terms.terms {
            if found.place(&term.word).is_ok() || term.word.starts_with('\u{1}') {
                continue;
            }
            if let Some(distance) =
                spelling.distance(&term.word).or_else(|| as_beginning(word, letters, term, &mut spelling))
            {
                near.push((distance, terms, term));
            }
        }
    }
    let near = by_key(near, |(distance, _, term)| u64::from(*distance) << 32 | u64::from(u32::MAX - term.frequency));
    for (distance, terms, term) in near.into_iter().take(MOST_MISTAKES) {
        let place = usize::try_from(distance.saturating_sub(1)).unwrap_or_default();
        let weight = weights::MISTAKES.get(place).copied().unwrap_or_default();
        found.add(terms, term, Closeness::Mistake, weight);
    }
}

/// A word that is still being typed, against the beginning of another; as one mistake more than it is.
fn as_beginning(word: &Word, letters: usize, term: &Term, spelling: &mut Spelling) -> Option<u32> {
    if !word.is_beginning || letters < 5 {
        return None;
    }
    let (end, _) = term.word.char_indices().nth(letters)?;
    let distance = spelling.distance(term.word.get(..end)?)?;
    (distance < forgiven(letters)).then_some(distance + 1)
}

/// The files of all words that have the first or the last part of a word, one of which a mistake leaves as it is: of two
/// parts for one mistake, of three for two (of these, mistakes in both outer parts are not seen). Nothing as long as
/// files of endings lack.
fn near_stretches(text: &str, root: &Root, library: &Library) -> Option<Vec<FileName>> {
    let letters: Vec<char> = text.chars().collect();
    let (first, last) = match forgiven(letters.len()) {
        0 => return Some(Vec::new()),
        // Two neighbors that were swapped may be of both parts, so there is one letter between these.
        1 => (letters.len() / 2, (letters.len() - 1) / 2),
        _ => (letters.len() / 3, letters.len() / 3),
    };
    let first: String = letters.iter().take(first).collect();
    let last: String = letters.iter().rev().take(last).collect();
    let mut files = stretches(&root.terms, &first);
    dictionary(files.clone(), library);
    let words: Vec<Option<&[String]>> =
        stretches(&root.endings, &last).into_iter().map(|file| library.endings(file)).collect();
    let mut spelling = Spelling::new(text, forgiven(letters.len()));
    for words in words.into_iter().collect::<Option<Vec<_>>>()? {
        let near = words.iter().filter(|word| reversed(word).starts_with(&last) && spelling.distance(word).is_some());
        for word in near.take(MOST_MISTAKES) {
            files.extend(stretches(&root.terms, word).first().filter(|file| !files.contains(file)));
        }
    }
    Some(files)
}
