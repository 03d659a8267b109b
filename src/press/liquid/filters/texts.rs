//! Filters on text, where the liquid crates differ from Ruby.

use super::{Arguments, Failure, Outcome, count};
use crate::press::liquid::context::Context;
use crate::press::liquid::fragment::is_space;
use crate::press::liquid::show;
use crate::press::liquid::tokens::is_blank;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    let known = [
        "capitalize",
        "strip",
        "lstrip",
        "rstrip",
        "strip_newlines",
        "newline_to_br",
        "truncate",
        "truncatewords",
        "slice",
        "split",
        "replace_last",
        "remove_last",
        "size",
        "url_encode",
        "url_decode",
        "markdownify",
        "smartify",
        "xml_escape",
        "cgi_escape",
        "normalize_whitespace",
        "inspect",
        "sassify",
        "scssify",
        "base64_encode",
    ];
    known.contains(&name).then(|| apply(context, name, value, arguments))
}

fn apply(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Outcome {
    match (name, value) {
        ("size", Value::Text(text)) => return Ok(count(text.chars().count())),
        ("size", Value::List(list)) => return Ok(count(list.items().len())),
        ("size", Value::Object(object)) => return Ok(count(object.entries().len())),
        ("size", Value::Range(first, last)) => {
            return Ok(Value::Integer(last.saturating_sub(*first).saturating_add(1).max(0)));
        }
        ("size", Value::Integer(_)) => return Ok(Value::Integer(8)),
        ("size", _) => return Ok(Value::Integer(0)),
        ("slice", Value::List(list)) => {
            let (from, to) = slice(list.items().len(), arguments)?;
            return Ok(Value::list(list.items().get(from..to).unwrap_or_default().to_vec()));
        }
        ("truncate" | "truncatewords" | "url_encode" | "url_decode", Value::Nil) => return Ok(Value::Nil),
        ("inspect", _) => {
            let mut inspected = String::new();
            show::inspect(value, &mut inspected, &mut context.budget)?;
            return Ok(Value::text(xml_escape(&inspected)));
        }
        ("sassify" | "scssify", _) => return Err(Failure::Refused("write CSS instead")),
        _ => {}
    }
    let text = show::text(value, &mut context.budget)?;
    Ok(Value::text(match name {
        "capitalize" => {
            let mut chars = text.chars();
            let first: String = chars.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
            first + &chars.as_str().to_lowercase()
        }
        "strip" => text.trim_matches(is_blank).to_owned(),
        "lstrip" => text.trim_start_matches(is_blank).to_owned(),
        "rstrip" => text.trim_end_matches(is_blank).to_owned(),
        "strip_newlines" => text.replace("\r\n", "").replace('\n', ""),
        "newline_to_br" => text.replace("\r\n", "\n").replace('\n', "<br />\n"),
        "truncate" => truncate(context, &text, arguments)?,
        "truncatewords" => truncate_words(context, &text, arguments)?,
        "slice" => {
            let (from, to) = slice(text.chars().count(), arguments)?;
            text.chars().skip(from).take(to - from).collect()
        }
        "split" => return split(context, &text, arguments),
        "replace_last" | "remove_last" => {
            let (searched, new) = (arguments.text(context, 0)?, arguments.text(context, 1)?);
            match text.rsplit_once(&*searched) {
                Some((before, behind)) => format!("{before}{new}{behind}"),
                None => return Ok(Value::Text(text)),
            }
        }
        "url_encode" | "cgi_escape" => cgi_escape(&text),
        "url_decode" => {
            let spaced = text.replace('+', " ");
            percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
        }
        "markdownify" => (context.engine.site.markdownify)(&text),
        "smartify" => smartify(&text),
        "xml_escape" => xml_escape(&text),
        "normalize_whitespace" => text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
        _ => base64(text.as_bytes()),
    }))
}

/// The places of a part, as Ruby's `slice(offset, length)` has it.
fn slice(length: usize, arguments: &Arguments) -> Result<(usize, usize), Failure> {
    arguments.wanted(0)?;
    let all = i64::try_from(length).unwrap_or(i64::MAX);
    let offset = arguments.integer(0, 0);
    let from = if offset < 0 { offset.saturating_add(all) } else { offset };
    let wanted = match arguments.get(1) {
        Some(value) if !value.is_nil() => arguments.integer(1, 1),
        _ => 1,
    };
    if from < 0 || all < from || wanted < 0 {
        return Ok((0, 0));
    }
    let to = from.saturating_add(wanted).min(all);
    Ok((usize::try_from(from).unwrap_or(0), usize::try_from(to).unwrap_or(0)))
}

fn truncate(context: &mut Context<'_>, text: &str, arguments: &Arguments) -> Result<String, Failure> {
    let length = usize::try_from(arguments.integer(0, 50)).unwrap_or(0);
    let ellipsis = if arguments.get(1).is_some() { arguments.text(context, 1)? } else { "...".into() };
    if text.chars().count() <= length {
        return Ok(text.to_owned());
    }
    let kept = length.saturating_sub(ellipsis.chars().count());
    Ok(text.chars().take(kept).chain(ellipsis.chars()).collect())
}

fn truncate_words(context: &mut Context<'_>, text: &str, arguments: &Arguments) -> Result<String, Failure> {
    let most = usize::try_from(arguments.integer(0, 15)).unwrap_or(0).max(1);
    let ellipsis = if arguments.get(1).is_some() { arguments.text(context, 1)? } else { "...".into() };
    let words: Vec<&str> = text.split(is_blank).filter(|word| !word.is_empty()).take(most.saturating_add(1)).collect();
    match words.get(..most) {
        Some(kept) if most < words.len() => Ok(kept.join(" ") + &ellipsis),
        _ => Ok(text.to_owned()),
    }
}

fn split(context: &mut Context<'_>, text: &str, arguments: &Arguments) -> Outcome {
    arguments.wanted(0)?;
    let separator = arguments.text(context, 0)?;
    let mut parts: Vec<&str> = match &*separator {
        " " => text.split(is_blank).filter(|part| !part.is_empty()).collect(),
        "" => text.split("").filter(|part| !part.is_empty()).collect(),
        separator => text.split(separator).collect(),
    };
    // Empty parts at the end do not count.
    while parts.last().is_some_and(|part| part.is_empty()) {
        parts.pop();
    }
    context.budget.work(parts.len() * 40)?;
    Ok(Value::list(parts.into_iter().map(Value::text).collect()))
}

fn xml_escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&apos;")
}

fn cgi_escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => escaped.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'~' => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// Straight quotes, hyphens and dots as printers set them.
fn smartify(text: &str) -> String {
    let text = text.replace("---", "—").replace("--", "–").replace("...", "…");
    let mut smart = String::with_capacity(text.len());
    for char in text.chars() {
        let opens = smart.chars().next_back().is_none_or(|before| before.is_whitespace() || "([{—–“‘".contains(before));
        smart.push(match char {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens => '‘',
            '\'' => '’',
            _ => char,
        });
    }
    smart
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4_u32 {
            let digit = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0);
            let is_padding = three.len() < usize::try_from(place).unwrap_or(0);
            encoded.push(if is_padding { '=' } else { DIGITS.get(digit).copied().map_or('=', char::from) });
        }
    }
    encoded
}
