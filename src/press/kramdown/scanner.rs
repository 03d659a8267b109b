//! A place in a text that moves on.

/// Reads a text from its beginning to its end, never splitting a character.
#[derive(Clone, Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Scanner<'a> {
    /// Starts at the beginning.
    pub fn new(text: &'a str) -> Scanner<'a> {
        Scanner { text, position: 0 }
    }

    /// The whole text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Bytes read.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Goes to a place; one within a character counts as that character's beginning.
    pub fn set_position(&mut self, position: usize) {
        self.position = self.text.floor_char_boundary(position);
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'a str {
        &self.text[self.position..]
    }

    /// What is read.
    pub fn before(&self) -> &'a str {
        &self.text[..self.position]
    }

    /// Whether all is read.
    pub fn is_at_end(&self) -> bool {
        self.position == self.text.len()
    }

    /// Whether the next character begins a line.
    pub fn is_at_line_start(&self) -> bool {
        self.position == 0 || self.before().ends_with('\n')
    }

    /// The line from here to its end, with its line feed.
    pub fn rest_of_line(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find('\n').map_or(rest.len(), |end| end + 1)]
    }

    /// The next character, without reading it.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Reads a text if it comes next.
    pub fn take(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.position += wanted.len();
        }
        found
    }

    /// Reads a number of bytes, all of the rest at the most.
    pub fn take_bytes(&mut self, count: usize) -> &'a str {
        let start = self.position;
        self.set_position((start + count).min(self.text.len()));
        &self.text[start..self.position]
    }

    /// Reads characters as long as they are wanted.
    pub fn take_while(&mut self, is_wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        self.take_bytes(rest.find(|char| !is_wanted(char)).unwrap_or(rest.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_on_by_whole_characters() {
        let mut scanner = Scanner::new("añ\nb");
        assert!(scanner.is_at_line_start() && scanner.take("a"));
        assert!(!scanner.is_at_line_start());
        assert_eq!(scanner.rest_of_line(), "ñ\n");
        scanner.set_position(2);
        assert_eq!(scanner.peek(), Some('ñ'));
        assert_eq!(scanner.take_while(char::is_alphabetic), "ñ");
        assert_eq!(scanner.take_bytes(99), "\nb");
        assert!(scanner.is_at_end());
    }
}
