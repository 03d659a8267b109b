//! What a plain text means in Ruby's YAML: a truth value, a number, a date or itself.

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
    /// A day or a timestamp, as written.
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

fn plain(text: &str) -> Scalar<'_> {
    match text {
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => return Scalar::Truth(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => return Scalar::Truth(false),
        ".inf" | ".Inf" | ".INF" | "+.inf" => return Scalar::Float(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => return Scalar::Float(f64::NEG_INFINITY),
        ".nan" | ".NaN" | ".NAN" => return Scalar::Float(f64::NAN),
        _ => {}
    }
    if is_date(text) {
        return Scalar::Date(text);
    }
    integer(text).map(Scalar::Integer).or_else(|| float(text).map(Scalar::Float)).unwrap_or(Scalar::Text(text))
}

/// `12`, `-1_000`, `1,000`, `0x1f`, `0b1` and, with a zero before it, octal `017`.
fn integer(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (radix, digits) = match digits {
        "0" => (10, digits),
        _ => ["0x", "0b", "0"]
            .into_iter()
            .zip([16, 2, 8])
            .find_map(|(prefix, radix)| Some((radix, digits.strip_prefix(prefix)?)))
            .unwrap_or((10, digits)),
    };
    if !digits.starts_with(|char: char| char.is_digit(radix)) {
        return None;
    }
    let digits: String = digits.chars().filter(|char| !matches!(char, '_' | ',')).collect();
    i64::from_str_radix(&format!("{sign}{digits}"), radix).ok()
}

/// `1.5`, `.5`, `1.`, `1.0e+3`; there must be a point, and a sign behind the `e`.
fn float(text: &str) -> Option<f64> {
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(before, after)| (before, Some(after)));
    let (whole, fraction) = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa).split_once('.')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = whole.is_empty() || whole.starts_with(|char: char| char.is_ascii_digit());
    let is_exponent = |text: &str| text.strip_prefix(['-', '+']).is_some_and(|text| !text.is_empty() && digits(text));
    if !is_whole || whole.is_empty() && fraction.is_empty() || !digits(fraction) || !exponent.is_none_or(is_exponent) {
        return None;
    }
    let number: String = text.chars().filter(|char| !matches!(char, '_' | ',')).collect();
    number.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Four digits, a hyphen and what follows in dates.
fn is_date(text: &str) -> bool {
    let (day, rest) =
        text.split_at_checked(text.find(['t', 'T', ' ', '\t']).unwrap_or(text.len())).unwrap_or((text, ""));
    let is_number =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = matches!(day.split('-').collect::<Vec<_>>().as_slice(), [year, month, day]
        if year.len() == 4 && is_number(year, 4) && is_number(month, 2) && is_number(day, 2));
    let time = rest.trim_start_matches(['t', 'T', ' ', '\t']);
    let clock: Vec<&str> = time.splitn(3, ':').collect();
    is_day
        && (rest.is_empty()
            || matches!(clock.as_slice(), [hour, minute, second]
        if is_number(hour, 2) && is_number(minute, 2) && second.starts_with(|char: char| char.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `ruby -ryaml` has it.
    #[test]
    fn means_what_ruby_reads() {
        for (text, meaning) in [
            ("yes", Scalar::Truth(true)),
            ("Off", Scalar::Truth(false)),
            ("y", Scalar::Text("y")),
            ("12", Scalar::Integer(12)),
            ("-1_000", Scalar::Integer(-1000)),
            ("1,000", Scalar::Integer(1000)),
            ("007", Scalar::Integer(7)),
            ("08", Scalar::Text("08")),
            ("0", Scalar::Integer(0)),
            ("0x1F", Scalar::Integer(31)),
            ("1.50", Scalar::Float(1.5)),
            (".5", Scalar::Float(0.5)),
            ("1.0e+3", Scalar::Float(1000.0)),
            ("1.", Scalar::Float(1.0)),
            ("1e3", Scalar::Text("1e3")),
            ("1.2.3", Scalar::Text("1.2.3")),
            ("-", Scalar::Text("-")),
            ("--1.0", Scalar::Text("--1.0")),
            ("2024-09-15", Scalar::Date("2024-09-15")),
            ("2024-09-15 15:51:07 -0700", Scalar::Date("2024-09-15 15:51:07 -0700")),
            ("2024-09-15 15:51", Scalar::Text("2024-09-15 15:51")),
            ("2024-09", Scalar::Text("2024-09")),
            ("99999999999999999999", Scalar::Text("99999999999999999999")),
        ] {
            assert_eq!(scalar(&Value::Text(text.to_owned(), Quoting::Plain)), Some(meaning), "{text}");
            assert_eq!(scalar(&Value::Text(text.to_owned(), Quoting::Quoted)), Some(Scalar::Text(text)), "{text}");
        }
        assert_eq!(scalar(&Value::Null), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*", number in "[0-9.,_:eTx +-]{0,12}") {
            plain(&text);
            plain(&number);
        }
    }
}
