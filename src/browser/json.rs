//! JSON by the browser's own reader.
//!
//! serde_json brings its own reader, numbers with fractions and messages for every mistake: about a fifth of the
//! app's download. The browser has a JSON reader already, so this only walks what it returns. Page data has no
//! fractions, and why some data does not fit is of no use to a reader.

use std::fmt;

use js_sys::{Array, JSON, Object, Reflect};
use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value; `None` if the text is no JSON, or other data than wanted.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let value = JSON::parse(text).ok()?;
    T::deserialize(Value(value)).ok()
}

/// That the data is not what was wanted, and nothing else.
#[derive(Debug)]
struct Mismatch;

impl Error for Mismatch {
    fn custom<T: fmt::Display>(_message: T) -> Mismatch {
        Mismatch
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Mismatch {}

struct Value(JsValue);

impl<'de> Deserializer<'de> for Value {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if let Some(text) = self.0.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(number) = self.0.as_f64() {
            return visitor.visit_i64(number as i64);
        }
        let items = self.0.dyn_into::<Array>().map_err(|_| Mismatch)?;
        visitor.visit_seq(Items { items, next: 0 })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.0.is_null() || self.0.is_undefined() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        if !self.0.is_object() {
            return Err(Mismatch);
        }
        visitor.visit_map(Fields { object: self.0, fields, next: 0, value: JsValue::UNDEFINED })
    }

    /// A variant is its name, or an object with its name as the only key.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let (name, content) = match self.0.as_string() {
            Some(name) => (name, JsValue::UNDEFINED),
            None => {
                let object: Object = self.0.dyn_into().map_err(|_| Mismatch)?;
                let name = Object::keys(&object).get(0).as_string().ok_or(Mismatch)?;
                let content = Reflect::get(&object, &JsValue::from_str(&name)).map_err(|_| Mismatch)?;
                (name, content)
            }
        };
        let position = variants.iter().position(|variant| **variant == name).ok_or(Mismatch)?;
        visitor.visit_enum(Variant { position: position as u32, content })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        if self.items.length() <= self.next {
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(Value(self.items.get(self.next - 1))).map(Some)
    }
}

/// The fields that the type knows, by their position in it; absent ones are left out.
struct Fields {
    object: JsValue,
    fields: &'static [&'static str],
    next: usize,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mismatch> {
        while let Some(field) = self.fields.get(self.next) {
            let position = self.next as u32;
            self.next += 1;
            self.value = Reflect::get(&self.object, &JsValue::from_str(field)).map_err(|_| Mismatch)?;
            if !self.value.is_undefined() {
                return seed.deserialize(by_position(position)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Mismatch> {
        seed.deserialize(Value(std::mem::take(&mut self.value)))
    }
}

struct Variant {
    position: u32,
    content: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Mismatch;
    type Variant = Value;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Value), Mismatch> {
        Ok((seed.deserialize(by_position(self.position))?, Value(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<(), Mismatch> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Mismatch> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.deserialize_struct("", fields, visitor)
    }
}

/// serde's derived code knows fields and variants by position too, so no names are compared.
fn by_position(position: u32) -> U32Deserializer<Mismatch> {
    position.into_deserializer()
}
