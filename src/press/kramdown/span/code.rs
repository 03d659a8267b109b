//! Code within a line.

use super::super::character_class::is_space;
use super::super::tree::{Element, Kind};
use super::parser::{Parser, push_text};

impl Parser<'_> {
    /// `` `…` `` or with more backticks. Backticks without a partner are read as text.
    pub(super) fn code(&mut self, children: &mut Vec<Element>) -> bool {
        let rest = self.rest();
        let count = rest.bytes().take_while(|byte| *byte == b'`').count();
        let (delimiter, after) = rest.split_at(count);
        let is_simple = count == 1;
        let before = &self.text[..self.position];
        let stands_alone = (before.is_empty() || before.ends_with(is_space)) && after.starts_with(is_space);
        let start = self.position + count;
        self.position = start;
        let end = self.places.next_backticks(count, start).filter(|_| !(is_simple && stands_alone));
        let Some(end) = end else {
            push_text(children, delimiter);
            return true;
        };
        let mut code = &self.text[start..end];
        if !is_simple {
            code = code.strip_prefix(' ').unwrap_or(code);
            code = code.strip_suffix(' ').unwrap_or(code);
        }
        self.position = end + count;
        children.push(Element::new(Kind::CodeSpan(code.to_owned())));
        true
    }
}
