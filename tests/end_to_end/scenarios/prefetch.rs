//! Pages that are fetched before they are asked for, once.

use super::{offline::data_of, previews::point_at};
use crate::{
    blog::{ABOUT, KEYBOARD},
    tab::Tab,
    wait::until,
};

/// The pointer rests on a link; the click that follows finds the page at hand.
pub(super) async fn by_the_pointer_brings_a_page_once(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    point_at(tab, &link(tab)).await;
    assert_fetched_once(tab).await;
}

/// The focus comes to a link, by the Tab key for example.
pub(super) async fn by_focus_brings_a_page_once(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    focus(tab).await;
    assert_fetched_once(tab).await;
}

/// A click while the page is on its way waits for it, and sends no second request.
pub(super) async fn in_flight_is_not_asked_for_again(tab: &Tab<'_>) {
    let hold = tab.host.hold(&data());
    tab.open(KEYBOARD.path).await;
    focus(tab).await;
    until("the page is asked for", async || !tab.host.requests(&data()).is_empty()).await;
    tab.click(&link(tab)).await;
    tab.until("the wait is shown", "document.querySelector('[role=progressbar]')").await;
    hold.release();
    tab.until_shown(ABOUT.heading).await;
    assert_eq!(tab.host.requests(&data()).len(), 1);
}

async fn assert_fetched_once(tab: &Tab<'_>) {
    until_fetched_ahead(tab, &data()).await;
    // What is shown is then asked for once more, to be kept for the time without a network.
    let note = "const note = () => document.querySelector('main h1')?.textContent === arguments[0] && (window.since ??= performance.now());
        new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });";
    let () = tab.run(note, &[ABOUT.heading.into()]).await;
    tab.click(&link(tab)).await;
    tab.until_shown(ABOUT.heading).await;
    // The browser's own list counts what comes out of its cache, too.
    let before = format!("{}.filter(({{ startTime }}) => startTime < since).length", fetched(&data()));
    assert_eq!(tab.get::<u32>(&before).await, 1);
    assert_eq!(tab.host.requests(&data()).len(), 1);
}

/// Waits until all of a file is there, and the app has had a moment to take it in.
pub(super) async fn until_fetched_ahead(tab: &Tab<'_>, file: &str) {
    let ahead = format!("{}.some(({{ responseEnd }}) => 200 < performance.now() - responseEnd)", fetched(file));
    tab.until("the page is fetched ahead", &ahead).await;
}

/// What the browser has fetched of a file, each time, as an expression.
fn fetched(file: &str) -> String {
    format!(
        "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('{file}') && entry.responseEnd > 0)"
    )
}

async fn focus(tab: &Tab<'_>) {
    let () = tab.run("document.querySelector(arguments[0]).focus()", &[link(tab).into()]).await;
}

/// A link outside the text: those in it have previews, which fetch what they show, too.
fn link(tab: &Tab<'_>) -> String {
    format!(".site-header a[href=\"{}\"]", tab.at(ABOUT.path))
}

fn data() -> String {
    data_of(ABOUT.path)
}
