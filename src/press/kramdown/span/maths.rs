//! Maths within a line.

use super::super::character_class::is_space;
use super::super::document::Maths;
use super::super::entity;
use super::super::tree::{Element, FormulaPlace, Kind};
use super::parser::Parser;
use crate::press::tex;

/// How a formula is marked, in texts of which kind, and where it stands then.
struct Marks {
    start: &'static str,
    end: &'static str,
    since: Maths,
    place: FormulaPlace,
}

const MARKS: [Marks; 4] = [
    Marks { start: "\\\\(", end: "\\\\)", since: Maths::Formulas, place: FormulaPlace::Inline },
    Marks { start: "\\\\[", end: "\\\\]", since: Maths::Formulas, place: FormulaPlace::Displayed },
    Marks { start: "\\(", end: "\\)", since: Maths::FormulasInDollars, place: FormulaPlace::Inline },
    Marks { start: "\\[", end: "\\]", since: Maths::FormulasInDollars, place: FormulaPlace::Displayed },
];

impl Parser<'_> {
    /// `$$…$$`.
    pub(super) fn math(&mut self, children: &mut Vec<Element>) -> bool {
        if !self.rest().starts_with("$$") {
            return false;
        }
        let start = self.position + 2;
        let Some(end) = self.places.next("$$", start) else { return false };
        let tex = self.text[start..end].trim_matches(is_space);
        let (tex, place) = match code_alone(tex) {
            _ if self.options.maths == Maths::AsInJekyll => (tex.to_owned(), FormulaPlace::Inline),
            Some(tex) => (tex.to_owned(), FormulaPlace::Displayed),
            None => (tex::without_comments(tex), FormulaPlace::Inline),
        };
        self.push_formula(children, tex, place, end + 2);
        true
    }

    /// `\\(…\\)` and its like. What stands in it has the backslashes that kramdown takes away.
    pub(super) fn formula(&mut self, children: &mut Vec<Element>) -> bool {
        if self.options.maths == Maths::AsInJekyll {
            return false;
        }
        if self.rest().starts_with('$') {
            return self.formula_in_dollars(children);
        }
        let marks = MARKS.iter().find(|marks| self.rest().starts_with(marks.start));
        let Some(marks) = marks.filter(|marks| marks.since <= self.options.maths) else { return false };
        let start = self.position + marks.start.len();
        let Some(end) = self.places.next_where(marks.end, start, is_not_escaped) else { return false };
        let tex = &self.text[start..end];
        if tex.trim().is_empty() {
            return false;
        }
        let tex = tex_in_marks(tex);
        self.push_formula(children, tex, marks.place, end + marks.end.len());
        true
    }

    /// `$…$` by the rule of pandoc: no blank inside of the dollars, no digit behind them. Code in it is code.
    fn formula_in_dollars(&mut self, children: &mut Vec<Element>) -> bool {
        let start = self.position + 1;
        if self.options.maths != Maths::FormulasInDollars || self.rest().starts_with("$$") {
            return false;
        }
        let Some(end) = self.places.next_where("$", start, is_not_escaped) else { return false };
        let tex = &self.text[start..end];
        let after = &self.text[end + 1..];
        let is_formula = !tex.is_empty()
            && !tex.starts_with(is_space)
            && !tex.ends_with(is_space)
            && !tex.contains('`')
            && !after.starts_with(|char: char| char.is_ascii_digit() || char == '$');
        if is_formula {
            let tex = tex_in_marks(tex);
            self.push_formula(children, tex, FormulaPlace::Inline, end + 1);
        }
        is_formula
    }

    fn push_formula(&mut self, children: &mut Vec<Element>, tex: String, place: FormulaPlace, end: usize) {
        children.push(Element::new(Kind::Math { tex, place }));
        self.position = end;
    }
}

/// The inside of code and nothing else: `` $$`x`$$ `` is a form of the renderer.
fn code_alone(tex: &str) -> Option<&str> {
    tex.strip_prefix('`')?.strip_suffix('`').filter(|tex| !tex.is_empty() && !tex.contains('`'))
}

/// Whether no single backslash stands before a place.
fn is_not_escaped(text: &str, place: usize) -> bool {
    let before = text.get(..place).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 0
}

/// The TeX that Jekyll would put out, or rather what its author meant where kramdown takes away what TeX needs: `\{`
/// and a backslash at the end of a line stay.
pub fn tex_in_marks(written: &str) -> String {
    let mut tex = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(start) = rest.find('\\') {
        let (before, slashes) = rest.split_at(start);
        tex.push_str(before);
        let after = slashes.trim_start_matches('\\');
        let count = slashes.len() - after.len();
        rest = after;
        let next = after.chars().next();
        let kept = match count {
            1 if next.is_some_and(|next| "_*+`()[]<>~|".contains(next)) => 0,
            1 => 1,
            2 if next.is_none_or(char::is_whitespace) => 2,
            _ if count % 2 == 0 => count / 2,
            _ if next.is_some_and(|next| next.is_ascii_punctuation()) => count / 2,
            _ => count / 2 + 1,
        };
        tex.extend(std::iter::repeat_n('\\', kept));
    }
    tex.push_str(rest);
    let tex = tex::without_comments(tex.trim_matches(is_space));
    entity::decode(&tex).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_loses_what_kramdown_needs() {
        for (written, tex) in [
            ("a\\_b \\\\{x\\\\} \\{y\\}", "a_b \\{x\\} \\{y\\}"),
            ("a \\\\\n b \\\\\\\\ c", "a \\\\\n b \\\\ c"),
            ("\\\\frac ab \\frac ab \\, \\! \\; \\%", "\\frac ab \\frac ab \\, \\! \\; \\%"),
            ("a &lt; b &amp; c", "a < b & c"),
        ] {
            assert_eq!(tex_in_marks(written), tex);
        }
    }
}
