//! What the archive knows beside its titles.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::count;
use super::entries::Entries;
use crate::date::Day;
use crate::page::{Entry, List, Month};
use crate::route::ListKind;

/// So many changed posts are told, and no more: they are news.
const MOST_UPDATED: usize = 5;

/// Years, months and changes of all posts.
pub(super) struct Archive {
    /// The posts of each year, newest year first.
    pub(super) years: Vec<(u32, Vec<usize>)>,
    months: HashMap<(u32, u32), Month>,
    updated: Vec<Entry>,
}

impl Archive {
    pub(super) fn of(entries: &Entries<'_>) -> Archive {
        let mut months: HashMap<(u32, u32), Month> = HashMap::new();
        let days = entries.blog.posts.iter().filter_map(|post| Some(post.written.as_ref()?.timestamp.day()));
        for day in days {
            let (year, month) = month_of(day);
            let new = || Month { year, month, name: entries.days.month(day), posts: 0 };
            months.entry((year, month)).or_insert_with(new).posts += 1;
        }
        Archive { years: entries.blog.years(), months, updated: updated(entries) }
    }

    /// Adds to a page of titles what belongs to it.
    pub(super) fn complete(&self, list: List) -> List {
        let mut months: Vec<Month> = Vec::new();
        for entry in &list.posts {
            let key = month_of(entry.date.day());
            if !months.iter().any(|month| (month.year, month.month) == key) {
                months.extend(self.months.get(&key).cloned());
            }
        }
        if list.kind != ListKind::Archive {
            return List { months, ..list };
        }
        let years = self.years.iter().map(|(year, posts)| (*year, count(posts.len()))).collect();
        let updated = if list.page == 1 { self.updated.clone() } else { Vec::new() };
        List { years, months, updated, ..list }
    }
}

fn month_of(day: Day) -> (u32, u32) {
    (day.year, u32::from(day.month))
}

/// Posts that were changed on a later day than that on which they were written, the newest change first.
fn updated(entries: &Entries<'_>) -> Vec<Entry> {
    let posts = entries.blog.posts.iter().enumerate();
    let changed = posts.filter_map(|(position, post)| {
        let (change, written) = (post.last_modified_at.as_ref()?, &post.written.as_ref()?.timestamp);
        let instant: jiff::Timestamp = change.as_str().parse().ok()?;
        (written.day() < change.day()).then_some((Reverse(instant), position, change))
    });
    let mut changed: Vec<_> = changed.collect();
    changed.sort_by_key(|(instant, position, _)| (*instant, *position));
    changed
        .into_iter()
        .take(MOST_UPDATED)
        .filter_map(|(_, position, change)| entries.title_at(position, change))
        .collect()
}
