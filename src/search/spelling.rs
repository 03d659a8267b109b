//! How far two words are apart: letters put in, left out, taken for others, or swapped with a neighbor.

/// How many such mistakes are forgiven in a word.
pub(super) fn forgiven(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Compares one word with many.
pub(super) struct Spelling {
    word: Vec<char>,
    most: u32,
    /// The rows of the table for the last letters, kept so that none is made anew.
    rows: [Vec<u32>; 3],
    other: Vec<char>,
}

impl Spelling {
    /// Words more than `most` mistakes away are not told apart from any others.
    pub(super) fn new(word: &str, most: u32) -> Spelling {
        Spelling { word: word.chars().collect(), most, rows: Default::default(), other: Vec::new() }
    }

    /// The number of mistakes by which the other word became this one; nothing if they are too many (optimal string
    /// alignment distance).
    pub(super) fn distance(&mut self, other: &str) -> Option<u32> {
        let Spelling { word, most, rows: [before, last, row], other: letters } = self;
        letters.clear();
        letters.extend(other.chars());
        let (length, most) = (letters.len(), *most);
        if u32::try_from(length.abs_diff(word.len())).is_ok_and(|difference| most < difference) {
            return None;
        }
        last.clear();
        last.extend((0..=word.len()).map(as_u32));
        before.clone_from(last);
        for (at, letter) in letters.iter().enumerate() {
            row.clear();
            row.push(as_u32(at + 1));
            let mut least = as_u32(at + 1);
            for (place, own) in word.iter().enumerate() {
                let cell = |row: &[u32], place: usize| row.get(place).copied().unwrap_or(u32::MAX / 2);
                let mut cost = (cell(last, place) + u32::from(own != letter))
                    .min(cell(last, place + 1) + 1)
                    .min(cell(row, place) + 1);
                let is_swapped =
                    0 < place && 0 < at && letters.get(at - 1) == Some(own) && word.get(place - 1) == Some(letter);
                if is_swapped {
                    cost = cost.min(cell(before, place - 1) + 1);
                }
                least = least.min(cost);
                row.push(cost);
            }
            if most < least {
                return None;
            }
            std::mem::swap(before, last);
            std::mem::swap(last, row);
        }
        last.last().copied().filter(|distance| *distance <= most)
    }
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn distance(word: &str, other: &str) -> Option<u32> {
        Spelling::new(word, 2).distance(other)
    }

    #[test]
    fn mistakes_are_counted() {
        assert_eq!(distance("heron", "heron"), Some(0));
        assert_eq!(distance("heorn", "heron"), Some(1));
        assert_eq!(distance("eron", "heron"), Some(1));
        assert_eq!(distance("hheron", "heron"), Some(1));
        assert_eq!(distance("haron", "heron"), Some(1));
        assert_eq!(distance("haern", "heron"), Some(2));
        assert_eq!(distance("stork", "heron"), None);
        assert_eq!(distance("東京", "京東"), Some(1));
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways_and_agrees_with_a_library(one in "[abc]{0,9}", other in "[abc]{0,9}") {
            let expected = u32::try_from(strsim::osa_distance(&one, &other)).ok().filter(|distance| *distance <= 2);
            prop_assert_eq!(distance(&one, &other), expected);
            prop_assert_eq!(distance(&other, &one), expected);
        }
    }
}
