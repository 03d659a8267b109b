//! What the texts of a site use: files, includes, data.

use std::collections::HashSet;

use percent_encoding::percent_decode_str;

/// What the texts read so far use. Rather too much than too little: a picture too many does no harm.
#[derive(Debug, Default)]
pub struct Used {
    /// Includes by path.
    pub includes: HashSet<String>,
    /// Whether an include is named by a variable, so that it may be any.
    pub any_include: bool,
    /// Whether `site.data` is asked for.
    pub data: bool,
    /// Words that end like the name of a file.
    names: HashSet<String>,
}

impl Used {
    /// Reads a text with its front matter.
    pub fn read(&mut self, text: &str) {
        self.data |= text.contains("site.data");
        for (at, _) in text.match_indices("{%") {
            self.tag(&text[at + 2..]);
        }
        for word in text.split(is_boundary).filter(|word| word.contains('.')) {
            let word = percent_decode_str(word).decode_utf8_lossy();
            let last_word = word.rsplit(is_boundary).next().unwrap_or_default();
            self.names.insert(last_word.trim_end_matches(['.', ':']).to_owned());
        }
    }

    /// Whether a file may be meant by a word of the texts: by its name, for the rest of its path may come from a
    /// variable.
    pub fn names_file(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        // A name with blanks or brackets is several words; its last one tells enough.
        let last_word = name.rsplit(is_boundary).next().unwrap_or(name);
        self.names.contains(last_word)
    }

    fn tag(&mut self, inside: &str) {
        let inside = inside.trim_start_matches('-').trim_start();
        let rest = ["include_cached ", "include "].iter().find_map(|tag| inside.strip_prefix(tag));
        let Some(path) = rest.and_then(|rest| rest.split_whitespace().next()) else { return };
        if path.contains('{') {
            self.any_include = true;
        } else {
            self.includes.insert(path.trim_matches(['"', '\'']).to_owned());
        }
    }
}

fn is_boundary(char: char) -> bool {
    char.is_whitespace() || "\"'()<>[]{}|=/\\?#&,;`*".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(text: &str) -> Used {
        let mut used = Used::default();
        used.read(text);
        used
    }

    #[test]
    fn finds_files_however_they_are_named() {
        let used =
            used("![x](/assets/a%20b.png) {{ site.baseurl }}/img/heron.jpg, <img src='c.svg?x=1'>\nimage: d (1).webp");
        for path in ["assets/a b.png", "img/heron.jpg", "deep/er/c.svg", "d (1).webp"] {
            assert!(used.names_file(path), "{path}");
        }
        assert!(!used.names_file("assets/other.png") && !used.names_file("assets/png"));
    }

    #[test]
    fn finds_includes_and_data() {
        let used = used("{% include refs.md %} {%- include_cached \"box.html\" text=\"x\" -%} {{ site.data.birds }}");
        assert!(used.includes.contains("refs.md") && used.includes.contains("box.html"));
        assert!(used.data && !used.any_include);
        assert!(super::tests::used("{% include {{ page.box }} %}").any_include);
    }
}
