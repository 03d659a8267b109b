//! The site's one stylesheet, joined from the parts that `index.html` links.
//!
//! Trunk does not bundle. Several small files are good to work on, but a reader's first page would wait for each.

use std::path::Path;

use super::files::{self, FileError};

/// Joins all stylesheets of the template into one file of the staging folder, in their order, and returns the
/// template with the one link. A template with fewer than two stays as it is.
pub fn join(template: &str, staging: &Path, public_url: &str) -> Result<String, FileError> {
    let links = stylesheet_links(template, public_url);
    let [first, others @ ..] = links.as_slice() else { return Ok(template.to_owned()) };
    if others.is_empty() {
        return Ok(template.to_owned());
    }
    let mut joined = String::new();
    for link in &links {
        let path = staging.join(link.file);
        joined.push_str(&files::read_text(&path)?);
        files::remove(&path)?;
    }
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

/// FNV-1a, for a file name that changes with the content.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
