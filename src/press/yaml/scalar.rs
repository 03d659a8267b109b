//! What a plain text means in Ruby's YAML: a truth value, a number, a date or itself.

use jiff::civil::Date;

use super::{Quoting, Value};

/// A text by its meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// `true`, `yes` and `on`, and their opposites.
    Truth(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// A day of the calendar or a timestamp, as written.
    Date(&'a str),
    /// Anything else, and whatever stands in quotes.
    Text(&'a str),
}

/// The meaning of a text. `None` for what is no text.
pub fn scalar(value: &Value) -> Option<Scalar<'_>> {
    match value {
        Value::Text(text, Quoting::Plain) => Some(plain(text)),
        Value::Text(text, Quoting::Quoted) => Some(Scalar::Text(text)),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

/// A number or a truth value as Ruby prints it: `1.10` is `1.1`. `None` for all else.
pub fn printed(value: &Value) -> Option<String> {
    match scalar(value)? {
        Scalar::Truth(truth) => Some(truth.to_string()),
        Scalar::Integer(number) => Some(number.to_string()),
        Scalar::Float(number) => Some(format!("{number:?}")),
        Scalar::Date(_) | Scalar::Text(_) => None,
    }
}

fn plain(text: &str) -> Scalar<'_> {
    if !text.starts_with(|char: char| char.is_ascii_digit() || matches!(char, '+' | '-' | '.')) {
        return truth(text).map_or(Scalar::Text(text), Scalar::Truth);
    }
    if is_day(text) || is_moment(text) {
        return Scalar::Date(text);
    }
    let number = integer(text).or_else(|| float(text)).or_else(|| infinite(text)).or_else(|| sixties(text));
    number.unwrap_or(Scalar::Text(text))
}

fn truth(text: &str) -> Option<bool> {
    let is_one_of = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    match () {
        () if is_one_of(["true", "yes", "on"]) => Some(true),
        () if is_one_of(["false", "no", "off"]) => Some(false),
        () => None,
    }
}

/// `12`, `-1_000`, `1,000`, `0x1f`, `0b1` and, with a zero before it, octal `017`.
fn integer<'a>(text: &str) -> Option<Scalar<'a>> {
    let (sign, digits) = signed(text);
    let (radix, digits) = [("0x", 16), ("0b", 2), ("0", 8)]
        .into_iter()
        .find_map(|(prefix, radix)| Some((radix, digits.strip_prefix(prefix)?)).filter(|(_, rest)| !rest.is_empty()))
        .unwrap_or((10, digits));
    if radix == 10 && !(digits == "0" || is_grouped(digits)) {
        return None;
    }
    let digits = without_separators(digits);
    match (digits.is_empty(), radix) {
        (true, 8) => Some(Scalar::Integer(0)),
        _ => i64::from_str_radix(&format!("{sign}{digits}"), radix).ok().map(Scalar::Integer),
    }
}

/// `1.5`, `.5`, `1.`, `1.0e+3`; there must be a point, and a sign behind the `e`.
fn float<'a>(text: &str) -> Option<Scalar<'a>> {
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(before, after)| (before, Some(after)));
    let (whole, fraction) = signed(mantissa).1.split_once('.')?;
    let is_whole = whole.is_empty() || is_number_with_separators(whole);
    let is_exponent = |text: &str| text.strip_prefix(['-', '+']).is_some_and(|text| !text.is_empty() && digits(text));
    if !is_whole || whole.is_empty() && fraction.is_empty() || !digits(fraction) || !exponent.is_none_or(is_exponent) {
        return None;
    }
    without_separators(text).parse().ok().filter(|number: &f64| number.is_finite()).map(Scalar::Float)
}

fn infinite<'a>(text: &str) -> Option<Scalar<'a>> {
    let number = match text.to_ascii_lowercase().as_str() {
        ".inf" | "+.inf" => f64::INFINITY,
        "-.inf" => f64::NEG_INFINITY,
        ".nan" => f64::NAN,
        _ => return None,
    };
    Some(Scalar::Float(number))
}

/// Numbers to the base of 60: `1:30` is 90, as YAML has it, and as Jekyll's own reader (SafeYAML) does. Ruby's multiplies
/// two parts as if they were the first two of three.
fn sixties<'a>(text: &str) -> Option<Scalar<'a>> {
    let (sign, number) = signed(text);
    let (number, fraction) = number.split_once('.').map_or((number, None), |(number, after)| (number, Some(after)));
    let parts: Vec<&str> = number.split(':').collect();
    let (first, further) = parts.split_first()?;
    let is_below_sixty =
        |part: &&str| part.len() <= 2 && digits(part) && part.parse::<u8>().is_ok_and(|part| part < 60);
    if !(1..=2).contains(&further.len()) || first.contains(',') || !is_number_with_separators(first) {
        return None;
    }
    if !further.iter().all(is_below_sixty) || !fraction.is_none_or(|part| digits(&without_separators(part))) {
        return None;
    }
    let mut sum: i64 = without_separators(first).parse().ok()?;
    for part in further {
        sum = sum.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let whole = format!("{sign}{sum}");
    match fraction {
        None => whole.parse().ok().map(Scalar::Integer),
        Some(fraction) => format!("{whole}.{}", without_separators(fraction)).parse().ok().map(Scalar::Float),
    }
}

/// A sign, and what is behind it.
fn signed(text: &str) -> (&'static str, &str) {
    match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_number_with_separators(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit()) && digits(&without_separators(text))
}

/// Digits, perhaps in groups: one separator between two of them, none at the ends.
fn is_grouped(text: &str) -> bool {
    !text.starts_with('0') && text.split(['_', ',']).all(|group| !group.is_empty() && digits(group))
}

fn without_separators(text: &str) -> String {
    text.chars().filter(|char| !matches!(char, '_' | ',')).collect()
}

/// `2024-9-5`, if the calendar has it.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number = |part: &str| (part.len() <= 2 && digits(part)).then(|| part.parse::<i8>().ok()).flatten();
    let date = || Date::new(year.parse().ok()?, number(month)?, number(day)?).ok();
    year.len() == 4 && digits(year) && date().is_some()
}

/// A day, a time with seconds, perhaps with a fraction, and perhaps a zone.
fn is_moment(text: &str) -> bool {
    let is_number = |part: &str, most: usize| (1..=most).contains(&part.len()) && digits(part);
    let Some(at) = text.find(['t', 'T', ' ', '\t']) else { return false };
    let (day, rest) = text.split_at(at);
    let is_day = matches!(day.split('-').collect::<Vec<_>>().as_slice(), [year, month, day]
        if year.len() == 4 && digits(year) && is_number(month, 2) && is_number(day, 2));
    let time = rest.strip_prefix(['t', 'T']).unwrap_or_else(|| rest.trim_start());
    let end = time.find(|char: char| !(char.is_ascii_digit() || char == ':')).unwrap_or(time.len());
    let (clock, behind) = time.split_at(end);
    let is_clock = matches!(clock.split(':').collect::<Vec<_>>().as_slice(), [hour, minute, second]
        if is_number(hour, 2) && minute.len() == 2 && digits(minute) && second.len() == 2 && digits(second));
    let behind =
        behind.strip_prefix('.').map_or(behind, |after| after.trim_start_matches(|char: char| char.is_ascii_digit()));
    is_day && is_clock && is_zone(behind.trim_start())
}

/// `Z`, `-7`, `-0700`, `-07:00` or nothing.
fn is_zone(text: &str) -> bool {
    let Some(hours) = text.strip_prefix(['+', '-']) else { return matches!(text, "" | "Z") };
    let (hours, minutes) = match hours.split_once(':') {
        Some(parts) => parts,
        None => {
            hours.split_at_checked(hours.len().saturating_sub(2)).filter(|_| 2 < hours.len()).unwrap_or((hours, ""))
        }
    };
    (1..=2).contains(&hours.len()) && digits(hours) && matches!(minutes.len(), 0 | 2) && digits(minutes)
}

#[cfg(test)]
mod tests;
