//! How the address of a post is made, by Jekyll's rules (`Jekyll::URL`, `Drops::UrlDrop`).

use std::fmt;

use jiff::civil::DateTime;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::permalink::Permalink;
use crate::press::diagnostic::Problem;
use crate::slug::slugify;

mod placeholder;

use placeholder::Placeholder;

/// A template of addresses: `/:categories/:year/:month/:day/:title.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PermalinkStyle {
    pieces: Vec<Piece>,
}

/// What is known of a document whose address is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The file's path below the posts folder, without extension.
    pub path: &'a str,
    /// The file's name without date and extension, or the front matter's `slug`.
    pub slug: &'a str,
    /// Names as written.
    pub categories: &'a [String],
    /// The clock that tells the day.
    pub clock: DateTime,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(Placeholder),
}

/// Jekyll's built-in styles.
const STYLES: [(&str, &str); 5] = [
    ("date", "/:categories/:year/:month/:day/:title:output_ext"),
    ("pretty", "/:categories/:year/:month/:day/:title/"),
    ("ordinal", "/:categories/:year/:y_day/:title:output_ext"),
    ("weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"),
    ("none", "/:categories/:title:output_ext"),
];

/// What would be read as something else in a template.
const ESCAPED: &AsciiSet = &CONTROLS.add(b'%').add(b' ');

/// The last segment of a post whose name has no letter, digit or sign that a path may hold.
const NAMELESS: &str = "untitled";

/// What Jekyll calls the id of a post: its URL with the slug in the place of the last segment.
pub fn post_id(url: &str, slug: &str) -> String {
    let url = url.trim_end_matches('/');
    let folder = url.rfind('/').and_then(|slash| url.get(..slash)).unwrap_or_default();
    format!("{folder}/{slug}")
}

impl PermalinkStyle {
    /// Reads the name of a style or a template.
    pub fn parse(text: &str) -> Result<PermalinkStyle, Problem> {
        let template = STYLES.iter().find(|(name, _)| *name == text.trim()).map(|(_, template)| *template);
        PermalinkStyle::parse_template(template.unwrap_or(text))
    }

    /// Reads a template; `pretty` is the path `/pretty` here. So is a `permalink` of front matter read.
    pub fn parse_template(text: &str) -> Result<PermalinkStyle, Problem> {
        let bad = || Problem::BadPermalink { value: text.to_owned() };
        let decoded = percent_decode_str(text.trim()).decode_utf8().map_err(|_| bad())?;
        if decoded.is_empty() || decoded.contains("://") || Permalink::parse(&decoded).is_none() {
            return Err(bad());
        }
        Ok(PermalinkStyle { pieces: pieces(&decoded)? })
    }

    /// The address of a document. Whatever its name is, this is a path.
    pub fn permalink(&self, parts: &Parts<'_>) -> Permalink {
        let url = self.url(parts);
        let path: String = url.chars().map(|char| if char.is_control() || char == '\\' { '-' } else { char }).collect();
        let path = path.strip_suffix("/.").map_or(path.as_str(), |rest| rest);
        let path = path.strip_suffix("/index.html").map_or(path.to_owned(), |folder| format!("{folder}/"));
        Permalink::parse(&path).unwrap_or_else(Permalink::home)
    }

    /// What Jekyll calls the document's URL, decoded. It is the permalink's text for all but odd names and for
    /// `index.html` at the end.
    pub fn url(&self, parts: &Parts<'_>) -> String {
        let path: String = self.pieces.iter().map(|piece| piece.path(parts)).collect();
        // Jekyll's `sanitize_url`, odd as it is: addresses of posts with dots in their names depend on it.
        let path = format!("/{path}").replace("..", "/").replace("./", "");
        let mut url = String::with_capacity(path.len());
        for char in path.chars() {
            if char != '/' || !url.ends_with('/') {
                url.push(char);
            }
        }
        url
    }

    /// What the addresses of pages end with in a Jekyll site of this style (`Utils.add_permalink_suffix`).
    pub fn page_suffix(&self) -> &'static str {
        let mut pieces = self.pieces.iter().rev().filter(|piece| **piece != Piece::Text(String::new()));
        match pieces.next() {
            Some(Piece::Text(text)) if text.ends_with('/') => "/",
            Some(Piece::Placeholder(Placeholder::Extension)) => ".html",
            _ => "",
        }
    }

    /// The address of a page that names none: its path below the folder of pages, each name as a slug, and a slash.
    /// `index` in a folder is the folder.
    pub fn page(path: &str) -> Permalink {
        let folder = path.strip_suffix("/index").unwrap_or(path);
        let slugs: Vec<String> = folder.split('/').map(slugify).filter(|slug| !slug.is_empty()).collect();
        let path = if slugs.is_empty() { NAMELESS.to_owned() } else { slugs.join("/") };
        Permalink::parse(&format!("/{path}/")).unwrap_or_else(Permalink::home)
    }
}

/// The name of the style, or the template.
impl fmt::Display for PermalinkStyle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, template) in STYLES {
            if pieces(template).as_ref() == Ok(&self.pieces) {
                return formatter.write_str(name);
            }
        }
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => write!(formatter, "{}", utf8_percent_encode(text, ESCAPED))?,
                Piece::Placeholder(placeholder) => write!(formatter, ":{}", placeholder.name())?,
            }
        }
        Ok(())
    }
}

/// Jekyll's default.
impl Default for PermalinkStyle {
    fn default() -> PermalinkStyle {
        let [(_, date), ..] = STYLES;
        PermalinkStyle { pieces: pieces(date).unwrap_or_default() }
    }
}

impl Piece {
    fn path(&self, parts: &Parts<'_>) -> String {
        match self {
            Piece::Text(text) => text.clone(),
            Piece::Placeholder(placeholder) => placeholder.path(parts),
        }
    }
}

/// Cuts a template at its placeholders. As in Jekyll, a name goes on as far as there are small letters and underscores,
/// but for one underscore at the end: `:year_:month` is two.
fn pieces(template: &str) -> Result<Vec<Piece>, Problem> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, after_colon)) = rest.split_once(':') {
        let end = after_colon.find(|char: char| !matches!(char, 'a'..='z' | '_')).unwrap_or(after_colon.len());
        let (name, behind) = after_colon.split_at(end);
        pieces.push(Piece::Text(text.to_owned()));
        rest = behind;
        if name.is_empty() {
            pieces.push(Piece::Text(":".to_owned()));
            continue;
        }
        let shorter = name.strip_suffix('_').unwrap_or(name);
        let found = Placeholder::named(name).or_else(|| Placeholder::named(shorter));
        let found = found.ok_or_else(|| Problem::UnknownPlaceholder {
            placeholder: format!(":{name}"),
            nearest: Placeholder::nearest(name),
        })?;
        pieces.push(Piece::Placeholder(found));
        if Placeholder::named(name).is_none() {
            pieces.push(Piece::Text("_".to_owned()));
        }
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

#[cfg(test)]
mod tests;
