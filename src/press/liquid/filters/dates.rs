//! Filters on dates.

use std::sync::Arc;

use jiff::fmt::strtime::{BrokenDownTime, Config};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};

use super::{Arguments, Failure, Outcome};
use crate::press::dates;
use crate::press::liquid::context::Context;
use crate::press::liquid::value::Value;
use crate::press::yaml::Quoting;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    let known = ["date", "date_to_string", "date_to_long_string", "date_to_xmlschema", "date_to_rfc822"];
    known.contains(&name).then(|| apply(context, name, value, arguments))
}

fn apply(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Outcome {
    if value.is_nil() || value.is_empty() == Some(true) {
        return Ok(value.clone());
    }
    let format = arguments.text(context, 0)?;
    if name == "date" && format.is_empty() {
        return Ok(value.clone());
    }
    let Some(date) = read(context, value) else {
        let refused = Failure::Refused("write the date like `2024-09-15`");
        return if name == "date" { Ok(value.clone()) } else { Err(refused) };
    };
    let format = match name {
        "date" => format.to_string(),
        "date_to_xmlschema" => "%Y-%m-%dT%H:%M:%S%:z".to_owned(),
        "date_to_rfc822" => "%a, %d %b %Y %H:%M:%S %z".to_owned(),
        _ => {
            let month = if name == "date_to_string" { "%b" } else { "%B" };
            let is_us = arguments.get(1).and_then(Value::as_text) == Some("US");
            match (arguments.get(0).and_then(Value::as_text), is_us) {
                (Some("ordinal"), true) => format!("{month} {}, %Y", ordinal(date.day())),
                (Some("ordinal"), false) => format!("{} {month} %Y", ordinal(date.day())),
                _ => format!("%d {month} %Y"),
            }
        }
    };
    let text = BrokenDownTime::from(&*date).to_string_with_config(&Config::new().lenient(true), known(&format));
    text.map(Value::text).map_err(|_| Failure::Refused("write a format such as \"%Y-%m-%d\""))
}

/// Ruby's reading of a date, on the site's clocks.
fn read(context: &Context<'_>, value: &Value) -> Option<Arc<ZonedDateTime>> {
    let zone = &context.engine.site.zone;
    let seconds = |seconds: i64| Some(Arc::new(Timestamp::from_second(seconds).ok()?.to_zoned_datetime(zone.clone())));
    match value {
        Value::Moment(moment) => Some(moment.clone()),
        Value::Day(day) => day.to_zoned_datetime(zone.clone()).ok().map(Arc::new),
        Value::Integer(number) => seconds(*number),
        Value::Text(text) if text.eq_ignore_ascii_case("now") || text.eq_ignore_ascii_case("today") => {
            Some(Arc::new(context.engine.site.time.to_zoned_datetime(zone.clone())))
        }
        Value::Text(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => seconds(text.parse().ok()?),
        Value::Text(text) => {
            let written = dates::read(text, Quoting::Quoted, zone).ok()?;
            let there = written.clock().to_zoned_datetime(TimeZone::UTC).ok()?.timestamp();
            let offset =
                Offset::from_seconds(i32::try_from(there.as_second() - written.instant.as_second()).ok()?).ok()?;
            let is_site = zone.to_offset(written.instant) == offset;
            let zone = if is_site { zone.clone() } else { TimeZone::fixed(offset) };
            Some(Arc::new(written.instant.to_zoned_datetime(zone)))
        }
        _ => None,
    }
}

fn ordinal(day: i8) -> String {
    let ending = match (day, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// A format without the signs that mean the same in longer words.
fn known(format: &str) -> String {
    let mut known = String::with_capacity(format.len());
    let mut rest = format;
    while let Some(percent) = rest.find('%') {
        let (before, behind) = rest.split_at(percent);
        known.push_str(before);
        let longer = match behind.as_bytes().get(1) {
            Some(b'L') => "%3f",
            Some(b'c') => "%a %b %e %H:%M:%S %Y",
            Some(b'x') => "%m/%d/%y",
            Some(b'X') => "%H:%M:%S",
            Some(b'r') => "%I:%M:%S %p",
            Some(b'v') => "%e-%^b-%Y",
            Some(b'+') => "%a %b %e %H:%M:%S %Z %Y",
            _ => "",
        };
        let length = if behind.starts_with("%%") || !longer.is_empty() { 2 } else { 1 };
        known.push_str(if longer.is_empty() { behind.get(..length).unwrap_or_default() } else { longer });
        rest = behind.get(length..).unwrap_or_default();
    }
    known + rest
}
