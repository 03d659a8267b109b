//! What of a blog is more than plain Markdown, and is brought over all the same.

use std::collections::BTreeMap;

use crate::press::front_matter::{self, FrontMatter};
use crate::press::source::name::{DatedName, of_path};
use crate::press::source::{Markup, SourceFile, SourceKind};
use crate::press::yaml::Quoting;

/// How often something occurs, and in how many texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Times.
    pub times: u64,
    /// Texts.
    pub texts: u64,
}

/// Something that Lectern does as Jekyll does it. The order is that of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Tags and values of Liquid.
    Liquid,
    /// Texts with Liquid or with Markdown that only kramdown reads so.
    Rewritten,
    /// Texts in HTML.
    Html,
    /// Dates out of YAML's form.
    Date,
    /// Posts dated by their file's name alone.
    DateOfName,
    /// Addresses in front matter.
    Permalink,
    /// Old addresses that lead to a document.
    Redirect,
    /// Categories that are folders.
    FolderCategory,
    /// Titles with entities or elements of HTML.
    Title,
}

/// What was handled, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handled(BTreeMap<Feature, Count>);

impl Handled {
    /// Counts what a document's file has. `file` is its text with front matter.
    pub fn of_file(source: &SourceFile, file: &str) -> Handled {
        let (document, _) = front_matter::read(file, Vec::new());
        let FrontMatter { title, date, permalink, .. } = document.front_matter;
        let text = &document.text;
        let mut handled = Handled::default();
        handled.add(Feature::Liquid, text.matches("{%").count() + text.matches("{{").count());
        let is_post = matches!(source.kind, SourceKind::Post(_));
        let is_html = matches!(source.kind, SourceKind::Post(Markup::Html) | SourceKind::Draft(Markup::Html));
        let is_dated_by_name = date.is_none() && DatedName::parse(of_path(&source.path)).is_some();
        let is_odd = date.is_some_and(|date| date.value.quoting != Quoting::Plain || !is_usual(&date.value.text));
        let in_folder = source.path.split('/').position(|folder| folder == "_posts").is_some_and(|depth| 0 < depth);
        let has_markup = title.is_some_and(|title| title.value.contains(['&', '<']));
        for (feature, occurs) in [
            (Feature::Html, is_html),
            (Feature::Date, is_odd),
            (Feature::DateOfName, is_post && is_dated_by_name),
            (Feature::Permalink, is_post && permalink.is_some()),
            (Feature::FolderCategory, is_post && in_folder),
            (Feature::Title, has_markup),
        ] {
            handled.add(feature, usize::from(occurs));
        }
        handled
    }

    /// Counts one more text with something in it so many times.
    pub fn add(&mut self, feature: Feature, times: usize) {
        if times == 0 {
            return;
        }
        let count = self.0.entry(feature).or_default();
        count.times = count.times.saturating_add(u64::try_from(times).unwrap_or(u64::MAX));
        count.texts = count.texts.saturating_add(1);
    }

    /// Adds what others have.
    pub fn extend(&mut self, other: &Handled) {
        for (feature, more) in &other.0 {
            let count = self.0.entry(*feature).or_default();
            count.times = count.times.saturating_add(more.times);
            count.texts = count.texts.saturating_add(more.texts);
        }
    }

    /// What there is, in the order of the report.
    pub fn counts(&self) -> impl Iterator<Item = (Feature, Count)> + '_ {
        self.0.iter().map(|(feature, count)| (*feature, *count))
    }
}

impl Feature {
    /// Its words in the report; its number stands before them.
    pub fn label(self, times: u64) -> &'static str {
        let is_one = times == 1;
        match self {
            Feature::Liquid if is_one => "Liquid tag or value",
            Feature::Liquid => "Liquid tags and values",
            Feature::Rewritten if is_one => "text rewritten, so that it shows as in Jekyll",
            Feature::Rewritten => "texts rewritten, so that they show as in Jekyll",
            Feature::Html if is_one => "text in HTML",
            Feature::Html => "texts in HTML",
            Feature::Date if is_one => "date written in a form of its own",
            Feature::Date => "dates written in forms of their own",
            Feature::DateOfName if is_one => "post dated by its file's name",
            Feature::DateOfName => "posts dated by their files' names",
            Feature::Permalink if is_one => "post with an address of its own (`permalink`)",
            Feature::Permalink => "posts with addresses of their own (`permalink`)",
            Feature::Redirect if is_one => "old address that leads to its text (`redirect_from`)",
            Feature::Redirect => "old addresses that lead to their texts (`redirect_from`)",
            Feature::FolderCategory if is_one => "post with a folder for a category",
            Feature::FolderCategory => "posts with folders for categories",
            Feature::Title if is_one => "title with HTML in it",
            Feature::Title => "titles with HTML in them",
        }
    }
}

/// `2024-09-15`, alone or with a time of three parts: what every reader of YAML takes for a date.
fn is_usual(date: &str) -> bool {
    let (day, time) = date.split_at_checked("2024-09-15".len()).unwrap_or((date, ""));
    let mut day = day.split('-').map(str::len);
    let is_day = [day.next(), day.next(), day.next(), day.next()] == [Some(4), Some(2), Some(2), None];
    is_day && (time.is_empty() || 2 <= time.matches(':').count() && time.get(1..3).is_some_and(is_number))
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::press::source::SourceFile;

    fn counted(path: &str, file: &str) -> Vec<(Feature, u64)> {
        let source = SourceFile {
            path: path.to_owned(),
            shown: path.to_owned(),
            file: path.into(),
            kind: SourceKind::Post(Markup::Markdown),
            modified: None,
        };
        Handled::of_file(&source, file).counts().map(|(feature, count)| (feature, count.times)).collect()
    }

    #[test]
    fn counts_what_is_not_plain() {
        assert_eq!(counted("_posts/x.md", "---\ntitle: a\ndate: 2024-09-15 10:00:00 +0200\n---\ntext"), []);
        assert_eq!(
            counted("blog/_posts/2024-09-15-x.md", "---\ntitle: a &amp; b\npermalink: /x/\n---\n{{ a }}{% b %}"),
            [
                (Feature::Liquid, 2),
                (Feature::DateOfName, 1),
                (Feature::Permalink, 1),
                (Feature::FolderCategory, 1),
                (Feature::Title, 1),
            ]
        );
        for date in ["September 8, 2014", "2014-09-08 7:15 UTC", "'2014-09-08'", "2017-11-8"] {
            assert_eq!(counted("_posts/x.md", &format!("---\ndate: {date}\n---\n")), [(Feature::Date, 1)], "{date}");
        }
    }

    #[test]
    fn adds_up() {
        let mut all = Handled::default();
        all.add(Feature::Liquid, 3);
        all.extend(&all.clone());
        assert_eq!(all.counts().collect::<Vec<_>>(), [(Feature::Liquid, Count { times: 6, texts: 2 })]);
    }
}
