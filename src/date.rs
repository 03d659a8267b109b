//! The day and the instant of a post, as its author wrote them.

use serde::{Deserialize, Serialize};

/// An instant with the offset its author wrote, as RFC 3339: `2024-09-15T15:51:07-07:00`.
///
/// The day shown is the author's own, never the reader's, so this keeps the text and not a point in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp {
    text: String,
    day: Day,
}

/// A day of the civil calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// 0 to 9999.
    pub year: i16,
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
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
        let day = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
        Some(Day { year, month, day })
    }

    /// How a reader reads it: `15 September 2024`.
    pub fn in_words(self) -> String {
        let month = MONTHS.get(usize::from(self.month) - 1).unwrap_or(&"");
        format!("{} {month} {}", self.day, self.year)
    }
}

impl TryFrom<String> for Timestamp {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Timestamp, &'static str> {
        Timestamp::parse(&text).ok_or("not an RFC 3339 date")
    }
}

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
