//! Entries of the browser's history. Each that the app makes carries a key, under which its scroll position is
//! kept.

use wasm_bindgen::JsValue;
use web_sys::History;

use super::dom;

/// What becomes of the entry now shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// It stays, and a new one follows.
    Push,
    /// It gets the new address.
    Replace,
    /// The reader already went to another one.
    Visited,
}

/// Whether the entry now shown was shown before: one that the browser has just made has no key yet.
pub(super) fn has_key() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state.is_string())
}

/// The key of the entry now shown; gives it one if it has none, as after a click on a link within the page.
pub(super) fn current_key() -> String {
    let Some(history) = history() else { return String::new() };
    if let Some(key) = history.state().ok().and_then(|state| state.as_string()) {
        return key;
    }
    let key = new_key();
    let _ = history.replace_state_with_url(&JsValue::from_str(&key), "", None);
    key
}

/// Shows an address in the address bar and returns the key of its entry.
pub(super) fn enter(entry: Entry, url: &str) -> String {
    let (Some(history), key) = (history(), new_key()) else { return String::new() };
    let state = JsValue::from_str(&key);
    let done = match entry {
        Entry::Push => history.push_state_with_url(&state, "", Some(url)),
        Entry::Replace => history.replace_state_with_url(&state, "", Some(url)),
        Entry::Visited => return current_key(),
    };
    if done.is_err() {
        // Browsers refuse too many entries a second; the page then shows under the old address.
        return current_key();
    }
    key
}

fn history() -> Option<History> {
    dom::window()?.history().ok()
}

/// Unique within a tab, which is all that is needed.
fn new_key() -> String {
    format!("{:x}{:x}", dom::now() as u64, (js_sys::Math::random() * 65536.0) as u32)
}
