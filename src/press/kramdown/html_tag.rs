//! Tags of HTML, their attributes, and what may stand inside.

use super::character_class::{is_letter, is_letter_or_digit, is_space, is_word};
use super::tree::Attributes;

mod elements;
#[cfg(test)]
mod tests;

pub use elements::{content_model, is_block_element, is_known, is_span_element, is_void};

/// `<name …>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartTag {
    /// Lower-case if HTML knows it, as written if not.
    pub name: String,
    /// As written, with character references. Names are lower-case if HTML knows the element.
    pub attributes: Attributes,
    /// Whether it ends in `/>`.
    pub is_self_closing: bool,
    /// Its bytes.
    pub length: usize,
}

/// `</name>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndTag {
    /// Lower-case if HTML knows it, as written if not.
    pub name: String,
    /// Its bytes.
    pub length: usize,
}

/// Whether a text may begin with a tag or a comment, for which kramdown looks closer (`HTML_SPAN_START`).
pub fn may_begin(text: &str) -> bool {
    text.strip_prefix('<')
        .is_some_and(|rest| rest.starts_with('/') || rest.starts_with("!--") || rest.starts_with(is_name_start))
}

/// The start tag that a text begins with (`HTML_TAG_RE`).
pub fn start_tag(text: &str) -> Option<StartTag> {
    let rest = text.strip_prefix('<')?;
    let written_name = name(rest)?;
    let known_name = canonical_name(written_name);
    let is_known_name = is_known(&known_name);
    let mut attributes = Attributes::new();
    let mut rest = &rest[written_name.len()..];
    for _ in 0..ATTRIBUTE_LIMIT {
        let Some((attribute, value, after)) = attribute(rest) else { break };
        let attribute = if is_known_name { lower_case(attribute) } else { attribute.to_owned() };
        match attributes.iter_mut().find(|(known, _)| *known == attribute) {
            Some((_, old)) => value.clone_into(old),
            None => attributes.push((attribute, value.to_owned())),
        }
        rest = after;
    }
    let rest = rest.trim_start_matches(is_space);
    let (is_self_closing, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
    let rest = rest.strip_prefix('>')?;
    Some(StartTag { name: known_name, attributes, is_self_closing, length: text.len() - rest.len() })
}

/// The end tag that a text begins with (`HTML_TAG_CLOSE_RE`).
pub fn end_tag(text: &str) -> Option<EndTag> {
    let rest = text.strip_prefix("</")?;
    let written_name = name(rest)?;
    let rest = rest[written_name.len()..].trim_start_matches(is_space).strip_prefix('>')?;
    Some(EndTag { name: canonical_name(written_name), length: text.len() - rest.len() })
}

/// The bytes of the comment that a text begins with (`HTML_COMMENT_RE`).
pub fn comment(text: &str) -> Option<usize> {
    between(text, "<!--", "-->")
}

/// The bytes of the processing instruction that a text begins with (`HTML_INSTRUCTION_RE`).
pub fn instruction(text: &str) -> Option<usize> {
    between(text, "<?", "?>")
}

/// The name as elements are compared: lower-case if HTML knows it.
pub fn canonical_name(name: &str) -> String {
    let lower = lower_case(name);
    if is_known(&lower) { lower } else { name.to_owned() }
}

// More than any author writes, and few enough that a text of tags that never end is read at once.
const ATTRIBUTE_LIMIT: usize = 256;

fn between(text: &str, start: &str, end: &str) -> Option<usize> {
    let inside = text.strip_prefix(start)?;
    Some(start.len() + inside.find(end)? + end.len())
}

// One attribute after white space: its name, its value and the text after it.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let spaceless = text.trim_start_matches(is_space);
    if spaceless.len() == text.len() {
        return None;
    }
    let name = name(spaceless)?;
    let after_name = &spaceless[name.len()..];
    let (value, rest) = value(after_name).unwrap_or(("", after_name));
    Some((name, value, rest))
}

fn value(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(is_space).strip_prefix('=')?.trim_start_matches(is_space);
    let quote = if text.starts_with('"') { '"' } else { '\'' };
    if let Some(quoted) = text.strip_prefix(quote) {
        return quoted.split_once(quote);
    }
    let end = text.find(|char| !is_word(char)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

// `name` or `prefix:name` at the beginning of a text.
fn name(text: &str) -> Option<&str> {
    let first = simple_name(text)?;
    let second = text[first..].strip_prefix(':').and_then(simple_name);
    Some(&text[..second.map_or(first, |second| first + 1 + second)])
}

fn simple_name(text: &str) -> Option<usize> {
    text.starts_with(is_name_start).then(|| text.find(|char| !is_name_part(char)).unwrap_or(text.len()))
}

fn is_name_start(char: char) -> bool {
    is_letter(char) || char == '_'
}

fn is_name_part(char: char) -> bool {
    is_letter_or_digit(char) || matches!(char, '-' | '.' | '_')
}

fn lower_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}
