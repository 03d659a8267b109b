//! The time of day in a date.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::cursor::{Cursor, runs_of_digits};

/// A time of day as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// The time in short, for messages.
    pub(super) text: String,
    hour: i8,
    minute: i8,
    second: i8,
    /// Below a second.
    pub(super) nanosecond: i32,
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
    /// A time of digits alone.
    pub(super) fn of_numbers(hour: &str, minute: &str, second: &str) -> Clock {
        Clock {
            text: [hour, minute, second].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(":"),
            hour: small(hour),
            minute: if minute.is_empty() { 0 } else { small(minute) },
            second: if second.is_empty() { 0 } else { small(second) },
            nanosecond: 0,
            zone: String::new(),
        }
    }

    /// The time on a day, if there is such a one. As in Ruby, 24:00 and a leap second are of the next day and minute.
    pub(super) fn on(&self, day: Date) -> Option<DateTime> {
        let is_end_of_day = (self.hour, self.minute, self.second) == (24, 0, 0);
        let exists = matches!((self.hour, self.minute, self.second), (0..=23, 0..=59, 0..=60));
        if !exists && !is_end_of_day {
            return None;
        }
        let seconds = (i64::from(self.hour) * 60 + i64::from(self.minute)) * 60 + i64::from(self.second);
        let after_midnight = SignedDuration::new(seconds, self.nanosecond);
        day.to_datetime(Time::midnight()).checked_add(after_midnight).ok()
    }
}

fn take_clock(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let hour = cursor.digits()?;
    let mut ahead = *cursor;
    let Some(minute) = after_colon(&mut ahead) else {
        return take_hour(cursor, hour);
    };
    *cursor = ahead;
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

/// An hour with `h` behind it and perhaps minutes, or with its half of the day: `15h30`, `3 pm`.
fn take_hour(cursor: &mut Cursor<'_>, hour: &str) -> Option<Clock> {
    let mut clock =
        Clock { text: hour.to_owned(), hour: small(hour), minute: 0, second: 0, nanosecond: 0, zone: String::new() };
    let mut ahead = *cursor;
    if ahead.one_of(&['h']).is_some() {
        let minute = ahead.digits();
        if ahead.rest.starts_with(char::is_alphabetic) {
            return None;
        }
        clock.minute = minute.map_or(0, small);
        clock.text = [hour, minute.unwrap_or("00")].join(":");
    } else if !take_half_of_day(&mut ahead, &mut clock) {
        return None;
    }
    clock.zone = take_zone(&mut ahead);
    *cursor = ahead;
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

/// `am` and `pm`. Says whether there is such a word.
fn take_half_of_day(cursor: &mut Cursor<'_>, clock: &mut Clock) -> bool {
    let mut ahead = *cursor;
    ahead.skip_blanks();
    let word = ahead.take_while(|char| char.is_ascii_alphabetic() || char == '.').to_ascii_lowercase();
    let noon = match word.as_str() {
        "am" | "a.m." => 0,
        "pm" | "p.m." => 12,
        _ => return false,
    };
    let is_half = (1..=12).contains(&clock.hour);
    if is_half {
        clock.hour = clock.hour % 12 + noon;
        *cursor = ahead;
    }
    is_half
}

/// What stands behind a time and may name a zone.
pub(super) fn take_zone(cursor: &mut Cursor<'_>) -> String {
    let mut ahead = *cursor;
    ahead.skip_blanks();
    let zone = match ahead.one_of(&['+', '-']) {
        Some(sign) => format!("{sign}{}", ahead.take_while(|char| char.is_ascii_digit() || char == ':')),
        // A name with digits behind it, as `UTC+2`, is one that Ruby does not know.
        None => match ahead.take_while(char::is_alphabetic) {
            "" => String::new(),
            name => format!("{name}{}", ahead.take_while(|char| char.is_ascii_digit() || "+-:".contains(char))),
        },
    };
    if !zone.is_empty() {
        *cursor = ahead;
    }
    zone
}

/// Nine digits of a fraction.
pub(super) fn nanoseconds(fraction: &str) -> i32 {
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
