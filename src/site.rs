//! What every page of a site knows.

use crate::base::Base;
use crate::data::{Data, IsEmpty, Source, data};
use crate::page::PageLink;
use crate::words::Words;

data! {
    /// The site's own data, the same in every page; its size does not depend on the number of posts.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Site {
        /// Shown in the header and behind every page's title.
        pub title: String,
        /// One sentence, under the title of the home page.
        pub description: String,
        /// Who writes, unless a post says otherwise. May be empty.
        pub author: String,
        /// Scheme and host, such as `https://example.org`, without a slash at the end. Empty if not configured;
        /// links for machines are then paths.
        pub url: String,
        /// Where the host serves the site.
        pub base: Base,
        /// BCP 47 tag of the language of posts that name none.
        pub lang: String,
        /// The links of the header, in order: the archive, the kinds of terms that the blog has, its standalone pages.
        pub navigation: Vec<PageLink>,
        /// Where the sources of posts can be edited: an address that ends in a slash. Empty if nowhere.
        pub edit: String,
        /// Where comments are kept, if posts may have some.
        pub comments: Option<Comments>,
        /// Whether every page has a picture for cards beside it, unless it names one itself.
        pub social_pictures: SocialPictures,
        /// The words of the site's own parts. They travel beside the pages, not in them.
        pub words: Words,
        /// How many files hold the index of names by which a 404 page finds what is near ([`crate::nearest`]).
        pub name_shards: u32,
    }
}

data! {
    /// Discussions of a repository on GitHub, shown by Giscus.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Comments {
        /// `owner/name`.
        pub repo: String,
        /// As Giscus names it.
        pub repo_id: String,
        /// Of the discussions.
        pub category: String,
        /// As Giscus names it.
        pub category_id: String,
    }
}

/// Whether pages have pictures for cards: that of `/a/b.html` is `/a/b.png`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub enum SocialPictures {
    /// They have none.
    #[default]
    None,
    /// The press has drawn them.
    Drawn,
}

impl Site {
    /// The address of a site path for machines: absolute if the site knows its host.
    pub fn absolute(&self, site_path: &str) -> String {
        [&self.url, self.base.join(site_path).as_str()].concat()
    }
}

impl Data for SocialPictures {
    fn read<S: Source>(source: &S) -> SocialPictures {
        if source.variant().0 == "Drawn" { SocialPictures::Drawn } else { SocialPictures::None }
    }
}

impl IsEmpty for SocialPictures {
    fn is_empty(&self) -> bool {
        *self == SocialPictures::None
    }
}

impl IsEmpty for Site {}
impl IsEmpty for Comments {}
