//! The day in a date.

use std::fmt;

use jiff::Span;
use jiff::civil::Date;

use super::cursor::{Cursor, runs_of_digits};

/// Year, month and day as written; perhaps none of the calendar's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    year: i16,
    month: i8,
    day: i8,
}

/// Looks for a day in the forms that Ruby knows: with a month's name (`June 23, 2020`, `23 June 2020`), with hyphens,
/// slashes or dots (year first, or last if it has four digits), and eight digits.
pub(super) fn find(text: &str) -> Option<Written> {
    with_month_name(text)
        .or_else(|| with_separator(text, '-'))
        .or_else(|| with_separator(text, '/'))
        .or_else(|| with_separator(text, '.'))
        .or_else(|| eight_digits(text))
}

impl Written {
    /// The day of the calendar, if there is such a one. As in Ruby, the 30th of February is in March.
    pub(super) fn civil(self) -> Result<Date, jiff::Error> {
        if !(29..=31).contains(&self.day) {
            return Date::new(self.year, self.month, self.day);
        }
        Date::new(self.year, self.month, 1)?.checked_add(Span::new().days(i64::from(self.day) - 1))
    }

    fn new(year: &str, month: i8, day: &str) -> Option<Written> {
        let number: i16 = year.parse().ok()?;
        // As Ruby: 69 to 99 are of the last century.
        let century = match number {
            _ if year.len() != 2 => 0,
            69.. => 1900,
            _ => 2000,
        };
        Some(Written { year: number + century, month, day: day.parse().ok()? })
    }
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn with_month_name(text: &str) -> Option<Written> {
    let words = words(text);
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words.get(at)?)?;
    let before = at.checked_sub(1).and_then(|at| words.get(at)).and_then(|word| number(word));
    let mut after = words.iter().skip(at + 1).filter_map(|word| number(word));
    match before {
        Some(year) if 2 < year.len() => Written::new(year, month, after.next()?),
        Some(day) => Written::new(after.next()?, month, day),
        None => match (after.next()?, after.next()) {
            (day, Some(year)) => Written::new(year, month, day),
            (year, None) if year.len() == 4 => Written::new(year, month, "1"),
            _ => None,
        },
    }
}

/// Runs of letters and digits, `23rd` being one. The `of` of `23rd of June` is none.
fn words(text: &str) -> Vec<&str> {
    text.split(|char: char| !char.is_alphanumeric()).filter(|word| !matches!(*word, "" | "of")).collect()
}

/// A month's number by its name or the first three letters of it at the least.
fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|name| 3 <= word.len() && name.starts_with(&word))?;
    i8::try_from(at + 1).ok()
}

/// The digits of `23` and `23rd`.
fn number(word: &str) -> Option<&str> {
    let mut cursor = Cursor::new(word);
    let digits = cursor.digits()?;
    matches!(cursor.rest, "" | "st" | "nd" | "rd" | "th").then_some(digits)
}

fn with_separator(text: &str, separator: char) -> Option<Written> {
    runs_of_digits(text).find_map(|start| {
        let mut cursor = Cursor::new(text.get(start..)?);
        let first = cursor.digits()?;
        cursor.one_of(&[separator])?;
        let month = cursor.digits()?;
        cursor.one_of(&[separator])?;
        let last = cursor.digits()?;
        let year_is_last = first.len() <= 2 && 2 < last.len();
        let (year, day) = if year_is_last { (last, first) } else { (first, last) };
        Written::new(year, month.parse().ok()?, day)
    })
}

fn eight_digits(text: &str) -> Option<Written> {
    runs_of_digits(text).find_map(|start| {
        let digits = Cursor::new(text.get(start..)?).digits().filter(|digits| digits.len() == 8)?;
        let (year, rest) = digits.split_at(4);
        let (month, day) = rest.split_at(2);
        Written::new(year, month.parse().ok()?, day)
    })
}
