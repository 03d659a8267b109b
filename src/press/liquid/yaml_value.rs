//! YAML as values.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::value::Value;
use crate::press::dates;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{self, Quoting};

/// A value of front matter, of `_config.yml` or of `_data`, as Jekyll has it. `zone` is the site's.
pub fn value(yaml: &yaml::Value, zone: &TimeZone) -> Value {
    match yaml {
        yaml::Value::Null => Value::Nil,
        yaml::Value::Text(text, _) => match scalar(yaml) {
            Some(Scalar::Truth(truth)) => Value::Boolean(truth),
            Some(Scalar::Integer(number)) => Value::Integer(number),
            Some(Scalar::Float(number)) => Value::Float(number),
            Some(Scalar::Date(date)) => self::date(date, zone).unwrap_or_else(|| Value::text(date)),
            Some(Scalar::Text(_)) | None => Value::text(text.as_str()),
        },
        yaml::Value::List(items) => Value::list(items.iter().map(|item| value(&item.value, zone)).collect()),
        yaml::Value::Map(entries) => {
            Value::object(entries.iter().map(|entry| (entry.key.as_str(), value(&entry.value.value, zone))).collect())
        }
    }
}

/// A day, or a time: on the clock it names, else on the site's.
fn date(text: &str, zone: &TimeZone) -> Option<Value> {
    let written = dates::read(text, Quoting::Plain, zone).ok()?;
    let Some((_, time)) = text.split_once(':') else { return Some(Value::Day(written.clock().date())) };
    let zone = if time.contains(['+', '-']) { TimeZone::fixed(written.offset()) } else { zone.clone() };
    Some(Value::Moment(Arc::new(written.instant.to_zoned_datetime(zone))))
}
