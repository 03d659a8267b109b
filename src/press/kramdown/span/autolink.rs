//! Addresses in angle brackets.

use super::super::character_class::is_letter_or_digit;
use super::super::tree::{Element, Kind};
use super::parser::{Parser, push_text};

const SCHEMES: [&str; 5] = ["mailto:", "http:", "https:", "ftp:", "ftps:"];

impl Parser<'_> {
    /// `<https://…>` or `<name@host>`.
    pub(super) fn autolink(&mut self, children: &mut Vec<Element>) -> bool {
        let Some(inside) = self.rest().strip_prefix('<') else { return false };
        let found = self.address(inside).map(|length| (length, "")).or_else(|| Some((mail(inside)?, "mailto:")));
        let Some((length, scheme)) = found else { return false };
        let address = &inside[..length];
        let mut link = Element::new(Kind::Link);
        link.set_attribute("href", &format!("{scheme}{address}"));
        push_text(&mut link.children, address.strip_prefix("mailto:").unwrap_or(address));
        children.push(link);
        self.position += length + 2;
        true
    }

    fn address(&mut self, inside: &str) -> Option<usize> {
        let scheme = SCHEMES.iter().find(|scheme| inside.starts_with(**scheme))?;
        let first = inside[scheme.len()..].chars().next().filter(|char| *char != '\n')?;
        let start = self.position + 1;
        let least = start + scheme.len() + first.len_utf8();
        let end = self.places.next(">", least)?;
        self.places.next("\n", least).is_none_or(|line_end| end < line_end).then_some(end - start)
    }
}

fn mail(inside: &str) -> Option<usize> {
    let is_part = |char| is_letter_or_digit(char) || matches!(char, '-' | '_' | '.');
    let run = |text: &str| Some(text.find(|char| !is_part(char)).unwrap_or(text.len())).filter(|length| *length > 0);
    let name = run(inside)?;
    let host = inside[name..].strip_prefix('@')?;
    let end = run(host)?;
    host[end..].starts_with('>').then_some(name + 1 + end)
}
