//! Where the site and its sources are.

use super::reader::not_a_choice;
use crate::base::Base;
use crate::permalink::Permalink;
use crate::press::diagnostic::Problem;

/// Reads scheme and host into `url`. A path behind them is a problem, for it belongs into `base`; the rest is kept.
pub(super) fn read(text: &str, url: &mut String) -> Result<(), Problem> {
    let bad = || Problem::BadUrl { value: text.to_owned() };
    let (scheme, rest) = text.trim().split_once("://").ok_or_else(bad)?;
    let scheme = scheme.to_ascii_lowercase();
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let fits = |char: char| char.is_alphanumeric() || matches!(char, '-' | '.' | ':' | '[' | ']' | '_');
    if !matches!(scheme.as_str(), "http" | "https") || host.is_empty() || !host.chars().all(fits) {
        return Err(bad());
    }
    *url = format!("{scheme}://{host}");
    if path.trim_matches('/').is_empty() {
        return Ok(());
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    Err(Problem::UrlWithPath { url: url.clone(), base: Base::parse(path).as_str().to_owned() })
}

/// Reads the address that the paths of sources follow. It ends in a slash, so that it is that of a folder.
pub(super) fn read_edit(text: &str, edit: &mut String) -> Result<(), Problem> {
    let text = text.trim();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && scheme.len() < text.len()
    });
    if !is_web || text.contains(|char: char| char.is_whitespace() || char.is_control() || "\"<>\\".contains(char)) {
        let choices = "the address of the folder of posts where it can be changed, such as \
                       `https://github.com/me/blog/edit/main/posts/`";
        return Err(not_a_choice("edit", text, choices));
    }
    *edit = if text.ends_with('/') { text.to_owned() } else { format!("{text}/") };
    Ok(())
}

/// Reads the folder on the host.
pub(super) fn read_base(text: &str, base: &mut Base) -> Result<(), Problem> {
    if text.contains(['?', '#']) || Permalink::parse(text).is_none() {
        return Err(Problem::BadBase { value: text.to_owned() });
    }
    *base = Base::parse(text);
    Ok(())
}
