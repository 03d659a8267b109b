//! Who owns which file of the site. No file is written twice, and no document is lost to another.

use std::collections::HashMap;

use super::diagnostic::{Diagnostic, Problem};
use crate::permalink::Permalink;
use crate::route::Route;

/// Files of the site that are spoken for, each with the source that claimed it.
#[derive(Default)]
pub struct Claims(HashMap<String, String>);

impl Claims {
    /// Claims the page of a document. If another has it, or its path is one that lists live at, the document gets
    /// the next free path (`/a-2.html`) and a diagnostic.
    pub fn document(&mut self, wanted: &Permalink, source: &str) -> (Permalink, Option<Diagnostic>) {
        let (wanted, mut diagnostic) = match Route::of(wanted) {
            Route::Document(_) => (wanted.clone(), None),
            Route::List(..) | Route::Terms(_) => {
                let problem = Problem::ReservedPermalink { permalink: wanted.clone() };
                (beside_list(wanted), Some(Diagnostic::of_file(source, problem)))
            }
        };
        let mut permalink = wanted.clone();
        let mut number = 1_u32;
        while let Some(other) = self.0.get(&permalink.page_file()) {
            let problem = Problem::DuplicatePermalink { permalink, other: other.clone() };
            diagnostic.get_or_insert_with(|| Diagnostic::of_file(source, problem));
            number += 1;
            permalink = numbered(&wanted, number);
        }
        self.0.insert(permalink.page_file(), source.to_owned());
        self.0.insert(permalink.twin_file("md"), source.to_owned());
        (permalink, diagnostic)
    }

    /// Claims a file that is copied as it is. A page that has its place is a diagnostic.
    pub fn file(&mut self, file: &str, source: &str) -> Result<(), Diagnostic> {
        if let Some(other) = self.0.get(file) {
            let permalink = Permalink::parse(file).unwrap_or_else(Permalink::home);
            let problem = Problem::DuplicatePermalink { permalink, other: other.clone() };
            return Err(Diagnostic::of_file(source, problem));
        }
        self.0.insert(file.to_owned(), source.to_owned());
        Ok(())
    }
}

/// A path that no list has: lists end in a slash.
fn beside_list(wanted: &Permalink) -> Permalink {
    let stem = wanted.as_str().trim_end_matches('/');
    let stem = if stem.is_empty() { "/home" } else { stem };
    Permalink::parse(&format!("{stem}.html")).unwrap_or_else(|| wanted.clone())
}

/// `/a.html` becomes `/a-2.html`, `/a/` becomes `/a-2/`.
fn numbered(wanted: &Permalink, number: u32) -> Permalink {
    let path = wanted.as_str();
    let end = [".html", "/"].into_iter().find(|end| path.ends_with(end)).unwrap_or_default();
    let stem = path.strip_suffix(end).unwrap_or(path);
    Permalink::parse(&format!("{stem}-{number}{end}")).unwrap_or_else(|| wanted.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_of_two_gets_a_path_of_its_own() {
        let mut claims = Claims::default();
        let wanted = Permalink::parse("/a.html").expect("a path");
        let (first, none) = claims.document(&wanted, "posts/a.md");
        assert_eq!((first.as_str(), none), ("/a.html", None));
        let (second, problem) = claims.document(&wanted, "posts/b.md");
        assert_eq!(second.as_str(), "/a-2.html");
        assert!(matches!(
            problem.map(|diagnostic| diagnostic.problem),
            Some(Problem::DuplicatePermalink { other, .. }) if other == "posts/a.md"
        ));
        assert!(claims.file("a-2.md", "posts/a-2.md").is_err());
    }

    #[test]
    fn lists_keep_their_paths() {
        let mut claims = Claims::default();
        for (wanted, given) in [("/", "/home.html"), ("/archive/", "/archive.html"), ("/tags/x/", "/tags/x.html")] {
            let (permalink, diagnostic) = claims.document(&Permalink::parse(wanted).expect("a path"), "posts/x.md");
            assert_eq!(permalink.as_str(), given);
            assert!(matches!(Route::of(&permalink), Route::Document(_)));
            assert!(diagnostic.is_some());
        }
    }
}
