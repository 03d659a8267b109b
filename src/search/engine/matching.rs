//! Which documents have the words of a query, and how well they fit.

use super::expansion::{Candidate, Closeness, Expanded};
use super::library::Library;
use crate::search::bytes::Damaged;
use crate::search::file_name::FileName;
use crate::search::postings::{self, Posting};
use crate::search::root::Root;
use crate::search::weights;

/// The documents of a blog and their parts.
pub(super) struct Blog<'a> {
    pub(super) root: &'a Root,
    pub(super) library: &'a Library,
    /// For each part its document.
    pub(super) documents: Vec<u32>,
}

/// A word of the query with all that it stands for.
pub(super) struct Sought {
    pub(super) candidates: Vec<Candidate>,
    /// How much it tells.
    pub(super) rarity: u32,
    /// Whether posts without it are as good as those that nearly have it.
    pub(super) is_free: bool,
}

/// What is known of every document, by its number.
pub(super) struct Matches {
    /// Which words it has as they were typed, as bits.
    pub(super) as_typed: Vec<u32>,
    /// Which words it has, or nearly.
    pub(super) nearly: Vec<u32>,
    /// How well it fits.
    pub(super) scores: Vec<u32>,
    /// For each part how well it fits.
    pub(super) of_units: Vec<u32>,
}

/// Why there are no matches.
pub(super) enum Trouble {
    /// Files lack.
    Lacking,
    /// A file is not what it should be.
    Damaged(FileName),
}

impl Sought {
    pub(super) fn new(Expanded { candidates, is_free }: Expanded, units: u32) -> Sought {
        let frequency = |closest: Closeness| -> u32 {
            let like = candidates.iter().filter(|candidate| candidate.closeness <= closest);
            like.map(|candidate| candidate.term.frequency).fold(0, u32::saturating_add)
        };
        let closest = [Closeness::Kin, Closeness::Beginning, Closeness::Mistake].map(frequency);
        let frequency = closest.into_iter().find(|frequency| 0 < *frequency).unwrap_or_default();
        let rarity = if frequency == 0 && is_free { 0 } else { weights::rarity(frequency.min(units), units) };
        Sought { candidates, rarity, is_free }
    }

    /// The word itself, if the blog has it.
    pub(super) fn exact(&self) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.closeness == Closeness::Exact)
    }

    /// The word of the blog that is most likely meant.
    pub(super) fn likeliest(&self) -> Option<&Candidate> {
        let likelihood = |candidate: &&Candidate| {
            (std::cmp::Reverse(candidate.closeness), candidate.weight, candidate.term.frequency)
        };
        self.candidates.iter().max_by_key(likelihood)
    }
}

impl Blog<'_> {
    /// The list of a candidate.
    pub(super) fn postings(&self, candidate: &Candidate) -> Result<Vec<Posting>, Trouble> {
        let bytes = self.library.postings(candidate.file).ok_or(Trouble::Lacking)?;
        if bytes.is_empty() {
            return Ok(Vec::new());
        }
        let (start, length) = (candidate.term.start as usize, candidate.term.length as usize);
        let list = start.checked_add(length).and_then(|end| bytes.get(start..end)).ok_or(Damaged);
        let units = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
        list.and_then(|list| postings::read(list, units)).map_err(|Damaged| Trouble::Damaged(candidate.file))
    }

    /// Asks for all lists at once.
    pub(super) fn ask_for_postings<'a>(&self, candidates: impl Iterator<Item = &'a Candidate>) -> Result<(), Trouble> {
        let lacking = candidates.filter(|candidate| self.library.postings(candidate.file).is_none()).count();
        if lacking == 0 { Ok(()) } else { Err(Trouble::Lacking) }
    }

    /// The documents of a list, each once.
    pub(super) fn documents_of<'a>(&'a self, postings: &'a [Posting]) -> impl Iterator<Item = u32> + 'a {
        let mut last = None;
        let documents = postings.iter().filter_map(|posting| self.documents.get(posting.unit as usize).copied());
        documents.filter(move |document| last.replace(*document) != Some(*document))
    }

    /// Looks every word up. A document counts a word by the part that has it best.
    pub(super) fn matches(&self, sought: &[Sought]) -> Result<Matches, Trouble> {
        let (documents, units) = (self.root.documents as usize, self.documents.len());
        let mut matches = Matches {
            as_typed: vec![0; documents],
            nearly: vec![0; documents],
            scores: vec![0; documents],
            of_units: vec![0; units],
        };
        let mut of_word = vec![0_u32; units];
        let mut best = vec![0_u32; documents];
        for (bit, word) in (0..).zip(sought) {
            of_word.fill(0);
            best.fill(0);
            if word.is_free {
                matches.nearly.iter_mut().for_each(|nearly| *nearly |= 1 << bit);
            }
            for candidate in &word.candidates {
                for Posting { unit, impact } in self.postings(candidate)? {
                    let value = candidate.weight * u32::from(impact);
                    let Some(document) = self.documents.get(unit as usize).map(|document| *document as usize) else {
                        continue;
                    };
                    if let Some(of_unit) = of_word.get_mut(unit as usize) {
                        *of_unit = value.max(*of_unit);
                    }
                    let mask = 1_u32 << bit;
                    let typed = if candidate.closeness == Closeness::Mistake { 0 } else { mask };
                    if let (Some(as_typed), Some(nearly), Some(best)) =
                        (matches.as_typed.get_mut(document), matches.nearly.get_mut(document), best.get_mut(document))
                    {
                        *as_typed |= typed;
                        *nearly |= mask;
                        *best = value.max(*best);
                    }
                }
            }
            let add = |sums: &mut Vec<u32>, values: &[u32]| {
                for (sum, value) in sums.iter_mut().zip(values) {
                    *sum = sum.saturating_add(value * word.rarity / 256);
                }
            };
            add(&mut matches.of_units, &of_word);
            add(&mut matches.scores, &best);
        }
        Ok(matches)
    }
}

impl Matches {
    /// Puts parts first that have two words beside each other.
    pub(super) fn add_together(&mut self, blog: &Blog<'_>, units: &[u32], rarity: u32) {
        let bonus = rarity * weights::TOGETHER / 256 * weights::MOST_IMPACT / 2;
        let mut last = None;
        for unit in units {
            if let Some(of_unit) = self.of_units.get_mut(*unit as usize) {
                *of_unit = of_unit.saturating_add(bonus);
            }
            let document = blog.documents.get(*unit as usize).copied();
            if last == document {
                continue;
            }
            last = document;
            if let Some(score) = document.and_then(|document| self.scores.get_mut(document as usize)) {
                *score = score.saturating_add(bonus);
            }
        }
    }
}
