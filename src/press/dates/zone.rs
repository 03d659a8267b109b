//! Offsets and names of zones behind a time.

use jiff::tz::Offset;

/// Names of zones that mean one offset each, in minutes. The first dozen are Ruby's (`Time.zone_offset`); the others
/// are names that authors write and that mean one thing only. Ruby reads those in the site's zone.
const NAMES: [(&str, i32); 33] = [
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
    ("AKST", -540),
    ("AKDT", -480),
    ("HST", -600),
    ("WET", 0),
    ("WEST", 60),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("MEZ", 60),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("SAST", 120),
    ("HKT", 480),
    ("SGT", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
];

/// The offset that a zone means: `-0700`, `-07:00`, `-07`, `-7:00`, or a name in any case. `None` for anything else,
/// with which Ruby goes on in the site's zone.
pub(super) fn offset(zone: &str) -> Option<Offset> {
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return named(zone),
    };
    let (hours, minutes) = hours_and_minutes(digits)?;
    if 23 < hours || 59 < minutes {
        return None;
    }
    Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()
}

fn named(zone: &str) -> Option<Offset> {
    let (_, minutes) = NAMES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name))?;
    Offset::from_seconds(minutes * 60).ok()
}

fn hours_and_minutes(digits: &str) -> Option<(i32, i32)> {
    if let Some((hours, minutes)) = digits.split_once(':') {
        // Seconds of an offset, if any, are of no use to anybody.
        let minutes = minutes.split(':').next().filter(|minutes| minutes.len() == 2)?;
        return Some((hours.parse().ok()?, minutes.parse().ok()?));
    }
    match digits.len() {
        2 => Some((digits.parse().ok()?, 0)),
        4 => {
            let (hours, minutes) = digits.split_at(2);
            Some((hours.parse().ok()?, minutes.parse().ok()?))
        }
        _ => None,
    }
}
