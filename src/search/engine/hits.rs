//! Documents as hits: title, sections, excerpts.

use super::excerpt::{Marker, Marks};
use super::matching::{Blog, Matches, Trouble};
use super::neighbors::text_of;
use crate::search::answer::{Hit, HitSection};
use crate::search::order::by_key;
use crate::search::unit::{Unit, UnitSection};

/// So many sections of a document are told.
const MOST_SECTIONS: usize = 3;

/// The hits of documents, in their order.
pub(super) fn hits(
    blog: &Blog<'_>,
    matches: &Matches,
    documents: &[u32],
    marker: &Marker,
) -> Result<Vec<Hit>, Trouble> {
    let units: Vec<Option<&Unit>> =
        documents.iter().map(|document| text_of(blog, best_unit(blog, matches, *document))).collect();
    let units: Vec<&Unit> = units.into_iter().collect::<Option<_>>().ok_or(Trouble::Lacking)?;
    Ok(units.into_iter().filter(|unit| !unit.path.is_empty()).map(|unit| hit(unit, marker)).collect())
}

/// The part of a document that fits best, the first of equals.
fn best_unit(blog: &Blog<'_>, matches: &Matches, document: u32) -> u32 {
    let first = blog.documents.partition_point(|of_unit| *of_unit < document);
    let own = blog.documents.iter().skip(first).take_while(|of_unit| **of_unit == document).count();
    let scores = (first..first + own).map(|unit| matches.of_units.get(unit).copied().unwrap_or_default());
    let best = (first..).zip(scores).max_by_key(|(unit, score)| (*score, std::cmp::Reverse(*unit)));
    best.and_then(|(unit, _)| u32::try_from(unit).ok()).unwrap_or_default()
}

fn hit(unit: &Unit, marker: &Marker) -> Hit {
    let title = marker.marks(&unit.title);
    let mut sections: Vec<(u32, &UnitSection, Marks, Marks)> = Vec::new();
    for section in &unit.sections {
        let (heading, text) = (marker.marks(&section.heading), marker.marks(&section.text));
        let worth = marker.worth(heading.mask() | text.mask()) * 16 + (heading.count() + text.count()).min(8);
        sections.push((worth, section, heading, text));
    }
    let sections = by_key(sections, |(worth, ..)| u64::from(u32::MAX - worth));
    let best = sections.first().map_or(0, |(worth, ..)| *worth);
    // A section with few of the words adds little to one that has them.
    let told =
        sections.iter().enumerate().filter(|(place, (worth, ..))| *place == 0 || (0 < *worth && best / 2 <= *worth));
    let sections = told.take(MOST_SECTIONS).map(|(_, (_, section, heading, text))| HitSection {
        heading: if section.heading.is_empty() { Vec::new() } else { heading.pieces(&section.heading) },
        anchor: section.anchor.clone(),
        excerpt: text.excerpt(&section.text, marker),
    });
    Hit {
        path: unit.path.clone(),
        title: title.pieces(&unit.title),
        day: unit.day.clone(),
        lang: unit.lang.clone(),
        sections: sections.collect(),
    }
}
