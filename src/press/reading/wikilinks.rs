//! `[[post]]`, `[[post|label]]`, `[[post#heading]]`: links to posts by their title or the name of their file.

use super::literal::literal;
use super::post_names::{Found, PostNames};
use super::runs::{Place, Run};
use crate::base::encode_path;
use crate::press::edits::Edit;
use crate::press::kramdown::ids::gfm_base;

/// Longer ones are none.
const LONGEST: usize = 200;

/// A link to no post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The byte of its place.
    pub(super) place: usize,
    /// What is looked for, as written.
    pub(super) target: String,
    /// The title that is most like it.
    pub(super) nearest: Option<String>,
}

/// Links in the place of those that name a post. All others stay as they are written: they may be none.
pub(super) fn edits(text: &str, runs: &[Run], names: &PostNames) -> (Vec<Edit>, Vec<Unknown>) {
    let (mut edits, mut unknown) = (Vec::new(), Vec::new());
    for run in runs.iter().filter(|run| run.place == Place::Plain) {
        let source = text.get(run.range.clone()).unwrap_or_default();
        let mut behind = 0;
        for (offset, _) in source.match_indices("[[") {
            let place = run.range.start + offset;
            if place < behind || text.get(..place).is_some_and(|before| before.ends_with(['!', '\\', '['])) {
                continue;
            }
            let Some(inside) = inside(text, runs, place) else { continue };
            let range = place..place + 2 + inside.len() + 2;
            match link(inside, names) {
                Link::To(replacement) => {
                    behind = range.end;
                    edits.push(Edit { range, replacement });
                }
                Link::Unknown(target) => {
                    let nearest = names.nearest(&target);
                    unknown.push(Unknown { place, target, nearest });
                }
                Link::None => {}
            }
        }
    }
    (edits, unknown)
}

/// What stands between the brackets at a place, if they close on the same line, in text, and no address follows.
fn inside<'t>(text: &'t str, runs: &[Run], place: usize) -> Option<&'t str> {
    let rest = text.get(place + 2..)?;
    let rest = rest.get(..rest.floor_char_boundary(LONGEST))?;
    let line = rest.split('\n').next()?;
    let length = line.find("]]")?;
    let inside = line.get(..length)?;
    let end = place + 2 + length;
    let next = runs.partition_point(|run| run.range.end <= end);
    let is_text = runs.get(next).is_some_and(|run| run.range.start <= end && run.place == Place::Plain);
    let has_address = text.get(end + 2..).is_some_and(|after| after.starts_with(['(', '[', ']', ':']));
    (is_text && !has_address && !inside.contains(['[', ']', '`'])).then_some(inside)
}

/// What double brackets are.
enum Link {
    /// A link, as Markdown.
    To(String),
    /// A link to no post that there is.
    Unknown(String),
    /// No link.
    None,
}

fn link(inside: &str, names: &PostNames) -> Link {
    // In a table the bar has a backslash.
    let (target, label) = match inside.split_once('|') {
        Some((target, label)) => (target.strip_suffix('\\').unwrap_or(target), Some(label.trim())),
        None => (inside, None),
    };
    let label = label.filter(|label| !label.is_empty());
    let (name, heading) = target.split_once('#').map_or((target, ""), |(name, heading)| (name, heading.trim()));
    let fragment = if heading.is_empty() { String::new() } else { format!("#{}", gfm_base(heading)) };
    if name.is_empty() && !heading.is_empty() {
        return Link::To(format!("[{}]({})", literal(label.unwrap_or(heading)), address(&fragment)));
    }
    let Some(Found { permalink, title, by }) = names.find(name) else {
        let is_name = name.trim() == name && name.chars().any(char::is_alphabetic);
        return if is_name { Link::Unknown(name.to_owned()) } else { Link::None };
    };
    let shown = match (label, heading) {
        (Some(label), _) => label.to_owned(),
        (None, "") => by.shown(name, title).to_owned(),
        (None, heading) => format!("{}: {heading}", by.shown(name, title)),
    };
    Link::To(format!("[{}]({})", literal(&shown), address(&format!("{}{fragment}", encode_path(permalink)))))
}

/// An address that nothing in it ends.
fn address(target: &str) -> String {
    if target.contains(['(', ')', ' ']) { format!("<{target}>") } else { target.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::runs::runs;
    use super::super::tests::edited;
    use super::*;
    use crate::bundle::Markup;

    fn names() -> PostNames {
        let mut names = PostNames::default();
        names.add("_posts/2024-09-15-river-birds.md", "Birds of the river", "/2024/09/15/river-birds.html");
        names.add("_posts/2023-01-01-herons.md", "Herons (grey)", "/2023/herons/");
        names
    }

    fn check(text: &str, expected: &str) -> Vec<String> {
        let (edits, unknown) = edits(text, &runs(text, Markup::Markdown), &names());
        assert_eq!(edited(text, edits), expected);
        unknown.into_iter().map(|unknown| format!("{} {:?}", unknown.target, unknown.nearest)).collect()
    }

    #[test]
    fn posts_are_found_by_name_and_title() {
        let birds = "/2024/09/15/river-birds.html";
        for (text, expected) in [
            ("[[Birds of the river]]", format!("[Birds of the river]({birds})")),
            ("[[birds of the River]]", format!("[birds of the River]({birds})")),
            ("[[river-birds]]", format!("[Birds of the river]({birds})")),
            ("[[2024-09-15-river-birds.md|a post]]", format!("[a post]({birds})")),
            (
                "[[river-birds#The grey heron]]",
                format!("[Birds of the river&#58; The grey heron]({birds}#the-grey-heron)"),
            ),
            ("[[#Here *now*]] x", "[Here &#42;now&#42;](#here-now) x".to_owned()),
            ("*[[Herons (grey)|a\\_b]]*", "*[a&#92;&#95;b](/2023/herons/)*".to_owned()),
            ("| [[herons\\|b]] |\n|---|\n", "| [b](/2023/herons/) |\n|---|\n".to_owned()),
        ] {
            assert!(check(text, &expected).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_no_link_stays() {
        for text in [
            "`[[herons]]` and \\[[herons]] and [\\[herons]]\n",
            "[[1]](a) [[herons]](b) [[herons]][c]\n\n[c]: /d\n",
            "if [[ -f herons ]]; then\n",
            "![[herons.png]] [[1, 2], [3]] [[12]]\n",
            "[[herons\n]]\n\n    [[herons]]\n",
        ] {
            assert_eq!(check(text, text), [""; 0], "{text}");
        }
        assert_eq!(
            check("[[bird of the rivers]]\n", "[[bird of the rivers]]\n"),
            ["bird of the rivers Some(\"Birds of the river\")"]
        );
        assert_eq!(check("[[zzz]]\n", "[[zzz]]\n"), ["zzz None"]);
    }
}
