//! What a file's name says.

use jiff::civil::Date;

use super::Markup;

/// A name such as `2024-09-15-hello.md`, by Jekyll's rule: `(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedName<'a> {
    /// As written; perhaps no day of the calendar.
    pub day: &'a str,
    /// What follows, without the extension; may be empty.
    pub slug: &'a str,
}

impl<'a> DatedName<'a> {
    /// Takes a file's name apart; `None` if it does not begin with a date.
    pub fn parse(name: &'a str) -> Option<DatedName<'a>> {
        let (stem, _) = split_extension(name)?;
        let mut rest = stem;
        for digits in [2..=4, 1..=2, 1..=2] {
            let end = rest.find('-')?;
            let (number, behind) = rest.split_at(end);
            if !digits.contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            rest = behind.strip_prefix('-')?;
        }
        let day = stem.strip_suffix(rest)?.strip_suffix('-')?;
        Some(DatedName { day, slug: rest })
    }

    /// The day of the calendar that is nearest to one that does not exist: `2024-02-30` is the 29th.
    pub fn nearest_day(&self) -> Option<Date> {
        let mut numbers = self.day.split('-').map(|number| number.parse::<i16>().ok());
        let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let month = i8::try_from(month.clamp(1, 12)).ok()?;
        let last = Date::new(year, month, 1).ok()?.days_in_month();
        Date::new(year, month, i8::try_from(day.clamp(1, i16::from(last))).ok()?).ok()
    }
}

/// The last part of a path.
pub fn of_path(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A name and its last extension: `swift-1.2.md` is `swift-1.2` and `md`.
pub fn split_extension(name: &str) -> Option<(&str, &str)> {
    name.rsplit_once('.').filter(|(_, extension)| !extension.is_empty())
}

/// The language of a text, by its extension in any case. `None` for what is no text of a post.
pub fn markup(name: &str) -> Option<Markup> {
    let (_, extension) = split_extension(name)?;
    match extension.to_ascii_lowercase().as_str() {
        "md" | "markdown" | "mkd" | "mkdn" | "mkdown" => Some(Markup::Markdown),
        "html" => Some(Markup::Html),
        _ => None,
    }
}

/// A name that makes a file a post of a day.
pub fn suggested(day: Date, slug: &str, name: &str) -> String {
    let extension = split_extension(name).map_or("md", |(_, extension)| extension);
    let slug = slug.split_whitespace().collect::<Vec<_>>().join("-");
    format!("{day}-{slug}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_names_apart_as_jekyll_does() {
        for (name, expected) in [
            ("2024-09-15-hello.md", Some(("2024-09-15", "hello"))),
            ("2019-4-6-x.md", Some(("2019-4-6", "x"))),
            ("15-4-6-x.md", Some(("15-4-6", "x"))),
            ("2022-21-25-x.md", Some(("2022-21-25", "x"))),
            ("2015-02-09-swift-1.2.md", Some(("2015-02-09", "swift-1.2"))),
            ("2004-02-03-a.aspx.markdown", Some(("2004-02-03", "a.aspx"))),
            ("2023-01-14-[AI] 챗봇이란.md", Some(("2023-01-14", "[AI] 챗봇이란"))),
            ("2013-01-16-a-$watch.markdown", Some(("2013-01-16", "a-$watch"))),
            ("2013-01-16-.md", Some(("2013-01-16", ""))),
            ("2013-01-16.md", None),
            ("12013-01-16-x.md", None),
            ("2013-001-16-x.md", None),
            ("2013-01-16-x", None),
            ("template.md", None),
            ("", None),
        ] {
            let found = DatedName::parse(name).map(|found| (found.day, found.slug));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn finds_the_nearest_day() {
        for (name, day) in
            [("2022-21-25-x.md", "2022-12-25"), ("2023-2-30-x.md", "2023-02-28"), ("2023-0-0-x.md", "2023-01-01")]
        {
            let nearest = DatedName::parse(name).and_then(|name| name.nearest_day());
            assert_eq!(nearest.map(|day| day.to_string()).as_deref(), Some(day));
        }
    }
}
