//! Time that does not pass.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use lectern::press::external::pace::Pace;

/// A clock that nobody waits for.
pub(super) struct Unhurried {
    start: Instant,
    waited: Mutex<Vec<Duration>>,
}

impl Pace for Unhurried {
    fn now(&self) -> Instant {
        self.start + self.waited.lock().expect("a clock").iter().sum::<Duration>()
    }

    fn wait(&self, time: Duration) {
        self.waited.lock().expect("a clock").push(time);
    }
}

impl Unhurried {
    pub(super) fn new() -> Unhurried {
        Unhurried { start: Instant::now(), waited: Mutex::default() }
    }

    /// The pauses that were longer than those between any two requests.
    pub(super) fn pauses(&self) -> Vec<u64> {
        let waited = self.waited.lock().expect("a clock");
        waited.iter().filter(|time| Duration::from_millis(250) < **time).map(Duration::as_secs).collect()
    }
}
