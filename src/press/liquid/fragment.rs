//! Words of Liquid inside tags and outputs, found as leniently as Ruby's Liquid finds them.

/// Finds fragments in what stands in a tag: quoted text, or anything without blanks, commas and bars.
#[derive(Clone, Debug)]
pub(super) struct Fragments<'a> {
    text: &'a str,
    /// Quotes that have no partner from here to the end: never searched for twice.
    no_double: bool,
    no_single: bool,
}

impl<'a> Fragments<'a> {
    pub(super) fn new(text: &'a str) -> Fragments<'a> {
        Fragments { text, no_double: false, no_single: false }
    }

    /// The first fragment that begins at `from` or behind, with its end.
    pub(super) fn find(&mut self, from: usize) -> Option<(&'a str, usize)> {
        let text = self.text;
        text.get(from..)?.char_indices().map(|(at, _)| from + at).find_map(|at| self.at(at))
    }

    /// The fragment that begins here, with its end.
    pub(super) fn at(&mut self, start: usize) -> Option<(&'a str, usize)> {
        let end = match self.quoted_end(start) {
            Some(end) => end,
            None => self.run_end(start),
        };
        if end == start { None } else { Some((self.text.get(start..end)?, end)) }
    }

    /// The end of the text in quotes that begins here.
    pub(super) fn quoted_end(&mut self, start: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let (quote, missing) = match rest.as_bytes().first()? {
            b'"' => ('"', &mut self.no_double),
            b'\'' => ('\'', &mut self.no_single),
            _ => return None,
        };
        if *missing {
            return None;
        }
        let end = rest.get(1..)?.find(quote);
        *missing = end.is_none();
        end.map(|end| start + end + 2)
    }

    fn run_end(&mut self, start: usize) -> usize {
        let mut at = start;
        while let Some(char) = self.text.get(at..).and_then(|rest| rest.chars().next()) {
            if let Some(end) = self.quoted_end(at) {
                at = end;
            } else if is_space(char) || matches!(char, ',' | '|' | '"' | '\'') {
                break;
            } else {
                at += char.len_utf8();
            }
        }
        at
    }
}

/// `key: value` pairs anywhere in a tag.
pub(super) fn attributes(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut fragments = Fragments::new(text);
    let mut from = 0;
    while let Some(colon) = text.get(from..).and_then(|rest| rest.find(':')).map(|at| from + at) {
        let key = text.get(from..colon).unwrap_or_default().trim_end_matches(is_space);
        let key_start = key.rfind(|char: char| !is_word(char) && char != '-').map_or(0, |at| at + last_length(key, at));
        let key = key.get(key_start..).unwrap_or_default().trim_start_matches('-');
        let value_start = skip_spaces(text, colon + 1);
        from = colon + 1;
        if let Some((value, end)) = fragments.at(value_start).filter(|_| !key.is_empty()) {
            found.push((key, value));
            from = end;
        }
    }
    found
}

/// Ruby's `\w`.
pub(super) fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

/// Ruby's `\s`.
pub(super) fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// The place of the first other than a blank.
pub(super) fn skip_spaces(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.len() - rest.trim_start_matches(is_space).len()
}

fn last_length(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}
