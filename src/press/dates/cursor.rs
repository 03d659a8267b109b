//! A walk through a short text, for forms too loose for a date library.

/// What is left of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    /// The rest.
    pub(super) rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Cursor<'a> {
        Cursor { rest: text }
    }

    /// Takes the characters that fit; may be none.
    pub(super) fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|char| !fits(char)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// Takes a run of ASCII digits, if there is one.
    pub(super) fn digits(&mut self) -> Option<&'a str> {
        Some(self.take_while(|char| char.is_ascii_digit())).filter(|digits| !digits.is_empty())
    }

    /// Takes one of some characters, if it is next.
    pub(super) fn one_of(&mut self, wanted: &[char]) -> Option<char> {
        let next = self.rest.chars().next().filter(|char| wanted.contains(char))?;
        self.rest = self.rest.strip_prefix(next)?;
        Some(next)
    }

    pub(super) fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

/// All places of a text where a run of ASCII digits begins, from left to right.
pub(super) fn runs_of_digits(text: &str) -> impl Iterator<Item = usize> {
    let mut in_run = false;
    text.char_indices().filter_map(move |(offset, char)| {
        let begins = char.is_ascii_digit() && !in_run;
        in_run = char.is_ascii_digit();
        begins.then_some(offset)
    })
}
