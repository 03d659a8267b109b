//! Which documents are found, and in which order.

use super::matching::{Matches, Sought};
use crate::search::answer::Order;
use crate::search::order::by_key;
use crate::search::weights;

/// The documents found, best first.
pub(super) struct Ranked {
    pub(super) documents: Vec<u32>,
    /// Whether none of them has all words as they were typed.
    pub(super) is_close: bool,
    /// Whether there is no need to look for words spelled nearly alike.
    pub(super) is_enough: bool,
}

/// So few posts with all words are not enough: posts with words spelled nearly alike follow them.
const FEW: usize = 4;
/// Unless one of them fits so well, in 256ths of the best that can be: as with all words in the title.
const GOOD_FIT: u32 = 180;

/// How a document has the words; better ones first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    AsTyped,
    Nearly,
    Partly,
}

struct Scored {
    document: u32,
    class: Class,
    score: u32,
}

/// Ranks the documents that pass.
pub(super) fn rank(matches: &Matches, sought: &[Sought], passing: &[bool], order: Order) -> Ranked {
    let mut scored = scored(matches, sought, passing);
    let best_class = scored.iter().map(|scored| scored.class).min().unwrap_or(Class::AsTyped);
    let of_best = |scored: &&Scored| scored.class == best_class;
    let best_score = scored.iter().filter(of_best).map(|scored| scored.score).max().unwrap_or_default();
    let is_few = scored.iter().filter(of_best).count() < FEW;
    let best_possible = sought.iter().map(|word| word.rarity * weights::MOST_IMPACT).sum::<u32>();
    let is_enough = best_class == Class::AsTyped && (!is_few || best_possible / 256 * GOOD_FIT < best_score);
    // Who misspells a title finds it all the same, also where the misspelled word is one of some other text. Other posts
    // of a lower class stand behind the rest, if at all.
    let is_raised = |scored: &Scored| best_score < scored.score && (scored.class as u8) <= best_class as u8 + 1;
    let place = |scored: &Scored| if scored.class == best_class || is_raised(scored) { 0 } else { scored.class as u64 };
    scored.retain(|scored| place(scored) == 0 || (is_few && scored.class == Class::Nearly));
    match order {
        Order::Relevance => {
            scored = by_key(scored, |scored| place(scored) << 32 | u64::from(u32::MAX - scored.score));
        }
        // They are in this order.
        Order::Date => {}
    }
    Ranked {
        documents: scored.iter().map(|scored| scored.document).collect(),
        is_close: best_class != Class::AsTyped && !scored.is_empty(),
        is_enough,
    }
}

fn scored(matches: &Matches, sought: &[Sought], passing: &[bool]) -> Vec<Scored> {
    let all = u32::try_from((1_u64 << sought.len()) - 1).unwrap_or(u32::MAX);
    let whole: u32 = sought.iter().map(|word| word.rarity).sum();
    let masks = matches.as_typed.iter().zip(&matches.nearly).zip(&matches.scores);
    let documents = (0..).zip(masks).zip(passing).filter(|(_, passes)| **passes);
    let scored = documents.filter_map(|((document, ((as_typed, nearly), score)), _)| {
        if *as_typed == all {
            return Some(Scored { document, class: Class::AsTyped, score: *score });
        }
        if *nearly == all {
            return Some(Scored { document, class: Class::Nearly, score: *score });
        }
        let words = (0..).zip(sought).filter(|(bit, _)| nearly & (1 << bit) != 0);
        let share = words.map(|(_, word)| word.rarity).sum::<u32>() * 256 / whole.max(1);
        let score = u64::from(*score) * u64::from(share * share) / 65_536;
        let score = u32::try_from(score).unwrap_or(u32::MAX);
        (weights::LEAST_SHARE <= share && *nearly != 0).then_some(Scored { document, class: Class::Partly, score })
    });
    scored.collect()
}
