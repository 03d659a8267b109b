//! What the reader's browser remembers of what was read.

use crate::{
    blog::{HOME, KEYBOARD, KEYBOARD_NEXT, LONG, SAVED},
    tab::Tab,
};

/// Saving is a button of the post; the list has a page of its own, from which a post can be taken and put back.
pub(super) async fn of_saved_posts_has_a_page(tab: &Tab<'_>) {
    tab.open(SAVED).await;
    tab.until("the list is empty and says how to fill it", "document.querySelector('.saved .empty')").await;
    for known in [&KEYBOARD, &LONG] {
        tab.open(known.path).await;
        tab.until("the post can be saved", "document.querySelector('[data-tool=save]').ariaPressed === 'false'").await;
        tab.click(".document [data-tool='save']").await;
        tab.until("it is saved", "document.querySelector('[data-tool=save]').ariaPressed === 'true'").await;
    }
    tab.follow(".site-footer", SAVED).await;
    tab.until("both are listed, the last one first", &listed(&[LONG.heading, KEYBOARD.heading])).await;
    tab.click(".saved-list li:first-child .remove").await;
    tab.until("one is left", &listed(&[KEYBOARD.heading])).await;
    tab.press("Undo").await;
    tab.until("both are back", &listed(&[LONG.heading, KEYBOARD.heading])).await;
    tab.follow(".saved-list", KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.until("it is still saved", "document.querySelector('[data-tool=save]').ariaPressed === 'true'").await;
}

/// Everything can be forgotten, and even that can be taken back.
pub(super) async fn can_be_cleared(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.until("the post can be saved", "document.querySelector('[data-tool=save]').ariaPressed === 'false'").await;
    tab.click(".document [data-tool='save']").await;
    tab.until("it is saved", "document.querySelector('[data-tool=save]').ariaPressed === 'true'").await;
    tab.follow(".site-footer", SAVED).await;
    tab.until("it is listed", &listed(&[KEYBOARD.heading])).await;
    tab.press("Clear").await;
    tab.until("nothing is listed", "document.querySelector('.saved .empty')").await;
    let keys = "Object.keys(localStorage).filter((key) => key.endsWith(':saved'))";
    assert_eq!(tab.get::<Vec<String>>(keys).await, [""; 0]);
    tab.press("Undo").await;
    tab.until("it is listed again", &listed(&[KEYBOARD.heading])).await;
}

/// A post counts as read once its end was on screen; lists tell it from the others.
pub(super) async fn of_read_posts_shows_in_lists(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    let () = tab.run("document.querySelector('.document > footer').scrollIntoView({ behavior: 'instant' })", &[]).await;
    let is_read = "Object.keys(localStorage).some((key) => key.endsWith(':read'))";
    tab.until("it counts as read", is_read).await;
    tab.open("/archive/").await;
    let item = |path: &str| format!("document.querySelector('.titles a[href=\"{}\"]').closest('li')", tab.at(path));
    tab.until("the list knows it", &format!("{}.dataset.state === 'read'", item(KEYBOARD.path))).await;
    assert!(tab.get::<bool>(&format!("{}.dataset.state === undefined", item(KEYBOARD_NEXT.path))).await);
}

/// What was written since the last visit is told from the rest; at the first visit nothing is.
pub(super) async fn of_the_last_visit_tells_what_is_new(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.until("the visit is noted", "Object.keys(localStorage).some((key) => key.endsWith(':visits'))").await;
    assert_eq!(tab.get::<u32>("document.querySelectorAll('[data-state=new]').length").await, 0);
    let script = "const last = Date.parse('2026-09-30');
        localStorage.setItem(`lectern:${arguments[0]}:visits`, JSON.stringify({ version: 1, data: { before: 0, last } }));";
    // Leaving the page would note the time.
    let () =
        tab.run("window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)", &[]).await;
    tab.load("/assets/sample-post.txt").await;
    let () = tab.run(script, &[tab.base().into()]).await;
    tab.open(HOME.path).await;
    tab.until("what is newer is marked", "document.querySelector('[data-state=new]')").await;
    let times: Vec<String> =
        tab.get("[...document.querySelectorAll('[data-state=new] time')].map((time) => time.dateTime)").await;
    assert!(times.iter().all(|time| "2026-09-30" <= time.as_str()), "{times:?}");
}

/// Who comes back to a post is offered the place, and the home page offers the post.
pub(super) async fn of_the_place_offers_to_go_on(tab: &Tab<'_>) {
    tab.open(LONG.path).await;
    tab.scroll_to(1500).await;
    tab.until("the place is noted", "Object.keys(localStorage).some((key) => key.endsWith(':places'))").await;
    tab.open(HOME.path).await;
    tab.until("the post is offered", "document.querySelector('.toast a')").await;
    tab.click(".toast a").await;
    tab.until_shown(LONG.heading).await;
    tab.until("the place is offered", "document.querySelector('.toast button')?.textContent.includes('%')").await;
    assert_eq!(tab.position().await, 0, "nobody is moved unasked");
    tab.click(".toast p button").await;
    tab.until("the place is there", "Math.abs(scrollY - 1500) < 60").await;
}

fn listed(titles: &[&str]) -> String {
    let titles = serde_json::to_string(titles).expect("titles");
    format!(
        "JSON.stringify([...document.querySelectorAll('.saved-list a')].map((link) => link.textContent)) === JSON.stringify({titles})"
    )
}
