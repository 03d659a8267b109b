//! Where parts of documents are, and when these were written.

use super::bytes::{Damaged, Reader, put_count, put_number};
use super::file_name::FileName;

/// Where a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file with its text.
    pub file: FileName,
    /// The day of its document, as [`day_number`] counts; 0 for pages.
    pub day: u32,
}

/// A number for a day that grows with it. Months are 1 to 12, days 1 to 31.
pub fn day_number(year: u32, month: u32, day: u32) -> u32 {
    (year.min(9999) * 12 + month.min(12).saturating_sub(1)) * 32 + day.min(31)
}

/// The file.
pub fn to_bytes(places: &[Place]) -> Vec<u8> {
    let mut output = Vec::new();
    put_count(&mut output, places.len());
    for place in places {
        place.file.put(&mut output);
        put_number(&mut output, place.day);
    }
    output
}

/// Reads the file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Place>, Damaged> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    let mut places = Vec::with_capacity(count);
    for _ in 0..count {
        places.push(Place { file: FileName::read(&mut reader)?, day: reader.number()? });
    }
    if reader.is_at_end() { Ok(places) } else { Err(Damaged) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(entries: Vec<([u8; 5], u32)>) {
            let place = |(hash, day)| Place { file: FileName::of_hash(hash), day };
            let places: Vec<Place> = entries.into_iter().map(place).collect();
            prop_assert_eq!(read(&to_bytes(&places)), Ok(places));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = read(&bytes);
        }
    }

    #[test]
    fn later_days_have_larger_numbers() {
        let days = [(2023, 12, 31), (2024, 1, 1), (2024, 1, 31), (2024, 2, 1)].map(|(y, m, d)| day_number(y, m, d));
        assert!(days.is_sorted_by(|one, other| one < other));
    }
}
