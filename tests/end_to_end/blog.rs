//! What the scenarios know of this blog's own posts. Who writes other posts changes this file, and no other.

/// A page of the blog.
pub(crate) struct Known {
    /// Its path below the site's root.
    pub(crate) path: &'static str,
    /// Its heading.
    pub(crate) heading: &'static str,
    /// Its title in the tab.
    pub(crate) title: &'static str,
    /// Some of its text.
    pub(crate) text: &'static str,
}

/// The home page. Links to [`LONG`].
pub(crate) const HOME: Known = Known {
    path: "/",
    heading: "Posts",
    title: "Lectern",
    text: "Where posts live, how they are named, and every front matter key that Lectern reads.",
};

/// The second page of the home list.
pub(crate) const HOME_2: Known = Known {
    path: "/page/2/",
    heading: "Posts",
    title: "Posts · Page 2 of 2 · Lectern",
    text: "How a change of page is told to people who do not see it happen",
};

/// All posts by year.
pub(crate) const ARCHIVE: Known =
    Known { path: "/archive/", heading: "Archive", title: "Archive · Lectern", text: "Bringing a Jekyll blog" };

/// The posts of one year.
pub(crate) const YEAR: Known = Known {
    path: "/archive/2025/",
    heading: "Posts of 2025",
    title: "Posts of 2025 · Lectern",
    text: "One paragraph is a post",
};

/// All categories.
pub(crate) const CATEGORIES: Known =
    Known { path: "/categories/", heading: "Categories", title: "Categories · Lectern", text: "reading" };

/// A category that [`KEYBOARD`] is in.
pub(crate) const CATEGORY: Known = Known {
    path: "/categories/reading/",
    heading: "Category: reading",
    title: "Category: reading · Lectern",
    text: "Trains enter tunnels.",
};

/// A tag that [`KEYBOARD`] has.
pub(crate) const TAG: Known = Known {
    path: "/tags/keyboard/",
    heading: "Tag: keyboard",
    title: "Tag: keyboard · Lectern",
    text: "How a change of page is told",
};

/// A post with code of every kind, numbered lines among it.
pub(crate) const GALLERY: Known = Known {
    path: "/guide/writing/2026/03/14/markdown-gallery.html",
    heading: "A Markdown gallery",
    title: "A Markdown gallery · Lectern",
    text: "This page has one of everything.",
};

/// A standalone page.
pub(crate) const ABOUT: Known =
    Known { path: "/about/", heading: "About", title: "About · Lectern", text: "Lectern is written in Rust" };

/// A post of a few screens. It links to [`NETWORK`], to [`KEYBOARD_SECTION`] and to [`KEYBOARD_NEXT`].
pub(crate) const KEYBOARD: Known = Known {
    path: "/guide/reading/2025/11/11/keyboard-focus-screen-readers.html",
    heading: "Keyboard, focus and screen readers",
    title: "Keyboard, focus and screen readers · Lectern",
    text: "The old page stays until the new one is ready.",
};

/// An address that leads to [`KEYBOARD`].
pub(crate) const KEYBOARD_OLD: &str = "/keyboard.html";

/// The id of a heading that [`KEYBOARD`] links to, far from its end.
pub(crate) const KEYBOARD_SECTION: &str = "failures-are-told-too";

/// The post after [`KEYBOARD`]. Its title holds quotation marks and an emoji.
pub(crate) const KEYBOARD_NEXT: Known = Known {
    path: "/notes/typography/2025/12/06/quotes-in-many-tongues.html",
    heading: "Quotes in many tongues: “these”, «those», „these here“ and 「those there」 ✍️",
    title: "Quotes in many tongues: “these”, «those», „these here“ and 「those there」 ✍️ · Lectern",
    text: "For other languages, type the marks yourself.",
};

/// A tag of [`KEYBOARD_NEXT`] in another script. The path is as the address bar has it.
pub(crate) const TAG_IN_CHINESE: Known = Known {
    path: "/tags/%E4%B8%AD%E6%96%87/",
    heading: "Tag: 中文",
    title: "Tag: 中文 · Lectern",
    text: "How a few languages set off what somebody says",
};

/// A post that [`KEYBOARD`] links to.
pub(crate) const NETWORK: Known = Known {
    path: "/guide/reading/2026/01/20/when-the-network-fails.html",
    heading: "When the network fails",
    title: "When the network fails · Lectern",
    text: "",
};

/// A post with links to the sections of others: to [`WRITING_SECTION`] of [`WRITING`].
pub(crate) const SETTINGS: Known = Known {
    path: "/guide/2025/09/02/lectern-toml.html",
    heading: "The lectern.toml reference",
    title: "The lectern.toml reference · Lectern",
    text: "",
};

/// A post with a link to [`FILE`].
pub(crate) const WRITING: Known = Known {
    path: "/guide/writing/2026/09/07/writing-posts.html",
    heading: "Writing posts: front matter, drafts and dates",
    title: "Writing posts: front matter, drafts and dates · Lectern",
    text: "",
};

/// The id of a heading of [`WRITING`].
pub(crate) const WRITING_SECTION: &str = "front-matter";

/// The longest post.
pub(crate) const LONG: Known = Known {
    path: "/internals/2026/10/05/from-file-to-screen.html",
    heading: "How Lectern works, from file to screen",
    title: "How Lectern works, from file to screen · Lectern",
    text: "One renderer",
};

/// A file that is no page, and text in it.
pub(crate) const FILE: (&str, &str) = ("/assets/sample-post.txt", "A post to start from.");

/// A misspelt path of [`SETTINGS`].
pub(crate) const MISSPELT: &str = "/guide/2025/09/02/lecturn-toml.html";

/// A search that finds [`KEYBOARD`] among others.
pub(crate) const QUERY: &str = "screen readers";

/// A phrase that stands in the section [`KEYBOARD_SECTION`] of [`KEYBOARD`], and nowhere else.
pub(crate) const QUERY_OF_SECTION: &str = "\"a message says what failed\"";

/// A word that many posts have.
pub(crate) const QUERY_OF_MANY: &str = "page";

/// A word that more than five of the posts have that have [`QUERY_OF_MANY`], and others not.
pub(crate) const QUERY_OF_FEWER: &str = "heading";

/// A word that no post has, nor one that is spelled like it.
pub(crate) const QUERY_OF_NONE: &str = "zzyzxqqv";

/// All tags.
pub(crate) const TAGS: &str = "/tags/";

/// What the reader has kept, which the app alone knows.
pub(crate) const SAVED: &str = "/saved/";

/// A page of each kind, by the name of the kind: what must hold of every page is looked for on these.
pub(crate) const KINDS: &[(&str, &str)] = &[
    ("home", HOME.path),
    ("home-2", HOME_2.path),
    ("archive", ARCHIVE.path),
    ("year", YEAR.path),
    ("categories", CATEGORIES.path),
    ("category", CATEGORY.path),
    ("tags", TAGS),
    ("tag", TAG_IN_CHINESE.path),
    ("everything", GALLERY.path),
    ("post", KEYBOARD.path),
    ("page", ABOUT.path),
    ("saved", SAVED),
    ("missing", MISSPELT),
];
