//! Page data read back from JSON, as the app reads it, but over serde_json's values.

use std::cell::Cell;
use std::rc::Rc;

use lectern::data::{Data, Source};
use serde_json::Value;

/// Reads JSON; `None` where something does not fit.
pub(crate) fn read<T: Data>(json: &str) -> Option<T> {
    let is_sound = Rc::new(Cell::new(true));
    let source = JsonSource { value: serde_json::from_str(json).ok()?, is_sound: is_sound.clone() };
    let data = T::read(&source);
    is_sound.get().then_some(data)
}

struct JsonSource {
    value: Value,
    is_sound: Rc<Cell<bool>>,
}

impl JsonSource {
    fn with(&self, value: Value) -> JsonSource {
        JsonSource { value, is_sound: self.is_sound.clone() }
    }
}

impl Source for JsonSource {
    fn field(&self, name: &str) -> JsonSource {
        self.with(self.value.get(name).cloned().unwrap_or_default())
    }

    fn is_absent(&self) -> bool {
        self.value.is_null()
    }

    fn text(&self) -> Option<String> {
        self.value.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<i32> {
        self.value.as_i64().and_then(|number| number.try_into().ok())
    }

    fn items(&self) -> Vec<JsonSource> {
        self.value.as_array().into_iter().flatten().map(|item| self.with(item.clone())).collect()
    }

    fn variant(&self) -> (String, JsonSource) {
        if let Some(name) = self.value.as_str() {
            return (name.to_owned(), self.with(Value::Null));
        }
        let first = self.value.as_object().and_then(|object| object.iter().next());
        let (name, value) = first.map_or((String::new(), Value::Null), |(name, value)| (name.clone(), value.clone()));
        (name, self.with(value))
    }

    fn mismatch(&self) {
        self.is_sound.set(false);
    }
}
