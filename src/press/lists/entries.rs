//! Posts as lists show them.

use crate::date::Timestamp;
use crate::page::{Entry, Term};
use crate::press::annotate::Annotated;
use crate::press::blog::{Blog, page_link};
use crate::press::dates::in_words::DateWords;
use crate::slug::term_slug;

/// Makes entries of posts, by their positions.
pub(super) struct Entries<'a> {
    pub(super) blog: &'a Blog,
    /// Of the posts, in their order.
    pub(super) annotated: &'a [Annotated],
    pub(super) days: &'a DateWords,
}

impl Entries<'_> {
    /// With an excerpt and all else that a list may show.
    pub(super) fn full(&self, position: usize) -> Option<Entry> {
        let (post, notes) = (self.blog.posts.get(position)?, self.annotated.get(position)?);
        let term = |name: &String| Term { name: name.clone(), slug: term_slug(name) };
        let categories = post.categories.iter().map(term).collect();
        Some(Entry { minutes: notes.minutes, excerpt: notes.excerpt.clone(), categories, ..self.title(position)? })
    }

    /// A title and a day.
    pub(super) fn title(&self, position: usize) -> Option<Entry> {
        self.title_at(position, &self.blog.posts.get(position)?.written.as_ref()?.timestamp)
    }

    /// A title and another day than that on which the post was written.
    pub(super) fn title_at(&self, position: usize, date: &Timestamp) -> Option<Entry> {
        Some(Entry {
            link: page_link(self.blog.posts.get(position)?),
            date: date.clone(),
            day: self.days.day(date.day()),
            minutes: 0,
            excerpt: String::new(),
            categories: Vec::new(),
        })
    }
}
