//! Existing addresses like a missing one, found without comparing it to all.

use std::collections::HashMap;

use crate::nearest::{PAGES_PER_KEY, keys, rank};
use crate::page::PageLink;
use crate::permalink::Permalink;
use crate::press::nearest_name::likeness;

/// Addresses by the keys that similar ones share.
#[derive(Debug, Default)]
pub(super) struct Near(HashMap<u32, Vec<Permalink>>);

/// How like the missing one an address must be to be worth a question.
const LIKE_ENOUGH: f64 = 0.8;

impl Near {
    pub(super) fn add(&mut self, permalink: &Permalink) {
        for key in keys(permalink) {
            let known = self.0.entry(key).or_default();
            if known.len() < PAGES_PER_KEY {
                known.push(permalink.clone());
            }
        }
    }

    pub(super) fn nearest(&self, missing: &Permalink) -> Option<String> {
        let known = keys(missing).into_iter().filter_map(|key| self.0.get(&key)).flatten();
        let candidates: Vec<PageLink> =
            known.map(|permalink| PageLink { title: String::new(), permalink: permalink.clone() }).collect();
        let best = rank(missing, &candidates).into_iter().next()?.permalink;
        (LIKE_ENOUGH <= likeness(&missing.name().to_lowercase(), best.name())).then(|| best.to_string())
    }
}
