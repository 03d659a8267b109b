//! What has been tried in vain, so that it is not tried again.

use super::super::tree::Kind;
use super::parser::{Context, Parent, Stop};

/// Failed attempts of one text.
#[derive(Default)]
pub(super) struct Memory {
    // For each attempt, a bit for each place.
    failed: Vec<Vec<u64>>,
}

/// What is tried, in which surroundings. The same attempt at the same place has the same result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Attempt(u8);

impl Memory {
    /// An attempt that can be taken up in its middle: all that is left of it depends on the place alone.
    pub(super) fn attempt(&self, stop: &Stop, context: Context) -> Option<Attempt> {
        let Stop::Delimiter { delimiter, kind } = stop else { return None };
        let strong = u8::from(*kind == Kind::Strong);
        let underscore = u8::from(delimiter.starts_with('_'));
        Some(Attempt(128 | strong << 6 | underscore << 5 | surroundings(context)))
    }

    /// An attempt to read what begins at a place.
    pub(super) fn beginning(&self, context: Context) -> Attempt {
        Attempt(surroundings(context))
    }

    pub(super) fn has_failed(&self, attempt: Attempt, place: usize) -> bool {
        let bits = self.failed.get(usize::from(attempt.0)).and_then(|places| places.get(place / 64));
        bits.is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    pub(super) fn remember(&mut self, attempt: Attempt, place: usize) {
        let attempt = usize::from(attempt.0);
        if self.failed.len() <= attempt {
            self.failed.resize(attempt + 1, Vec::new());
        }
        let Some(places) = self.failed.get_mut(attempt) else { return };
        if places.len() <= place / 64 {
            places.resize(place / 64 + 1, 0);
        }
        if let Some(bits) = places.get_mut(place / 64) {
            *bits |= 1 << (place % 64);
        }
    }

    pub(super) fn remember_all(&mut self, attempt: Attempt, places: &[usize]) {
        for place in places {
            self.remember(attempt, *place);
        }
    }
}

fn surroundings(context: Context) -> u8 {
    let parent = match context.parent {
        Parent::Other => 0,
        Parent::Emphasis => 1,
        Parent::RawHtml => 2,
    };
    parent << 3 | u8::from(context.in_emphasis) << 2 | u8::from(context.in_strong) << 1 | u8::from(context.in_link)
}
