//! Who owns which file of the site. No file is written twice, and no document is lost to another.

use std::collections::HashMap;

use super::diagnostic::{Diagnostic, LinkProblem, Problem};
use super::offline;
use crate::permalink::Permalink;
use crate::route::Route;

/// Files of the site that are spoken for, each with the source that claimed it.
#[derive(Default)]
pub struct Claims(HashMap<String, String>);

impl Claims {
    /// Claims the page of a document. If another has it, or it is one of the site's own, the document gets the next
    /// free path (`/a-2.html`) and a diagnostic.
    pub fn document(&mut self, wanted: &Permalink, source: &str) -> (Permalink, Option<Diagnostic>) {
        let (wanted, mut diagnostic) = if is_reserved(&wanted.page_file()) {
            let problem = Problem::ReservedPermalink { permalink: wanted.clone() };
            (beside_list(wanted), Some(Diagnostic::of_file(source, problem)))
        } else {
            (wanted.clone(), None)
        };
        let mut permalink = wanted.clone();
        let mut number = 1_u32;
        loop {
            let file = permalink.page_file();
            match self.0.get(&file) {
                Some(other) => {
                    let problem = Problem::DuplicatePermalink { permalink, other: other.clone() };
                    diagnostic.get_or_insert_with(|| Diagnostic::of_file(source, problem));
                }
                None if !is_reserved(&file) => break,
                None => {}
            }
            number += 1;
            permalink = numbered(&wanted, number);
        }
        self.0.insert(permalink.page_file(), source.to_owned());
        self.0.insert(permalink.twin_file("md"), source.to_owned());
        (permalink, diagnostic)
    }

    /// Claims a file that is copied as it is. A page that has its place is a diagnostic.
    pub fn file(&mut self, file: &str, source: &str) -> Result<(), Diagnostic> {
        let problem = match self.0.get(file) {
            Some(other) => Some(Problem::FileTaken { file: file.to_owned(), other: other.clone() }),
            None => is_reserved(file).then(|| Problem::FileReserved { file: file.to_owned() }),
        };
        if let Some(problem) = problem {
            return Err(Diagnostic::of_file(source, problem));
        }
        self.0.insert(file.to_owned(), source.to_owned());
        Ok(())
    }

    /// Claims a file that the press makes, unless the author has made one.
    pub fn generated(&mut self, file: &str) -> bool {
        // A page of the same name makes it a folder.
        let is_taken = self.0.contains_key(file) || self.0.contains_key(&format!("{file}/index.html"));
        if !is_taken {
            self.0.insert(file.to_owned(), "lectern.toml".to_owned());
        }
        !is_taken
    }

    /// Claims an address that a document had before. Pages and files go before redirects.
    pub fn redirect(&mut self, from: &Permalink, source: &str) -> Result<(), LinkProblem> {
        let file = from.page_file();
        if let Some(other) = self.0.get(&file) {
            return Err(LinkProblem::RedirectTaken { from: from.to_string(), other: other.clone() });
        }
        if is_reserved(&file) {
            return Err(LinkProblem::RedirectReserved { from: from.to_string() });
        }
        self.0.insert(file, source.to_owned());
        Ok(())
    }
}

/// Whether a file is the site's own, or may become that as the blog grows: those of lists, names, 404 and reading offline.
fn is_reserved(file: &str) -> bool {
    let folder = ["index.html", "index.json"].iter().find_map(|name| file.strip_suffix(name));
    let folder = folder.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    let path = folder.and_then(|folder| Permalink::parse(&format!("/{folder}")));
    let is_list = path.is_some_and(|path| !matches!(Route::of(&path), Route::Document(_)));
    is_list
        || matches!(file, "404.html" | offline::WORKER | offline::LIST)
        || file.starts_with("names/") && file.ends_with(".json")
}

/// A path that no list has: lists end in a slash.
fn beside_list(wanted: &Permalink) -> Permalink {
    let path = wanted.as_str().trim_end_matches('/');
    let stem = path.strip_suffix(".html").unwrap_or(path);
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
        for (wanted, given) in
            [("/index", "/index-2.html"), ("/404.html", "/404-2.html"), ("/tags/index", "/tags/index-2.html")]
        {
            let (permalink, diagnostic) = claims.document(&Permalink::parse(wanted).expect("a path"), "posts/x.md");
            assert_eq!(permalink.as_str(), given);
            assert!(diagnostic.is_some());
        }
        for file in [
            "index.html",
            "index.json",
            "404.html",
            "names/3.json",
            "service-worker.js",
            "archive/index.html",
            "tags/x/index.json",
        ] {
            assert!(claims.file(file, "posts/x").is_err(), "{file}");
        }
        for file in ["notes/index.html", "my-index.html", "data.json", "names.json"] {
            assert!(claims.file(file, "posts/x").is_ok(), "{file}");
        }
    }
}
