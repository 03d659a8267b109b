//! Which files of a site Jekyll leaves out, and which it takes all the same.

/// The patterns of `exclude` and `include`, with paths below the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    exclude: Vec<String>,
    include: Vec<String>,
}

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A file.
    File,
    /// A folder.
    Folder,
}

/// What Jekyll leaves out of every site.
const ALWAYS: [&str; 10] = [
    ".sass-cache/",
    ".jekyll-cache/",
    "gemfiles/",
    "Gemfile",
    "Gemfile.lock",
    "node_modules/",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
];

/// Where Jekyll writes the site.
pub const DESTINATION: &str = "_site";

impl Default for Exclusion {
    fn default() -> Exclusion {
        Exclusion::new(&[], &[], DESTINATION)
    }
}

impl Exclusion {
    /// Patterns as `_config.yml` has them, and the folder that Jekyll writes the site to.
    pub fn new(exclude: &[String], include: &[String], destination: &str) -> Exclusion {
        let is_path = |pattern: &&str| !pattern.trim_matches(['/', '.']).is_empty();
        let at_root = |pattern: &str| pattern.trim_start_matches("./").trim_start_matches('/').to_owned();
        let is_included = |pattern: &str| include.iter().any(|included| included == pattern);
        let exclude = exclude.iter().map(String::as_str).chain(ALWAYS).chain([destination]);
        Exclusion {
            exclude: exclude.filter(is_path).filter(|pattern| !is_included(pattern)).map(at_root).collect(),
            include: include.iter().map(String::as_str).filter(is_path).map(at_root).collect(),
        }
    }

    /// Whether a path is left out, because of its name or because the site says so.
    pub fn is_left_out(&self, path: &str, entry: Entry) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        if self.include.iter().any(|pattern| fits(pattern, path, entry) || fits(pattern, name, entry)) {
            return false;
        }
        self.is_excluded(path, entry) || name.starts_with(['.', '_', '#', '~']) || name.ends_with(['~', '.'])
    }

    /// Whether the site says that a path is to be left out, or Jekyll always leaves it out.
    pub fn is_excluded(&self, path: &str, entry: Entry) -> bool {
        self.exclude.iter().any(|pattern| fits(pattern, path, entry))
    }
}

/// Jekyll's three ways for a pattern to fit (`EntryFilter#glob_include?`).
fn fits(pattern: &str, path: &str, entry: Entry) -> bool {
    path.starts_with(pattern)
        || entry == Entry::Folder && pattern.strip_suffix('/') == Some(path)
        || matches(pattern.as_bytes(), path.as_bytes())
}

/// Ruby's `File.fnmatch` without flags: `*` and `?` stand for slashes, too.
fn matches(pattern: &[u8], path: &[u8]) -> bool {
    let (mut at, mut seen) = (0, 0);
    // Where the last star stands, and up to where it stands for the path.
    let mut star: Option<(usize, usize)> = None;
    while let Some(byte) = path.get(seen) {
        let rest = pattern.get(at..).unwrap_or_default();
        if rest.first() == Some(&b'*') {
            star = Some((at, seen));
            at += 1;
        } else if let Some(length) = one(rest, *byte) {
            at += length;
            seen += 1;
        } else if let Some((place, covered)) = star {
            star = Some((place, covered + 1));
            at = place + 1;
            seen = covered + 1;
        } else {
            return false;
        }
    }
    pattern.get(at..).unwrap_or_default().iter().all(|byte| *byte == b'*')
}

/// How many bytes of the pattern stand for a byte of the path; `None` if they do not.
fn one(pattern: &[u8], byte: u8) -> Option<usize> {
    match pattern {
        [] => None,
        [b'?', ..] => Some(1),
        [b'[', set @ ..] => {
            let negation = usize::from(matches!(set.first(), Some(b'!' | b'^')));
            let set = set.get(negation..)?;
            let end = set.iter().skip(1).position(|byte| *byte == b']')? + 1;
            let is_in = in_set(set.get(..end)?, byte);
            (is_in == (negation == 0)).then_some(end + 2 + negation)
        }
        [b'\\', escaped, ..] => (*escaped == byte).then_some(2),
        [plain, ..] => (*plain == byte).then_some(1),
    }
}

fn in_set(mut set: &[u8], byte: u8) -> bool {
    loop {
        let (is_in, rest) = match set {
            [from, b'-', to, rest @ ..] => ((*from..=*to).contains(&byte), rest),
            [one, rest @ ..] => (*one == byte, rest),
            [] => return false,
        };
        if is_in {
            return true;
        }
        set = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_left_out(path: &str, entry: Entry) -> bool {
        let exclude = ["/README.md", "docs", "*.log", "drawings/", "assets/[ab]*.psd"].map(str::to_owned);
        let include = ["_pages", ".htaccess", "docs/kept.md"].map(str::to_owned);
        Exclusion::new(&exclude, &include, DESTINATION).is_left_out(path, entry)
    }

    #[test]
    fn leaves_out_what_jekyll_does() {
        let root = ["README.md", "docs", "docs/a.md", "docs-old.md", "a/b.log", "assets/ab.psd", "Gemfile.lock"];
        let named = [".git", "_layouts", "#a#", "~a", "a~", "vendor/bundle/x", "node_modules/x", "_site"];
        for path in root.into_iter().chain(named) {
            assert!(is_left_out(path, Entry::File), "{path}");
        }
        assert!(is_left_out("drawings", Entry::Folder) && !is_left_out("drawings", Entry::File));
    }

    #[test]
    fn takes_what_jekyll_does() {
        for path in ["a/README.md", "assets/c.psd", "_pages", ".htaccess", "docs/kept.md", "vendor/a.md", "posts"] {
            assert!(!is_left_out(path, Entry::File), "{path}");
        }
    }

    #[test]
    fn stars_do_not_explode() {
        assert!(!matches("*a*a*a*a*a*a*a*b".as_bytes(), "a".repeat(2000).as_bytes()));
        assert!(matches(b"*/b?[!x]", b"a/c/bcd"));
        assert!(!matches(b"*/b?[!d]", b"a/c/bcd"));
    }
}
