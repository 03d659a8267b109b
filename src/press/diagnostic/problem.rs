//! Every kind of problem, and its words.
//!
//! All messages stand here, so that they can be read as one text: first the fact, then the cure; lower case, no final
//! full stop, for somebody who has never seen the program.

use std::fmt;

use super::LiquidProblem;
use super::link_problem::LinkProblem;
use super::{ConfigurationProblem, ExternalProblem, HtmlProblem, MarkdownProblem, MediaProblem, PictureProblem};
use crate::permalink::Permalink;

/// What can be wrong with an author's files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum Problem {
    // Files and folders.
    /// The system refuses to read it.
    Unreadable { cause: String },
    /// A text that nobody would want to read in one piece.
    TooLarge { megabytes: u64, limit: u64 },
    /// A symbolic link that leads out of the posts folder.
    LinkLeaves,
    /// A symbolic link that leads nowhere.
    LinkDangles,
    /// A symbolic link to a folder around it.
    LinkLoops,
    /// A pipe, a socket or a device.
    NotAFile,
    /// A name that is not Unicode.
    NameNotUnicode,
    /// A folder that is skipped because of its name, with posts inside.
    PostsInSkippedFolder { posts: u32 },
    /// `README.md` or `index.md` at the top of the posts folder.
    NotAPost,
    /// A post with a date in its front matter only.
    NoDateInName { better: String },
    /// Markdown without any date.
    NoDate { better: String },
    /// A post in Textile, AsciiDoc or another language.
    OtherMarkup { better: String },
    /// A page that is not brought over.
    PageLeft { reason: &'static str },
    /// A name such as `2024-02-30-x.md`.
    ImpossibleDayInName { better: String },

    // Encoding.
    /// A byte that UTF-8 does not allow.
    NotUtf8 { byte: u8 },
    /// UTF-16 with halves of characters.
    BrokenUtf16,
    /// Characters that no text needs.
    ControlCharacters { first: char, count: u32 },
    /// A file of nothing.
    EmptyFile,

    // Front matter.
    /// Blank lines above the opening line.
    BlankAboveFrontMatter,
    /// No opening line.
    NoFrontMatter,
    /// No closing line.
    FrontMatterNotClosed,
    /// Front matter without a single key.
    FrontMatterWithoutKeys,
    /// YAML that no parser accepts.
    BrokenYaml { message: String, remedy: &'static str },
    /// More values, or deeper ones, than a front matter has.
    YamlTooLarge,
    /// A key given more than once.
    KeyTwice { key: String, first_line: u32 },
    /// A list where text is wanted, and the like.
    WrongType { key: String, wanted: &'static str, found: &'static str },
    /// A text that holds no date.
    NotADate { key: &'static str, value: String },
    /// A date that the calendar or the clock does not have.
    ImpossibleDate { key: &'static str, part: String },
    /// Not a language tag.
    BadLanguage { value: String },

    // Addresses.
    /// A permalink that climbs out of the site or holds what no path can.
    BadPermalink { value: String },
    /// A placeholder that there is not.
    UnknownPlaceholder { placeholder: String, nearest: &'static str },
    /// Two documents with one address.
    DuplicatePermalink { permalink: Permalink, other: String },
    /// An address that a page of the site has already.
    ReservedPermalink { permalink: Permalink },
    /// A file to be copied where a page is.
    FileTaken { file: String, other: String },
    /// A file to be copied where the site has one of its own.
    FileReserved { file: String },
    /// A text in which the Markdown parser fails.
    Unparsable,
    /// A text of more quotes in quotes or lists in lists than anybody means.
    TooDeep { limit: usize },
    /// A link, a picture or a redirect.
    Link(LinkProblem),
    /// A link to another site.
    External(ExternalProblem),
    /// Something about Liquid.
    Liquid(LiquidProblem),

    // lectern.toml.
    /// Not TOML.
    BrokenToml { message: String },
    /// A key that there is not.
    UnknownKey { key: String, nearest: Option<&'static str> },
    /// Not an `http` or `https` URL of a host.
    BadUrl { value: String },
    /// More than scheme and host.
    UrlWithPath { url: String, base: String },
    /// Not a path of folders.
    BadBase { value: String },
    /// Not in the time zone database.
    UnknownTimeZone { name: String, nearest: Option<String> },
    /// Zero, negative or absurd.
    BadPostsPerPage { value: String, highest: u32 },
    /// Of Jekyll's settings, there or in `_config.yml`.
    Configuration(ConfigurationProblem),
    /// In a text's Markdown.
    Markdown(MarkdownProblem),
    /// In a text's HTML.
    Html(HtmlProblem),
    /// A picture.
    Picture(PictureProblem),
    /// Something that is shown or played from elsewhere.
    Media(MediaProblem),
}

impl fmt::Display for Problem {
    #[allow(clippy::too_many_lines, reason = "one message after the other")]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Problem as P;
        match self {
            P::Unreadable { cause } => {
                write!(formatter, "cannot be read: {}; check that it exists and that you may read it", visible(cause))
            }
            P::TooLarge { megabytes, limit } => {
                write!(formatter, "{megabytes} MB of text; split it into parts of {limit} MB at the most")
            }
            P::LinkLeaves => formatter.write_str(
                "this link leads out of the posts folder and is not followed; put a copy of its target here",
            ),
            P::LinkDangles => formatter.write_str("this link leads nowhere; remove it or mend its target"),
            P::LinkLoops => formatter.write_str("this link leads to a folder around it and is not followed; remove it"),
            P::NotAFile => formatter.write_str("neither a file nor a folder; move it out of the posts folder"),
            P::NameNotUnicode => formatter.write_str("this name is not valid Unicode; rename it"),
            P::PostsInSkippedFolder { posts } => write!(
                formatter,
                "{posts} dated {} in a folder that is not read because of its name; rename the folder, or move them",
                if *posts == 1 { "post" } else { "posts" }
            ),
            P::NotAPost => formatter
                .write_str("not shown, for its name has no date; a page of its own belongs in the folder `_pages`"),
            P::NoDateInName { better } => {
                write!(formatter, "the date is missing from the file's name; rename it to {}", named(better))
            }
            P::NoDate { better } => write!(
                formatter,
                "not shown, for it has no date; rename it to {}, or move it to `_drafts` or `_pages`",
                named(better)
            ),
            P::OtherMarkup { better } => write!(
                formatter,
                "not shown, for Lectern reads Markdown and HTML; convert it, and name it {}",
                named(better)
            ),
            P::PageLeft { reason } => write!(formatter, "not brought over: {reason}"),
            P::ImpossibleDayInName { better } => {
                write!(formatter, "the file's name has a day that does not exist; rename it to {}", named(better))
            }

            P::NotUtf8 { byte } => {
                write!(formatter, "byte 0x{byte:02X} is not UTF-8 and is read as Windows-1252; save the file as UTF-8")
            }
            P::BrokenUtf16 => {
                formatter.write_str("broken UTF-16, and some characters are lost; save the file as UTF-8")
            }
            P::ControlCharacters { first, count: 1 } => {
                write!(formatter, "the control character U+{:04X} is left out; remove it", u32::from(*first))
            }
            P::ControlCharacters { first, count } => write!(
                formatter,
                "{count} control characters are left out, the first is U+{:04X}; remove them",
                u32::from(*first)
            ),
            P::EmptyFile => formatter.write_str("the file is empty; write a title and some text, or remove it"),

            P::BlankAboveFrontMatter => {
                formatter.write_str("blank lines above the front matter; make `---` the first line")
            }
            P::NoFrontMatter => formatter.write_str(
                "no front matter; begin the file with a line `---`, a line `title: …` and another line `---`",
            ),
            P::FrontMatterNotClosed => {
                formatter.write_str("the front matter does not end; put a line `---` below its last key")
            }
            P::FrontMatterWithoutKeys => {
                formatter.write_str("the front matter has no keys; write lines such as `title: …` in it")
            }
            P::BrokenYaml { message, remedy } => write!(formatter, "{}; {remedy}", visible(message)),
            P::YamlTooLarge => {
                formatter.write_str("more values than a front matter can have; keep to what the post needs")
            }
            P::KeyTwice { key, first_line } => write!(
                formatter,
                "{} is in line {first_line} already, and the last one counts; remove one of the two",
                quoted(key)
            ),
            P::WrongType { key, wanted, found } => {
                write!(formatter, "{} is {found}, and is ignored; write {wanted}", quoted(key))
            }
            P::NotADate { key, value } => write!(
                formatter,
                "no date is found in `{key}`: {}; write it like `2024-09-15` or `2024-09-15 15:51:07 -0700`",
                quoted(value)
            ),
            P::ImpossibleDate { key, part } => write!(
                formatter,
                "{} does not exist, so `{key}` is ignored; write it like `2024-09-15 15:51:07 -0700`",
                visible(part)
            ),
            P::BadLanguage { value } => {
                write!(formatter, "{} is no language tag; write one such as `en`, `pt-BR` or `zh-Hant`", quoted(value))
            }

            P::BadPermalink { value } => write!(
                formatter,
                "{} is no address of a page; write a path such as `/notes/rivers/`, without `..` or `\\`",
                quoted(value)
            ),
            P::UnknownPlaceholder { placeholder, nearest } => {
                write!(formatter, "there is no placeholder {}; did you mean `:{nearest}`?", quoted(placeholder))
            }
            P::DuplicatePermalink { permalink, other } => write!(
                formatter,
                "{} has the address {} too; give one of them another `permalink`",
                named(other),
                named(permalink.as_str())
            ),
            P::ReservedPermalink { permalink } => write!(
                formatter,
                "the address {} belongs to a page that Lectern makes; choose another `permalink`",
                named(permalink.as_str())
            ),
            P::FileTaken { file, other } => write!(
                formatter,
                "not copied, for {} makes the file {} of the site too; rename one of the two",
                named(other),
                named(file)
            ),
            P::FileReserved { file } => write!(
                formatter,
                "not copied, for Lectern makes the file {} of the site itself; rename it",
                named(file)
            ),
            P::Unparsable => formatter.write_str(
                "the Markdown parser fails here, so the whole text is shown as it is written; write this line and the \
                 one above in another way",
            ),
            P::TooDeep { limit } => write!(
                formatter,
                "more than {limit} quotes or lists in one another begin here, so the whole text is shown as it is \
                 written; nest them less deep"
            ),
            P::Link(problem) => problem.fmt(formatter),
            P::External(problem) => problem.fmt(formatter),

            P::Liquid(problem) => problem.fmt(formatter),

            P::BrokenToml { message } => {
                write!(formatter, "{}; mend this line, for until then the whole file is ignored", visible(message))
            }
            P::UnknownKey { key, nearest: Some(nearest) } => {
                write!(formatter, "there is no key {}; did you mean `{nearest}`?", quoted(key))
            }
            P::UnknownKey { key, nearest: None } => {
                write!(formatter, "there is no key {}; remove it, or see the reference for all keys", quoted(key))
            }
            P::BadUrl { value } => {
                write!(formatter, "{} is no address of a site; write it like `https://example.org`", quoted(value))
            }
            P::UrlWithPath { url, base } => write!(
                formatter,
                "`url` is scheme and host only; write `url = \"{}\"` and `base = \"{}\"`",
                visible(url),
                visible(base)
            ),
            P::BadBase { value } => {
                write!(formatter, "{} is no folder of a site; write it like `/blog/`", quoted(value))
            }
            P::UnknownTimeZone { name, nearest: Some(nearest) } => {
                write!(formatter, "there is no time zone {}; did you mean `{nearest}`?", quoted(name))
            }
            P::UnknownTimeZone { name, nearest: None } => write!(
                formatter,
                "there is no time zone {}; write a region and a city, such as `Europe/Lisbon`",
                quoted(name)
            ),
            P::BadPostsPerPage { value, highest } => {
                write!(formatter, "a page cannot have {} posts; write a number from 1 to {highest}", visible(value))
            }
            P::Configuration(problem) => problem.fmt(formatter),
            P::Markdown(problem) => problem.fmt(formatter),
            P::Html(problem) => problem.fmt(formatter),
            P::Picture(problem) => problem.fmt(formatter),
            P::Media(problem) => problem.fmt(formatter),
        }
    }
}

/// How much of an author's value is shown in a message.
const LONGEST: usize = 60;

/// A value between backquotes, cut if it is long.
pub(super) fn quoted(value: &str) -> String {
    let mut chars = value.chars();
    let beginning: String = chars.by_ref().take(LONGEST).collect();
    let more = if chars.next().is_some() { "…" } else { "" };
    format!("`{}{more}`", visible(&beginning))
}

/// A name between backquotes, whole: the author is to copy it.
pub(super) fn named(name: &str) -> String {
    format!("`{}`", visible(name))
}

/// Text made fit for one line of a terminal: characters are escaped that would move the cursor or turn the direction
/// of writing.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                shown.extend(char.escape_unicode());
            }
            _ if char.is_control() => shown.extend(char.escape_default()),
            _ => shown.push(char),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_a_terminal_would_hide() {
        assert_eq!(visible("a\tb\u{7}\u{202e}"), r"a\tb\u{7}\u{202e}");
    }

    #[test]
    fn cuts_values_and_never_names() {
        let long = "ä".repeat(61);
        assert_eq!(quoted(&long), format!("`{}…`", "ä".repeat(60)));
        assert_eq!(quoted(&long[2..]), format!("`{}`", "ä".repeat(60)));
        assert_eq!(named(&long), format!("`{long}`"));
    }
}
