//! Footnotes that lead nowhere: marks without a note, notes without a mark, several notes of one name.

use std::collections::HashSet;

use pulldown_cmark::{Event, Parser, Tag};

use super::runs::{Place, Run};
use crate::markdown::extensions;
use crate::press::diagnostic::MarkdownProblem;
use crate::press::kramdown::document::Warning;

/// Longer names are no names.
const LONGEST_NAME: usize = 100;

/// What is wrong, each with the byte of its place.
pub(super) fn problems(text: &str) -> Vec<(usize, MarkdownProblem)> {
    let mut problems = Vec::new();
    let mut defined = HashSet::new();
    let mut definitions = Vec::new();
    let mut mentioned = HashSet::new();
    for (event, range) in Parser::new_ext(text, extensions()).into_offset_iter() {
        match event {
            Event::FootnoteReference(name) => {
                mentioned.insert(name.into_string());
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let name = name.into_string();
                if defined.insert(name.clone()) {
                    definitions.push((range.start, name));
                } else {
                    problems.push((range.start, MarkdownProblem::FootnoteTwice(name)));
                }
            }
            _ => {}
        }
    }
    let unused = definitions.into_iter().filter(|(_, name)| !mentioned.contains(name));
    problems.extend(unused.map(|(place, name)| (place, MarkdownProblem::FootnoteUnused(name))));
    problems
}

/// Marks of notes that nobody wrote, which are shown as they are. kramdown tells of those by itself.
pub(super) fn unknown(text: &str, runs: &[Run]) -> Vec<(usize, MarkdownProblem)> {
    let mut problems = Vec::new();
    for run in runs.iter().filter(|run| run.place == Place::Plain) {
        let source = text.get(run.range.clone()).unwrap_or_default();
        for (place, _) in source.match_indices("[^") {
            let rest = source.get(place + 2..).unwrap_or_default();
            let rest = rest.get(..rest.floor_char_boundary(LONGEST_NAME)).unwrap_or_default();
            let name = rest.split_once(']').map_or("", |(name, _)| name);
            // `[^a-z]` is a class of characters.
            let is_name =
                !name.is_empty() && !name.contains(|char: char| char.is_whitespace() || "[^\\-\"'<>".contains(char));
            if is_name {
                let warning = Warning::UnknownFootnote(name.to_owned());
                problems.push((run.range.start + place, MarkdownProblem::Kramdown(warning)));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::super::runs::runs;
    use super::*;
    use crate::bundle::Markup;

    #[test]
    fn tells_what_leads_nowhere() {
        let text = "a[^1] b[^2] `[^3]` [^a-z]\n\n[^1]: x\n[^1]: y\n[^4]: z\n";
        let twice = MarkdownProblem::FootnoteTwice("1".to_owned());
        let unused = MarkdownProblem::FootnoteUnused("4".to_owned());
        assert_eq!(problems(text), [(35, twice), (43, unused)]);
        let missing = MarkdownProblem::Kramdown(Warning::UnknownFootnote("2".to_owned()));
        assert_eq!(unknown(text, &runs(text, Markup::Markdown)), [(7, missing)]);
    }
}
