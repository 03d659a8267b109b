//! Keeps the document's head in step with the page shown.

use super::dom;
use crate::head;
use crate::page::Page;
use crate::site::Site;

/// The attribute that tells the tags of one page from those of the site.
pub(super) const PAGE_TAG: &str = "data-page";

/// Replaces the title, the language and the page's tags, exactly as the press would have written them.
pub(super) fn show(site: &Site, page: &Page) -> Option<()> {
    let document = dom::document()?;
    document.set_title(&head::title(site, page));
    let _ = document.document_element()?.set_attribute("lang", head::language(site, page));
    let place = document.head()?;
    let old = place.query_selector_all(&format!("[{PAGE_TAG}]")).ok()?;
    for tag in head::tags(site, page) {
        let element = document.create_element(tag.name).ok()?;
        let _ = element.set_attribute(PAGE_TAG, "");
        for (key, value) in &tag.attributes {
            let _ = element.set_attribute(key, value);
        }
        let _ = place.append_child(&element);
    }
    for position in 0..old.length() {
        if let Some(node) = old.item(position) {
            let _ = place.remove_child(&node);
        }
    }
    Some(())
}
