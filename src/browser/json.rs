//! JSON by the browser's own reader, as a source of page data ([`crate::data`]).

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::{Data, Source};

/// Reads a value; `None` if the text is no JSON, or not what was wanted.
pub(super) fn read<T: Data>(text: &str) -> Option<T> {
    let value = JSON::parse(text).ok()?;
    let is_sound = Rc::new(Cell::new(true));
    let data = T::read(&JsSource { value, is_sound: is_sound.clone() });
    is_sound.get().then_some(data)
}

struct JsSource {
    value: JsValue,
    is_sound: Rc<Cell<bool>>,
}

impl JsSource {
    fn with(&self, value: JsValue) -> JsSource {
        JsSource { value, is_sound: self.is_sound.clone() }
    }
}

impl Source for JsSource {
    fn field(&self, name: &str) -> JsSource {
        // Fails on what is no object, which then has no field.
        self.with(Reflect::get(&self.value, &JsValue::from_str(name)).unwrap_or_default())
    }

    fn is_absent(&self) -> bool {
        self.value.is_undefined() || self.value.is_null()
    }

    fn text(&self) -> Option<String> {
        self.value.as_string()
    }

    fn number(&self) -> Option<i32> {
        self.value.as_f64().map(|number| number as i32)
    }

    fn items(&self) -> Vec<JsSource> {
        let Some(items) = self.value.dyn_ref::<Array>() else { return Vec::new() };
        (0..items.length()).map(|position| self.with(items.get(position))).collect()
    }

    fn variant(&self) -> (String, JsSource) {
        if let Some(name) = self.value.as_string() {
            return (name, self.with(JsValue::UNDEFINED));
        }
        let name = self.value.dyn_ref::<Object>().and_then(|object| Object::keys(object).get(0).as_string());
        let name = name.unwrap_or_default();
        let content = self.field(&name);
        (name, content)
    }

    fn mismatch(&self) {
        self.is_sound.set(false);
    }
}
