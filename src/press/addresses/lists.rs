//! Which lists of posts the site has.

use std::collections::HashSet;

use crate::permalink::Permalink;
use crate::press::blog::Blog;
use crate::route::{FeedFormat, ListKind, Route, TermKind};
use crate::slug::term_slug;

/// Years and terms that have posts.
#[derive(Debug, Default)]
pub(super) struct Lists {
    years: HashSet<u32>,
    terms: HashSet<(TermKind, String)>,
}

impl Lists {
    pub(super) fn of(blog: &Blog) -> Lists {
        let terms_of = |kind| blog.terms(kind).into_keys().map(move |slug| (kind, slug));
        Lists {
            years: blog.years().into_iter().map(|(year, _)| year).collect(),
            terms: TermKind::ALL.into_iter().flat_map(terms_of).collect(),
        }
    }

    /// The list that a path means, here or in Jekyll's usual themes.
    pub(super) fn find(&self, path: &str) -> Option<String> {
        let stem = path.strip_suffix(".html").unwrap_or(path).trim_end_matches('/');
        let route = Route::of(&Permalink::parse(&format!("{stem}/"))?);
        let route = if self.has(&route) { route } else { self.of_theme(stem)? };
        Some(route.permalink().to_string())
    }

    /// The feed of a list that has one.
    pub(super) fn find_feed(&self, path: &str) -> Option<String> {
        match Route::of(&Permalink::parse(path.strip_suffix("feed.xml")?)?) {
            Route::List(list, 1) if self.has(&Route::List(list.clone(), 1)) => list.feed(FeedFormat::Atom),
            _ => None,
        }
    }

    fn has(&self, route: &Route) -> bool {
        match route {
            Route::List(ListKind::Home | ListKind::Archive, _) | Route::Terms(_) | Route::Saved => true,
            Route::List(ListKind::Year(year), _) => self.years.contains(year),
            Route::List(ListKind::Term(kind, slug), _) => self.terms.contains(&(*kind, slug.clone())),
            Route::Document(_) => false,
        }
    }

    /// `/tag/a-name`, `/Categories/A name`, `/2024/09`, `/archives`.
    fn of_theme(&self, stem: &str) -> Option<Route> {
        let mut segments = stem.split('/').filter(|segment| !segment.is_empty());
        let (first, second) = (segments.next()?.to_lowercase(), segments.next());
        let kind = match first.as_str() {
            "category" | "categories" => TermKind::Category,
            "tag" | "tags" => TermKind::Tag,
            "archives" | "archive" if second.is_none() => return Some(Route::List(ListKind::Archive, 1)),
            year => {
                let is_month = second.is_none_or(|month| month.len() <= 2 && month.parse::<u8>().is_ok());
                let year = Route::List(ListKind::Year(year.parse().ok().filter(|_| is_month)?), 1);
                return (segments.next().is_none() && self.has(&year)).then_some(year);
            }
        };
        let route = match second {
            Some(name) => Route::term(kind, &term_slug(name)),
            None => Route::Terms(kind),
        };
        (segments.next().is_none() && self.has(&route)).then_some(route)
    }
}
