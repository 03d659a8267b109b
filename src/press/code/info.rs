//! What authors write behind a fence: a language, and how the code is to be shown.
//!
//! There is no standard. This reads the forms of Jekyll and Rouge, Hugo, Zola, Docusaurus, Expressive Code, VitePress,
//! Material for MkDocs and Pandoc side by side, since none of them means something else in another:
//!
//! ```text
//! rust title="src/main.rs" {1,3-5}           js {2} showLineNumbers
//! ruby linenos mark_lines="1 2"              js:line-numbers=10 {1-2}
//! go {linenos=table,hl_lines=[2,"4-5"]}      rust,linenos,hl_lines=1 3-4
//! {.python .numberLines startFrom="10"}      diff-rust, diff rust, rust diff
//! ```

use super::line_ranges::{self, LineRanges};

/// What a fence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// The first word; empty if there is none.
    pub language: String,
    /// Further words that are no options, `lang="…"` among them.
    pub words: Vec<String>,
    /// The name of the file, or another title.
    pub title: String,
    /// Lines that the author points at, counted from 1 whatever their numbers are.
    pub marked: LineRanges,
    /// Whether lines have numbers.
    pub numbers: Numbers,
    /// The number of the first line, if it is given.
    pub start: Option<u32>,
}

/// Whether lines have numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// Not said: only if there is a first number.
    #[default]
    Unsaid,
    /// Wanted.
    Shown,
    /// Not wanted.
    Hidden,
}

/// Whatever is longer is no list of options.
const LONGEST: usize = 1_000;

impl Info {
    /// Reads all that stands behind a fence. What is not understood is passed over.
    pub fn parse(text: &str) -> Info {
        let mut info = Info::default();
        let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default().trim();
        let length = text.find(|char: char| char.is_whitespace() || ",{".contains(char)).unwrap_or(text.len());
        let (mut language, mut rest) = text.split_at(length);
        if let Some((word, option)) = language.split_once(':').filter(|(_, option)| is_option(option)) {
            rest = text.get(text.len() - rest.len() - option.len()..).unwrap_or(rest);
            language = word;
        }
        if language.contains('=') || is_flag(language) {
            (language, rest) = ("", text);
        }
        info.language = language.to_owned();
        info.options(rest);
        info
    }

    /// The number of the first line; 0 if lines have none.
    pub fn first_line(&self) -> u32 {
        let is_shown = match self.numbers {
            Numbers::Unsaid => self.start.is_some(),
            Numbers::Shown => true,
            Numbers::Hidden => false,
        };
        // More digits than the renderer has elements for.
        if is_shown { self.start.unwrap_or(1).clamp(1, 0xffff) } else { 0 }
    }

    fn options(&mut self, text: &str) {
        let mut rest = text;
        // `hl_lines=1 3-5` goes on behind the blank.
        let mut lists_lines = false;
        loop {
            rest = rest.trim_start_matches(|char: char| char.is_whitespace() || ",}:".contains(char));
            let Some(first) = rest.chars().next() else { return };
            if first == '{' {
                let inside = rest.get(1..).unwrap_or_default();
                let list = inside.split_once('}').and_then(|(list, behind)| Some((line_ranges::parse(list)?, behind)));
                match list {
                    Some((ranges, behind)) => {
                        self.marked.extend(ranges);
                        rest = behind;
                    }
                    None => rest = inside,
                }
                continue;
            }
            let is_end = |char: char| char.is_whitespace() || ",={}".contains(char);
            let (key, behind) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
            if let Some(behind) = behind.strip_prefix('=') {
                let (value, behind) = value(behind);
                lists_lines = self.set(key, value);
                rest = behind;
                continue;
            }
            // `showLineNumbers{5}`
            let start = behind.strip_prefix('{').and_then(|behind| behind.split_once('}'));
            let start = start.and_then(|(number, behind)| Some((number.parse().ok()?, behind)));
            match (is_flag(key), start) {
                (true, Some((number, behind))) => {
                    self.numbers = Numbers::Shown;
                    self.start = Some(number);
                    rest = behind;
                }
                _ => {
                    if lists_lines && let Some(ranges) = line_ranges::parse(key) {
                        self.marked.extend(ranges);
                    } else {
                        self.word(key);
                        lists_lines = false;
                    }
                    rest = behind;
                }
            }
        }
    }

    /// A word without a value.
    fn word(&mut self, word: &str) {
        let is_class = word.starts_with('.');
        let word = word.strip_prefix('.').unwrap_or(word);
        match normal(word).as_str() {
            "" => {}
            key if is_flag(key) => self.numbers = Numbers::Shown,
            "nolineno" | "nolinenos" | "nolinenumbers" => self.numbers = Numbers::Hidden,
            _ if word.starts_with(['#', '/']) => {}
            _ if is_class && self.language.is_empty() => self.language = word.to_owned(),
            _ => self.words.push(word.to_owned()),
        }
    }

    /// A key with a value. Whether it is a list of lines.
    fn set(&mut self, key: &str, value: &str) -> bool {
        match normal(key).as_str() {
            "title" | "file" | "filename" | "name" | "caption" => value.clone_into(&mut self.title),
            "lang" | "language" => self.words.push(value.to_owned()),
            "hllines" | "marklines" | "highlight" | "highlightlines" | "emphasizelines" | "mark" | "line" => {
                self.marked.extend(line_ranges::parse(value).unwrap_or_default());
                return true;
            }
            "linenostart" | "start" | "startline" | "startfrom" | "startlinenumber" | "firstline"
            | "linenumberstart" => {
                self.start = value.parse().ok().or(self.start);
            }
            key if is_flag(key) => match value {
                "false" | "none" | "off" | "no" | "0" => self.numbers = Numbers::Hidden,
                _ => {
                    self.numbers = Numbers::Shown;
                    self.start = value.parse().ok().or(self.start);
                }
            },
            _ => {}
        }
        false
    }
}

/// Whether a word asks for line numbers.
fn is_flag(word: &str) -> bool {
    matches!(
        normal(word).as_str(),
        "lineno" | "linenos" | "linenums" | "linenumbers" | "showlinenumbers" | "numberlines" | "numbers"
    )
}

/// Whether what follows `js:` is an option rather than part of the language's name.
fn is_option(word: &str) -> bool {
    let key = word.split('=').next().unwrap_or_default();
    is_flag(key) || matches!(normal(key).as_str(), "nolinenumbers" | "title" | "file" | "filename")
}

/// `hl_lines`, `hl-lines` and `hlLines` are one key, as is the `data-line` of Prism.
fn normal(key: &str) -> String {
    let key = key.strip_prefix("data-").unwrap_or(key);
    key.chars().filter(|char| !matches!(char, '_' | '-')).map(|char| char.to_ascii_lowercase()).collect()
}

/// The value that a text begins with, without its quotes, and what follows. Brackets and braces belong to a value.
fn value(text: &str) -> (&str, &str) {
    for (opening, closing) in [('"', '"'), ('\'', '\''), ('[', ']'), ('{', '}')] {
        if let Some((value, rest)) = text.strip_prefix(opening).and_then(|inside| inside.split_once(closing)) {
            return (value, rest);
        }
    }
    text.split_at(text.find(|char: char| char.is_whitespace() || ",{}".contains(char)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests;
