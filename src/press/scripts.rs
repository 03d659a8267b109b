//! The site's one script beside the app's own, joined from the parts that `index.html` names, with the words of the
//! site's language above them.
//!
//! The parts are no modules by themselves: their file names change with their contents, so none could import another.

use std::path::Path;

use super::files::{self, FileError};
use super::stylesheet::{hash, taken};
use super::words::Catalogue;

/// What makes a script a part.
const TYPE: &str = "type=\"text/plain\"";

/// Joins all parts into one file of the staging folder, in their order, and returns the template with the one tag. A
/// template without parts stays as it is. `facts` are texts that they have as constants of these names.
pub fn join(
    template: &str,
    staging: &Path,
    public_url: &str,
    words: &Catalogue,
    facts: &[(&str, &str)],
) -> Result<String, FileError> {
    let tags = script_tags(template, public_url);
    let Some((first, _)) = tags.first().copied() else { return Ok(template.to_owned()) };
    let facts: String = facts.iter().map(|(name, text)| format!("const {name} = \"{text}\";\n")).collect();
    let joined = facts + &words_as_script(words) + &taken(staging, tags.iter().map(|(_, file)| *file))?;
    let name = format!("script-{:016x}.js", hash(&joined));
    files::write(&staging.join(&name), joined.as_bytes())?;
    // Data has no source by the rules of HTML, so the name of the file stands in an attribute of ours.
    let mut html = template.replacen(first, &format!("<script data-src=\"{public_url}{name}\" {TYPE}></script>"), 1);
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
    // Trunk writes the slash of the type as a reference.
    let parts = tags.filter(|tag| [TYPE, "type=\"text&#x2F;plain\""].iter().any(|kind| tag.contains(kind)));
    let parts = parts.filter_map(|tag| {
        let (_, source) = tag.split_once("src=\"")?;
        Some((tag, source.split_once('"')?.0.strip_prefix(public_url)?))
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_joined_in_their_order_below_the_words() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [("b-1.js", "two();\n"), ("a-2.js", "one();\n"), ("app.js", "app();\n")] {
            files::write(&folder.path().join(name), text.as_bytes()).expect("written");
        }
        let template = "<script src=\"/r/a-2.js\" type=\"text&#x2F;plain\"></script>\n\
                        <script src=\"/r/b-1.js\" type=\"text/plain\"></script><script src=\"/r/app.js\"></script>";
        let html =
            join(template, folder.path(), "/r/", &Catalogue::of("de"), &[("offlineFile", "o.js")]).expect("joined");
        let (_, name) = html.split_once("<script data-src=\"/r/").expect("one script");
        let (name, rest) = name.split_once('"').expect("its name");
        assert_eq!(rest, " type=\"text/plain\"></script>\n<script src=\"/r/app.js\"></script>");
        let joined = files::read_text(&folder.path().join(name)).expect("the script");
        assert!(
            joined.starts_with("const offlineFile = \"o.js\";\nconst words = {")
                && joined.ends_with("];\none();\ntwo();\n"),
            "{joined}"
        );
        assert!(joined.contains("\nwindow.lecternWords = [\"Zum Inhalt"), "{joined}");
        assert!(!folder.path().join("a-2.js").exists());
        assert_eq!(join("<p>", folder.path(), "/", &Catalogue::of("en"), &[]).expect("left alone"), "<p>");
    }
}
