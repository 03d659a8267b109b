//! Takes raw HTML apart into tags, comments and text, as the HTML standard's tokenizer would.

/// A part of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// What is no tag, as written.
    Text(&'a str),
    /// A comment, doctype, processing instruction or CDATA section.
    Comment,
    /// A start tag: lower-case name, lower-case attribute names with values as written.
    Start {
        /// Lower-case.
        name: String,
        /// Each name once, the first wins.
        attributes: Vec<(String, &'a str)>,
        /// The whole tag as written.
        source: &'a str,
    },
    /// An end tag.
    End {
        /// Lower-case.
        name: String,
        /// The whole tag as written.
        source: &'a str,
    },
}

/// The tokens of some raw HTML, in order. Total: whatever is not a tag is text.
pub(crate) fn tokens(source: &str) -> Tokens<'_> {
    let behind_last_end = source.bytes().rev().take_while(|byte| *byte != b'>').count();
    Tokens { rest: source, behind_last_end }
}

/// See [`tokens`].
pub(crate) struct Tokens<'a> {
    rest: &'a str,
    /// How many bytes stand behind the last `>`: no tag can begin there.
    behind_last_end: usize,
}

impl Tokens<'_> {
    /// How many bytes follow the last token.
    pub(crate) fn remaining(&self) -> usize {
        self.rest.len()
    }
}

/// More attributes than any tag has. A limit, so that a text full of `<` does not make each of them a long search.
const MOST_ATTRIBUTES: usize = 50;

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some((token, length)) = markup(self.rest, self.behind_last_end < self.rest.len()) {
            self.rest = &self.rest[length..];
            return Some(token);
        }
        // A `<` that begins no markup is text, up to the next that may.
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        let end = self.rest[first..].find('<').map_or(self.rest.len(), |next| first + next);
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(Token::Text(text))
    }
}

fn markup(source: &str, may_end: bool) -> Option<(Token<'_>, usize)> {
    let inside = source.strip_prefix('<')?;
    if let Some(comment) = inside.strip_prefix("!--") {
        let length = end_of(comment, "-->").map_or(source.len(), |end| 4 + end);
        return Some((Token::Comment, length));
    }
    if inside.starts_with(['!', '?']) {
        let closing = if inside.starts_with("![CDATA[") { "]]>" } else { ">" };
        let length = end_of(inside, closing).map_or(source.len(), |end| 1 + end);
        return Some((Token::Comment, length));
    }
    if !may_end {
        return None;
    }
    if let Some(name) = inside.strip_prefix('/') {
        let name = tag_name(name)?;
        let length = source.find('>')? + 1;
        return Some((Token::End { name: name.to_ascii_lowercase(), source: &source[..length] }, length));
    }
    let name = tag_name(inside)?;
    let mut attributes: Vec<(String, &str)> = Vec::new();
    let mut rest = &inside[name.len()..];
    for _ in 0..MOST_ATTRIBUTES {
        rest = rest.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let length = source.len() - after.len();
            let name = name.to_ascii_lowercase();
            return Some((Token::Start { name, attributes, source: &source[..length] }, length));
        }
        let (key, value, after) = attribute(rest)?;
        let key = key.to_ascii_lowercase();
        if !attributes.iter().any(|(known, _)| *known == key) {
            attributes.push((key, value));
        }
        rest = after;
    }
    None
}

/// Where the first `closing` ends. The library's search is made for longer needles, and costs the reader more.
fn end_of(text: &str, closing: &str) -> Option<usize> {
    let windows = text.as_bytes().windows(closing.len());
    windows.into_iter().position(|window| window == closing.as_bytes()).map(|start| start + closing.len())
}

fn tag_name(source: &str) -> Option<&str> {
    source.starts_with(|char: char| char.is_ascii_alphabetic()).then(|| {
        let end = source.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>'));
        &source[..end.unwrap_or(source.len())]
    })
}

/// A name, its value (empty if it has none), and what follows. `None` at the end of the text.
fn attribute(source: &str) -> Option<(&str, &str, &str)> {
    let is_end = |char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>' | '=');
    let first = source.chars().next()?.len_utf8();
    let length = source[first..].find(is_end).map(|end| first + end)?;
    let (key, rest) = source.split_at(length);
    let Some(value) = rest.trim_ascii_start().strip_prefix('=') else { return Some((key, "", rest)) };
    let value = value.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            let (value, rest) = inside.split_once(quote)?;
            return Some((key, value, rest));
        }
    }
    let end = value.find(|char: char| char.is_ascii_whitespace() || char == '>')?;
    Some((key, &value[..end], &value[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_tags_apart() {
        let all: Vec<Token<'_>> = tokens("a<B x=1 Y='2' x=3 z>b</B ><br/><!-- c --> d < e").collect();
        let attributes = vec![("x".to_owned(), "1"), ("y".to_owned(), "2"), ("z".to_owned(), "")];
        let source = "<B x=1 Y='2' x=3 z>";
        assert_eq!(
            all,
            [
                Token::Text("a"),
                Token::Start { name: "b".to_owned(), attributes, source },
                Token::Text("b"),
                Token::End { name: "b".to_owned(), source: "</B >" },
                Token::Start { name: "br".to_owned(), attributes: Vec::new(), source: "<br/>" },
                Token::Comment,
                Token::Text(" d "),
                Token::Text("< e"),
            ]
        );
    }

    /// Each `<` here begins what reads on to the end of the text; that must not take the square of its length.
    #[test]
    fn many_begun_tags_take_no_time() {
        for piece in ["<a b ", "</a", "<a b='", "<a b c ", "<!x", "<a \"\">"] {
            let text = piece.repeat(100_000 / piece.len());
            assert!(0 < tokens(&text).count());
            assert!(0 < tokens(&(text + ">")).count());
        }
    }

    #[test]
    fn what_never_ends_is_text() {
        for source in ["<a href=\"x", "<a x", "<", "</", "</a", "<a =", "<é>"] {
            let all: Vec<Token<'_>> = tokens(source).collect();
            assert_eq!(all, [Token::Text(source)], "{source}");
        }
        assert_eq!(tokens("<!-- x").collect::<Vec<_>>(), [Token::Comment]);
    }
}
