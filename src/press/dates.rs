//! Dates as authors write them.
//!
//! Jekyll hands dates to Ruby, which reads nearly anything: a third of all dates in real front matter is no YAML
//! timestamp. What Ruby reads is read here as well, and an instant is the one that Jekyll finds.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

use crate::date::Timestamp;
use crate::press::yaml::Quoting;

mod clock;
mod compact;
mod cursor;
mod day;
pub mod in_words;
mod zone;

/// When a post was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// On its author's clock: the day to show.
    pub timestamp: Timestamp,
    /// On everybody's clock: what to sort by.
    pub instant: jiff::Timestamp,
    clock: DateTime,
    offset: Offset,
}

/// Why some text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// There is no day in it.
    NotADate,
    /// The calendar or the clock does not have it; the text names the part, such as `the day 2024-02-30`.
    Impossible(String),
}

/// Reads a date. `zone` is the site's, for dates that name none.
///
/// Three forms without an offset mean different instants in Jekyll: a plain `2015-01-02 02:00:00` is a YAML timestamp,
/// thus UTC; the same in quotes, or without seconds, is text that Ruby reads in the site's zone; a day alone is its
/// midnight in the site's zone.
pub fn read(text: &str, quoting: Quoting, zone: &TimeZone) -> Result<WrittenDate, DateError> {
    let (found, rest) = match clock::find(text) {
        (None, rest) => compact::find(text).map_or((None, rest), |(clock, rest)| (Some(clock), rest.to_owned())),
        found => found,
    };
    let day = day::find(&rest).ok_or(DateError::NotADate)?;
    let Ok(date) = day.civil() else {
        return Err(DateError::Impossible(format!("the day {day}")));
    };
    let Some(found) = found else {
        return midnight(date, zone).ok_or_else(|| DateError::Impossible(format!("the day {day}")));
    };
    let impossible = || DateError::Impossible(format!("the time {}", found.text));
    let clock = found.on(date).ok_or_else(impossible)?;
    let is_yaml = quoting == Quoting::Plain && clock::is_yaml_timestamp(text.strip_suffix(&found.zone).unwrap_or(text));
    let offset = match (is_yaml, found.zone.as_str()) {
        (true, "") => Some(Offset::UTC),
        (true, written) => zone::yaml_offset(written).or_else(|| zone::offset(written, zone, date.year())),
        (false, written) => zone::offset(written, zone, date.year()),
    };
    let date = match offset {
        Some(offset) => WrittenDate::new(clock, offset),
        None => in_zone(clock, zone),
    };
    date.ok_or_else(impossible)
}

/// Midnight of a day in the site's zone. `None` at the very ends of the calendar.
pub fn midnight(date: Date, zone: &TimeZone) -> Option<WrittenDate> {
    in_zone(date.to_datetime(Time::midnight()), zone)
}

/// An instant on the clocks of the site's zone.
pub fn on_site_clock(instant: jiff::Timestamp, zone: &TimeZone) -> Option<WrittenDate> {
    let offset = zone.to_offset(instant);
    WrittenDate::new(offset.to_datetime(instant), offset)
}

impl WrittenDate {
    /// The author's clock.
    pub fn clock(&self) -> DateTime {
        self.clock
    }

    /// How far the author's clock is ahead of universal time.
    pub fn offset(&self) -> Offset {
        self.offset
    }

    /// The clock in a zone at this instant.
    pub fn clock_in(&self, zone: &TimeZone) -> DateTime {
        zone.to_datetime(self.instant)
    }

    fn new(clock: DateTime, offset: Offset) -> Option<WrittenDate> {
        let instant = offset.to_timestamp(clock).ok()?;
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let text = format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            clock.year(),
            clock.month(),
            clock.day(),
            clock.hour(),
            clock.minute(),
            clock.second(),
            minutes.abs() / 60,
            minutes.abs() % 60,
        );
        Some(WrittenDate { timestamp: Timestamp::parse(&text)?, instant, clock, offset })
    }
}

/// A time on the zone's clocks. Where they are turned, what Ruby takes too: the time after a gap, the first in a fold.
fn in_zone(clock: DateTime, zone: &TimeZone) -> Option<WrittenDate> {
    on_site_clock(zone.to_timestamp(clock).ok()?, zone)
}

#[cfg(test)]
mod tests;
