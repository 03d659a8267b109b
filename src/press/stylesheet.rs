//! The site's one stylesheet, joined from the parts that `index.html` links.
//!
//! Trunk does not bundle. Several small files are good to work on, but a reader's first page would wait for each.

use std::path::Path;

use super::config::Config;
use super::decode::decode;
use super::diagnostic::{Diagnostic, Problem};
use super::files::{self, FileError};

/// The author's own stylesheet, beside the settings.
const OWN_STYLESHEET: &str = "theme.css";

/// Bytes of a stylesheet that nobody writes.
const LONGEST: u64 = 10_000_000;

/// What an author has the pages look like: the values of the settings, then the whole of `theme.css`, if there is one.
pub fn own_rules(config: &Config, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut rules = config.theme_rule();
    let file = folder.join(OWN_STYLESHEET);
    if !file.is_file() {
        return rules;
    }
    match files::read(&file, LONGEST) {
        Ok(bytes) => {
            let (text, problems) = decode(&bytes);
            rules.push_str(&text);
            let problems = problems.into_iter();
            diagnostics.extend(problems.map(|(position, problem)| Diagnostic::new(OWN_STYLESHEET, position, problem)));
        }
        Err(error) => {
            diagnostics.push(Diagnostic::of_file(OWN_STYLESHEET, Problem::Unreadable { cause: error.cause() }));
        }
    }
    rules
}

/// Joins all stylesheets of the template into one file of the staging folder, in their order and with the author's own
/// rules behind them, and returns the template with the one link. A template that has but one already, to which nothing
/// is to be added, stays as it is.
pub fn join(template: &str, staging: &Path, public_url: &str, own_rules: &str) -> Result<String, FileError> {
    let links = stylesheet_links(template, public_url);
    let [first, others @ ..] = links.as_slice() else { return Ok(template.to_owned()) };
    if others.is_empty() && own_rules.is_empty() {
        return Ok(template.to_owned());
    }
    let mut joined = taken(staging, links.iter().map(|link| link.file))?;
    if !joined.ends_with('\n') {
        joined.push('\n');
    }
    joined.push_str(own_rules);
    let name = format!("style-{:016x}.css", hash(&joined));
    files::write(&staging.join(&name), joined.as_bytes())?;
    let mut html = template.replacen(first.tag, &format!("<link rel=\"stylesheet\" href=\"{public_url}{name}\">"), 1);
    for link in others {
        html = html.replacen(link.tag, "", 1);
    }
    Ok(html)
}

struct Link<'a> {
    tag: &'a str,
    file: &'a str,
}

/// The links to stylesheets of this site, as Trunk writes them.
fn stylesheet_links<'a>(template: &'a str, public_url: &str) -> Vec<Link<'a>> {
    let tags = template.match_indices("<link ").filter_map(|(start, _)| {
        let end = start + template[start..].find('>')? + 1;
        template.get(start..end)
    });
    let stylesheets = tags.filter(|tag| tag.contains("rel=\"stylesheet\""));
    let links = stylesheets.filter_map(|tag| {
        let (_, href) = tag.split_once("href=\"")?;
        let file = href.split_once('"')?.0.strip_prefix(public_url)?;
        Some(Link { tag, file })
    });
    links.collect()
}

/// The texts of files of the staging folder, in their order. The files are gone then.
pub(super) fn taken<'a>(staging: &Path, names: impl Iterator<Item = &'a str>) -> Result<String, FileError> {
    let mut joined = String::new();
    for name in names {
        let path = staging.join(name);
        joined.push_str(&files::read_text(&path)?);
        files::remove(&path)?;
    }
    Ok(joined)
}

/// FNV-1a, for a file name that changes with the content.
pub(super) fn hash(text: &str) -> u64 {
    hash_bytes(text.as_bytes())
}

/// The same of a file that is no text.
pub(super) fn hash_bytes(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
