//! Offsets and names of zones behind a time.

use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};

/// Names of zones that mean one offset each wherever the site is, in minutes (Ruby's `Time.zone_offset`).
const NAMES: [(&str, i32); 12] = [
    ("UTC", 0),
    ("Z", 0),
    ("UT", 0),
    ("GMT", 0),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

/// The offset that a zone means: `-0700`, `-07:00`, `-07`, or a name in any case. Other names than those that Ruby knows
/// mean something if they are what the site's own zone is called in winter or in summer of the year: `CEST` in Berlin.
/// `None` for anything else, with which Ruby goes on in the site's zone.
pub(super) fn offset(zone: &str, site: &TimeZone, year: i16) -> Option<Offset> {
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return named(zone).or_else(|| own_name(zone, site, year)),
    };
    let (hours, minutes) = hours_and_minutes(digits)?;
    if 23 < hours || 59 < minutes {
        return None;
    }
    Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()
}

/// The offset of a YAML timestamp, in which the hour may have one digit: `-5`, `+5:30`.
pub(super) fn yaml_offset(zone: &str) -> Option<Offset> {
    let digits = zone.strip_prefix(['+', '-'])?;
    let sign = zone.strip_suffix(digits)?;
    let (hours, minutes) = digits.split_once(':').unwrap_or(match digits.len() {
        4 => digits.split_at_checked(2)?,
        _ => (digits, ""),
    });
    let padded = if hours.len() == 1 { format!("{sign}0{hours}{minutes}") } else { format!("{sign}{hours}{minutes}") };
    offset(&padded, &TimeZone::UTC, 0)
}

fn named(zone: &str) -> Option<Offset> {
    let (_, minutes) = NAMES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name))?;
    Offset::from_seconds(minutes * 60).ok()
}

fn own_name(zone: &str, site: &TimeZone, year: i16) -> Option<Offset> {
    [1, 7].into_iter().find_map(|month| {
        let midnight = Date::new(year, month, 1).ok()?.to_datetime(Time::midnight());
        let info = site.to_offset_info(site.to_timestamp(midnight).ok()?);
        let is_called = info.abbreviation().eq_ignore_ascii_case(zone);
        is_called.then(|| info.offset())
    })
}

/// Seconds of an offset, if any, are of no use to anybody.
fn hours_and_minutes(digits: &str) -> Option<(i32, i32)> {
    let mut parts = digits.split(':').flat_map(|part| {
        let (first, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        [first, rest].into_iter().filter(|part| !part.is_empty())
    });
    let mut next = || parts.next().map(|part| part.parse().ok().filter(|_| part.len() == 2));
    Some((next()??, next().unwrap_or(Some(0))?))
}
