//! Maths in a text, in which signs mean something else.

use std::ops::Range;

use super::runs::Run;

/// The delimiters of TeX as they stand in Markdown, in which a backslash before a bracket needs another one.
const DELIMITERS: [(&str, &str); 4] = [("$$", "$$"), ("\\\\(", "\\\\)"), ("\\\\[", "\\\\]"), ("$", "$")];

/// The bytes of maths among some runs, in order.
pub(super) fn maths(text: &str, runs: &[Run]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut rest = runs;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|run| run.block == first.block).count();
        let (block, others) = rest.split_at(length);
        rest = others;
        let Some(last) = block.last() else { break };
        // A backslash that has another one before it is in no run.
        let before = text.get(..first.range.start).unwrap_or_default();
        let start = before.trim_end_matches('\\').len();
        in_block(text, start..last.range.end, &mut found);
    }
    found
}

fn in_block(text: &str, block: Range<usize>, found: &mut Vec<Range<usize>>) {
    let Some(source) = text.get(block.clone()) else { return };
    let mut position = 0;
    // A delimiter without its other half need not be looked for again.
    let mut is_open = [true; DELIMITERS.len()];
    while let Some(offset) = source.get(position..).and_then(|rest| rest.find(['$', '\\'])) {
        position += offset;
        let rest = source.get(position..).unwrap_or_default();
        let kind = DELIMITERS.iter().position(|(open, _)| rest.starts_with(open)).filter(|kind| is_open[*kind]);
        let Some((kind, (open, close))) = kind.and_then(|kind| Some((kind, DELIMITERS.get(kind)?))) else {
            position += 1;
            continue;
        };
        let inside = rest.get(open.len()..).unwrap_or_default();
        let Some(length) = inside.find(close) else {
            is_open[kind] = false;
            position += open.len();
            continue;
        };
        let inside = inside.get(..length).unwrap_or_default();
        // Prices are no maths.
        let is_price = *open == "$" && (inside.is_empty() || inside.trim() != inside || inside.contains('\n'));
        if is_price {
            position += open.len();
            continue;
        }
        let end = position + open.len() + length + close.len();
        found.push(block.start + position..block.start + end);
        position = end;
    }
}

/// Whether a place is within one of some ranges, which are in order.
pub(super) fn is_within(ranges: &[Range<usize>], place: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= place);
    ranges.get(next).is_some_and(|range| range.start <= place)
}

#[cfg(test)]
mod tests {
    use super::super::runs::runs;
    use super::*;
    use crate::bundle::Markup;

    #[test]
    fn finds_maths_and_no_prices() {
        for (text, expected) in [
            ("a $$x^2$$ b \\\\(y\\\\) c\n", &["$$x^2$$", "\\\\(y\\\\)"][..]),
            ("\\\\[\na\n\\\\]\n", &["\\\\[\na\n\\\\]"]),
            ("$x$ and $ y $ and $5 or 6$\n", &["$x$", "$5 or 6$"]),
            ("$ a\n\n$ b \\\\( c\n", &[]),
        ] {
            let found = maths(text, &runs(text, Markup::Markdown));
            assert_eq!(found.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), expected, "{text}");
            assert!(found.iter().all(|range| is_within(&found, range.start) && !is_within(&found, range.end)));
        }
    }
}
