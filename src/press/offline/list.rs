//! `offline.json`: the data of every page, the pictures in them, and what the blog is searched by, each with its content's
//! hash and its size.
//!
//! Films, sounds and files to download are not in it: they are too large to come unasked.

use std::collections::BTreeSet;
use std::path::Path;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use serde::Serialize;

use super::LIST;
use crate::base::{Base, encode_path};
use crate::permalink::Permalink;
use crate::press::bundle::BundleFailure;
use crate::press::files::{self, FileError};
use crate::press::hashed::hash;
use crate::route::Route;

/// What there is to be kept of a blog.
pub struct Kept {
    /// How many posts it has.
    pub posts: usize,
    /// The pages that have data of their own, all of which are in the staging folder.
    pub pages: Vec<Permalink>,
    /// Files by which the blog is searched, by their paths below the base.
    pub search: Vec<String>,
}

#[derive(Serialize)]
struct List {
    posts: usize,
    files: Vec<Entry>,
}

/// A file's encoded path below the base, its hash and its size.
#[derive(Serialize)]
struct Entry(String, String, usize);

/// Writes the list of all that is in the staging folder.
pub fn write_list(staging: &Path, base: &Base, kept: &Kept) -> Result<(), BundleFailure> {
    let pages: Vec<(Entry, BTreeSet<String>)> =
        kept.pages.par_iter().map(|page| of_page(staging, base, page)).collect::<Result<_, FileError>>()?;
    let (mut files, pictures): (Vec<Entry>, Vec<BTreeSet<String>>) = pages.into_iter().unzip();
    let pictures: BTreeSet<String> = pictures.into_iter().flatten().collect();
    let pictures: Vec<String> = pictures.into_iter().collect();
    // A picture that is not there is told elsewhere.
    let found = pictures.par_iter().filter_map(|picture| {
        let bytes = files::read(&staging.join(&*percent_decode_str(picture).decode_utf8_lossy()), u64::MAX).ok()?;
        Some(entry(picture.clone(), &bytes))
    });
    files.extend(found.collect::<Vec<Entry>>());
    let search =
        kept.search.par_iter().map(|path| Ok(entry(path.clone(), &files::read(&staging.join(path), u64::MAX)?)));
    files.extend(search.collect::<Result<Vec<Entry>, FileError>>()?);
    let json = serde_json::to_string(&List { posts: kept.posts, files }).map_err(BundleFailure::Data)?;
    Ok(files::write(&staging.join(LIST), json.as_bytes())?)
}

fn of_page(staging: &Path, base: &Base, page: &Permalink) -> Result<(Entry, BTreeSet<String>), FileError> {
    let file = Route::data_file(page);
    let data = files::read(&staging.join(&file), u64::MAX)?;
    let html = files::read_text(&staging.join(page.page_file()))?;
    Ok((entry(encode_path(&file), &data), pictures(&html, base)))
}

fn entry(path: String, bytes: &[u8]) -> Entry {
    Entry(path, hash(bytes), bytes.len())
}

/// The encoded paths of this site's pictures in a page, as the press writes them: quotation marks stand around every
/// value and never inside.
fn pictures(html: &str, base: &Base) -> BTreeSet<String> {
    let addresses = html.split("<img ").skip(1).filter_map(|rest| {
        let (_, address) = rest.split_once("src=\"")?;
        Some(address.split_once('"')?.0.replace("&amp;", "&"))
    });
    let own = addresses.filter_map(|address| Some(address.strip_prefix(base.as_str())?.to_owned()));
    own.filter(|path| !path.starts_with('/') && !path.contains(['?', '#'])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_other_sites_and_addresses_with_questions_are_not_kept() {
        let html = "<img alt=\"a > b\" srcset=\"/r/a-320.webp 320w\" src=\"/r/a%20b.png\"><img src=\"/r/c&amp;d.png\">\
                    <img src=\"/other/e.png\"><img src=\"https://example.org/r/f.png\"><img src=\"/r/g.png?h\">";
        let found: Vec<String> = pictures(html, &Base::parse("/r/")).into_iter().collect();
        assert_eq!(found, ["a%20b.png", "c&d.png"]);
    }
}
