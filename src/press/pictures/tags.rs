//! Pictures of raw HTML: their tags get what the renderer writes for those of Markdown.

use super::Pictures;
use super::figure::Figure;
use crate::base::Base;
use crate::bundle::{Markup, Picture};
use crate::markdown::{SIZES, source_set};
use crate::press::edits::{self, Edit};
use crate::press::marks::{MarkKind, marks, may_have_tag};
use crate::press::post::Post;
use crate::press::tag_text::TagText;

/// What is known around the pictures of a text.
pub struct Surroundings<'a> {
    /// The place on the site of a picture, by its address as written, without query and fragment.
    pub place: &'a dyn Fn(&str) -> Option<String>,
    /// What is known of the pictures there.
    pub pictures: &'a Pictures,
    /// The folder that the site is in.
    pub base: &'a Base,
}

/// Completes the tags of a text.
pub fn complete(post: &mut Post, surroundings: &Surroundings<'_>) {
    if !may_have_tag(&post.text, &["img", "source"]) {
        return;
    }
    let marks = marks(&post.text, post.markup);
    let mut edits = Vec::new();
    let mut is_later = false;
    for (position, mark) in marks.iter().enumerate() {
        let MarkKind::Start(name, attributes) = &mark.kind else {
            is_later |= matches!(mark.kind, MarkKind::Picture { .. });
            continue;
        };
        let mut tag = TagText::new(name, attributes);
        match name.as_str() {
            "img" => {
                let is_first = !std::mem::replace(&mut is_later, true);
                let is_markdown = post.markup == Markup::Markdown;
                let figure = if is_markdown { Figure::around(&post.text, &marks, position) } else { None };
                surroundings.complete(&mut tag, is_first);
                if let Some(figure) = figure {
                    edits.extend(figure.edits(&mut tag));
                }
            }
            "source" => surroundings.resolve_set(&mut tag),
            _ => continue,
        }
        edits.push(Edit { range: mark.range.clone(), replacement: tag.write() });
    }
    edits::apply(post, edits);
}

impl Surroundings<'_> {
    fn complete(&self, tag: &mut TagText, is_first: bool) {
        self.resolve_set(tag);
        let source = tag.raw("src").unwrap_or_default().trim_ascii();
        let place = (self.place)(source.split(['#', '?']).next().unwrap_or_default());
        let picture = place.as_deref().and_then(|place| self.pictures.at(place));
        let width = give_size(tag, picture);
        if let (Some(picture), Some(place)) = (picture, &place)
            && !picture.copies.is_empty()
            && tag.raw("srcset").is_none()
        {
            tag.set("srcset", &source_set(&self.base.join(place), picture));
            tag.set("sizes", &width.map_or_else(|| SIZES.to_owned(), |width| format!("{width}px")));
        }
        let is_for_one_scheme = tag.has_class(&["light", "dark"]);
        if tag.raw("loading").is_none() && (!is_first || is_for_one_scheme) {
            tag.set("loading", "lazy");
        }
        if tag.raw("decoding").is_none() {
            tag.set("decoding", "async");
        }
    }

    /// An author's own choice of pictures, led to the site; what is not there is no choice.
    fn resolve_set(&self, tag: &mut TagText) {
        let Some(set) = tag.value("srcset") else { return };
        let resolved = candidates(&set).filter_map(|(address, description)| {
            let is_elsewhere = address.contains("://") || address.starts_with("//") || address.starts_with("data:");
            let path = address.split(['#', '?']).next().unwrap_or_default();
            let address = match (self.place)(path) {
                Some(place) => self.base.join(&place),
                None if is_elsewhere => address.to_owned(),
                None => return None,
            };
            Some(format!("{address} {description}").trim_end().to_owned())
        });
        let resolved: Vec<String> = resolved.collect();
        match resolved.is_empty() {
            true => tag.remove("srcset"),
            false => tag.set("srcset", &resolved.join(", ")),
        }
    }
}

/// The addresses of a `srcset`, each with its width or density.
pub fn candidates(set: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = set;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == ',');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|char: char| char.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, behind) = rest.split_at(end);
        if let Some(bare) = address.strip_suffix(',') {
            rest = behind;
            return Some((bare.trim_end_matches(','), ""));
        }
        let end = behind.find(',').unwrap_or(behind.len());
        rest = &behind[end..];
        Some((address, behind[..end].trim_ascii()))
    })
}

/// Gives a tag the size of its picture, as far as its author has not. Returns the width in pixels that the author
/// wants, if it is one.
fn give_size(tag: &mut TagText, picture: Option<&Picture>) -> Option<u32> {
    let pixels = |text: &str| text.trim().trim_end_matches("px").parse::<u32>().ok();
    let of_style = tag.value("style").as_deref().and_then(width_of_style);
    let (width, height) = (tag.value("width"), tag.value("height"));
    let wanted = of_style.as_deref().or(width.as_deref()).and_then(pixels);
    let Some(picture) = picture.filter(|picture| 0 < picture.width && 0 < picture.height) else { return wanted };
    let scale = |length: u32, by: u32, from: u32| {
        u64::from(length).saturating_mul(u64::from(by)).saturating_add(u64::from(from) / 2) / u64::from(from)
    };
    match (width.as_deref(), height.as_deref()) {
        (None, None) => {
            tag.set("width", &picture.width.to_string());
            tag.set("height", &picture.height.to_string());
        }
        // A share of the room there is; the two numbers then tell no more than the form.
        (Some(share), None) if share.ends_with('%') && tag.raw("style").is_none() => {
            tag.set("style", &format!("width: {share}"));
            tag.set("width", &picture.width.to_string());
            tag.set("height", &picture.height.to_string());
        }
        (Some(width), None) => {
            if let Some(width) = pixels(width) {
                tag.set("height", &scale(width, picture.height, picture.width).to_string());
            }
        }
        (None, Some(height)) => {
            if let Some(height) = pixels(height) {
                tag.set("width", &scale(height, picture.width, picture.height).to_string());
            }
        }
        (Some(_), Some(_)) => {}
    }
    wanted
}

fn width_of_style(style: &str) -> Option<String> {
    let mut properties = style.split(';').filter_map(|property| property.split_once(':'));
    let width = properties.find(|(name, _)| matches!(name.trim().to_ascii_lowercase().as_str(), "width" | "max-width"));
    width.map(|(_, value)| value.trim().to_owned())
}
