//! Values of templates: what Ruby's Liquid knows, cheap to copy, and bounded in depth.

use std::sync::Arc;

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::document::Document;
use super::object::Object;

/// A value. Text, lists and maps are shared, so that a loop over all posts copies none of them.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing.
    Nil,
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    Text(Arc<str>),
    /// A day without a time.
    Day(Date),
    /// An instant, on the site's clocks.
    Moment(Arc<ZonedDateTime>),
    /// Whole numbers from the first to the last; never counted out unless a loop does.
    Range(i64, i64),
    /// Values in order.
    List(Arc<List>),
    /// Keys and values in order.
    Object(Arc<Object>),
    /// A post or page.
    Document(Arc<Document>),
    /// `site`: everything that all pages share.
    Site,
    /// `forloop` and `tablerowloop`.
    Loop(Arc<LoopState>),
}

/// Values in order.
#[derive(Debug, Default)]
pub struct List {
    items: Vec<Value>,
    depth: u32,
}

/// What a loop says of itself.
#[derive(Clone, Debug)]
pub struct LoopState {
    /// `item-collection`.
    pub name: Arc<str>,
    /// From 0.
    pub index: u64,
    /// All rounds.
    pub length: u64,
    /// Columns of a `tablerow`.
    pub columns: Option<u64>,
    /// The loop around it.
    pub parent: Option<Arc<LoopState>>,
}

/// Deeper than data of any site; it bounds every recursion over a value.
const DEEPEST: u32 = 64;

impl Value {
    /// Text.
    pub fn text(text: impl Into<Arc<str>>) -> Value {
        Value::Text(text.into())
    }

    /// A list; nothing if it is too deep.
    pub fn list(items: Vec<Value>) -> Value {
        let depth = 1 + items.iter().map(Value::depth).max().unwrap_or(0);
        if depth <= DEEPEST { Value::List(Arc::new(List { items, depth })) } else { Value::Nil }
    }

    /// A map; nothing if it is too deep.
    pub fn object(object: Object) -> Value {
        if object.depth() <= DEEPEST { Value::Object(Arc::new(object)) } else { Value::Nil }
    }

    /// How many collections are in one another.
    pub(super) fn depth(&self) -> u32 {
        match self {
            Value::List(list) => list.depth,
            Value::Object(object) => object.depth(),
            _ => 0,
        }
    }

    /// Whether it is nothing.
    pub fn is_nil(&self) -> bool {
        matches!(self, Value::Nil)
    }

    /// Everything but nothing and `false` counts as true.
    pub fn is_truthy(&self) -> bool {
        !matches!(self, Value::Nil | Value::Boolean(false))
    }

    /// Ruby's `empty?`; `None` for what has no such question.
    pub fn is_empty(&self) -> Option<bool> {
        match self {
            Value::Text(text) => Some(text.is_empty()),
            Value::List(list) => Some(list.items.is_empty()),
            Value::Object(object) => Some(object.is_empty()),
            _ => None,
        }
    }

    /// Its items, if it is a list.
    pub fn items(&self) -> Option<&[Value]> {
        match self {
            Value::List(list) => Some(&list.items),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl List {
    /// The values.
    pub fn items(&self) -> &[Value] {
        &self.items
    }
}

impl LoopState {
    /// One of its facts.
    pub(super) fn get(&self, key: &str) -> Value {
        let whole = |number: u64| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
        let column = |columns: u64| self.index.checked_rem(columns).unwrap_or(self.index);
        match (key, self.columns) {
            ("index", _) => whole(self.index + 1),
            ("index0", _) => whole(self.index),
            ("rindex", _) => whole(self.length.saturating_sub(self.index)),
            ("rindex0", _) => whole(self.length.saturating_sub(self.index + 1)),
            ("length", _) => whole(self.length),
            ("first", _) => Value::Boolean(self.index == 0),
            ("last", _) => Value::Boolean(self.index + 1 == self.length),
            ("name", None) => Value::text(self.name.clone()),
            ("parentloop", None) => self.parent.clone().map_or(Value::Nil, Value::Loop),
            ("col", Some(columns)) => whole(column(columns) + 1),
            ("col0", Some(columns)) => whole(column(columns)),
            ("row", Some(columns)) => whole(self.index.checked_div(columns).unwrap_or(0) + 1),
            ("col_first", Some(columns)) => Value::Boolean(column(columns) == 0),
            ("col_last", Some(columns)) => Value::Boolean(column(columns) + 1 == columns),
            _ => Value::Nil,
        }
    }
}
