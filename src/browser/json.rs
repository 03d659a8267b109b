//! JSON by the browser's own reader, as a source of page data ([`crate::data`]).

use std::cell::Cell;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::{Data, Source};
use crate::words::Words;

/// Reads a value; `None` if the text is no JSON, or not what was wanted.
pub(super) fn read<T: Data>(text: &str) -> Option<T> {
    let value = JSON::parse(text).ok()?;
    IS_SOUND.set(true);
    let data = T::read(&JsSource(value));
    IS_SOUND.get().then_some(data)
}

/// The words of the site, as the script that has them left them; `None` if it did not.
pub(super) fn words() -> Option<Words> {
    let words = Reflect::get(&js_sys::global(), &JsValue::from_str("lecternWords")).ok()?;
    let words = Words::read(&JsSource(words));
    (!words.list().is_empty()).then_some(words)
}

thread_local! {
    /// Whether everything fitted in the read under way; reading never waits, so there is one at a time.
    static IS_SOUND: Cell<bool> = const { Cell::new(true) };
}

struct JsSource(JsValue);

impl Source for JsSource {
    fn field(&self, name: &str) -> JsSource {
        // Fails on what is no object, which then has no field.
        JsSource(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_undefined() || self.0.is_null()
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<i32> {
        self.0.as_f64().map(|number| number as i32)
    }

    fn items(&self) -> Vec<JsSource> {
        let Some(items) = self.0.dyn_ref::<Array>() else { return Vec::new() };
        (0..items.length()).map(|position| JsSource(items.get(position))).collect()
    }

    fn variant(&self) -> (String, JsSource) {
        if let Some(name) = self.0.as_string() {
            return (name, JsSource(JsValue::UNDEFINED));
        }
        let name = self.0.dyn_ref::<Object>().and_then(|object| Object::keys(object).get(0).as_string());
        let name = name.unwrap_or_default();
        let content = self.field(&name);
        (name, content)
    }

    fn mismatch(&self) {
        IS_SOUND.set(false);
    }
}
