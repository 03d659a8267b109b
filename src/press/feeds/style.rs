//! The style sheet by which browsers show feeds to people who follow a link to one.
//!
//! Browsers no longer do what XSLT says, so the feed itself stays as it is: it is told what it is, and shown as a list.

use crate::press::stylesheet::hash;
use crate::press::words::Catalogue;

/// A style sheet and its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Below the site's root; another for other contents.
    pub file: String,
    /// What it says.
    pub css: String,
}

/// The style sheet of all feeds, in the words of the site's language.
pub fn sheet(words: &Catalogue) -> Sheet {
    let about = words.files.get("feed-about").map_or("", String::as_str);
    let css = include_str!("feed.css").replace("{about}", &in_quotes(about));
    Sheet { file: format!("feed-{:016x}.css", hash(&css)), css }
}

/// A text as it may stand between the quotes of CSS.
fn in_quotes(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ")
}
