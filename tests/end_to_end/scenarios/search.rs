//! The dialog in which readers search from every page.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use super::shortcuts::{open, press};
use crate::{
    blog::{
        ARCHIVE, HOME, KEYBOARD, KEYBOARD_SECTION, QUERY, QUERY_OF_FEWER, QUERY_OF_MANY, QUERY_OF_NONE,
        QUERY_OF_SECTION,
    },
    host::Fault,
    tab::Tab,
    wait::until,
};

/// Opened by a key, walked through by the arrows, followed by Enter; the reader hears how many there are.
pub(super) async fn goes_by_keyboard_alone(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    tab.remember_document().await;
    look_for(tab, QUERY_OF_SECTION).await;
    until_found(tab, KEYBOARD.path).await;
    tab.until("how many is said", "/1/.test(document.querySelector('.search-dialog [role=status]').textContent)").await;
    let section = format!("{ACTIVE}?.hash === '#{KEYBOARD_SECTION}'");
    press_key(tab, Key::Down).await;
    tab.until("the post is chosen", &format!("{ACTIVE}?.pathname === '{}'", tab.at(KEYBOARD.path))).await;
    press_key(tab, Key::Down).await;
    tab.until("its section is chosen", &section).await;
    press_key(tab, Key::Down).await;
    tab.until("then the field itself", &format!("!{ACTIVE}")).await;
    press_key(tab, Key::Up).await;
    tab.until("and the last one again", &section).await;
    press_key(tab, Key::Home).await;
    tab.until("which Home leaves alone", &section).await;
    assert_eq!(tab.get::<u32>("document.activeElement.selectionStart").await, 0);
    press_key(tab, Key::Enter).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.until("it is at the section", &format!("location.hash === '#{KEYBOARD_SECTION}'")).await;
    assert!(tab.get::<bool>("!document.querySelector('dialog[open]')").await);
    tab.assert_same_document().await;
}

/// Escape closes it, with the focus where it was; the next time the query is there, to be typed over.
pub(super) async fn gives_the_focus_back(tab: &Tab<'_>) {
    open(tab, KEYBOARD.path).await;
    let button = ".site-header [data-tool='search']";
    tab.click(button).await;
    until_open(tab).await;
    press(tab, QUERY).await;
    until_found(tab, KEYBOARD.path).await;
    press_key(tab, Key::Escape).await;
    tab.until("it is closed", "!document.querySelector('dialog[open]')").await;
    assert!(tab.get::<bool>(&format!("document.activeElement === document.querySelector(\"{button}\")")).await);
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    press(tab, "/").await;
    until_open(tab).await;
    assert_eq!(tab.get::<String>(&format!("{FIELD}.value")).await, QUERY);
    press(tab, QUERY_OF_NONE).await;
    tab.until("it is typed over", &format!("{FIELD}.value === '{QUERY_OF_NONE}'")).await;
}

/// A slash is a slash there, but Control and K are not for typing.
pub(super) async fn opens_while_something_is_typed(tab: &Tab<'_>) {
    open(tab, KEYBOARD.path).await;
    let field = "const field = document.createElement('input'); field.id = 'typed'; document.body.append(field); field.focus();";
    let () = tab.run(field, &[]).await;
    press(tab, "/").await;
    tab.until("it is typed", "document.getElementById('typed').value === '/'").await;
    hold_control(tab, 'k').await;
    until_open(tab).await;
    press_key(tab, Key::Escape).await;
    tab.until("the focus is back", "document.activeElement?.id === 'typed'").await;
}

/// Filters are words of the query; by date, the newest is first; more come when they are asked for.
pub(super) async fn narrows_and_sorts(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    look_for(tab, QUERY_OF_MANY).await;
    tab.until("some are found", &format!("{HITS}.length === 5")).await;
    // Of the query before this one there are no more.
    let more = format!("5 < {HITS}.length || ({DIALOG}.querySelector('.search-foot button').click(), false)");
    tab.until("more are shown", &more).await;
    let () = tab.run(&format!("const order = {DIALOG}.querySelector('select'); order.value = 'date'; order.dispatchEvent(new Event('change'));"), &[]).await;
    tab.until("the first ones are shown again", &format!("{HITS}.length === 5")).await;
    let newest = "[...document.querySelectorAll('.search-dialog .day')].map((day) => Date.parse(day.textContent))
        .every((day, place, days) => place === 0 || day <= days[place - 1])";
    tab.until("the newest is first", newest).await;
    tab.click(".search-dialog .search-filters summary").await;
    tab.until("filters are offered", &format!("{DIALOG}.querySelector(\"[data-filter^='category:']\")")).await;
    tab.click(".search-dialog [data-filter^='category:']").await;
    tab.until("the filter is in the query", &format!("/^category:\\S+ {QUERY_OF_MANY}$/.test({FIELD}.value)")).await;
    tab.until("and is shown as chosen", &format!("{DIALOG}.querySelector('[data-filter][aria-pressed=true]')")).await;
    tab.click(".search-dialog [data-filter][aria-pressed='true']").await;
    tab.until("and is gone again", &format!("{FIELD}.value === '{QUERY_OF_MANY}'")).await;
}

/// While another query is on its way there are no more hits of the one before.
pub(super) async fn shows_more_of_one_query(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    look_for(tab, QUERY_OF_MANY).await;
    tab.until("filters are offered, the last of an answer", &format!("{DIALOG}.querySelector('[data-filter]')")).await;
    let count = format!("{DIALOG}.querySelector('.search-line span').textContent");
    let before: String = tab.get(&count).await;
    let asked = tab.host.requests(".idx").len();
    let hold = tab.host.hold(".idx");
    press(tab, &format!(" {QUERY_OF_FEWER}")).await;
    until("more of the index is asked for", async || asked < tab.host.requests(".idx").len()).await;
    let () = tab.run(&format!("{DIALOG}.querySelector('.search-foot button').click()"), &[]).await;
    hold.release();
    tab.until("the answer is there", &format!("{count} !== '{before}'")).await;
    let found = format!("Math.min(5, {count}.match(/\\d+/)[0])");
    assert_eq!(tab.get::<u32>(&format!("{HITS}.length")).await, tab.get::<u32>(&found).await);
}

/// Who finds nothing is told what else there is.
pub(super) async fn is_never_a_dead_end(tab: &Tab<'_>) {
    open(tab, KEYBOARD.path).await;
    look_for(tab, &format!("keyboard {QUERY_OF_NONE}")).await;
    until_none(tab, &format!("keyboard {QUERY_OF_NONE}")).await;
    tab.press(&format!("Without {QUERY_OF_NONE}")).await;
    until_found(tab, KEYBOARD.path).await;
    assert_eq!(tab.get::<String>(&format!("{FIELD}.value")).await, "keyboard");
    hold_control(tab, 'k').await;
    press(tab, QUERY_OF_NONE).await;
    until_none(tab, QUERY_OF_NONE).await;
    tab.follow(".search-dialog", ARCHIVE.path).await;
    tab.until_shown(ARCHIVE.heading).await;
    assert!(tab.get::<bool>("!document.querySelector('dialog[open]')").await);
}

/// In this browser alone, and as long as the reader likes.
pub(super) async fn remembers_what_was_looked_for(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    look_for(tab, QUERY).await;
    until_found(tab, KEYBOARD.path).await;
    tab.click(&format!(".search-dialog a[href=\"{}\"]", tab.at(KEYBOARD.path))).await;
    tab.until_shown(KEYBOARD.heading).await;
    open(tab, HOME.path).await;
    press(tab, "/").await;
    until_open(tab).await;
    tab.press(QUERY).await;
    until_found(tab, KEYBOARD.path).await;
    tab.click(".search-dialog .search-field .clear").await;
    tab.press("Clear recent searches").await;
    tab.until("they are gone", &format!("!{DIALOG}.querySelector('.recent')")).await;
    assert!(tab.get::<bool>("Object.keys(localStorage).every((key) => !key.endsWith(':searches'))").await);
}

/// A host that does not answer is told of, and asked again.
pub(super) async fn tells_what_did_not_come(tab: &Tab<'_>) {
    let mut files = tab.host.files("js").into_iter();
    let worker = files.find(|file| file.contains("search-worker")).expect("the search has a worker");
    // From the beginning, so that nothing else has kept it.
    tab.host.fail(&worker, Fault::Status(503));
    open(tab, HOME.path).await;
    look_for(tab, QUERY).await;
    tab.until("it is told", &format!("/Try again/.test({DIALOG}.querySelector('[role=status]').textContent)")).await;
    tab.host.repair(&worker);
    tab.press("Try again").await;
    until_found(tab, KEYBOARD.path).await;
    tab.take_all_complaints().await;
}

/// The dialog.
pub(super) const DIALOG: &str = "document.querySelector('.search-dialog')";

/// Its field.
pub(super) const FIELD: &str = "document.querySelector('.search-dialog input')";

const HITS: &str = "document.querySelectorAll('.search-dialog .hit')";

/// The option that the field says is the chosen one.
const ACTIVE: &str =
    "document.getElementById(document.querySelector('.search-dialog input').getAttribute('aria-activedescendant'))";

/// Opens the dialog by its key and types a query.
pub(super) async fn look_for(tab: &Tab<'_>, query: &str) {
    press(tab, "/").await;
    until_open(tab).await;
    press(tab, query).await;
}

/// Waits until the dialog is open and can be typed into.
async fn until_open(tab: &Tab<'_>) {
    tab.until(
        "the dialog is open",
        &format!("document.querySelector('.search-dialog[open]') && document.activeElement === {FIELD}"),
    )
    .await;
}

/// Waits until a post is among the hits.
pub(super) async fn until_found(tab: &Tab<'_>, path: &str) {
    let link = format!("document.querySelector('.search .hit a[href=\"{}\"]')", tab.at(path));
    tab.until(&format!("{path} is found"), &link).await;
}

/// Waits until it is told that nothing was found for all that was typed.
async fn until_none(tab: &Tab<'_>, query: &str) {
    let told = format!("{DIALOG}.querySelector('.search-state p')?.textContent.endsWith(': {query}')");
    tab.until("it is told", &told).await;
}

/// Presses a key that is no character.
pub(super) async fn press_key(tab: &Tab<'_>, key: Key) {
    press(tab, &char::from(key).to_string()).await;
}

async fn hold_control(tab: &Tab<'_>, key: char) {
    let control = char::from(Key::Control);
    let actions = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value: control })
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key })
        .then(KeyAction::Up { value: control });
    tab.client.perform_actions(actions).await.expect("the keyboard works");
}
