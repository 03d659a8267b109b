//! Times without colons: `20240915T155107Z`, `2024091515`, and an hour alone behind a day, as Ruby reads them.

use super::clock::{Clock, nanoseconds, take_zone};
use super::cursor::Cursor;

/// The time, and the day before it as text.
pub(super) fn find(text: &str) -> Option<(Clock, &str)> {
    let text = text.trim();
    behind_eight_digits(text).or_else(|| hour_alone(text))
}

/// Eight digits of a day, then two, four or six of a time, in one run or with blanks or a `T` between, and no more than a zone behind.
fn behind_eight_digits(text: &str) -> Option<(Clock, &str)> {
    let mut cursor = Cursor::new(text);
    let run = cursor.digits()?;
    let (day, mut time) = run.split_at_checked(8)?;
    if time.is_empty() {
        cursor.skip_blanks();
        cursor.one_of(&['t', 'T']);
        cursor.skip_blanks();
        time = cursor.digits()?;
    }
    let (hour, rest) = time.split_at_checked(2)?;
    let (minute, second) = rest.split_at_checked(2).unwrap_or((rest, ""));
    if !matches!(time.len(), 2 | 4 | 6) {
        return None;
    }
    let mut clock = Clock::of_numbers(hour, minute, second);
    if cursor.one_of(&['.', ',']).is_some() {
        clock.nanosecond = nanoseconds(cursor.digits().unwrap_or_default());
    }
    clock.zone = take_zone(&mut cursor);
    cursor.rest.trim().is_empty().then_some((clock, day))
}

/// `2024-09-15 15` and `2024/09/15 (15)`.
fn hour_alone(text: &str) -> Option<(Clock, &str)> {
    let (day, hour) = text.split_once(char::is_whitespace)?;
    let hour = hour.trim().trim_matches(['(', ')']);
    let is_hour = (1..=2).contains(&hour.len()) && hour.parse::<u8>().is_ok_and(|hour| hour <= 24);
    let is_day = 2 == day.matches(['-', '/', '.']).count() && day.starts_with(|char: char| char.is_ascii_digit());
    (is_hour && is_day).then(|| (Clock::of_numbers(hour, "", ""), day))
}
