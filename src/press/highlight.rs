//! What is a keyword, a string, a comment in a block of code, found while the site is built.
//!
//! By syntect with bat's grammars (two-face), run by Oniguruma. Compared on 1,000 blocks of 18 languages as blogs have
//! them (15,000 lines), on one core, in the profile that the press runs in:
//!
//! | | languages | time, first use included | time to build |
//! |---|---|---|---|
//! | syntect, Oniguruma | 220 | 0.35 s | 35 s |
//! | syntect, fancy-regex | 213, no PowerShell, no JSX | 1.9 s | not measured |
//! | arborium (tree-sitter) | 111, here 38 | 0.7 s | 120 s for 38 |
//!
//! giallo is under a licence that this project cannot use, and the other collections of tree-sitter grammars are larger
//! still. Oniguruma is C, so the press needs a C compiler, which every Rust installation has for linking. A higher
//! `opt-level` for these crates in the development profile would save a twentieth of the time, which is not worth a
//! setting. Nothing is loaded before the first block in a known language, and all threads share what is.

use std::sync::LazyLock;

use syntect::parsing::{BasicScopeStackOp, ParseState, ScopeStack, SyntaxReference, SyntaxSet};

use super::attempt::attempt;
use crate::code::PLAIN;

pub mod classes;
pub mod diff;
pub mod languages;
pub mod session;

/// Runs of bytes and their letters, which cover a text.
pub type Spans = Vec<(usize, char)>;

/// The grammars of all languages.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Longer blocks are data rather than code that people read.
const LONGEST_BLOCK: usize = 200_000;

/// Longer lines are left plain: such are minified programs, and some grammars take the square of a line's length.
const LONGEST_LINE: usize = 2_000;

/// The grammar of that name, or for files that end so.
pub fn grammar(name: &str) -> Option<&'static SyntaxReference> {
    let name = name.strip_prefix('.').unwrap_or(name);
    GRAMMARS.find_syntax_by_name(name).or_else(|| GRAMMARS.find_syntax_by_token(name))
}

/// The spans of a text by a grammar; none if it is too long for that.
pub fn spans(text: &str, grammar: &SyntaxReference) -> Spans {
    if LONGEST_BLOCK < text.len() {
        return Vec::new();
    }
    attempt(|| read(text, grammar)).unwrap_or_default()
}

fn read(text: &str, grammar: &SyntaxReference) -> Spans {
    let mut state = ParseState::new(grammar);
    let mut scopes = ScopeStack::new();
    let mut letters: Vec<char> = Vec::new();
    let mut spans = Spans::new();
    for line in text.split_inclusive('\n') {
        let operations = if line.len() <= LONGEST_LINE { state.parse_line(line, &GRAMMARS) } else { Ok(Vec::new()) };
        let Ok(operations) = operations else { return Vec::new() };
        let mut start = 0;
        for (position, operation) in operations {
            let letter = letters.last().copied().unwrap_or(PLAIN);
            spans.push((position.saturating_sub(start), letter));
            start = position.max(start);
            let applied = scopes.apply_with_hook(&operation, |change, _| match change {
                BasicScopeStackOp::Push(scope) => {
                    let around = letters.last().copied().unwrap_or(PLAIN);
                    letters.push(classes::letter(scope).map_or(around, |own| classes::within(around, own)));
                }
                BasicScopeStackOp::Pop => drop(letters.pop()),
            });
            if applied.is_err() {
                return Vec::new();
            }
        }
        let letter = if line.len() <= LONGEST_LINE { letters.last().copied().unwrap_or(PLAIN) } else { PLAIN };
        spans.push((line.len().saturating_sub(start), letter));
    }
    spans
}
