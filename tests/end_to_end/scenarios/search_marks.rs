//! What a search has led to is marked there.

use fantoccini::key::Key;

use super::{
    search::{look_for, press_key, until_found},
    shortcuts::open,
};
use crate::{
    blog::{HOME, KEYBOARD, KEYBOARD_SECTION, QUERY, QUERY_OF_SECTION},
    tab::Tab,
};

/// The browser paints them over the text, in which nothing changes.
pub(super) async fn stay_until_escape(tab: &Tab<'_>) {
    search(tab, QUERY).await;
    tab.until("the text is there", "document.querySelector('.prose').innerHTML").await;
    let before: String = html_of(tab).await;
    tab.until("words are marked", &format!("5 < {MARKS}")).await;
    let marked: Vec<String> =
        tab.get("[...CSS.highlights.get('lectern-found')].map((range) => range.toString().toLowerCase())").await;
    assert!(marked.iter().all(|word| word.starts_with("screen") || word.starts_with("reader")), "{marked:?}");
    tab.until("it is told", "/marked/.test(document.querySelector('.toast')?.textContent)").await;
    assert_eq!(html_of(tab).await, before);
    press_key(tab, Key::Escape).await;
    tab.until("they are gone", &format!("{MARKS} === 0")).await;
    // Another page has none, and the first has none any more.
    tab.follow(".site-header", HOME.path).await;
    tab.until_shown(HOME.heading).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert!(tab.get::<bool>(&format!("{MARKS} === 0")).await);
}

/// Who opens a section is at its heading, with its words marked.
pub(super) async fn lead_to_the_section(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    look_for(tab, QUERY_OF_SECTION).await;
    until_found(tab, KEYBOARD.path).await;
    tab.click(&format!(".search-dialog a[href$=\"#{KEYBOARD_SECTION}\"]")).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.until("words are marked", &format!("0 < {MARKS}")).await;
    let top = format!("Math.abs(document.getElementById('{KEYBOARD_SECTION}').getBoundingClientRect().top) < 60");
    tab.until("the heading is at the top", &top).await;
}

const MARKS: &str = "(CSS.highlights.get('lectern-found')?.size ?? 0)";

async fn search(tab: &Tab<'_>, query: &str) {
    open(tab, HOME.path).await;
    look_for(tab, query).await;
    until_found(tab, KEYBOARD.path).await;
    tab.click(&format!(".search-dialog a[href=\"{}\"]", tab.at(KEYBOARD.path))).await;
    tab.until_shown(KEYBOARD.heading).await;
}

async fn html_of(tab: &Tab<'_>) -> String {
    tab.get("document.querySelector('.prose').innerHTML").await
}
