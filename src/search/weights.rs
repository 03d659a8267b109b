//! What makes one hit better than another: every number that ranking depends on.
//!
//! A word counts by where it stands, how often, and how long the text around it is (BM25F); by how few parts of posts
//! have it; and by how near it is to what was typed. `benches/search` tells what a change does. All is in whole
//! numbers, so that all browsers agree.

/// The most that a part of a post can be about a word. More tells more degrees apart and makes the index larger (8 to 255).
pub const MOST_IMPACT: u32 = 63;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title of the document.
    Title,
    /// The name of a category, a tag or an author.
    Term,
    /// A heading.
    Heading,
    /// Running text.
    Text,
    /// A block of code.
    Code,
}

/// How many fields there are.
pub const FIELDS: usize = 5;

/// For each field how often a word of the text would have to be there for the same effect, in sixteenths. Higher
/// puts posts first that have the words there; 0 would take the field out of the ranking (0 to 1,000).
const FIELD_WEIGHTS: [u32; FIELDS] = [240, 96, 56, 16, 8];

/// For each field the length, in words, at which a word counts just as much as its weight says. In longer fields it
/// counts less. Fixed, so that a new post does not change the files of others (1 to 10,000).
const USUAL_LENGTHS: [u32; FIELDS] = [5, 4, 20, 500, 200];

/// For each field how much its length matters, in parts of 256: 0 not at all, 256 in full (0 to 256).
const LENGTH_MATTERS: [u32; FIELDS] = [128, 64, 96, 160, 160];

/// How soon more of the same word adds nothing, in sixteenths of a word of the text: low soon, high later (1 to 400).
const SATURATION: u32 = 48;

/// How much of a match a word is that is just what was typed. All others are parts of this (256).
pub const EXACT: u32 = 256;

/// The same for a word of the same stem. Higher puts other forms of a word on a par with it (0 to 256).
pub const KIN: u32 = 200;

/// The same for a word that begins with what was typed, and how much each further letter takes off (0 to 256).
pub const BEGINNING: u32 = 176;
/// See [`BEGINNING`] (0 to 50).
pub const LETTER_MORE: u32 = 8;
/// At the least so much is left of [`BEGINNING`] (0 to [`BEGINNING`]).
pub const LEAST_BEGINNING: u32 = 96;

/// The same for a word with one mistake, or with two. Higher lets misspelled words match as well as others (0 to 256).
pub const MISTAKES: [u32; 2] = [128, 72];

/// What two words of the query beside each other add, as a part of what they count, in 256ths. Higher puts posts first
/// that have the words together (0 to 1,000).
pub const TOGETHER: u32 = 160;

/// How much of the words of a query must be matched, by weight, for a post that lacks some of them, in 256ths. Higher
/// shows fewer posts where none has all words (0 to 256).
pub const LEAST_SHARE: u32 = 128;

/// The impact of a word on a part of a document: how often each field has it, and how many words the fields have.
/// 1 at the least.
pub fn impact(counts: &[u32; FIELDS], lengths: &[u32; FIELDS]) -> u8 {
    let mut sum = 0_u64;
    for field in 0..FIELDS {
        let (weight, usual, matters) = (FIELD_WEIGHTS[field], USUAL_LENGTHS[field], LENGTH_MATTERS[field]);
        let length = u64::from(256 - matters) + u64::from(matters) * u64::from(lengths[field]) / u64::from(usual);
        sum += u64::from(weight) * u64::from(counts[field]) * 256 * 16 / length.max(32);
    }
    let impact = u64::from(MOST_IMPACT) * sum / (sum + u64::from(SATURATION) * 16);
    u8::try_from(impact.max(1)).unwrap_or(u8::MAX)
}

/// How much a word tells that stands in so many of all parts: the logarithm of their ratio, in 256ths; 64 at the least.
pub(super) fn rarity(frequency: u32, units: u32) -> u32 {
    logarithm(units.saturating_add(2)).saturating_sub(logarithm(frequency.saturating_add(1))).max(64)
}

/// To the base of 2, in 256ths; between powers of 2 along a straight line.
fn logarithm(number: u32) -> u32 {
    let Some(power) = number.checked_ilog2() else { return 0 };
    let rest = u64::from(number - (1 << power));
    power * 256 + u32::try_from((rest << 8) >> power).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LENGTHS: [u32; FIELDS] = [5, 2, 20, 500, 200];

    #[test]
    fn a_title_counts_more_than_a_heading_and_a_heading_more_than_text() {
        let of = |counts| impact(&counts, &LENGTHS);
        let impacts =
            [of([1, 0, 0, 0, 0]), of([0, 1, 0, 0, 0]), of([0, 0, 1, 0, 0]), of([0, 0, 0, 1, 0]), of([0, 0, 0, 0, 1])];
        assert!(impacts.is_sorted_by(|one, other| one > other), "{impacts:?}");
        assert!(of([0, 0, 0, 3, 0]) > of([0, 0, 0, 1, 0]));
        assert!(impact(&[0, 0, 0, 1, 0], &[5, 2, 20, 4000, 200]) < of([0, 0, 0, 1, 0]));
        assert!(of([u32::MAX; FIELDS]) <= 63 && 1 <= of([0; FIELDS]));
    }

    #[test]
    fn rare_words_tell_more() {
        let of = |frequency| rarity(frequency, 10_000);
        assert!([of(1), of(2), of(3), of(100), of(9_000)].is_sorted_by(|one, other| one > other));
        assert_eq!(of(10_000), 64);
        assert_eq!(logarithm(1024), 2560);
        assert_eq!(logarithm(1536), 2688);
    }
}
