//! A tag of raw HTML, taken apart to be written anew.

use super::post::title::decode_entities;

/// The attributes of a start tag: lower-case names, each once, and values as written, with character references.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagText {
    name: String,
    attributes: Vec<(String, String)>,
}

impl TagText {
    /// A start tag with attributes as [`super::marks::MarkKind`] has them.
    pub fn new(name: &str, attributes: &[(String, String)]) -> TagText {
        TagText { name: name.to_owned(), attributes: attributes.to_vec() }
    }

    /// The value of an attribute as written; empty if it has none.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of an attribute, without character references.
    pub fn value(&self, name: &str) -> Option<String> {
        self.raw(name).map(|value| decode_entities(value.trim_ascii()))
    }

    /// Whether it has one of some classes.
    pub fn has_class(&self, classes: &[&str]) -> bool {
        self.raw("class").is_some_and(|own| own.split_ascii_whitespace().any(|class| classes.contains(&class)))
    }

    /// Gives it an attribute, in the place of one that it has. The value is plain text.
    pub fn set(&mut self, name: &str, value: &str) {
        let value = value.replace('&', "&amp;");
        match self.attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }

    /// Takes an attribute away.
    pub fn remove(&mut self, name: &str) {
        self.attributes.retain(|(known, _)| known != name);
    }

    /// The tag on one line, to stand in Markdown or in HTML. An attribute whose name would end the tag is left out.
    pub fn write(&self) -> String {
        let mut tag = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            if name.contains(['"', '\'', '<', '>', '`', '=', '/']) || name.contains(char::is_whitespace) {
                continue;
            }
            tag.push(' ');
            tag.push_str(name);
            if !value.is_empty() {
                tag.push_str(&format!("=\"{}\"", quoted(value)));
            }
        }
        tag.push('>');
        tag
    }
}

/// A value made fit for quotes on one line, also of a table of Markdown's; its character references stay.
fn quoted(value: &str) -> String {
    let mut quoted = String::with_capacity(value.len());
    for char in value.chars() {
        match char {
            '"' => quoted.push_str("&quot;"),
            '<' => quoted.push_str("&lt;"),
            '>' => quoted.push_str("&gt;"),
            '|' => quoted.push_str("&#124;"),
            '\n' | '\r' => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted
}

/// Characters that mean something in Markdown or in HTML.
const MARKUP: &str = "&<>\"'\\`*_[]|~^${}";

/// Plain text made fit to stand in Markdown, and in HTML that is in Markdown: on one line, with nothing that means more
/// than itself.
pub fn plain(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for char in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if MARKUP.contains(char) {
            encoded.push_str(&format!("&#{};", u32::from(char)));
        } else {
            encoded.push(char);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_written_as_it_was_read() {
        let attributes = [("src", "a.png?b&amp;c"), ("alt", "Say 'x' | \"y\"\n< z"), ("muted", ""), ("a\"b", "c")];
        let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut tag = TagText::new("img", &attributes);
        let expected = "<img src=\"a.png?b&amp;c\" alt=\"Say 'x' &#124; &quot;y&quot; &lt; z\" muted>";
        assert_eq!(tag.write(), expected);
        assert_eq!(tag.value("src").as_deref(), Some("a.png?b&c"));
        tag.set("src", "d&e");
        tag.remove("alt");
        assert_eq!(tag.write(), "<img src=\"d&amp;e\" muted>");
    }
}
