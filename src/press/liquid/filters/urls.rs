//! Filters on addresses.

use super::Outcome;
use crate::press::liquid::context::Context;
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value) -> Option<Outcome> {
    let known = ["relative_url", "absolute_url", "strip_index", "uri_escape"];
    known.contains(&name).then(|| apply(context, name, value))
}

/// An address below the site's base; one with a scheme stays what it is.
pub(in crate::press::liquid) fn relative_url(base: &str, address: &str) -> String {
    if has_scheme(address) {
        return address.to_owned();
    }
    normalized(&[base.strip_suffix('/').unwrap_or(base), address].map(with_slash).concat())
}

fn apply(context: &mut Context<'_>, name: &str, value: &Value) -> Outcome {
    if value.is_nil() {
        return Ok(Value::Nil);
    }
    let text = match value {
        Value::Document(document) => document.url.as_str().into(),
        value => show::text(value, &mut context.budget)?,
    };
    let site = &context.engine.site;
    Ok(Value::text(match name {
        "strip_index" => match text.strip_suffix("/index.html").or_else(|| text.strip_suffix("/index.htm")) {
            Some(folder) => format!("{folder}/"),
            None => return Ok(Value::Text(text)),
        },
        "uri_escape" => escaped(&text),
        "absolute_url" if !has_scheme(&text) && !site.url.is_empty() => {
            let relative = relative_url(&site.base, &text);
            let slash = if relative.is_empty() { "/" } else { "" };
            format!("{}{slash}{relative}", site.url)
        }
        _ => relative_url(&site.base, &text),
    }))
}

fn has_scheme(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else {
        return false;
    };
    scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
}

fn with_slash(part: &str) -> String {
    if part.is_empty() || part.starts_with('/') { part.to_owned() } else { format!("/{part}") }
}

/// A path without `.` and `..`, and everything percent-encoded that has to be.
fn normalized(address: &str) -> String {
    let path_end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(path_end);
    let mut folders: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').collect();
    for (position, segment) in segments.iter().enumerate() {
        let is_last = position + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." && 1 < folders.len() {
                    folders.pop();
                }
                if is_last {
                    folders.push("");
                }
            }
            segment => folders.push(segment),
        }
    }
    escaped(&folders.join("/")).replace('[', "%5B").replace(']', "%5D") + &escaped(rest)
}

fn escaped(text: &str) -> String {
    escaped_but_for(text, "-._~!$&'()*+,;=:@/?#[]%")
}

/// A path as Jekyll writes the address of a page (`Jekyll::URL.escape_path`).
pub fn escaped_path(path: &str) -> String {
    escaped_but_for(path, "-._~!$&'()*+,;=:@/?")
}

fn escaped_but_for(text: &str, kept: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_ascii_alphanumeric() || kept.contains(char) {
            escaped.push(char);
        } else {
            let mut bytes = [0; 4];
            for byte in char.encode_utf8(&mut bytes).bytes() {
                escaped.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    escaped
}
