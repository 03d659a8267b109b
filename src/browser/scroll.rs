//! Scroll positions, kept for each entry of the history as long as the tab lives.

use web_sys::{ScrollRestoration, Storage};

use super::dom;

/// Who puts the page back in place when the reader goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Restorer {
    /// Lectern: it knows when the page is there.
    App,
    /// The browser: right when the app is not running, as while a page loads anew.
    Browser,
}

/// Hands over the task of restoring positions.
pub(super) fn set_restorer(restorer: Restorer) {
    let Some(history) = dom::window().and_then(|window| window.history().ok()) else { return };
    let mode = match restorer {
        Restorer::App => ScrollRestoration::Manual,
        Restorer::Browser => ScrollRestoration::Auto,
    };
    // A browser that refuses keeps its own way, which is a lesser evil than none.
    let _ = history.set_scroll_restoration(mode);
}

/// Notes where the reader is, for the history entry with this key.
pub(super) fn save(key: &str) {
    let Some(position) = position() else { return };
    if let Some(storage) = storage() {
        // A full or forbidden storage costs the position, nothing else.
        let _ = storage.set_item(&item(key), &position.to_string());
    }
}

/// Where the reader was in the entry with this key, in CSS pixels from the top.
pub(super) fn saved(key: &str) -> Option<u32> {
    let saved = storage()?.get_item(&item(key)).ok()??;
    Some(js_sys::parse_int(&saved, 10) as u32)
}

/// Where the reader is.
pub(super) fn position() -> Option<u32> {
    // Whole pixels: printing and reading fractions would cost the app more than it gives the reader.
    Some(dom::window()?.scroll_y().ok()? as u32)
}

/// Goes to a position at once, whatever smoothness the style asks for.
pub(super) fn go_to(top: u32) {
    let Some(window) = dom::window() else { return };
    let options = web_sys::ScrollToOptions::new();
    options.set_top(f64::from(top));
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    window.scroll_to_with_scroll_to_options(&options);
}

fn item(key: &str) -> String {
    format!("lectern:scroll:{key}")
}

fn storage() -> Option<Storage> {
    dom::window()?.session_storage().ok()?
}
