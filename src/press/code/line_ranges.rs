//! Lists of lines: `1,3-5`.

use std::ops::RangeInclusive;

/// Lines, counted from 1.
pub type LineRanges = Vec<RangeInclusive<usize>>;

/// Reads a list of lines and ranges of them, with commas or blanks between. `None` if it holds anything else or
/// nothing.
pub fn parse(text: &str) -> Option<LineRanges> {
    let text = text.trim_matches(|char: char| char.is_whitespace() || "[]{}\"'".contains(char));
    let is_between = |char: char| char.is_whitespace() || ",;\"'".contains(char);
    let items = text.split(is_between).filter(|item| !item.is_empty());
    let ranges: Option<LineRanges> = items.map(range).collect();
    ranges.filter(|ranges| !ranges.is_empty())
}

fn range(item: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = item.split_once('-').or_else(|| item.split_once("..")).unwrap_or((item, item));
    let (first, last) = (number(first)?, number(last)?);
    Some(first.min(last)..=first.max(last))
}

fn number(text: &str) -> Option<usize> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// For each of some lines, whether it is in one of the ranges.
pub fn contained(ranges: &LineRanges, lines: usize) -> Vec<bool> {
    let mut changes = vec![0_i64; lines + 1];
    for range in ranges {
        let first = range.start().saturating_sub(1).min(lines);
        let behind = (*range.end()).min(lines);
        if first < behind {
            changes[first] += 1;
            changes[behind] -= 1;
        }
    }
    let mut open = 0;
    changes
        .iter()
        .take(lines)
        .map(|change| {
            open += change;
            0 < open
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_lines_are_read() {
        for (text, ranges) in [
            ("1", vec![1..=1]),
            ("1,3-5", vec![1..=1, 3..=5]),
            ("1, 3 - 5", vec![]),
            ("8 15-17", vec![8..=8, 15..=17]),
            ("[8,\"15-17\"]", vec![8..=8, 15..=17]),
            ("\"2 3\"", vec![2..=2, 3..=3]),
            ("5-3", vec![3..=5]),
            ("2..4", vec![2..=4]),
            ("", vec![]),
            ("a", vec![]),
            ("1-", vec![]),
            ("-1", vec![]),
            ("+1", vec![]),
            ("99999999999999999999999", vec![]),
        ] {
            assert_eq!(parse(text).unwrap_or_default(), ranges, "{text}");
        }
    }

    #[test]
    fn ranges_may_overlap_and_reach_beyond_the_end() {
        let ranges = vec![2..=3, 3..=9, 0..=0, 20..=30, 1..=usize::MAX];
        assert_eq!(contained(&ranges[..4].to_vec(), 4), [false, true, true, true]);
        assert_eq!(contained(&ranges, 2), [true, true]);
        assert_eq!(contained(&ranges, 0), [false; 0]);
    }
}
