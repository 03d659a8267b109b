//! Which line of a rewritten text comes from which line of the text as its author wrote it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Lines of a text, from 1, to lines of the text that it was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineMap {
    /// For each line of the rewritten text; empty if every line is its own.
    lines: Vec<u32>,
}

impl LineMap {
    /// Compares a text with what became of it. A line that is in both is its own origin; one that is new comes from
    /// the line after the last such one, which is right to within the rewritten passage.
    pub fn between(written: &str, rewritten: &str) -> LineMap {
        if written == rewritten {
            return LineMap::default();
        }
        let written: Vec<&str> = written.lines().collect();
        let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
        for (line, text) in (0..).zip(&written) {
            places.entry(hash(text)).or_default().push(line);
        }
        // The next to be found is then the last, which is cheap to take away.
        places.values_mut().for_each(|places| places.reverse());
        let mut next = 0_u32;
        let last = u32::try_from(written.len()).unwrap_or(u32::MAX).max(1);
        let origin = |text: &str| {
            let is_next = written.get(next as usize) == Some(&text);
            let found = if is_next { Some(next) } else { place_after(&mut places, text, next) };
            if let Some(found) = found {
                next = found.saturating_add(1);
            }
            found.unwrap_or(next).saturating_add(1).min(last)
        };
        LineMap { lines: rewritten.lines().map(origin).collect() }
    }

    /// The origin of a line of the rewritten text, both from 1.
    pub fn origin(&self, line: u32) -> u32 {
        let known = usize::try_from(line).ok().and_then(|line| self.lines.get(line.checked_sub(1)?));
        known.or(self.lines.last()).copied().unwrap_or(line)
    }

    /// The map of a text that was rewritten once more.
    pub fn then(&self, after: &LineMap) -> LineMap {
        if after.lines.is_empty() {
            return self.clone();
        }
        LineMap { lines: after.lines.iter().map(|line| self.origin(*line)).collect() }
    }
}

/// The first place of a line from `next` on. Short lines, such as blank ones and fences, are too common to tell a place.
fn place_after(places: &mut HashMap<u64, Vec<u32>>, text: &str, next: u32) -> Option<u32> {
    const TELLING: usize = 4;
    if text.trim().len() < TELLING {
        return None;
    }
    let places = places.get_mut(&hash(text))?;
    while places.last().is_some_and(|place| *place < next) {
        places.pop();
    }
    places.last().copied()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(written: &str, rewritten: &str) -> Vec<u32> {
        let map = LineMap::between(written, rewritten);
        (1..=u32::try_from(rewritten.lines().count()).expect("few")).map(|line| map.origin(line)).collect()
    }

    #[test]
    fn lines_in_both_are_their_own_origin() {
        let written = "first line\n{% include x %}\n\nlast line\n";
        assert_eq!(origins(written, written), [1, 2, 3, 4]);
        assert_eq!(origins(written, "first line\none\ntwo\n\nlast line\n"), [1, 2, 2, 2, 4]);
        assert_eq!(origins(written, "last line\n"), [4]);
    }

    #[test]
    fn a_line_written_twice_is_found_in_order() {
        assert_eq!(origins("same line\n{{ x }}\nsame line\n", "same line\n\nsame line\n"), [1, 2, 3]);
        assert_eq!(origins("", "more\nthan was\n"), [1, 1]);
    }

    #[test]
    fn maps_follow_each_other() {
        let one = LineMap::between("{% comment %}\n{% endcomment %}\nheron one\nheron two\n", "heron one\nheron two\n");
        let two = LineMap::between("heron one\nheron two\n", "Heron One\n\nheron two\n");
        assert_eq!(one.then(&two).origin(3), 4);
        assert_eq!(one.then(&LineMap::default()).origin(1), 3);
        assert_eq!(LineMap::default().then(&one).origin(2), 4);
    }
}
