//! The time of day in a date.

use jiff::civil::Time;

use super::cursor::{Cursor, runs_of_digits};

/// A time of day as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// The time in short, for messages.
    pub(super) text: String,
    hour: i8,
    minute: i8,
    second: i8,
    nanosecond: i32,
    /// What stands behind it and may name a zone: `-0700`, `EDT`; may be empty.
    pub(super) zone: String,
}

/// The first `h:m`, with what belongs to it, and the text without it.
pub(super) fn find(text: &str) -> (Option<Clock>, String) {
    for start in runs_of_digits(text) {
        let (before, from_here) = text.split_at(start);
        let mut cursor = Cursor::new(from_here);
        if let Some(clock) = take_clock(&mut cursor) {
            return (Some(clock), format!("{before} {}", cursor.rest));
        }
    }
    (None, text.to_owned())
}

/// Whether YAML 1.1 takes a plain text for a timestamp without a zone.
pub(super) fn is_yaml_timestamp(text: &str) -> bool {
    let text = text.trim();
    let Some((day, time)) = text.split_once(['t', 'T', ' ', '\t']) else {
        return false;
    };
    let (time, fraction) = time.trim_start().split_once('.').unwrap_or((time.trim_start(), ""));
    is_digits(fraction, 0..=usize::MAX)
        && matches!(day.split('-').collect::<Vec<_>>().as_slice(), [year, month, day]
            if is_digits(year, 4..=4) && is_digits(month, 1..=2) && is_digits(day, 1..=2))
        && matches!(time.split(':').collect::<Vec<_>>().as_slice(), [hour, minute, second]
            if is_digits(hour, 1..=2) && is_digits(minute, 2..=2) && is_digits(second, 2..=2))
}

impl Clock {
    /// The time, if there is such a one. A leap second counts as the second before it.
    pub(super) fn time(&self) -> Option<Time> {
        let second = if self.second == 60 { 59 } else { self.second };
        Time::new(self.hour, self.minute, second, self.nanosecond).ok()
    }
}

fn take_clock(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let hour = cursor.digits()?;
    let minute = after_colon(cursor)?;
    let second = after_colon(cursor);
    let mut nanosecond = 0;
    if second.is_some() {
        let mut ahead = *cursor;
        if ahead.one_of(&['.', ',']).is_some() {
            nanosecond = nanoseconds(ahead.digits().unwrap_or_default());
            *cursor = ahead;
        }
    }
    let mut clock = Clock {
        text: [hour, minute].join(":"),
        hour: small(hour),
        minute: small(minute),
        second: second.map_or(0, small),
        nanosecond,
        zone: String::new(),
    };
    if let Some(second) = second {
        clock.text = [hour, minute, second].join(":");
    }
    take_half_of_day(cursor, &mut clock);
    clock.zone = take_zone(cursor);
    Some(clock)
}

/// The digits behind the next colon; without any the cursor stays.
fn after_colon<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    let mut ahead = *cursor;
    ahead.skip_blanks();
    ahead.one_of(&[':'])?;
    ahead.skip_blanks();
    let digits = ahead.digits()?;
    *cursor = ahead;
    Some(digits)
}

/// `am` and `pm`.
fn take_half_of_day(cursor: &mut Cursor<'_>, clock: &mut Clock) {
    let mut ahead = *cursor;
    ahead.skip_blanks();
    let word = ahead.take_while(|char| char.is_ascii_alphabetic() || char == '.').to_ascii_lowercase();
    let noon = match word.as_str() {
        "am" | "a.m." => 0,
        "pm" | "p.m." => 12,
        _ => return,
    };
    if (1..=12).contains(&clock.hour) {
        clock.hour = clock.hour % 12 + noon;
        *cursor = ahead;
    }
}

fn take_zone(cursor: &mut Cursor<'_>) -> String {
    let mut ahead = *cursor;
    ahead.skip_blanks();
    let zone = match ahead.one_of(&['+', '-']) {
        Some(sign) => format!("{sign}{}", ahead.take_while(|char| char.is_ascii_digit() || char == ':')),
        None => ahead.take_while(char::is_alphabetic).to_owned(),
    };
    if !zone.is_empty() {
        *cursor = ahead;
    }
    zone
}

/// Nine digits of a fraction.
fn nanoseconds(fraction: &str) -> i32 {
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
    digits.fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'))
}

/// A number of a clock; one that no clock has stays such.
fn small(digits: &str) -> i8 {
    digits.parse().unwrap_or(i8::MAX)
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
