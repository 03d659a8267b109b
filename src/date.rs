//! The day and the instant of a post, as its author wrote them.

use crate::data::{Data, IsEmpty, Source};

/// An instant with the offset its author wrote, as RFC 3339: `2024-09-15T15:51:07-07:00`.
///
/// The day shown is the author's own, never the reader's, so this keeps the text and not a point in time.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(into = "String")]
pub struct Timestamp {
    text: String,
    day: Day,
}

/// A day of the civil calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// 0 to 9999. As wide as all numbers that are shown, so that the app can show but one kind.
    pub year: u32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Timestamp {
    /// Reads RFC 3339 text. Only the day is taken apart; the press, which writes these, checks the rest.
    pub fn parse(text: &str) -> Option<Timestamp> {
        Some(Timestamp { day: Day::parse(text.get(..10)?)?, text: text.to_owned() })
    }

    /// The whole text, for `<time datetime>` and for machines.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The author's day.
    pub fn day(&self) -> Day {
        self.day
    }
}

impl Day {
    /// Reads `2024-09-15`.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        let digit = |position: usize| bytes.get(position).filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0');
        let two = |position| Some(digit(position)? * 10 + digit(position + 1)?);
        let year = u32::from(two(0)?) * 100 + u32::from(two(2)?);
        let month = two(5).filter(|month| (1..=12).contains(month))?;
        let day = two(8).filter(|day| (1..=31).contains(day))?;
        let is_dashed = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        is_dashed.then_some(Day { year, month, day })
    }

    /// How a reader reads it: `15 September 2024`.
    pub fn in_words(self) -> String {
        let month = MONTHS.get(usize::from(self.month) - 1).unwrap_or(&"");
        format!("{} {month} {}", u32::from(self.day), self.year)
    }
}

impl Data for Timestamp {
    fn read<S: Source>(source: &S) -> Timestamp {
        let text = String::read(source);
        Timestamp::parse(&text).unwrap_or_else(|| {
            source.mismatch();
            Timestamp { text, day: Day { year: 0, month: 1, day: 1 } }
        })
    }
}

impl IsEmpty for Timestamp {}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> String {
        timestamp.text
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_authors_whatever_the_offset() {
        let late = Timestamp::parse("2024-09-15T23:51:07-07:00").expect("a date");
        assert_eq!(late.day().in_words(), "15 September 2024");
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in ["", "2024", "2024-13-01T00:00:00Z", "2024-00-01T", "2024-01-32T", "éééééé2024-01"] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
