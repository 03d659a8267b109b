//! One way of sorting for everything that is sorted in the browser: each kind of value that is sorted by itself would add
//! some kilobytes to the download, and a heap is the smallest of all.

use std::collections::BinaryHeap;

/// The places of values in the order of their keys, small ones first; equal ones stay as they are.
pub(super) fn places_by_key(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    let keyed: BinaryHeap<(u64, usize)> = keys.zip(0..).collect();
    keyed.into_sorted_vec().into_iter().map(|(_, place)| place).collect()
}

/// The values in the order of their keys, small ones first; equal ones stay as they are.
pub(super) fn by_key<T>(values: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let places = places_by_key(values.iter().map(key));
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| values.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_stay_in_their_order() {
        let sorted = by_key(vec!["bb", "a", "cc", "b"], |text| u64::try_from(text.len()).unwrap());
        assert_eq!(sorted, ["a", "b", "bb", "cc"]);
    }
}
