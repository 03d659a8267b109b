//! Attributes in one order and one spelling.

use std::borrow::Cow;

/// The attributes of an element that show, sorted.
pub(super) fn attributes<'v>(
    element: &str,
    values: impl Iterator<Item = (&'v str, &'v str)>,
) -> Vec<(Cow<'v, str>, String)> {
    let mut all: Vec<(Cow<'v, str>, String)> = values.filter_map(|(name, value)| one(element, name, value)).collect();
    all.sort();
    all
}

fn one<'v>(element: &str, name: &'v str, value: &'v str) -> Option<(Cow<'v, str>, String)> {
    let name: Cow<'v, str> = match name {
        _ if name.bytes().any(|byte| byte.is_ascii_uppercase()) => name.to_ascii_lowercase().into(),
        _ => name.into(),
    };
    let words = || value.split_whitespace();
    let value = match name.as_ref() {
        "loading" => return None,
        // They are given beside the text, see `lower::headings`.
        "id" if is_heading(element) => return None,
        "start" if element == "ol" => return None,
        "id" if value.trim().is_empty() || value.starts_with("markdown-toc") => return None,
        "class" => {
            let mut classes: Vec<&str> = words().filter(|class| !is_of_tasks(class)).collect();
            if classes.is_empty() {
                return None;
            }
            classes.sort_unstable();
            classes.join(" ")
        }
        "style" => {
            let style: String = value.chars().filter(|char| !char.is_whitespace()).collect();
            let style = style.trim_end_matches(';');
            match style.strip_prefix("text-align:") {
                Some(alignment) if matches!(alignment, "left" | "center" | "right") => {
                    return Some(("align".into(), alignment.to_owned()));
                }
                _ => style.to_owned(),
            }
        }
        "href" | "src" | "cite" | "poster" => decoded(value.trim()),
        "alt" => words().map(straight).collect::<Vec<_>>().join(" "),
        "disabled" | "checked" | "controls" | "autoplay" | "loop" | "muted" | "allowfullscreen" | "async" | "defer" => {
            String::new()
        }
        _ => words().collect::<Vec<_>>().join(" "),
    };
    Some((name, value))
}

fn is_heading(element: &str) -> bool {
    matches!(element, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Classes of task lists, which say no more than the boxes do.
fn is_of_tasks(class: &str) -> bool {
    matches!(class, "task-list" | "task-list-item" | "task-list-item-checkbox")
}

/// Without typographic signs, which only one of the two makes in the words for a picture.
fn straight(word: &str) -> String {
    let word = word.replace(['‘', '’'], "'").replace(['“', '”'], "\"").replace('…', "...");
    let word = word.replace('—', "---").replace('–', "--");
    word.replace('«', "<<").replace('»', ">>")
}

/// An address with its percent signs decoded.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
