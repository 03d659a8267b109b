//! The page of a search.

use fantoccini::key::Key;

use super::{
    search::{look_for, press_key, until_found},
    shortcuts::{open, press},
};
use crate::{
    axe::assert_accessible,
    blog::{ARCHIVE, HOME, KEYBOARD, NETWORK, QUERY, QUERY_OF_MANY, QUERY_OF_NONE},
    tab::Tab,
    wait::until,
};

/// Whoever opens the address sees what the sender saw; what is typed there is in the address, too.
pub(super) async fn is_shared_by_its_address(tab: &Tab<'_>) {
    tab.open(&address(QUERY)).await;
    until_found(tab, KEYBOARD.path).await;
    assert_eq!(tab.get::<String>(&format!("{FIELD}.value")).await, QUERY);
    assert_eq!(tab.get::<String>("document.querySelector('[name=robots]').content").await, "noindex");
    tab.remember_document().await;
    let entries: u32 = tab.get("history.length").await;
    tab.click(".search input").await;
    let () = tab.run(&format!("{FIELD}.select()"), &[]).await;
    press(tab, QUERY_OF_MANY).await;
    tab.until("the address follows", &format!("location.search === '?q={QUERY_OF_MANY}'")).await;
    let () = tab.run("const order = document.querySelector('.search select'); order.value = 'date'; order.dispatchEvent(new Event('change'));", &[]).await;
    tab.until("the order, too", &format!("location.search === '?q={QUERY_OF_MANY}&sort=date'")).await;
    assert_eq!(tab.get::<u32>("history.length").await, entries, "typing leaves no trail");
    tab.assert_same_document().await;
    tab.load(&format!("/search/?q={QUERY_OF_MANY}&sort=date")).await;
    tab.until("the order is that of the address", "document.querySelector('.search select')?.value === 'date'").await;
}

/// From a search to a post and back, and forth again: each entry shows what it was about.
pub(super) async fn follows_back_and_forward(tab: &Tab<'_>) {
    tab.open(&address(QUERY)).await;
    until_found(tab, KEYBOARD.path).await;
    tab.remember_document().await;
    tab.follow(".search", KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.add_link(&tab.at(&address(QUERY_OF_NONE))).await;
    tab.click("#added").await;
    tab.until("nothing is found", "document.querySelector('.search .ways')").await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(KEYBOARD.heading).await;
    let () = tab.run("history.back()", &[]).await;
    until_found(tab, KEYBOARD.path).await;
    assert_eq!(tab.get::<String>(&format!("{FIELD}.value")).await, QUERY);
    let () = tab.run("history.go(2)", &[]).await;
    tab.until("nothing is found again", "document.querySelector('.search .ways')").await;
    assert_eq!(tab.get::<String>(&format!("{FIELD}.value")).await, QUERY_OF_NONE);
    tab.assert_same_document().await;
}

/// Enter in the dialog shows all on the page. There, its button leads to the field.
pub(super) async fn is_reached_from_the_dialog(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    tab.remember_document().await;
    look_for(tab, QUERY).await;
    until_found(tab, KEYBOARD.path).await;
    press_key(tab, Key::Enter).await;
    tab.until_shown("Search").await;
    until_found(tab, KEYBOARD.path).await;
    assert!(tab.get::<bool>("!document.querySelector('dialog[open]')").await);
    tab.click(".site-header [data-tool='search']").await;
    tab.until("the field has the focus", &format!("document.activeElement === {FIELD}")).await;
    press_key(tab, Key::Down).await;
    tab.until("the first post has it", "document.activeElement.matches('.search .hit:first-child h2 a')").await;
    press_key(tab, Key::Up).await;
    tab.until("the field has it again", &format!("document.activeElement === {FIELD}")).await;
    tab.assert_same_document().await;
    tab.follow(".site-header", ARCHIVE.path).await;
    tab.until_shown(ARCHIVE.heading).await;
    assert!(tab.get::<bool>("!document.querySelector('.prose .search')").await);
}

/// Neither the page nor the dialog breaks a rule, with hits and without.
pub(super) async fn is_accessible(tab: &Tab<'_>) {
    for scheme in ["light", "dark"] {
        tab.prefer("prefers-color-scheme", scheme);
        for query in [QUERY_OF_MANY, QUERY_OF_NONE, ""] {
            tab.open(&address(query)).await;
            let there = ".search :is(.hit, .ways, details)";
            tab.until("the box is there", &format!("document.querySelector('{there}')")).await;
            let () =
                tab.run("document.querySelectorAll('.search details').forEach((it) => (it.open = true))", &[]).await;
            assert_accessible(tab, &format!("the page of {query:?} in {scheme}")).await;
            open(tab, NETWORK.path).await;
            look_for(tab, query).await;
            let there = ".search-dialog :is(.hit, .ways, details)";
            tab.until("the dialog has its results", &format!("document.querySelector('{there}')")).await;
            assert_accessible(tab, &format!("the dialog with {query:?} in {scheme}")).await;
        }
    }
}

/// Without scripts, it leads to the archive.
pub(super) async fn says_that_it_needs_scripts(tab: &Tab<'_>) {
    tab.load(&address(QUERY)).await;
    until("why is told", async || {
        let Ok(main) = tab.client.find(fantoccini::Locator::Css("main")).await else { return false };
        main.text().await.is_ok_and(|text| text.contains("JavaScript"))
    })
    .await;
    tab.follow("main", ARCHIVE.path).await;
    until("the archive is shown", async || {
        let Ok(heading) = tab.client.find(fantoccini::Locator::Css("main h1")).await else { return false };
        heading.prop("textContent").await.is_ok_and(|text| text.as_deref() == Some(ARCHIVE.heading))
    })
    .await;
}

const FIELD: &str = "document.querySelector('.prose .search input')";

fn address(query: &str) -> String {
    format!("/search/?q={}", query.replace(' ', "+"))
}
