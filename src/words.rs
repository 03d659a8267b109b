//! The words of the site's own parts, in the reader's language.
//!
//! Each language has one catalogue, `src/words/LANGUAGE.toml`. The press reads the one in use and hands it to the app as
//! a list in the order of [`Word`], with the scripts that every page loads after it is painted: no page carries words
//! that it does not show, and no reader downloads another language. All texts are made so that no word depends on a
//! number, which spares the app the rules of plurals.

use crate::data::{Data, IsEmpty, Source};

/// The words of one language, by [`Word`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

/// Declares the words with their keys in the catalogues.
macro_rules! words {
    ($($(#[$attribute:meta])* $word:ident = $key:literal,)*) => {
        /// A text of the site's own. In braces stands what a place of it is filled with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $($(#[$attribute])* $word,)*
        }

        /// The words' keys in the catalogues, in their order.
        #[cfg(not(target_arch = "wasm32"))]
        pub const KEYS: &[&str] = &[$($key,)*];
    };
}

words! {
    /// The link before everything else.
    Skip = "skip",
    /// The site's links, as a region.
    SiteLinks = "site-links",
    /// The home page in a trail of links.
    Home = "home",
    /// The trail of links to a page, as a region.
    Trail = "trail",
    /// A button: other colors.
    Theme = "theme",
    /// A button, and the page of what was found.
    Search = "search",
    /// A button: size, width, colors.
    Settings = "settings",
    /// The list of a post's sections.
    Contents = "contents",
    /// A link to the top of the page.
    BackToTop = "back-to-top",
    /// The home page's heading.
    Posts = "posts",
    /// The list of all posts.
    Archive = "archive",
    /// A link to what programs for news read.
    Feed = "feed",
    /// `{year}`
    PostsOfYear = "posts-of-year",
    /// How many posts a list has: `{posts}`
    PostCount = "post-count",
    /// All of a kind.
    Categories = "categories",
    /// All of a kind.
    Tags = "tags",
    /// All of a kind.
    AllSeries = "all-series",
    /// All of a kind.
    Authors = "authors",
    /// The posts of one: `{name}`
    Category = "category",
    /// The posts of one: `{name}`
    Tag = "tag",
    /// The posts of one: `{name}`
    Series = "series",
    /// The posts of one: `{name}`
    Author = "author",
    /// Posts that stay on top.
    Pinned = "pinned",
    /// Posts that were changed last.
    RecentlyUpdated = "recently-updated",
    /// Reading time: `{minutes}`
    Minutes = "minutes",
    /// A post's last change: `{day}`
    Updated = "updated",
    /// A link to the page of newer posts.
    NewerPosts = "newer-posts",
    /// A link to the page of older posts.
    OlderPosts = "older-posts",
    /// `{page}` of `{pages}`
    PageOf = "page-of",
    /// The pages of a list, as a region.
    Pages = "pages",
    /// A blog without posts.
    NoPosts = "no-posts",
    /// No tags and the like.
    NoneYet = "none-yet",
    /// The post before in time.
    PreviousPost = "previous-post",
    /// The post after in time.
    NextPost = "next-post",
    /// Both, as a region.
    Neighbors = "neighbors",
    /// `{part}` of `{parts}`
    PartOf = "part-of",
    /// Posts of like content.
    Related = "related",
    /// The same text elsewhere.
    InOtherLanguages = "in-other-languages",
    /// Posts with links to this one.
    LinkedFrom = "linked-from",
    /// More than are shown: `{count}`
    AndMore = "and-more",
    /// A link to where the text can be changed.
    Edit = "edit",
    /// A button: give the address on.
    Share = "share",
    /// A button: keep for later.
    Save = "save",
    /// What readers say.
    Comments = "comments",
    /// A button: load them.
    ShowComments = "show-comments",
    /// The page of kept posts.
    SavedPosts = "saved-posts",
    /// What that page is for.
    SavedAbout = "saved-about",
    /// It needs scripts.
    SavedWithoutScript = "saved-without-script",
    /// Heading of a missing page.
    NotFound = "not-found",
    /// `{path}`
    NotFoundAbout = "not-found-about",
    /// In place of a path that is not known.
    ThisAddress = "this-address",
    /// Before links to pages of like names.
    DidYouMean = "did-you-mean",
    /// Before links to home and archive.
    GoOn = "go-on",
    /// A page is on its way.
    Loading = "loading",
    /// `{page}`
    CouldNotOpen = "could-not-open",
    /// A button.
    TryAgain = "try-again",
    /// A button.
    StayHere = "stay-here",
    /// Why a page did not come.
    Offline = "offline",
    /// Why a page did not come.
    Unreachable = "unreachable",
    /// Why a page did not come.
    TimedOut = "timed-out",
    /// Why a page did not come.
    Missing = "missing",
    /// Why a page did not come: `{status}`
    Status = "status",
    /// Why a page did not come.
    CutShort = "cut-short",
    /// Why a page did not come.
    NotText = "not-text",
    /// Why a page did not come.
    OtherVersion = "other-version",
    /// The notes at the end of a text, as a region.
    Footnotes = "footnotes",
    /// From a note to its only mark.
    BackToText = "back-to-text",
    /// From a note to one of its marks: `{number}`
    BackToMark = "back-to-mark",
    /// A heading's link to itself: `{title}`
    LinkToSection = "link-to-section",
    /// A table, as a region.
    Table = "table",
    /// A task.
    Done = "done",
    /// A task.
    ToDo = "to-do",
    /// Title of an alert.
    Note = "note",
    /// Title of an alert.
    Tip = "tip",
    /// Title of an alert.
    Important = "important",
    /// Title of an alert.
    Warning = "warning",
    /// Title of an alert.
    Caution = "caution",
}

impl Words {
    /// No words at all.
    pub const NONE: Words = Words(Vec::new());

    /// The words of a list in the order of [`Word`].
    pub fn new(words: Vec<String>) -> Words {
        Words(words)
    }

    /// All words, in the order of [`Word`].
    pub fn list(&self) -> &[String] {
        &self.0
    }

    /// A word; empty if the list has no such one.
    pub fn get(&self, word: Word) -> &str {
        self.0.get(word as usize).map_or("", String::as_str)
    }

    /// A word with one place filled.
    pub fn fill(&self, word: Word, place: &str, value: &str) -> String {
        filled(self.get(word), place, value)
    }
}

/// A text in which a place such as `{name}` is filled.
pub fn filled(text: &str, place: &str, value: &str) -> String {
    let (before, after) = text.split_once(place).unwrap_or((text, ""));
    [before, value, after].concat()
}

/// The words are the same in all pages, so that no page carries them.
impl IsEmpty for Words {
    fn is_empty(&self) -> bool {
        true
    }
}

impl serde::Serialize for Words {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Data for Words {
    fn read<S: Source>(source: &S) -> Words {
        Words(Data::read(source))
    }
}
