//! The pictures that a post's front matter names: one for cards, and one above the text.

use std::collections::BTreeMap;

use super::addresses::{Addresses, Wanted};
use super::diagnostic::{Diagnostic, LinkProblem, Position, Problem};
use super::links::{Meaning, meaning};
use super::media::{Origin, Policy};
use super::pictures::Pictures;
use super::post::Post;
use crate::base::encode_path;
use crate::bundle::Cover;
use crate::markdown::{Purpose, targets};

/// Keeps a picture of another site from standing above the text, unless the settings name that site.
pub fn keep_to_policy(post: &mut Post, policy: &Policy) {
    match policy.origin(&post.cover) {
        Origin::Own => {}
        Origin::Allowed(address) => post.cover = address,
        Origin::Other(_) => post.cover.clear(),
    }
}

/// Resolves both pictures like those of the text. One that is not there is left out.
pub fn resolve(post: &mut Post, path: &str, addresses: &Addresses) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let is_one = post.image == post.cover;
    let image = resolved(post, path, &post.image, addresses, &mut problems);
    post.cover = if is_one { image.clone() } else { resolved(post, path, &post.cover, addresses, &mut problems) };
    post.image = image;
    let diagnostics = problems.into_iter();
    diagnostics.map(|(place, problem)| Diagnostic::new(&post.source, place, Problem::Link(problem))).collect()
}

/// Whether the text begins with the picture that stands above it. `shown` are the text's pictures, as
/// [`super::links::Resolved`] has them.
pub fn is_said_twice(post: &Post, shown: &BTreeMap<String, String>) -> bool {
    if post.cover.is_empty() {
        return false;
    }
    let targets = targets(&post.text, post.markup);
    let Some(first) = targets.iter().find(|target| matches!(target.purpose, Purpose::Picture { .. })) else {
        return false;
    };
    let address = first.address.split(['#', '?']).next().unwrap_or_default();
    let is_same = shown.get(address).is_some_and(|place| *place == post.cover) || first.address == post.cover;
    is_same && post.text.get(..first.range.start).is_some_and(shows_nothing)
}

/// The place of the picture above the text, decoded, if it is one of the site's own.
pub fn own_place(post: &Post) -> Option<&str> {
    Some(post.cover.as_str()).filter(|cover| cover.starts_with('/') && !cover.starts_with("//"))
}

/// The picture above the text, with what is known of it.
pub fn cover(post: &Post, pictures: &Pictures) -> Option<Cover> {
    let is_elsewhere = ["https://", "http://"].iter().any(|scheme| post.cover.starts_with(scheme));
    let (address, picture) = match own_place(post) {
        Some(place) => (encode_path(place), pictures.at(place).cloned().unwrap_or_default()),
        None if is_elsewhere => (post.cover.clone(), Default::default()),
        None => return None,
    };
    Some(Cover { address, alt: post.cover_alt.clone(), picture })
}

fn resolved(
    post: &Post,
    path: &str,
    written: &str,
    addresses: &Addresses,
    problems: &mut Vec<(Position, LinkProblem)>,
) -> String {
    let target = written.split(['#', '?']).next().unwrap_or_default();
    if target.is_empty() {
        return written.to_owned();
    }
    match meaning(&post.permalink, path, target, Wanted::File, addresses) {
        Meaning::Elsewhere => written.to_owned(),
        Meaning::AsWritten(file) | Meaning::At(file) => file,
        Meaning::OtherCase(file) => {
            let problem = LinkProblem::OtherCase { target: target.to_owned(), file: file.clone() };
            problems.push((post.place_in_front_matter(written), problem));
            file
        }
        Meaning::Missing(problem) => {
            problems.push((post.place_in_front_matter(written), problem));
            String::new()
        }
    }
}

/// Whether a beginning of a text holds nothing but what opens something around a picture: tags, and the bracket of a link.
fn shows_nothing(beginning: &str) -> bool {
    let mut rest = beginning.trim_start();
    loop {
        rest = match rest.strip_prefix('[') {
            Some(behind) => behind.trim_start(),
            None if rest.starts_with('<') => match rest.split_once('>') {
                Some((_, behind)) => behind.trim_start(),
                None => return false,
            },
            None => return rest.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_stands_before_a_picture() {
        for (beginning, is_nothing) in [
            ("", true),
            ("\n\n", true),
            ("[", true),
            ("<figure>\n  <a href=\"/x\">", true),
            ("<!-- a note -->\n\n", true),
            ("Words. ", false),
            ("# A heading\n\n", false),
            ("<p", false),
        ] {
            assert_eq!(shows_nothing(beginning), is_nothing, "{beginning}");
        }
    }
}
