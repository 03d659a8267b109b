//! Articles as readers of feeds get them.

use std::borrow::Cow;

use super::address::PageAddress;
use crate::html::escape;

/// The article without what means something only on its page: classes, places for the keyboard, data for the app, links of
/// headings to themselves. All addresses are made full.
///
/// Articles come from a writer of HTML ([`crate::press::sanitize`]), in which `<` begins a tag wherever it stands outside
/// of quotes, and every value is quoted. So they need not be parsed a second time.
pub(super) fn content(article: &str, page: &PageAddress) -> String {
    let mut output = String::with_capacity(article.len());
    // Whether each open `span` is written: without a class most say nothing.
    let mut spans: Vec<bool> = Vec::new();
    let mut rest = article;
    while let Some((text, tag, behind)) = split_at_tag(rest) {
        output.push_str(text);
        rest = behind;
        if tag == "/span" {
            if spans.pop().unwrap_or(true) {
                output.push_str("</span>");
            }
        } else if tag.starts_with('/') {
            push_tag(&mut output, tag);
        } else if let Some(behind) = behind_decoration(tag, behind) {
            rest = behind;
        } else {
            let tag = start_tag(tag, page);
            let is_kept = tag != "span";
            if tag.split(' ').next() == Some("span") {
                spans.push(is_kept);
            }
            if is_kept {
                push_tag(&mut output, &tag);
            }
        }
    }
    output.push_str(rest);
    output
}

/// The text before the next tag, the tag without its angle brackets, and what follows.
fn split_at_tag(html: &str) -> Option<(&str, &str, &str)> {
    let (text, rest) = html.split_once('<')?;
    let mut is_quoted = false;
    let end = rest.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    })?;
    Some((text, &rest[..end], &rest[end + 1..]))
}

fn push_tag(output: &mut String, tag: &str) {
    output.push('<');
    output.push_str(tag);
    output.push('>');
}

/// What follows an empty element that only the style sheet shows: the link of a heading to itself, a line's number.
fn behind_decoration<'a>(tag: &str, behind: &'a str) -> Option<&'a str> {
    let (name, rest) = tag.split_once(' ')?;
    let is_decoration = matches!(name, "a" | "i" | "span")
        && attributes(rest).any(|(name, _)| name == "class")
        && attributes(rest).all(|(name, _)| name != "id" && name != "name");
    let end = behind.strip_prefix("</").filter(|_| is_decoration)?;
    end.strip_prefix(name)?.strip_prefix('>')
}

/// A start tag with the attributes that mean something in a feed.
fn start_tag(tag: &str, page: &PageAddress) -> String {
    let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut kept = name.to_owned();
    for (name, value) in attributes(rest) {
        if matches!(name, "class" | "tabindex") || name.starts_with("data-") {
            continue;
        }
        let value = match name {
            "href" | "src" | "poster" | "cite" => Cow::Owned(escape(&page.resolve(&decoded(value))).into_owned()),
            "srcset" => Cow::Owned(escape(&choices(&decoded(value), page)).into_owned()),
            _ => Cow::Borrowed(value),
        };
        kept.push_str(&format!(" {name}=\"{value}\""));
    }
    kept
}

/// The names and values of attributes, as written.
fn attributes(mut rest: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        let (name, behind) = rest.split_once("=\"")?;
        let (value, behind) = behind.split_once('"')?;
        rest = behind;
        Some((name.trim_start(), value))
    })
}

/// A value as meant. The writer knows these references alone.
fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let references = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    let value = references.into_iter().fold(value.to_owned(), |value, (from, to)| value.replace(from, to));
    Cow::Owned(value)
}

/// The addresses of a set of pictures, each with its width ([`crate::markdown::attribute`]).
fn choices(value: &str, page: &PageAddress) -> String {
    let choices = value.split(", ").map(|choice| {
        let (address, width) = choice.split_at(choice.find(' ').unwrap_or(choice.len()));
        format!("{}{width}", page.resolve(address))
    });
    choices.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
