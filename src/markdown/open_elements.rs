//! How many elements are open, so that an article is only cut where none is.

use pulldown_cmark::Event;

use super::allowed;

/// Counts start and end tags, of Markdown's own elements and of HTML between them. It need not be exact: an element that
/// is never closed only keeps the rest of the article together.
#[derive(Default)]
pub(super) struct OpenElements {
    markdown: u32,
    html: u32,
}

impl OpenElements {
    /// Notes what an event opens or closes.
    pub(super) fn note(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(_) => self.markdown += 1,
            Event::End(_) => self.markdown = self.markdown.saturating_sub(1),
            Event::Html(html) | Event::InlineHtml(html) => self.note_html(html),
            _ => {}
        }
    }

    /// Whether nothing is open.
    pub(super) fn are_none(&self) -> bool {
        self.markdown == 0 && self.html == 0
    }

    fn note_html(&mut self, html: &str) {
        for tag in html.split('<').skip(1) {
            if tag.starts_with('/') {
                self.html = self.html.saturating_sub(1);
            } else if tag.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let name = tag.split(|char: char| !char.is_ascii_alphanumeric()).next().unwrap_or_default();
                self.html += u32::from(!allowed::is_void(name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_none(html: &str) -> bool {
        let mut open = OpenElements::default();
        open.note(&Event::Html(html.into()));
        open.are_none()
    }

    #[test]
    fn tags_are_counted() {
        for whole in ["", "text < 3", "<br>", "<br/>", "<b>x</b>", "<!-- c -->", "<p><img src=x></p>", "</div>"] {
            assert!(are_none(whole), "{whole}");
        }
        for open in ["<div>", "<b></b><i>", "</b><b>", "<div\n class=x>"] {
            assert!(!are_none(open), "{open}");
        }
    }
}
