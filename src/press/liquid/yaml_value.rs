//! YAML as values: which plain scalars are numbers, truth values and dates for Ruby's YAML.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::value::Value;
use crate::press::dates;
use crate::press::yaml::{self, Quoting};

/// A value of front matter, of `_config.yml` or of `_data`, as Jekyll has it. `zone` is the site's.
pub fn value(yaml: &yaml::Value, zone: &TimeZone) -> Value {
    match yaml {
        yaml::Value::Null => Value::Nil,
        yaml::Value::Text(text, Quoting::Quoted) => Value::text(text.as_str()),
        yaml::Value::Text(text, Quoting::Plain) => plain(text, zone),
        yaml::Value::List(items) => Value::list(items.iter().map(|item| value(&item.value, zone)).collect()),
        yaml::Value::Map(entries) => {
            Value::object(entries.iter().map(|entry| (entry.key.as_str(), value(&entry.value.value, zone))).collect())
        }
    }
}

fn plain(text: &str, zone: &TimeZone) -> Value {
    let is_word = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if text.is_empty() || text == "~" || is_word(&["null"]) {
        return Value::Nil;
    }
    if is_word(&["true", "yes", "on"]) {
        return Value::Boolean(true);
    }
    if is_word(&["false", "no", "off"]) {
        return Value::Boolean(false);
    }
    if !text.starts_with(|char: char| char.is_ascii_digit() || "+-.".contains(char)) {
        return Value::text(text);
    }
    number(text).or_else(|| date(text, zone)).unwrap_or_else(|| Value::text(text))
}

fn number(text: &str) -> Option<Value> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let infinity = || if sign < 0 { f64::NEG_INFINITY } else { f64::INFINITY };
    match digits {
        ".inf" | ".Inf" | ".INF" => return Some(Value::Float(infinity())),
        ".nan" | ".NaN" | ".NAN" => return Some(Value::Float(f64::NAN)),
        _ => {}
    }
    let in_base = |digits: &str, base: u32| {
        let digits: String = digits.chars().filter(|char| *char != '_').collect();
        i64::from_str_radix(&digits, base).ok().map(|number| Value::Integer(sign * number))
    };
    if let Some(digits) = digits.strip_prefix("0x") {
        return in_base(digits, 16);
    }
    if let Some(digits) = digits.strip_prefix("0b") {
        return in_base(digits, 2);
    }
    let is_octal = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| matches!(byte, b'0'..=b'7' | b'_'));
    if let Some(rest) = digits.strip_prefix('0').filter(|rest| is_octal(rest)) {
        return in_base(rest, 8);
    }
    decimal(digits, sign).or_else(|| sixties(digits, sign))
}

fn decimal(digits: &str, sign: i64) -> Option<Value> {
    let all = |text: &str, test: fn(u8) -> bool| !text.is_empty() && text.bytes().all(test);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'_' || byte == b',';
    let cleaned: String = digits.chars().filter(|char| !matches!(char, '_' | ',')).collect();
    let leads = digits.starts_with(|char: char| char.is_ascii_digit());
    let Some((whole, fraction)) = digits.split_once('.') else {
        let is_whole = leads && all(digits, is_digit) && (digits == "0" || !digits.starts_with('0'));
        return cleaned.parse::<i64>().ok().filter(|_| is_whole).map(|number| Value::Integer(sign * number));
    };
    let (fraction, exponent) = fraction.split_once(['e', 'E']).unwrap_or((fraction, "+0"));
    let has_digits = leads || fraction.starts_with(|char: char| char.is_ascii_digit());
    let is_float = has_digits
        && (whole.is_empty() || leads && all(whole, is_digit))
        && fraction.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
        && exponent.strip_prefix(['+', '-']).is_some_and(|digits| all(digits, |byte| byte.is_ascii_digit()));
    let number = cleaned.parse::<f64>().ok().filter(|_| is_float)?;
    Some(Value::Float(if sign < 0 { -number } else { number }))
}

/// Numbers to the base of 60, such as `12:30:45`.
fn sixties(digits: &str, sign: i64) -> Option<Value> {
    let parts: Vec<&str> = digits.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let mut number = 0_i64;
    for (position, part) in parts.iter().enumerate() {
        let part_number: i64 = part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        if 0 < position && (59 < part_number || 2 < part.len()) {
            return None;
        }
        number = number.checked_mul(60)?.checked_add(part_number)?;
    }
    Some(Value::Integer(sign * number))
}

fn date(text: &str, zone: &TimeZone) -> Option<Value> {
    let starts_with_year =
        text.get(..5).is_some_and(|year| year.ends_with('-') && year.bytes().take(4).all(|byte| byte.is_ascii_digit()));
    if !starts_with_year {
        return None;
    }
    let parts: Vec<&str> = text.split('-').collect();
    if let [year, month, day] = parts.as_slice() {
        let short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if short(month) && short(day) {
            return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().map(Value::Day);
        }
    }
    let allowed = |char: char| char.is_ascii_digit() || "-:+. \tTtZ".contains(char);
    if text.matches(':').count() < 2 || !text.chars().all(allowed) {
        return None;
    }
    let written = dates::read(text, Quoting::Plain, zone).ok()?;
    Some(Value::Moment(Arc::new(written.instant.to_zoned_datetime(zone.clone()))))
}
