//! Time zones by name.

use jiff::tz::{self, TimeZone};

use crate::press::diagnostic::Problem;
use crate::press::nearest_name::likeness;

/// How like a name must be to be meant.
const LIKE_ENOUGH: f64 = 0.8;

/// Finds a zone of the IANA database.
pub(super) fn read(name: &str) -> Result<TimeZone, Problem> {
    TimeZone::get(name.trim())
        .map_err(|_| Problem::UnknownTimeZone { name: name.to_owned(), nearest: nearest(name.trim()) })
}

/// The zone that was probably meant, also if only the city is given. Abbreviations such as `PST` are too short to tell.
fn nearest(name: &str) -> Option<String> {
    if name.chars().count() < 5 {
        return None;
    }
    let name = name.replace(' ', "_");
    let rated = tz::db().available().map(|zone| {
        let zone = zone.as_str().to_owned();
        let city = zone.rsplit('/').next().unwrap_or_default();
        (likeness(&name, &zone).max(likeness(&name, city)), zone)
    });
    let (rating, zone) = rated.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (LIKE_ENOUGH <= rating).then_some(zone)
}
