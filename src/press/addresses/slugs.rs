//! Posts by their names and days: what an address says in any permalink style.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::permalink::Permalink;
use crate::press::source::name::DatedName;
use crate::slug::slugify;

/// Posts by name.
#[derive(Debug, Default)]
pub(super) struct Slugs(HashMap<String, Vec<(Option<Date>, String)>>);

/// Endings of pages, here and in what blogs were made with before.
const ENDINGS: [&str; 8] = [".html", ".htm", ".md", ".markdown", ".php", ".aspx", ".asp", ".shtml"];

/// Above this, posts of one name are told apart by nothing that an address says.
const MOST_OF_ONE_NAME: usize = 200;

impl Slugs {
    pub(super) fn add(&mut self, permalink: &Permalink, dated: Option<DatedName<'_>>, day: Option<Date>) {
        let mut names = vec![permalink.name().to_lowercase()];
        let mut days = vec![day];
        if let Some(dated) = dated {
            names.extend([dated.slug.to_lowercase(), slugify(dated.slug)]);
            days.push(dated.nearest_day());
        }
        names.sort_unstable();
        names.dedup();
        days.dedup();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let posts = self.0.entry(name).or_default();
            if posts.len() < MOST_OF_ONE_NAME {
                posts.extend(days.iter().map(|day| (*day, permalink.to_string())));
            }
        }
    }

    /// The post that a path means: by its day and name, a day more or less for another time zone; by its month and
    /// name; by its name alone. `None` if several may be meant.
    pub(super) fn find(&self, path: &str) -> Option<&str> {
        let lower = path.to_lowercase();
        let path = lower.trim_end_matches('/');
        let path = path.strip_suffix("/index.html").unwrap_or(path);
        let path = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path);
        let (folder, name) = crate::route::split_last(path);
        let name_as_file = format!("{name}.md");
        let dated = DatedName::parse(&name_as_file);
        let name = dated.map_or(name, |dated| dated.slug);
        let posts = self.0.get(name).or_else(|| self.0.get(&slugify(name)))?;
        let numbers = match dated {
            Some(dated) => trailing_numbers(dated.day.split('-')),
            None => trailing_numbers(folder.split('/')),
        };
        let of_day = || {
            let [.., year, month, day] = numbers.as_slice() else { return None };
            let wanted = Date::new(*year, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()?;
            let distance = |day: Date| day.duration_until(wanted).as_hours().unsigned_abs() / 24;
            [0, 1].into_iter().find_map(|days| only(posts, |day| day.is_some_and(|day| distance(day) == days)))
        };
        let of_month = || {
            let [year, month] = numbers.get(..2)? else { return None };
            only(posts, |day| day.is_some_and(|day| day.year() == *year && i16::from(day.month()) == *month))
        };
        of_day().or_else(of_month).or_else(|| only(posts, |_| true))
    }
}

/// The numbers at the end of some parts of a path, three at the most.
fn trailing_numbers<'a>(parts: impl DoubleEndedIterator<Item = &'a str>) -> Vec<i16> {
    let mut numbers: Vec<i16> = parts.rev().map_while(|part| part.parse().ok()).take(3).collect();
    numbers.reverse();
    numbers
}

/// The one post among several entries.
fn only(posts: &[(Option<Date>, String)], is_wanted: impl Fn(Option<Date>) -> bool) -> Option<&str> {
    let mut found = posts.iter().filter(|(day, _)| is_wanted(*day)).map(|(_, permalink)| permalink.as_str());
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_post_by_what_any_style_says_of_it() {
        let mut slugs = Slugs::default();
        for (path, name, day) in [
            ("/notes/rivers/", "2024-09-15-rivers.md", "2024-09-16"),
            ("/2020/01/01/heron.html", "2020-01-01-Heron Song.md", "2020-01-01"),
            ("/2021/05/05/news.html", "2021-05-05-news.md", "2021-05-05"),
            ("/2022/06/06/news.html", "2022-06-06-news.md", "2022-06-06"),
        ] {
            let permalink = Permalink::parse(path).expect(path);
            slugs.add(&permalink, DatedName::parse(name), day.parse().ok());
        }
        for (path, found) in [
            ("/2024/09/15/rivers.html", Some("/notes/rivers/")),
            ("/water/2024/9/17/Rivers/", Some("/notes/rivers/")),
            ("/2024/09/rivers", Some("/notes/rivers/")),
            ("/posts/2024-09-14-rivers.md", Some("/notes/rivers/")),
            ("/archive/rivers.aspx", Some("/notes/rivers/")),
            ("/heron-song/index.html", Some("/2020/01/01/heron.html")),
            ("/2021/05/06/news/", Some("/2021/05/05/news.html")),
            ("/2022/06/news/", Some("/2022/06/06/news.html")),
            ("/news/", None),
            ("/2019/01/01/news/", None),
            ("/rivers.pdf", None),
            ("/", None),
        ] {
            assert_eq!(slugs.find(path), found, "{path}");
        }
    }
}
