//! Problems of one kind together, the worst first.

use std::collections::BTreeMap;

use crate::press::diagnostic::{Class, Diagnostic};

/// All problems of one kind, in the order of their places.
#[derive(Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The kind.
    pub class: Class,
    /// At least one.
    pub diagnostics: Vec<&'a Diagnostic>,
}

/// Groups problems: the worst first, then the most frequent.
pub fn groups<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Vec<Group<'a>> {
    let mut by_class: BTreeMap<Class, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        by_class.entry(diagnostic.problem.class()).or_default().push(diagnostic);
    }
    let mut groups: Vec<Group<'_>> =
        by_class.into_iter().map(|(class, diagnostics)| Group { class, diagnostics }).collect();
    for group in &mut groups {
        group.diagnostics.sort_by(|one, other| one.place.cmp(&other.place));
    }
    groups.sort_by_key(|group| (group.class.effect, std::cmp::Reverse(group.diagnostics.len())));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::press::diagnostic::{LinkProblem, Position, Problem};

    #[test]
    fn the_worst_comes_first_and_then_the_most_frequent() {
        let at = |path: &str, problem| Diagnostic::new(path, Position::START, problem);
        let link = || Problem::Link(LinkProblem::BrokenLink { target: "x.md".to_owned(), nearest: None });
        let all = [
            at("c", Problem::EmptyFile),
            at("b", link()),
            at("a", link()),
            at("a", Problem::Unparsable),
            at("d", Problem::TooLarge { megabytes: 11, limit: 10 }),
        ];
        let groups = groups(all.iter());
        let shown: Vec<String> = groups
            .iter()
            .map(|group| {
                let paths: Vec<&str> = group.diagnostics.iter().map(|found| found.place.path.as_str()).collect();
                format!("{} {}", group.class.heading, paths.join(","))
            })
            .collect();
        assert_eq!(
            shown,
            [
                "too large to be read d",
                "links to pages that do not exist a,b",
                "texts that are shown as they are written a",
                "empty files c",
            ]
        );
    }
}
