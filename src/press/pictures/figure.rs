//! Captions of pictures in raw HTML, which attribute lists of kramdown become.

use crate::press::edits::Edit;
use crate::press::marks::{Mark, MarkKind};
use crate::press::tag_text::{TagText, plain};

/// A paragraph that has nothing but a picture and its caption.
pub(super) struct Figure<'a> {
    paragraph: [&'a Mark; 2],
    /// The tags of the emphasis that is the caption, and those between it and the picture.
    emphasis: Option<([&'a Mark; 2], &'a [Mark])>,
}

impl<'a> Figure<'a> {
    /// The one around the picture at a position.
    pub(super) fn around(text: &str, marks: &'a [Mark], position: usize) -> Option<Figure<'a>> {
        let before = marks.get(position.checked_sub(1)?).filter(|mark| is_start(mark, &["p"]))?;
        let block = before.block_end;
        let is_blank = |one: &Mark, other: &Mark| {
            text.get(one.range.end..other.range.start).is_some_and(|between| between.trim().is_empty())
        };
        let is_next = |one: usize, other: usize| {
            marks.get(one).zip(marks.get(other)).is_some_and(|(one, other)| is_blank(one, other))
        };
        if !is_next(position - 1, position) {
            return None;
        }
        let end_of_paragraph = |at: usize| marks.get(at).filter(|mark| is_end(mark, "p") && mark.block_end == block);
        if is_next(position, position + 1)
            && let Some(end) = end_of_paragraph(position + 1)
        {
            return Some(Figure { paragraph: [before, end], emphasis: None });
        }
        let breaks = marks.get(position + 1..)?.iter().take_while(|mark| is_start(mark, &["br"])).count();
        let start = position + 1 + breaks;
        let first = marks.get(start).filter(|mark| is_start(mark, &["em"]))?;
        let end = marks.get(start..)?.iter().position(|mark| is_end(mark, "em") && mark.block_end == block)? + start;
        let is_all = (position..start).all(|at| is_next(at, at + 1)) && is_next(end, end + 1);
        let last = end_of_paragraph(end + 1).filter(|_| is_all)?;
        let between = marks.get(position + 1..start)?;
        Some(Figure { paragraph: [before, last], emphasis: Some(([first, marks.get(end)?], between)) })
    }

    /// The changes that make a figure of the paragraph. A title that becomes its caption is taken off the picture.
    pub(super) fn edits(&self, picture: &mut TagText) -> Vec<Edit> {
        let edit =
            |mark: &Mark, replacement: &str| Edit { range: mark.range.clone(), replacement: replacement.to_owned() };
        let [start, end] = self.paragraph;
        let start_tag = match &start.kind {
            MarkKind::Start(_, attributes) => TagText::new("figure", attributes).write(),
            _ => "<figure>".to_owned(),
        };
        let mut edits = vec![edit(start, &start_tag)];
        match (&self.emphasis, picture.value("title").filter(|title| !title.is_empty())) {
            (Some(([first, last], between)), _) => {
                edits.extend(between.iter().map(|mark| edit(mark, "")));
                edits.push(edit(first, "<figcaption>"));
                edits.push(edit(last, "</figcaption>"));
                edits.push(edit(end, "</figure>"));
            }
            (None, Some(title)) => {
                picture.remove("title");
                edits.push(edit(end, &format!("<figcaption>{}</figcaption></figure>", plain(&title))));
            }
            (None, None) => return Vec::new(),
        }
        edits
    }
}

fn is_start(mark: &Mark, names: &[&str]) -> bool {
    matches!(&mark.kind, MarkKind::Start(name, _) if names.contains(&name.as_str()))
}

fn is_end(mark: &Mark, wanted: &str) -> bool {
    matches!(&mark.kind, MarkKind::End(name) if name == wanted)
}
