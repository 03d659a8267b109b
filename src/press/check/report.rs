//! What a person reads.

use std::fmt::{self, Write};
use std::path::Path;

use super::groups::{Group, groups};
use super::handled::Feature;
use super::{Checked, Tally};
use crate::press::diagnostic::{Diagnostic, Effect};
use crate::press::files;
use crate::press::jekyll::layout::{CONFIG_NAMES, LECTERN_CONFIG, Layout};
use crate::press::old_urls::OldUrlReport;

/// How many places of one kind of problem are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// The first few.
    Few,
    /// All of them.
    All,
}

/// Places shown of each kind of problem if not all are.
const FEW: usize = 3;

/// The report of a check, ready to be printed.
#[derive(Debug)]
pub struct Report<'a> {
    checked: &'a Checked,
    places: Places,
    groups: Vec<Group<'a>>,
    old_urls: Vec<OldUrlReport<'a>>,
}

impl<'a> Report<'a> {
    /// The report, with so many places of each problem, and with what became of the old site's addresses.
    pub fn new(checked: &'a Checked, places: Places, old_urls: Vec<OldUrlReport<'a>>) -> Report<'a> {
        Report { checked, places, groups: groups(checked.all_diagnostics()), old_urls }
    }

    /// Whether a text would be lost or could not be read.
    pub fn is_anything_lost(&self) -> bool {
        self.count(Effect::Lost) != 0
    }

    fn count(&self, effect: Effect) -> usize {
        self.groups.iter().filter(|group| group.class.effect == effect).map(|group| group.diagnostics.len()).sum()
    }

    fn opening(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { posts, drafts, pages, unpublished, future } = self.checked.tally();
        let what = match self.checked.site.layout {
            Layout::Jekyll => "Jekyll site",
            Layout::Posts => "folder of posts",
            Layout::Lectern => "Lectern project",
        };
        let folder = self.checked.site.folder.display();
        write!(formatter, "The {what} `{folder}` has {}", counted(posts, "post", "posts"))?;
        for (count, one, many) in [(drafts, "draft", "drafts"), (pages, "page", "pages")] {
            if 0 < count {
                write!(formatter, ", {}", counted(count, one, many))?;
            }
        }
        let hidden: Vec<String> = [(unpublished, "unpublished"), (future, "of days to come")]
            .into_iter()
            .filter(|(count, _)| 0 < *count)
            .map(|(count, why)| format!("{count} {why}"))
            .collect();
        if !hidden.is_empty() {
            write!(formatter, "; hidden of the posts: {}", hidden.join(", "))?;
        }
        formatter.write_str(".\n")
    }

    fn handled(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts = self.checked.handled.counts().peekable();
        if counts.peek().is_none() {
            return Ok(());
        }
        formatter.write_str("\nHandled as in Jekyll:\n")?;
        for (feature, count) in counts {
            write!(formatter, "{:>8} {}", count.times, feature.label(count.times))?;
            match feature {
                Feature::Liquid => writeln!(formatter, ", in {}", counted(count.texts, "text", "texts"))?,
                _ => formatter.write_char('\n')?,
            }
        }
        Ok(())
    }

    fn group(&self, group: &Group<'_>, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = group.diagnostics.len();
        writeln!(formatter, "  {} ({all})", group.class.heading)?;
        let shown = match self.places {
            Places::Few => FEW.min(all),
            Places::All => all,
        };
        for diagnostic in group.diagnostics.iter().take(shown) {
            writeln!(formatter, "    {}", in_folder(&self.checked.site.folder, diagnostic))?;
        }
        if shown < all {
            writeln!(formatter, "    … and {} more; `--all` shows them", all - shown)?;
        }
        Ok(())
    }

    fn closing(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let posts = self.checked.tally().posts;
        let [lost, broken, different] = [Effect::Lost, Effect::Broken, Effect::Different].map(|kind| self.count(kind));
        let next = self.next_command();
        match (posts, lost, broken, different) {
            (0, 0, ..) => writeln!(formatter, "There is no post yet."),
            (_, 0, 0, 0) => writeln!(formatter, "Every post is shown as in Jekyll. Next: {next}"),
            (_, 0, 0, _) => writeln!(
                formatter,
                "Every post is shown and every link kept; {} will look different. Next: {next}",
                counted(different, "thing", "things")
            ),
            (_, 0, ..) => writeln!(
                formatter,
                "Every post is shown; {} will not work as on the old site. Next: {next}",
                counted(broken, "thing", "things")
            ),
            _ => writeln!(
                formatter,
                "{} would be lost; mend what stands below `Lost` above, then check again.",
                counted(lost, "file", "files")
            ),
        }
    }

    fn next_command(&self) -> String {
        let folder = self.checked.site.folder.display();
        match self.checked.site.layout {
            Layout::Jekyll | Layout::Posts => format!("lectern import {folder}"),
            Layout::Lectern => "cargo xtask serve".to_owned(),
        }
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.opening(formatter)?;
        if let Some(hint) = hint(&self.checked.site.folder, self.checked.site.layout) {
            writeln!(formatter, "{hint}")?;
        }
        self.handled(formatter)?;
        let mut last = None;
        for group in &self.groups {
            let effect = group.class.effect;
            if last != Some(effect) {
                writeln!(formatter, "\n{}:", title(effect))?;
                last = Some(effect);
            }
            self.group(group, formatter)?;
        }
        for old in &self.old_urls {
            write!(formatter, "\n{old}")?;
        }
        formatter.write_char('\n')?;
        self.closing(formatter)
    }
}

fn title(effect: Effect) -> &'static str {
    match effect {
        Effect::Lost => "Lost",
        Effect::Broken => "Does not work as on the old site",
        Effect::Different => "Looks different",
        Effect::Note => "Good to know",
    }
}

/// A folder of posts knows no settings, but its site may lie around it.
fn hint(folder: &Path, layout: Layout) -> Option<String> {
    let parent = files::real_path(folder).ok()?.parent()?.to_owned();
    let is_in_site =
        layout == Layout::Posts && CONFIG_NAMES.iter().chain([&LECTERN_CONFIG]).any(|name| parent.join(name).is_file());
    is_in_site.then(|| format!("The folder around it has settings: `lectern check {}` says more.", parent.display()))
}

/// A problem with a path that leads there from where the author is.
fn in_folder(folder: &Path, diagnostic: &Diagnostic) -> String {
    let folder = folder.display().to_string();
    let folder = folder.trim_end_matches('/');
    if matches!(folder, "." | "") { diagnostic.to_string() } else { format!("{folder}/{diagnostic}") }
}

fn counted<N: fmt::Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let noun = if number == N::from(1) { one } else { many };
    format!("{number} {noun}")
}
