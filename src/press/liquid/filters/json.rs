//! `jsonify`.

use super::{Failure, Outcome};
use crate::press::liquid::budget::{LONGEST_TEXT, Stop};
use crate::press::liquid::context::Context;
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value) -> Option<Outcome> {
    (name == "jsonify").then(|| {
        let mut json = String::new();
        write(context, value, &mut json)?;
        Ok(Value::text(json))
    })
}

fn write(context: &mut Context<'_>, value: &Value, json: &mut String) -> Result<(), Failure> {
    context.budget.work(4)?;
    if LONGEST_TEXT < json.len() {
        return Err(Failure::Stop(Stop::TooMuch));
    }
    match value {
        Value::Nil => json.push_str("null"),
        Value::List(list) => {
            json.push('[');
            for (position, item) in list.items().iter().enumerate() {
                json.push_str(if position == 0 { "" } else { "," });
                write(context, item, json)?;
            }
            json.push(']');
        }
        Value::Object(object) => {
            let entries = object.entries().iter().map(|(key, value)| (&**key, value));
            write_entries(context, entries, json)?;
        }
        Value::Document(document) => {
            let keys =
                ["id", "url", "title", "date", "path", "collection", "categories", "tags", "slug", "ext", "draft"];
            let own = keys.map(|key| (key, context.engine.document_value(document, key)));
            let given = document.front_matter.entries().iter().filter(|(key, _)| !keys.contains(&&**key));
            let entries = own.iter().map(|(key, value)| (*key, value));
            write_entries(context, entries.chain(given.map(|(key, value)| (&**key, value))), json)?;
        }
        Value::Boolean(_) | Value::Integer(_) => json.push_str(&show::text(value, &mut context.budget)?),
        Value::Float(number) if number.is_finite() => json.push_str(&show::float(*number)),
        value => {
            let text = show::text(value, &mut context.budget)?;
            context.budget.work(text.len())?;
            json.push_str(&serde_json::to_string(&*text).unwrap_or_default());
        }
    }
    Ok(())
}

fn write_entries<'v>(
    context: &mut Context<'_>,
    entries: impl Iterator<Item = (&'v str, &'v Value)>,
    json: &mut String,
) -> Result<(), Failure> {
    json.push('{');
    for (position, (key, value)) in entries.enumerate() {
        json.push_str(if position == 0 { "" } else { "," });
        json.push_str(&serde_json::to_string(key).unwrap_or_default());
        json.push(':');
        write(context, value, json)?;
    }
    json.push('}');
    Ok(())
}
