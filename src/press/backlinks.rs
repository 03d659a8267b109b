//! Which documents link to a document.

use std::collections::{BTreeSet, HashMap};

/// For each document the positions of those that link to it, in their order: with the newest posts first, that order is
/// theirs. `places` are the addresses of the documents on the site, decoded; `linked`, for each in the same order, the
/// addresses that its text links. A document that links to itself is not told of.
pub fn backlinks<'a>(places: &[&str], linked: impl Iterator<Item = &'a BTreeSet<String>>) -> Vec<Vec<usize>> {
    let positions: HashMap<&str, usize> =
        places.iter().enumerate().map(|(position, place)| (*place, position)).collect();
    let mut backlinks = vec![Vec::new(); places.len()];
    for (from, linked) in linked.enumerate() {
        let targets = linked.iter().filter_map(|place| positions.get(place.as_str()));
        for target in targets.filter(|target| **target != from) {
            if let Some(backlinks) = backlinks.get_mut(*target) {
                backlinks.push(from);
            }
        }
    }
    backlinks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(places: &[&str]) -> BTreeSet<String> {
        places.iter().map(|place| (*place).to_owned()).collect()
    }

    #[test]
    fn turns_links_around() {
        let places = ["/c/", "/b/", "/a/", "/about/"];
        let linked =
            [linked(&["/a/", "/c/", "/gone/"]), linked(&["/a/", "/assets/x.png"]), linked(&[]), linked(&["/c/"])];
        assert_eq!(backlinks(&places, linked.iter()), [vec![3], vec![], vec![0, 1], vec![]]);
        assert_eq!(backlinks(&[], [].iter()), Vec::<Vec<usize>>::new());
    }
}
