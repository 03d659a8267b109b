//! The change from one page to the next, as the scripts beside the app want to have it shown.

use js_sys::{Function, Reflect, global};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Makes a change, at once or as a movement; there is no other way to know when it is made.
pub(super) fn change(change: impl FnOnce() + 'static) {
    let mover = Reflect::get(&global(), &JsValue::from_str("lecternMove")).ok();
    match mover.and_then(|mover| mover.dyn_into::<Function>().ok()) {
        // A failure there would be one before the change is made.
        Some(mover) => drop(mover.call1(&JsValue::UNDEFINED, &Closure::once_into_js(change))),
        None => change(),
    }
}
