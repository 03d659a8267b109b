//! Values as what their keys want.

use super::{Cover, DateText, Written};
use crate::press::diagnostic::{Position, Problem};
use crate::press::yaml::scalar::{Scalar, printed, scalar};
use crate::press::yaml::{Node, Value};

/// Reads one key's value as what the key wants.
pub(super) struct Reader<'a> {
    pub(super) key: &'a str,
    pub(super) node: &'a Node,
    pub(super) problems: &'a mut Vec<(Position, Problem)>,
}

impl Reader<'_> {
    /// Text that is not empty; lines and blanks at its ends are cut.
    pub(super) fn text(&mut self) -> Option<Written<String>> {
        match &self.node.value {
            Value::Null => None,
            Value::Text(text, _) => self.written(text.trim()),
            Value::List(_) | Value::Map(_) => self.wrong("text"),
        }
    }

    /// Text with blanks and lines at its ends, also if there is nothing but those.
    pub(super) fn text_as_written(&mut self) -> Option<Written<String>> {
        match &self.node.value {
            Value::Null => None,
            Value::Text(text, _) => self.written_as(text.clone()),
            Value::List(_) | Value::Map(_) => self.wrong("text"),
        }
    }

    /// Text, or the first of a list.
    pub(super) fn first(&mut self) -> Option<Written<String>> {
        match &self.node.value {
            Value::List(items) => {
                let node = items.first()?;
                Reader { key: self.key, node, problems: self.problems }.text()
            }
            _ => self.text(),
        }
    }

    pub(super) fn date(&mut self) -> Option<Written<DateText>> {
        match &self.node.value {
            Value::Text(text, quoting) if !text.trim().is_empty() => Some(Written {
                value: DateText { text: text.trim().to_owned(), quoting: *quoting },
                position: self.node.position,
            }),
            Value::Null | Value::Text(..) => None,
            Value::List(_) | Value::Map(_) => self.wrong("a date such as `2024-09-15`"),
        }
    }

    /// Names of categories or tags: a list as it is, a text as `names_of` has it. Numbers are as Ruby prints them: a category
    /// `3.10` is `3.1` in the address.
    pub(super) fn names(&mut self, names_of: fn(&str) -> Vec<String>) -> Vec<String> {
        let mut names = Vec::new();
        match &self.node.value {
            Value::Null => {}
            value @ Value::Text(text, _) => names = number(value).map_or_else(|| names_of(text), |name| vec![name]),
            Value::List(items) => {
                for item in items {
                    let mut item = Reader { key: self.key, node: item, problems: self.problems };
                    // Lists in lists are flat in Jekyll.
                    match &item.node.value {
                        Value::List(_) => names.extend(item.names(one_name)),
                        value => names.extend(number(value).or_else(|| item.text().map(|name| name.value))),
                    }
                }
            }
            Value::Map(_) => {
                self.wrong::<String>("a list such as `[one, two]`");
            }
        }
        names
    }

    pub(super) fn truth(&mut self) -> Option<Written<bool>> {
        match (&self.node.value, truth(&self.node.value)) {
            (Value::Null, _) => None,
            (_, Some(value)) => self.written_as(value),
            (_, None) => self.wrong("`true` or `false`"),
        }
    }

    /// A name, several, or a map with a `name`. A text is one name, for commas are in names too.
    pub(super) fn people(&mut self) -> Vec<String> {
        let people = match &self.node.value {
            Value::List(people) => people.as_slice(),
            _ => std::slice::from_ref(self.node),
        };
        let mut names = Vec::new();
        for person in people {
            let mut person = Reader { key: self.key, node: person, problems: self.problems };
            names.extend(person.text_or_key("a name", &["name"]).map(|name| name.value));
        }
        names
    }

    /// A path, or a map with one.
    pub(super) fn image(&mut self) -> Option<Written<String>> {
        self.text_or_key("a path such as `/assets/heron.jpg`", &["path", "url"])
    }

    /// `false`, a path, or a map with one.
    pub(super) fn cover(&mut self) -> Option<Written<Cover>> {
        if let Some(truth) = truth(&self.node.value) {
            return self.written_as(if truth { Cover::Image } else { Cover::Hidden });
        }
        let path = self.text_or_key("`false`, or a path such as `/assets/heron.jpg`", &["path", "url", "image"])?;
        self.written_as(Cover::Own(path.value))
    }

    /// What is said beside the path of a picture to those who cannot see it.
    pub(super) fn alt(&self) -> String {
        let Value::Map(entries) = &self.node.value else { return String::new() };
        match entries.iter().find(|entry| entry.key == "alt").map(|entry| &entry.value.value) {
            Some(Value::Text(alt, _)) => alt.split_whitespace().collect::<Vec<_>>().join(" "),
            _ => String::new(),
        }
    }

    fn text_or_key(&mut self, wanted: &'static str, keys: &[&str]) -> Option<Written<String>> {
        match &self.node.value {
            Value::Null | Value::Text(..) => self.text(),
            Value::List(_) => self.wrong(wanted),
            Value::Map(entries) => match entries.iter().find(|entry| keys.contains(&entry.key.as_str())) {
                Some(entry) => Reader { key: self.key, node: &entry.value, problems: self.problems }.text(),
                None => self.wrong(wanted),
            },
        }
    }

    /// Another value at this place.
    pub(super) fn written_as<T>(&self, value: T) -> Option<Written<T>> {
        Some(Written { value, position: self.node.position })
    }

    fn written(&self, text: &str) -> Option<Written<String>> {
        self.written_as(text.to_owned()).filter(|written| !written.value.is_empty())
    }

    fn wrong<T>(&mut self, wanted: &'static str) -> Option<Written<T>> {
        let found = match &self.node.value {
            Value::Null => "empty",
            Value::Text(..) => "another text",
            Value::List(_) => "a list",
            Value::Map(_) => "keys with values",
        };
        let problem = Problem::WrongType { key: self.key.to_owned(), wanted, found };
        self.problems.push((self.node.position, problem));
        None
    }
}

fn truth(value: &Value) -> Option<bool> {
    let Value::Text(text, _) = value else { return None };
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// A number as Ruby prints it. A name such as `yes` stays what it is.
fn number(value: &Value) -> Option<String> {
    match scalar(value)? {
        Scalar::Integer(_) | Scalar::Float(_) => printed(value),
        Scalar::Truth(_) | Scalar::Date(_) | Scalar::Text(_) => None,
    }
}

/// The names in a text of `categories` or `tags`.
pub(super) fn split_at_blanks(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The name in a text of `category` or `tag`.
pub(super) fn one_name(text: &str) -> Vec<String> {
    Some(text.trim().to_owned()).filter(|name| !name.is_empty()).into_iter().collect()
}
