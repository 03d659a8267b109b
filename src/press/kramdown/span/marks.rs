//! Footnote marks and struck-out text.

use super::super::character_class::{is_ascii_word, is_space};
use super::super::document::Warning;
use super::super::tree::{Element, Kind};
use super::parser::Parser;

impl Parser<'_> {
    /// `[^name]`. That of a footnote that there is not is read as text.
    pub(super) fn footnote_mark(&mut self, children: &mut Vec<Element>) -> bool {
        let Some(inside) = self.rest().strip_prefix("[^") else { return false };
        let end = inside.find(|char| !is_ascii_word(char) && char != '-').unwrap_or(inside.len());
        let (name, after) = inside.split_at(end);
        if !name.starts_with(is_ascii_word) || !after.starts_with(']') {
            return false;
        }
        if self.definitions.footnotes.contains_key(name) {
            children.push(Element::new(Kind::FootnoteMark(name.to_owned())));
            self.position += name.len() + 3;
            return true;
        }
        self.warn(self.position, Warning::UnknownFootnote(name.to_owned()));
        self.push_bytes(children, name.len() + 3);
        true
    }

    /// `~~…~~`. What is inside knows nothing of what is around.
    pub(super) fn strikethrough(&mut self, children: &mut Vec<Element>) -> bool {
        let Some(inside) = self.rest().strip_prefix("~~").filter(|_| self.options.gfm) else { return false };
        let start = self.position + 2;
        let Some(first) = inside.chars().next().filter(|char| !is_space(*char) && *char != '~') else { return false };
        let closes = |text: &str, place: usize| !text[..place].ends_with(|char| is_space(char) || char == '~');
        let Some(end) = self.places.next_where("~~", start + first.len_utf8(), closes) else { return false };
        let mut parser = Parser::new(&self.text[start..end], self.definitions, self.options);
        parser.depth = self.depth;
        let inside = parser.all();
        children.push(Element::with(Kind::Strikethrough, inside));
        self.position = end + 2;
        true
    }
}
