//! Waiting for what must come, never for a time.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// Long for a person, so that a busy machine fails no scenario that would pass.
const PATIENCE: Duration = Duration::from_secs(30);

/// Looks again and again whether something holds; if it never does, fails by saying what was waited for.
pub(crate) async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let start = Instant::now();
    while !holds().await {
        assert!(start.elapsed() < PATIENCE, "waited {} s in vain for this: {what}", PATIENCE.as_secs());
        sleep(Duration::from_millis(25)).await;
    }
}
