//! For readers whose browser runs no scripts. It runs none of ours either, so all is done by elements.

use crate::{
    blog::{ABOUT, ARCHIVE, GALLERY, HOME, KEYBOARD, LONG, MISSPELT, NETWORK},
    tab::Tab,
    wait::until,
};

/// All text is in the HTML, and links are links.
pub(super) async fn pages_are_read_and_links_work(tab: &Tab<'_>) {
    for page in [HOME, ARCHIVE, ABOUT, KEYBOARD, LONG] {
        tab.load(page.path).await;
        until_heading(tab, page.heading).await;
        let text = tab.find("main").await.text().await.expect("the main part has text");
        assert!(text.replace('\n', " ").contains(page.text), "{text}");
    }
    tab.load(HOME.path).await;
    tab.follow("main", NETWORK.path).await;
    until_heading(tab, NETWORK.heading).await;
    tab.follow(".site-header", ARCHIVE.path).await;
    until_heading(tab, ARCHIVE.heading).await;
    tab.follow("main", KEYBOARD.path).await;
    until_heading(tab, KEYBOARD.heading).await;
    assert!(tab.host.requests(".wasm").is_empty(), "the app is not even asked for");
}

/// Code has its colors, and no page shows a button that would do nothing; the drawer of sections is the browser's own.
pub(super) async fn code_has_colors_and_no_button(tab: &Tab<'_>) {
    tab.load(GALLERY.path).await;
    until_heading(tab, GALLERY.heading).await;
    tab.find("figure.code .k").await;
    let buttons = tab.client.find_all(fantoccini::Locator::Css("button")).await.expect("a page");
    for button in buttons {
        let is_shown = button.is_displayed().await.expect("a button");
        let class = button.attr("class").await.expect("a button");
        assert!(!is_shown || class.as_deref() == Some("contents-button"), "{class:?}");
    }
}

/// The 404 page can be read and has a way on.
pub(super) async fn unknown_address_is_told(tab: &Tab<'_>) {
    tab.load(MISSPELT).await;
    assert_eq!(tab.host.requests(MISSPELT)[0].status, Some(404));
    until_heading(tab, "Page not found").await;
    tab.follow("main", ARCHIVE.path).await;
    until_heading(tab, ARCHIVE.heading).await;
}

async fn until_heading(tab: &Tab<'_>, heading: &str) {
    until(&format!("the page {heading} is shown"), async || {
        let Ok(found) = tab.client.find(fantoccini::Locator::Css("main h1")).await else { return false };
        found.prop("textContent").await.is_ok_and(|text| text.as_deref() == Some(heading))
    })
    .await;
}
