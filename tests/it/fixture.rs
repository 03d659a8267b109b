//! A text to render, with what the press would have found out about it.
//!
//! A fixture is a Markdown file. A JSON object between two lines `---` may stand above the text, as in a bundle; it
//! says what of the rest matters to the text. The tests in the browser read the same files.

use lectern::base::Base;
use lectern::bundle::{Bundle, FrontMatter};
use lectern::words::Words;

use super::json;
/// See the [module](self).
#[derive(Debug)]
pub(crate) struct Fixture {
    pub(crate) bundle: Bundle,
    pub(crate) base: Base,
}

impl Fixture {
    /// Reads a file of `tests/fixtures/markdown`.
    pub(crate) fn parse(source: &str) -> Fixture {
        let header = source.strip_prefix("---\n").filter(|rest| rest.starts_with('{'));
        let (header, text) = header.and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("{}", source));
        let mut header: serde_json::Value = serde_json::from_str(header).expect("a header");
        header["length"] = text.len().into();
        let base = header["base"].as_str().unwrap_or("/").to_owned();
        Fixture { bundle: with_metadata(header, text), base: Base::parse(&base) }
    }

    /// The article as readers get it.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn article(&self) -> String {
        lectern::press::sanitize::article(&self.bundle, &self.base, &words())
    }
}

/// The English words, whose catalogue has them in their order, so that it needs no reader of TOML here.
pub(crate) fn words() -> Words {
    let page = include_str!("../../src/words/en.toml").split("[page]").nth(1).and_then(|rest| rest.split("\n[").next());
    let lines = page.expect("the words of pages").lines().filter_map(|line| line.split_once(" = \""));
    Words::new(lines.map(|(_, word)| word.trim_end_matches('"').to_owned()).collect())
}

/// A text by itself.
pub(crate) fn bundle(text: &str) -> Bundle {
    with_metadata(serde_json::json!({ "length": text.len() }), text)
}

fn with_metadata(mut metadata: serde_json::Value, text: &str) -> Bundle {
    metadata["title"] = "A text".into();
    metadata["permalink"] = "/a.html".into();
    metadata["minutes"] = 1.into();
    let FrontMatter { metadata, annotations } = json::read(&metadata.to_string()).expect("front matter");
    Bundle { metadata, annotations, text: text.to_owned() }
}
