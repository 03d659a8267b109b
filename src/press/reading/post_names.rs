//! Posts by what authors call them: title or name of the file.

use std::collections::HashMap;

use crate::press::nearest_name::{likeness, nearest_name};
use crate::press::post::Post;
use crate::press::source::name::{DatedName, of_path, split_extension};
use crate::slug::slugify;

/// All posts and pages, by their names without case and signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostNames {
    /// In the order in which they were added.
    posts: Vec<Entry>,
    /// Positions in `posts`.
    titles: HashMap<String, usize>,
    files: HashMap<String, usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    title: String,
    permalink: String,
}

/// A post that somebody named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// Where it is.
    pub(super) permalink: &'a str,
    /// As it is called.
    pub(super) title: &'a str,
    /// What was named.
    pub(super) by: By,
}

/// What a post was named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Its title.
    Title,
    /// Its file.
    File,
}

impl By {
    /// What readers see of a post that was named so: nobody wants to read the name of a file.
    pub(super) fn shown<'a>(self, written: &'a str, title: &'a str) -> &'a str {
        match self {
            By::Title => written,
            By::File => title,
        }
    }
}

/// How like a name must be to a title for that to be meant.
const LIKE_ENOUGH: f64 = 0.6;

impl PostNames {
    /// The names of some posts. Of several with one name, the first counts.
    pub fn of<'a>(posts: impl Iterator<Item = &'a Post>) -> PostNames {
        let mut names = PostNames::default();
        posts.for_each(|post| names.add(&post.path_in_site, &post.title, post.permalink.as_str()));
        names
    }

    pub(super) fn add(&mut self, path: &str, title: &str, permalink: &str) {
        let position = self.posts.len();
        self.posts.push(Entry { title: title.to_owned(), permalink: permalink.to_owned() });
        self.titles.entry(slugify(title)).or_insert(position);
        let name = of_path(path);
        let stem = split_extension(name).map_or(name, |(stem, _)| stem);
        let slug = DatedName::parse(name).map(|dated| dated.slug);
        for file in [Some(stem), slug, Some(path)].into_iter().flatten() {
            self.files.entry(slugify(file)).or_insert(position);
        }
    }

    /// The post of a name, as somebody wrote it: a title, or the name of a file, with or without its day and ending.
    pub(super) fn find(&self, name: &str) -> Option<Found<'_>> {
        let key = slugify(name);
        let of_file = || {
            let stem = split_extension(name).filter(|(_, ending)| matches!(*ending, "md" | "markdown" | "html"));
            let of_stem = || self.files.get(&slugify(of_path(stem?.0)));
            self.files.get(&key).or_else(of_stem).map(|position| (position, By::File))
        };
        let (position, by) = self.titles.get(&key).map(|position| (position, By::Title)).or_else(of_file)?;
        let Entry { title, permalink } = self.posts.get(*position).filter(|_| !key.is_empty())?;
        Some(Found { permalink, title, by })
    }

    /// The title most like a name that no post has.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let nearest = nearest_name(name, self.posts.iter().map(|post| post.title.as_str()))?;
        (LIKE_ENOUGH <= likeness(&name.to_lowercase(), nearest)).then(|| nearest.to_owned())
    }
}
