//! When a post was written: its front matter says it, or its file's name.

use super::PostKind;
use super::reader::Reader;
use crate::press::dates::{self, DateError, WrittenDate};
use crate::press::diagnostic::{Position, Problem};
use crate::press::front_matter::{DateText, Written};
use crate::press::source::name::{DatedName, of_path, suggested};
use crate::press::yaml::Quoting;

impl Reader<'_> {
    /// Reads a date of the front matter.
    pub(super) fn date(&mut self, key: &'static str, date: Option<Written<DateText>>) -> Option<WrittenDate> {
        let Written { value, position } = date?;
        let problem = match value.read(&self.zone) {
            Ok(date) => return Some(date),
            Err(DateError::NotADate) => Problem::NotADate { key, value: value.text },
            Err(DateError::Impossible(part)) => Problem::ImpossibleDate { key, part },
        };
        self.problems.push((position, problem));
        None
    }

    /// The date that counts: the front matter's before the name's. `None` if the file is no post for want of both.
    pub(super) fn or_day_of_name(
        &mut self,
        written: Option<WrittenDate>,
        dated: Option<DatedName<'_>>,
        slug: &str,
    ) -> Option<Option<WrittenDate>> {
        let name = of_path(&self.source.path);
        match (written, dated, self.kind) {
            (Some(written), None, PostKind::Post) => {
                let better = suggested(written.clock().date(), slug, name);
                self.problems.push((Position::START, Problem::NoDateInName { better }));
                Some(Some(written))
            }
            (written, _, PostKind::Page) => Some(written),
            (Some(written), ..) => Some(Some(written)),
            (None, Some(dated), _) => Some(Some(self.day_of_name(dated, name)?)),
            (None, None, PostKind::Draft) => {
                let instant = self.source.modified.unwrap_or(self.now);
                Some(dates::on_site_clock(instant, &self.zone))
            }
            (None, None, PostKind::Post) => {
                let today = self.zone.to_datetime(self.now).date();
                // What else is wrong with a file that is not shown is of no interest.
                self.problems.retain(|(_, problem)| {
                    matches!(problem, Problem::NotADate { .. } | Problem::ImpossibleDate { .. })
                });
                self.problems.push((Position::START, Problem::NoDate { better: suggested(today, slug, name) }));
                None
            }
        }
    }

    fn day_of_name(&mut self, dated: DatedName<'_>, name: &str) -> Option<WrittenDate> {
        let text = DateText { text: dated.day.to_owned(), quoting: Quoting::Quoted };
        let nearest = dated.nearest_day()?;
        let written = text.read(&self.zone).ok().or_else(|| dates::midnight(nearest, &self.zone))?;
        let day = written.clock().date();
        if day != nearest || text.read(&self.zone).is_err() {
            let better = suggested(day, dated.slug, name);
            self.problems.push((Position::START, Problem::ImpossibleDayInName { better }));
        }
        Some(written)
    }
}
