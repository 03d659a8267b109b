//! What an import did, in words.

use std::fmt;

use super::{Fate, Outcome, Report, What};

/// How many places are named before the rest is only counted.
const NAMED: usize = 10;

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count =
            |is_counted: &dyn Fn(&Outcome) -> bool| self.outcomes.iter().filter(|file| is_counted(file)).count();
        let kinds = [
            (What::Post, "post", "posts"),
            (What::Draft, "draft", "drafts"),
            (What::Page, "page", "pages"),
            (What::Asset, "picture or other file", "pictures and other files"),
            (What::Include, "include", "includes"),
            (What::Data, "data file", "data files"),
        ];
        writeln!(formatter, "Brought over:")?;
        for (what, one, many) in kinds {
            let of_kind = count(&|file| file.what == what && !matches!(file.fate, Fate::Failed(_)));
            if 0 < of_kind {
                writeln!(formatter, "  {of_kind} {}", if of_kind == 1 { one } else { many })?;
            }
        }
        let settings = self.outcomes.iter().find(|file| file.what == What::Settings);
        if settings.is_some_and(|file| matches!(file.fate, Fate::Written | Fate::Replaced | Fate::Same)) {
            writeln!(formatter, "  its settings as lectern.toml")?;
        }
        let same = count(&|file| file.fate == Fate::Same);
        if 0 < same {
            writeln!(formatter, "  ({same} of them were there already)")?;
        }
        let kept = self.outcomes.iter().filter(|file| file.fate == Fate::Kept).map(|file| file.to.clone());
        list(
            formatter,
            "Kept as they are, for they differ from the site's; `--force` replaces them:",
            &kept.collect::<Vec<_>>(),
        )?;
        let failed = self.outcomes.iter().filter_map(|file| match &file.fate {
            Fate::Failed(cause) => Some(format!("{}: {cause}", file.to)),
            Fate::Written | Fate::Replaced | Fate::Same | Fate::Kept => None,
        });
        list(formatter, "Not brought, for the system refused:", &failed.collect::<Vec<_>>())?;
        let left = self.left.iter().map(|left| format!("{}: {}", left.path, left.why));
        list(formatter, "Left behind:", &left.collect::<Vec<_>>())?;
        let problems = self.diagnostics.iter().map(ToString::to_string);
        list(formatter, "In the site's settings and folders:", &problems.collect::<Vec<_>>())?;
        match settings {
            Some(_) => Ok(()),
            None => writeln!(formatter, "A folder of posts has no settings: put the blog's title into lectern.toml."),
        }
    }
}

fn list(formatter: &mut fmt::Formatter<'_>, heading: &str, lines: &[String]) -> fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(formatter, "{heading}")?;
    for line in lines.iter().take(NAMED) {
        writeln!(formatter, "  {line}")?;
    }
    match lines.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => writeln!(formatter, "  and {more} more"),
    }
}
