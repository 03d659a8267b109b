//! Page data read back from JSON.
//!
//! serde writes it, in the press. To read it, serde's derived code and serde_json's reader cost a reader 44 kB of
//! download, a quarter of the app; the browser has a JSON reader of its own. So each type says here once, through
//! [`data!`], which fields it has, and any [`Source`] that can look up a field can fill it. Reading never stops half
//! way: what does not fit is noted at the source, and gets an empty value.

/// A JSON value, however it is held.
pub trait Source: Sized {
    /// The value of a key; the absent value if there is none, or if this is no object.
    fn field(&self, name: &str) -> Self;
    /// Whether it stands for nothing: an absent field, or null.
    fn is_absent(&self) -> bool;
    /// The text, if it is one.
    fn text(&self) -> Option<String>;
    /// The number, if it is a whole one.
    fn number(&self) -> Option<i32>;
    /// The items of a list; none if it is something else.
    fn items(&self) -> Vec<Self>;
    /// A variant as serde writes it: a name, or an object with the name as its only key.
    fn variant(&self) -> (String, Self);
    /// Notes that this is not what was wanted.
    fn mismatch(&self);
}

/// A type that can be read from a source.
pub trait Data: Sized {
    /// Reads it; what does not fit is noted at the source.
    fn read<S: Source>(source: &S) -> Self;
}

/// Declares a struct, its writing by serde and its reading by [`Data`]. Fields keep their names in JSON. A field of
/// empty text, zero or no items is left out, and read back as that.
macro_rules! data {
    ($(#[$attribute:meta])* pub struct $name:ident { $($(#[$field_attribute:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$attribute])*
        #[derive(serde::Serialize)]
        pub struct $name {
            $($(#[$field_attribute])* #[serde(skip_serializing_if = "crate::data::IsEmpty::is_empty")] pub $field: $type,)*
        }

        impl crate::data::Data for $name {
            fn read<S: crate::data::Source>(source: &S) -> $name {
                $name { $($field: crate::data::Data::read(&source.field(stringify!($field))),)* }
            }
        }
    };
}
pub(crate) use data;

/// Tells values that need not be written.
pub trait IsEmpty {
    /// Whether reading nothing gives this very value.
    fn is_empty(&self) -> bool {
        false
    }
}

impl Data for String {
    fn read<S: Source>(source: &S) -> String {
        source.text().unwrap_or_else(|| {
            note_unless_absent(source);
            String::new()
        })
    }
}

impl IsEmpty for String {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl Data for u32 {
    fn read<S: Source>(source: &S) -> u32 {
        let number = source.number().and_then(|number| u32::try_from(number).ok());
        number.unwrap_or_else(|| {
            note_unless_absent(source);
            0
        })
    }
}

impl IsEmpty for u32 {
    fn is_empty(&self) -> bool {
        *self == 0
    }
}

impl<T: Data> Data for Vec<T> {
    fn read<S: Source>(source: &S) -> Vec<T> {
        source.items().iter().map(T::read).collect()
    }
}

impl<T> IsEmpty for Vec<T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Data> Data for Option<T> {
    fn read<S: Source>(source: &S) -> Option<T> {
        if source.is_absent() { None } else { Some(T::read(source)) }
    }
}

impl<T> IsEmpty for Option<T> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl<A: Data, B: Data> Data for (A, B) {
    fn read<S: Source>(source: &S) -> (A, B) {
        let mut items = source.items().into_iter();
        let mut next = || items.next().unwrap_or_else(|| source.field(""));
        (A::read(&next()), B::read(&next()))
    }
}

fn note_unless_absent<S: Source>(source: &S) {
    if !source.is_absent() {
        source.mismatch();
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use serde_json::Value;

    use super::{Data, Source};

    /// A source over serde_json's values.
    struct JsonSource {
        value: Value,
        is_sound: Rc<Cell<bool>>,
    }

    /// Reads JSON; `None` where something did not fit.
    pub(crate) fn read<T: Data>(json: &str) -> Option<T> {
        let is_sound = Rc::new(Cell::new(true));
        let source = JsonSource { value: serde_json::from_str(json).ok()?, is_sound: is_sound.clone() };
        let data = T::read(&source);
        is_sound.get().then_some(data)
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
            first.map_or_else(
                || (String::new(), self.with(Value::Null)),
                |(name, value)| (name.clone(), self.with(value.clone())),
            )
        }

        fn mismatch(&self) {
            self.is_sound.set(false);
        }
    }
}
