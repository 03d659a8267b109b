//! What hosts of static sites want beside the pages.
//!
//! `.nojekyll` keeps GitHub Pages from reading a branch as a blog of Jekyll's. `CNAME`, a file beside the settings, names
//! the site's domain to it. A site that the workflow publishes needs neither; they are for every other way.

use std::path::Path;

use super::diagnostic::{ConfigurationProblem, Diagnostic, Problem};
use super::files::{self, FileError};

/// The name of the file, here and on the site.
const DOMAIN_FILE: &str = "CNAME";

/// No domain is longer.
const LONGEST: u64 = 1000;

/// Writes the files. `source` holds the settings; `url` is where the site will be, empty if that is not known. A `CNAME`
/// that names another host is told, for then every complete address of the site would lead elsewhere.
pub fn write(source: &Path, staging: &Path, url: &str) -> Result<Vec<Diagnostic>, FileError> {
    files::write(&staging.join(".nojekyll"), b"")?;
    let file = source.join(DOMAIN_FILE);
    if !file.is_file() {
        return Ok(Vec::new());
    }
    let bytes = match files::read(&file, LONGEST) {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = Problem::Unreadable { cause: error.cause() };
            return Ok(vec![Diagnostic::of_file(DOMAIN_FILE, problem)]);
        }
    };
    files::write(&staging.join(DOMAIN_FILE), &bytes)?;
    let problem = domain_problem(&String::from_utf8_lossy(&bytes), url);
    Ok(problem.map(|problem| Diagnostic::of_file(DOMAIN_FILE, Problem::Configuration(problem))).into_iter().collect())
}

/// GitHub reads one domain, and nothing else.
fn domain_problem(text: &str, url: &str) -> Option<ConfigurationProblem> {
    let domain = text.trim();
    let fits = |char: char| char.is_alphanumeric() || matches!(char, '-' | '.');
    if !domain.contains('.') || !domain.chars().all(fits) {
        return Some(ConfigurationProblem::NotADomain { value: domain.to_owned() });
    }
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    let is_same = host.eq_ignore_ascii_case(domain);
    (!is_same).then(|| ConfigurationProblem::OtherDomain { domain: domain.to_owned(), url: url.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domain_is_one_and_that_of_the_url() {
        let told = |text: &str, url: &str| domain_problem(text, url).map(|problem| problem.to_string());
        assert_eq!(told("blog.example.org\n", "https://Blog.example.org"), None);
        for (text, url, begins) in [
            (
                "a.org",
                "https://b.org",
                "the domain is `a.org`, but `url` is `https://b.org`; write `url = \"https://a.org\"`",
            ),
            ("a.org", "", "the domain is `a.org`, but `url` is not set; write `url = \"https://a.org\"`"),
            ("https://a.org/", "https://a.org", "`https://a.org/` is no domain; write one such as `blog.example.org`"),
            ("a.org\nb.org", "https://a.org", "`a.org\\nb.org` is no domain"),
            ("", "", "`` is no domain"),
        ] {
            assert!(told(text, url).is_some_and(|told| told.starts_with(begins)), "{text}: {:?}", told(text, url));
        }
    }
}
