//! `*[HTML]: Hyper Text Markup Language`: the long form of a short one, shown on demand wherever the short one stands.
//! For the common Markdown; kramdown has it by itself.

use std::collections::HashMap;
use std::ops::Range;

use super::literal::literal;
use super::maths::is_within;
use super::runs::{Place, Run};
use crate::press::edits::Edit;
use crate::press::kramdown::abbreviation::ShortForms;
use crate::press::kramdown::document::Definitions;

/// Takes the definitions out, and marks the short forms.
pub(super) fn edits(text: &str, runs: &[Run]) -> Vec<Edit> {
    let (lines, definitions) = definitions(text, runs);
    if lines.is_empty() {
        return Vec::new();
    }
    let forms = ShortForms::new(&definitions);
    let mut edits: Vec<Edit> =
        lines.iter().map(|range| Edit { range: range.clone(), replacement: String::new() }).collect();
    for run in
        runs.iter().filter(|run| matches!(run.place, Place::Plain | Place::Link) && !is_within(&lines, run.range.start))
    {
        let source = text.get(run.range.clone()).unwrap_or_default();
        for (range, title) in forms.all(source) {
            let short = source.get(range.clone()).unwrap_or_default();
            let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", literal(title)) };
            let replacement = format!("<abbr{title}>{short}</abbr>");
            edits.push(Edit { range: run.range.start + range.start..run.range.start + range.end, replacement });
        }
    }
    edits
}

/// The lines of definitions, and what they define: lines of paragraphs that nothing is around.
fn definitions(text: &str, runs: &[Run]) -> (Vec<Range<usize>>, Definitions) {
    let mut lines = Vec::new();
    let mut definitions = Definitions::default();
    let mut known = HashMap::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let Some((short, long)) = definition(line) else { continue };
        let sign = range.start + line.len() - line.trim_start().len();
        if !is_text(runs, sign) {
            continue;
        }
        let definition = (short.to_owned(), long.to_owned(), Vec::new());
        let position = *known.entry(short).or_insert(definitions.abbreviations.len());
        match definitions.abbreviations.get_mut(position) {
            // The last one counts.
            Some(earlier) => *earlier = definition,
            None => definitions.abbreviations.push(definition),
        }
        lines.push(range);
    }
    (lines, definitions)
}

fn definition(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim_start_matches(' ');
    let (short, long) = rest.strip_prefix("*[").filter(|_| line.len() - rest.len() <= 3)?.split_once("]:")?;
    (!short.is_empty() && !short.contains(['[', ']'])).then(|| (short, long.trim()))
}

/// Whether a place is in a text of Markdown.
fn is_text(runs: &[Run], place: usize) -> bool {
    let next = runs.partition_point(|run| run.range.end <= place);
    runs.get(next).is_some_and(|run| run.range.start <= place && run.place == Place::Plain)
}

#[cfg(test)]
mod tests {
    use super::super::runs::runs;
    use super::super::tests::edited;
    use super::*;
    use crate::bundle::Markup;

    #[test]
    fn short_forms_are_marked() {
        let text = "HTML, *HTML5* and `HTML`.\n\n*[HTML]: Hyper \"Text\"\n*[W3C]:\n\n    *[X]: code\n\nW3C XHTML\n";
        let expected = "<abbr title=\"Hyper &quot;Text&quot;\">HTML</abbr>, *HTML5* and `HTML`.\n\n\n    *[X]: code\n\n\
                        <abbr>W3C</abbr> XHTML\n";
        assert_eq!(edited(text, edits(text, &runs(text, Markup::Markdown))), expected);
    }
}
