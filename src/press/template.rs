//! Trunk's finished `index.html`, into which every page is put.

use std::fmt;

use super::pages::Rendered;
use super::redirects::MovedPage;
use crate::html::escape;
use crate::page::{PAYLOAD_ID, ROOT_ID};

/// The parts of `index.html` around what differs from page to page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    before_language: String,
    before_title: String,
    before_head_end: String,
    before_root: String,
    after_root: String,
}

/// What `index.html` lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPart(&'static str);

impl Template {
    /// Takes `index.html` apart at its language, its title, the end of its head and its root element.
    pub fn parse(html: &str) -> Result<Template, MissingPart> {
        let cut = |text: &'_ str, open: &'static str, close: &str| -> Result<(String, String), MissingPart> {
            let start = text.find(open).ok_or(MissingPart(open))?;
            let inside = start + open.len();
            let end = inside + text[inside..].find(close).ok_or(MissingPart(open))?;
            Ok((text[..start].to_owned(), text[end + close.len()..].to_owned()))
        };
        let (before_language, rest) = cut(html, "<html lang=\"", "\"")?;
        let (before_title, rest) = cut(&rest, "<title>", "</title>")?;
        let (before_head_end, rest) = cut(&rest, "</head", ">")?;
        let (before_root, after_root) = cut(&rest, "<div id=\"lectern\">", "</div>")?;
        Ok(Template { before_language, before_title, before_head_end, before_root, after_root })
    }

    /// The whole page. The view's mark tells the app whether it may take the page over.
    pub fn fill(&self, page: &Rendered, mark: u32) -> String {
        let Template { before_language, before_title, before_head_end, before_root, after_root } = self;
        let (language, title) = (escape(&page.language), escape(&page.title));
        let Rendered { direction, tags, body, payload, .. } = page;
        format!(
            "{before_language}<html lang=\"{language}\"{direction}{before_title}<title>{title}</title>{before_head_end}{tags}</head>\
             {before_root}<div id=\"{ROOT_ID}\" data-mark=\"{mark}\">{body}</div>\n\
             <script type=\"application/json\" id=\"{PAYLOAD_ID}\">{}</script>{after_root}",
            // The end of a script element is the one thing that JSON inside one must not hold.
            payload.replace('<', "\\u003c"),
        )
    }
}

impl Template {
    /// A page that the app has no part in.
    pub fn fill_without_app(&self, page: &MovedPage) -> String {
        let Template { before_language, before_title, before_head_end, before_root, .. } = self;
        let (language, title) = (escape(&page.language), escape(&page.title));
        let MovedPage { tags, body, .. } = page;
        let head = without_start(before_head_end);
        format!(
            "{before_language}<html lang=\"{language}\"{before_title}<title>{title}</title>{head}{tags}</head>\
             {before_root}<div id=\"{ROOT_ID}\">{body}</div>\n  </body>\n</html>\n"
        )
    }
}

/// The head without the script that starts the app, which would look in vain for its parts.
fn without_start(head: &str) -> String {
    let parts =
        head.split_once("<script data-js=").and_then(|(before, rest)| Some((before, rest.split_once("</script>")?.1)));
    parts.map_or_else(|| head.to_owned(), |(before, after)| format!("{}{after}", before.trim_end()))
}

impl fmt::Display for MissingPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "index.html has no `{}…`; put it back, the press fills it for every page", self.0)
    }
}

impl std::error::Error for MissingPart {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_part_that_is_missing() {
        assert_eq!(Template::parse("<p>"), Err(MissingPart("<html lang=\"")));
        let html = "<html lang=\"en\"><head><title>x</title></head><body></body>";
        assert_eq!(Template::parse(html), Err(MissingPart("<div id=\"lectern\">")));
    }
}
