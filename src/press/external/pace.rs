//! Time, so that tests need not wait for it.

use std::time::{Duration, Instant};

/// A clock that can be waited for.
pub trait Pace: Sync {
    /// The present.
    fn now(&self) -> Instant;

    /// Returns when so much time is over.
    fn wait(&self, time: Duration);
}

/// The clock on the wall.
#[derive(Clone, Copy, Debug)]
pub struct RealPace;

impl Pace for RealPace {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
