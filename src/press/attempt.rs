//! Calls that may panic inside of a library, and what they give if they do not.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

/// The result of a call, or `None` if it panics, of which the author's terminal says nothing.
pub fn attempt<T>(call: impl FnOnce() -> T) -> Option<T> {
    silence_panics();
    let before = IS_TRYING.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(call));
    IS_TRYING.set(before);
    result.ok()
}

thread_local! {
    /// Whether a panic on this thread is only an answer.
    static IS_TRYING: Cell<bool> = const { Cell::new(false) };
}

/// Keeps panics that are answers from the author's terminal.
fn silence_panics() {
    static SILENCED: Once = Once::new();
    SILENCED.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_TRYING.get() {
                tell(panic);
            }
        }));
    });
}
