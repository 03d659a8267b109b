//! What a person reads about old addresses.

use std::fmt;

use super::{Answer, Gone, Kept};

/// The report on the addresses of one file.
#[derive(Debug)]
pub struct OldUrlReport<'a> {
    /// The file, as the author named it.
    pub file: String,
    /// What became of its addresses.
    pub kept: &'a Kept,
    /// How many of the lost ones are named.
    pub most: usize,
}

/// What answers, in the order of the report.
const ANSWERS: [(Answer, &str, &str); 6] = [
    (Answer::Post, "post", "posts"),
    (Answer::Page, "page", "pages"),
    (Answer::Redirect, "redirect", "redirects"),
    (Answer::List, "list of posts", "lists of posts"),
    (Answer::Feed, "feed or sitemap", "feeds and sitemaps"),
    (Answer::File, "file", "files"),
];

impl fmt::Display for OldUrlReport<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Kept { answers, gone } = self.kept;
        let kept: usize = answers.values().sum();
        let all = kept + gone.len();
        let are = if kept == 1 { "is kept" } else { "are kept" };
        let addresses = if all == 1 { "address" } else { "addresses" };
        writeln!(formatter, "Of {all} old {addresses} in `{}`, {kept} {are}:", self.file)?;
        for (answer, one, many) in ANSWERS {
            match answers.get(&answer).copied().unwrap_or_default() {
                0 => {}
                1 => writeln!(formatter, "{:>8} {one}", 1)?,
                count => writeln!(formatter, "{count:>8} {many}")?,
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        writeln!(formatter, "  not kept ({})", gone.len())?;
        for Gone { path, nearest } in gone.iter().take(self.most) {
            match nearest {
                Some(nearest) => writeln!(formatter, "    {path}: nothing is there; the nearest is {nearest}")?,
                None => writeln!(formatter, "    {path}: nothing is there, and nothing is like it")?,
            }
        }
        if self.most < gone.len() {
            writeln!(formatter, "    … and {} more; `--all` shows them", gone.len() - self.most)?;
        }
        writeln!(formatter, "  To keep one, write `redirect_from: {}` into the post it should lead to.", example(gone))
    }
}

fn example(gone: &[Gone]) -> &str {
    gone.first().map_or("/old/path/", |gone| gone.path.as_str())
}
