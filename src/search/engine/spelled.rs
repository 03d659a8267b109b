//! "Did you mean": a query with other words in the places of misspelled ones.

use super::expansion::{Candidate, Closeness};
use super::matching::Sought;
use crate::search::query::Word;
use crate::search::tokens::is_pair;

/// With so few posts found, a word that is much more frequent may be meant.
const FEW: usize = 3;
/// How much more frequent.
const MUCH_MORE: u32 = 20;

/// The query that is likely meant; nothing if the one typed is.
pub(super) fn meant(query: &str, words: &[Word], sought: &[Sought], found: usize) -> Option<String> {
    let mut meant = query.to_owned();
    let mut is_other = false;
    for (word, sought) in words.iter().zip(sought).rev() {
        // Pairs share their letters with their neighbors, so one cannot be put in the place of another by itself.
        let Some(better) = better(sought, found).filter(|better| !is_pair(&better.term.word)) else { continue };
        let (start, end) = (word.start as usize, word.end as usize);
        if let (Some(before), Some(behind)) = (meant.get(..start), meant.get(end..)) {
            meant = [before, &better.term.word, behind].concat();
            is_other = true;
        }
    }
    is_other.then_some(meant)
}

fn better(sought: &Sought, found: usize) -> Option<&Candidate> {
    let typed = sought.candidates.iter().filter(|candidate| candidate.closeness != Closeness::Mistake);
    let frequency = typed.map(|candidate| candidate.term.frequency).fold(0, u32::saturating_add);
    let mistakes = sought.candidates.iter().filter(|candidate| candidate.closeness == Closeness::Mistake);
    let best = mistakes.max_by_key(|candidate| (candidate.weight, candidate.term.frequency))?;
    let is_better = frequency == 0 || (found < FEW && frequency.saturating_mul(MUCH_MORE) < best.term.frequency);
    is_better.then_some(best)
}
