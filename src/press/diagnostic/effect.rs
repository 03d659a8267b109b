//! What a problem costs the reader, and with which others it belongs together.

use super::{ConfigurationProblem, LinkProblem as L, Problem};

/// What readers notice of a problem, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// A text is missing, or cannot be read.
    Lost,
    /// Something does not work: a link, an address, an include.
    Broken,
    /// Something looks or reads otherwise than on the old site.
    Different,
    /// Nothing; the author may want to know.
    Note,
}

/// The kind of a problem: what it costs, and a heading for all of its kind, which follows their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class {
    /// What readers notice.
    pub effect: Effect,
    /// As `links to files that do not exist`.
    pub heading: &'static str,
}

impl Class {
    pub(super) const fn new(effect: Effect, heading: &'static str) -> Class {
        Class { effect, heading }
    }
}

impl Problem {
    /// What readers notice of it.
    pub fn effect(&self) -> Effect {
        self.class().effect
    }

    /// Which kind of problem it is.
    pub fn class(&self) -> Class {
        use Effect::{Broken, Different, Lost, Note};
        use Problem as P;
        match self {
            P::Unreadable { .. } => Class::new(Lost, "cannot be read"),
            P::TooLarge { .. } => Class::new(Lost, "too large to be read"),
            P::OtherMarkup { .. } => Class::new(Lost, "posts in neither Markdown nor HTML"),
            P::NameNotUnicode => Class::new(Lost, "names that are not valid Unicode"),
            P::LinkLeaves | P::LinkDangles => Class::new(Broken, "symbolic links that are not followed"),
            P::LinkLoops => Class::new(Note, "symbolic links to a folder around them"),
            P::NotAFile => Class::new(Note, "neither files nor folders"),
            P::PostsInSkippedFolder { .. } => Class::new(Note, "folders that are not read because of their names"),
            P::NotAPost | P::NoDate { .. } => Class::new(Note, "texts that are no posts for want of a date"),
            P::NoDateInName { .. } => Class::new(Different, "shown for the date in them, though their names have none"),
            P::PageLeft { .. } => Class::new(Note, "pages that are not brought over"),
            P::ImpossibleDayInName { .. } => Class::new(Note, "names with a day that does not exist"),

            P::NotUtf8 { .. } => Class::new(Note, "files that are not UTF-8"),
            P::BrokenUtf16 => Class::new(Different, "files with broken UTF-16"),
            P::ControlCharacters { .. } => Class::new(Note, "files with control characters"),
            P::EmptyFile => Class::new(Note, "empty files"),

            P::BlankAboveFrontMatter | P::FrontMatterNotClosed => {
                Class::new(Different, "front matter that Jekyll would show as text")
            }
            P::NoFrontMatter | P::FrontMatterWithoutKeys => Class::new(Note, "texts without front matter"),
            P::BrokenYaml { .. } | P::YamlTooLarge => Class::new(Different, "front matter that is read in part"),
            P::KeyTwice { .. } => Class::new(Note, "keys given twice"),
            P::WrongType { .. } => Class::new(Different, "values of the wrong type"),
            P::NotADate { .. } | P::ImpossibleDate { .. } => Class::new(Different, "dates that are none"),
            P::BadLanguage { .. } => Class::new(Note, "languages that are none"),

            P::BadPermalink { .. } | P::UnknownPlaceholder { .. } => {
                Class::new(Broken, "addresses that cannot be kept")
            }
            P::ReservedPermalink { .. } => Class::new(Broken, "addresses that Lectern has for its own pages"),
            P::DuplicatePermalink { .. } => Class::new(Broken, "addresses that two texts claim"),
            P::FileTaken { .. } | P::FileReserved { .. } => Class::new(Broken, "files whose place is taken"),
            P::Unparsable | P::TooDeep { .. } => Class::new(Broken, "texts that are shown as they are written"),
            P::Link(problem) => match problem {
                L::BrokenLink { .. } => Class::new(Broken, "links to pages that do not exist"),
                L::NoSuchPlace { .. } => Class::new(Broken, "links to places that pages do not have"),
                L::NoScheme { .. } => Class::new(Broken, "links to other sites without `https://`"),
                L::MissingFile { .. } => Class::new(Broken, "pictures and files that are not here"),
                L::MissingFolder { .. } => Class::new(Broken, "folders that are not here"),
                L::UnknownPost { .. } => Class::new(Broken, "links to posts by names that none has"),
                L::OtherCase { .. } => Class::new(Note, "files whose names have other capitals"),
                L::RedirectTaken { .. } | L::RedirectReserved { .. } => {
                    Class::new(Note, "redirects from addresses that pages have")
                }
                L::BadRedirect { .. } | L::RedirectLoop { .. } => Class::new(Broken, "redirects that lead nowhere"),
            },

            P::External(problem) => problem.class(),
            P::Liquid(problem) => problem.class(),

            P::BrokenToml { .. } => Class::new(Broken, "settings that cannot be read"),
            P::UrlWithPath { .. } => Class::new(Note, "settings in two parts"),
            P::UnknownKey { .. }
            | P::BadUrl { .. }
            | P::BadBase { .. }
            | P::UnknownTimeZone { .. }
            | P::BadPostsPerPage { .. }
            | P::Configuration(
                ConfigurationProblem::NotAChoice { .. }
                | ConfigurationProblem::NotAStyle { .. }
                | ConfigurationProblem::CommentsIncomplete { .. }
                | ConfigurationProblem::UnknownService { .. }
                | ConfigurationProblem::NotADomain { .. }
                | ConfigurationProblem::OtherDomain { .. },
            ) => Class::new(Different, "settings that are not followed"),
            P::Configuration(ConfigurationProblem::NotFollowed { .. }) => {
                Class::new(Note, "settings that Lectern does not have")
            }
            P::Markdown(problem) => problem.class(),
            P::Html(problem) => problem.class(),
            P::Picture(problem) => problem.class(),
            P::Media(problem) => problem.class(),
        }
    }
}
