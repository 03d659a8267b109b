//! Addresses from the files that an old site told them in.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::press::decode::decode;
use crate::press::files::{self, FileError};

/// Why no addresses could be read.
#[derive(Debug)]
pub enum OldUrlError {
    /// The file.
    File(FileError),
    /// It is no XML.
    Broken {
        /// Which file.
        path: PathBuf,
        /// The line in which the reader gave up.
        line: usize,
    },
    /// A sitemap that names other sitemaps, not pages.
    Index {
        /// Which file.
        path: PathBuf,
        /// The first of them.
        first: String,
    },
    /// It has no addresses.
    None(PathBuf),
}

/// Bytes of a sitemap: the protocol allows 50 MB.
const LONGEST: u64 = 60_000_000;

/// Reads the addresses of pages from a sitemap, an Atom or RSS feed, or a text with one in each line.
pub fn read(path: &Path) -> Result<Vec<String>, OldUrlError> {
    let (text, _) = decode(&files::read(path, LONGEST).map_err(OldUrlError::File)?);
    if !text.trim_start().starts_with('<') {
        let urls = text.lines().map(str::trim).filter(|line| line.starts_with('/') || line.contains("://"));
        return some(urls.map(str::to_owned).collect(), path);
    }
    let mut found = Found::default();
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => found.take(event),
            Err(_) => {
                let offset = usize::try_from(reader.error_position()).unwrap_or(text.len());
                let before = text.get(..text.floor_char_boundary(offset)).unwrap_or_default();
                return Err(OldUrlError::Broken { path: path.to_owned(), line: before.matches('\n').count() + 1 });
            }
        }
    }
    match found.sitemaps.into_iter().next() {
        Some(first) if found.pages.is_empty() => Err(OldUrlError::Index { path: path.to_owned(), first }),
        _ => some(found.pages, path),
    }
}

fn some(urls: Vec<String>, path: &Path) -> Result<Vec<String>, OldUrlError> {
    if urls.is_empty() { Err(OldUrlError::None(path.to_owned())) } else { Ok(urls) }
}

/// Addresses found so far, and the elements that are open.
#[derive(Default)]
struct Found {
    pages: Vec<String>,
    sitemaps: Vec<String>,
    open: Vec<String>,
    text: String,
}

impl Found {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(start) => {
                self.link(&start);
                self.text.clear();
                self.open.push(name(&start));
            }
            Event::Empty(start) => self.link(&start),
            Event::Text(text) => self.text.push_str(&text),
            Event::CData(text) => self.text.push_str(&text),
            Event::GeneralRef(reference) => {
                self.text.push_str(&unescaped(&format!("&{};", &*reference)));
            }
            Event::End(_) => self.end(),
            _ => {}
        }
    }

    /// Atom has addresses in attributes.
    fn link(&mut self, start: &BytesStart<'_>) {
        let attribute = |wanted: &str| {
            let found = start.try_get_attribute(wanted).ok().flatten()?;
            Some(unescaped(&found.value))
        };
        let is_in_entry = self.open.last().is_some_and(|open| open == "entry");
        let is_page = attribute("rel").is_none_or(|rel| rel == "alternate");
        if is_in_entry && is_page && name(start) == "link" {
            self.pages.extend(attribute("href"));
        }
    }

    fn end(&mut self) {
        let name = self.open.pop().unwrap_or_default();
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match (self.open.last().map(String::as_str), name.as_str()) {
            (Some("url"), "loc") | (Some("item"), "link") => self.pages.push(text.to_owned()),
            (Some("sitemap"), "loc") => self.sitemaps.push(text.to_owned()),
            _ => {}
        }
    }
}

/// An element's name with its prefix: `image:loc` is no `loc`.
fn name(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_owned()
}

/// Text without entities; as it is if it has one that XML does not know.
fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), Cow::into_owned)
}

impl fmt::Display for OldUrlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OldUrlError::File(error) => write!(formatter, "{error}; save the old site's `sitemap.xml` to a file first"),
            OldUrlError::Broken { path, line } => write!(
                formatter,
                "`{}` is broken in line {line}; save the old site's `sitemap.xml` again",
                path.display()
            ),
            OldUrlError::Index { path, first } => write!(
                formatter,
                "`{}` only names other sitemaps; save those and name them instead, first {first}",
                path.display()
            ),
            OldUrlError::None(path) => write!(
                formatter,
                "no addresses in `{}`; name the old site's `sitemap.xml` or `feed.xml`",
                path.display()
            ),
        }
    }
}

impl std::error::Error for OldUrlError {}
