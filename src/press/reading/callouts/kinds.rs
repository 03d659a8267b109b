//! The kinds of callouts: GitHub's five, and those of Obsidian with all their other names.

/// How a callout looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Look {
    /// Something worth knowing.
    Note,
    /// Something that helps.
    Tip,
    /// Something that must not be missed.
    Important,
    /// Something that may go wrong.
    Warning,
    /// Something that does harm.
    Caution,
}

impl Look {
    /// The end of its class.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Look::Note => "note",
            Look::Tip => "tip",
            Look::Important => "important",
            Look::Warning => "warning",
            Look::Caution => "caution",
        }
    }
}

/// The look of a kind, and its title, by its name in any case. `None` for a name that nobody knows.
pub(super) fn kind(name: &str) -> Option<(Look, &'static str)> {
    let name = name.to_ascii_lowercase();
    KINDS.iter().find(|(known, ..)| *known == name).map(|(_, look, title)| (*look, *title))
}

const KINDS: [(&str, Look, &str); 27] = [
    ("note", Look::Note, "Note"),
    ("abstract", Look::Note, "Abstract"),
    ("summary", Look::Note, "Summary"),
    ("tldr", Look::Note, "TL;DR"),
    ("info", Look::Note, "Info"),
    ("todo", Look::Note, "To do"),
    ("question", Look::Note, "Question"),
    ("help", Look::Note, "Help"),
    ("faq", Look::Note, "FAQ"),
    ("example", Look::Note, "Example"),
    ("quote", Look::Note, "Quote"),
    ("cite", Look::Note, "Quote"),
    ("tip", Look::Tip, "Tip"),
    ("hint", Look::Tip, "Hint"),
    ("success", Look::Tip, "Success"),
    ("check", Look::Tip, "Check"),
    ("done", Look::Tip, "Done"),
    ("important", Look::Important, "Important"),
    ("warning", Look::Warning, "Warning"),
    ("attention", Look::Warning, "Attention"),
    ("caution", Look::Caution, "Caution"),
    ("danger", Look::Caution, "Danger"),
    ("error", Look::Caution, "Error"),
    ("failure", Look::Caution, "Failure"),
    ("fail", Look::Caution, "Failure"),
    ("missing", Look::Caution, "Missing"),
    ("bug", Look::Caution, "Bug"),
];
