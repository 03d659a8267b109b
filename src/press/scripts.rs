//! The site's one script beside the app's own, joined from the parts that `index.html` names, with the words of the
//! site's language above them.
//!
//! The parts are no modules by themselves: their file names change with their contents, so none could import another.

use std::path::Path;

use super::files::{self, FileError};
use super::stylesheet::hash;
use super::words::Catalogue;

/// Joins all parts into one file of the staging folder, in their order, and returns the template with the one tag. A
/// template without parts stays as it is.
pub fn join(template: &str, staging: &Path, public_url: &str, words: &Catalogue) -> Result<String, FileError> {
    let tags = script_tags(template, public_url);
    let Some((first, _)) = tags.first().copied() else { return Ok(template.to_owned()) };
    let mut joined = words_as_script(words);
    for (_, file) in &tags {
        let path = staging.join(file);
        joined.push_str(&files::read_text(&path)?);
        files::remove(&path)?;
    }
    let name = format!("script-{:016x}.js", hash(&joined));
    files::write(&staging.join(&name), joined.as_bytes())?;
    let mut html =
        template.replacen(first, &format!("<script src=\"{public_url}{name}\" type=\"text/plain\"></script>"), 1);
    for (tag, _) in &tags[1..] {
        html = html.replacen(tag, "", 1);
    }
    Ok(html)
}

/// For the scripts by name, for the app in the order of [`crate::words::Word`].
fn words_as_script(words: &Catalogue) -> String {
    let json = |value: Result<String, serde_json::Error>| value.unwrap_or_default();
    let (script, page) = (json(serde_json::to_string(&words.script)), json(serde_json::to_string(&words.page)));
    format!("const words = {script};\nwindow.lecternWords = {page};\n")
}

/// The tags of the parts and their files, as Trunk writes them: of a type that browsers do not load by themselves.
fn script_tags<'a>(template: &'a str, public_url: &str) -> Vec<(&'a str, &'a str)> {
    let tags = template.match_indices("<script ").filter_map(|(start, _)| {
        let end = start + template[start..].find("</script>")? + "</script>".len();
        template.get(start..end)
    });
    // Trunk writes the slash as a character reference.
    let parts =
        tags.filter(|tag| ["/", "&#x2F;"].iter().any(|slash| tag.contains(&format!("type=\"text{slash}plain\""))));
    let parts = parts.filter_map(|tag| {
        let (_, source) = tag.split_once("src=\"")?;
        Some((tag, source.split_once('"')?.0.strip_prefix(public_url)?))
    });
    parts.collect()
}
