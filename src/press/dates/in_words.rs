//! Days as the readers of a language write them.
//!
//! Done in the press, by the same data that browsers have: an app that carried the words of all languages would be
//! larger than all the rest of it.

use icu_calendar::preferences::CalendarAlgorithm;
use icu_calendar::{Date, Iso};
use icu_datetime::fieldsets::{M, YMD};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_locale_core::Locale;

use crate::date::Day;

/// Writes days in the words of one language, in the calendar that its readers use. Costly to make: one is enough for all
/// days of a language.
#[derive(Debug)]
pub struct DateWords {
    days: Option<DateTimeFormatter<YMD>>,
    months: Option<DateTimeFormatter<M>>,
}

/// The language of those that nobody knows.
const FALLBACK: &str = "en";

/// What the data says of every month where it knows no language: `M01`, `M02`.
const NO_MONTH_NAME: &str = "M01";

impl DateWords {
    /// The words of a language, by its BCP 47 tag. Where nothing is known of it, English ones.
    pub fn of(lang: &str) -> DateWords {
        let words = DateWords::of_tag(lang);
        if words.are_known() { words } else { DateWords::of_tag(FALLBACK) }
    }

    /// A whole day: `September 15, 2024`, `۲۵ شهریور ۱۴۰۳`.
    pub fn day(&self, day: Day) -> String {
        let words = self.days.as_ref().zip(date(day)).map(|(format, date)| format.format(&date).to_string());
        words.unwrap_or_else(|| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
    }

    /// The name alone of the month that a day is in: `September`, `سپتامبر`. Of the Gregorian calendar in every language,
    /// for archives go by its months.
    pub fn month(&self, day: Day) -> String {
        let words = self.months.as_ref().zip(date(day)).map(|(format, date)| format.format(&date).to_string());
        words.unwrap_or_else(|| format!("{:02}", day.month))
    }

    fn of_tag(lang: &str) -> DateWords {
        let days = DateTimeFormatterPreferences::from(&Locale::try_from_str(lang).unwrap_or(Locale::UNKNOWN));
        let mut months = days;
        months.calendar_algorithm = Some(CalendarAlgorithm::Gregory);
        DateWords {
            days: DateTimeFormatter::try_new(days, YMD::long()).ok(),
            months: DateTimeFormatter::try_new(months, M::long()).ok(),
        }
    }

    fn are_known(&self) -> bool {
        let first_of_a_year = Day { year: 2024, month: 1, day: 1 };
        self.days.is_some() && self.months.is_some() && self.month(first_of_a_year) != NO_MONTH_NAME
    }
}

/// `None` for a day that no calendar has, such as 31 February.
fn date(day: Day) -> Option<Date<Iso>> {
    Date::try_new_iso(i32::try_from(day.year).ok()?, day.month, day.day).ok()
}

#[cfg(test)]
mod tests;
