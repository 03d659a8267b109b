//! Keeps the document's head in step with the page shown.

use super::{dom, inert};
use crate::head;
use crate::page::Page;
use crate::site::Site;

/// The tags of one page, by [`head::PAGE_TAG`].
const PAGE_TAGS: &str = "head [data-page]";

/// Replaces the title, the language and the page's tags, exactly as the press would have written them.
pub(super) fn show(site: &Site, page: &Page) -> Option<()> {
    let document = dom::document()?;
    document.set_title(&head::title(site, page));
    let _ = document.document_element()?.set_attribute("lang", head::language(site, page));
    while let Some(old) = document.query_selector(PAGE_TAGS).ok()? {
        old.remove();
    }
    let tags = inert::parse(&inert::document()?, &head::tags(site, page))?;
    let head = document.head()?;
    while let Some(tag) = tags.first_child() {
        head.append_child(&tag).ok()?;
    }
    Some(())
}
