//! The attacks of `tests/fixtures/attacks`, which the native tests and those in browsers share.
//!
//! Each file is a class of attacks: what they have in common on the first line, then one attack after another, each
//! below a line `%%% its name`. In an attack, `pwned()` is the script that must not run, `leak.test` the host that must
//! not be asked, and `\u{1}` the character of that number. Both names get the attack's number, so that whoever runs or
//! asks says which attack it was.

use std::path::Path;

/// One attack.
#[derive(Clone, Debug)]
pub(crate) struct Attack {
    /// `svg: runs as it loads`
    pub(crate) name: String,
    /// Another for each, from 1.
    pub(crate) number: usize,
    /// What is attacked with.
    pub(crate) means: Means,
    /// The text, or the name of a file.
    pub(crate) source: String,
}

/// What an attack is written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Means {
    /// The text of a post.
    Text,
    /// The text of a post of HTML.
    Html,
    /// The whole file of a post.
    File,
    /// The name of a file.
    FileName,
}

/// The host that no attack may reach, as the attacks name it.
pub(crate) const HOST: &str = "leak.test";

/// All attacks. `host` takes the place of [`HOST`]; its addresses end in the attack's number: `http://host/leak/12`.
pub(crate) fn all(host: &str) -> Vec<Attack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/attacks");
    let entries = std::fs::read_dir(&folder).expect("the folder of attacks");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file of attacks").path()).collect();
    files.sort();
    let mut attacks = Vec::new();
    for file in files {
        let class = file.file_stem().expect("a file's name").to_string_lossy().replace('_', " ");
        let text = std::fs::read_to_string(&file).expect("a file of attacks");
        for part in text.split("\n%%% ").skip(1) {
            let (name, source) = part.split_once('\n').expect("an attack below its name");
            let number = attacks.len() + 1;
            let source = numbered(&with_characters(source.trim_matches('\n')), number, host);
            attacks.push(Attack { name: format!("{class}: {name}"), number, means: means(&class), source });
        }
    }
    attacks
}

impl Attack {
    /// Whether it is made of HTML, so that it can be tried in a post of HTML too.
    pub(crate) fn fits_html(&self) -> bool {
        matches!(self.means, Means::Text | Means::Html) && self.source.contains('<')
    }
}

fn means(class: &str) -> Means {
    match class {
        "front matter" => Means::File,
        "file names" => Means::FileName,
        "html posts" => Means::Html,
        _ => Means::Text,
    }
}

/// The text with the characters that a file cannot show.
fn with_characters(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("a number in braces");
        let number = u32::from_str_radix(number, 16).expect("a number of a character");
        whole.push(char::from_u32(number).expect("a character"));
        whole.push_str(rest);
    }
    whole
}

/// The text with its number in everything that tells.
fn numbered(text: &str, number: usize, host: &str) -> String {
    text.replace("wned()", &format!("wned({number})"))
        .replace("wned``", &format!("wned`{number}`"))
        .replace("wned&#40;&#41;", &format!("wned&#40;{number}&#41;"))
        .replace("https://leak.test", "http://leak.test")
        .replace(HOST, &format!("{host}/leak/{number}"))
}
