//! Keys for readers who like them.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use crate::{
    blog::{ARCHIVE, HOME, KEYBOARD, KEYBOARD_NEXT},
    tab::Tab,
};

/// From list to post, from post to post, and to the site's own pages.
pub(super) async fn go_everywhere(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    tab.remember_document().await;
    press(tab, "j").await;
    let first = "document.querySelectorAll('.entries h2 a')";
    tab.until("the first post has the focus", &format!("document.activeElement === {first}[0]")).await;
    press(tab, "j").await;
    press(tab, "k").await;
    tab.until("the first post has it again", &format!("document.activeElement === {first}[0]")).await;
    press(tab, "ga").await;
    tab.until_shown(ARCHIVE.heading).await;
    tab.follow("main", KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    press(tab, "n").await;
    tab.until_shown(KEYBOARD_NEXT.heading).await;
    press(tab, "p").await;
    tab.until_shown(KEYBOARD.heading).await;
    press(tab, "s").await;
    tab.until("the post is saved", "document.querySelector('[data-tool=save]').ariaPressed === 'true'").await;
    press(tab, "t").await;
    tab.until("the colors change", "document.documentElement.dataset.theme === 'light'").await;
    press(tab, "gs").await;
    tab.until_shown("Saved posts").await;
    press(tab, "gh").await;
    tab.until_shown(HOME.heading).await;
    tab.assert_same_document().await;
}

/// A sheet lists them, and closes with Escape.
pub(super) async fn are_listed(tab: &Tab<'_>) {
    open(tab, HOME.path).await;
    press(tab, "?").await;
    tab.until("the sheet is open", "document.querySelector('dialog.sheet[open]')").await;
    let keys: Vec<String> =
        tab.get("[...document.querySelectorAll('.sheet dt')].map((keys) => keys.textContent)").await;
    assert_eq!(keys, ["j", "k", "n", "p", "/", "CtrlK", "t", "s", "gh", "ga", "gs", "?"]);
    press(tab, &char::from(Key::Escape).to_string()).await;
    tab.until("the sheet is closed", "!document.querySelector('dialog')").await;
}

/// Neither while something is typed, nor with another key held, nor for who has turned them off.
pub(super) async fn leave_typing_alone(tab: &Tab<'_>) {
    open(tab, KEYBOARD.path).await;
    let field = "const field = document.createElement('input'); field.id = 'typed'; document.body.append(field); field.focus();";
    let () = tab.run(field, &[]).await;
    press(tab, "gh?sn").await;
    tab.until("the letters are typed", "document.getElementById('typed').value === 'gh?sn'").await;
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    assert!(tab.get::<bool>("document.querySelector('dialog') === null").await);
    tab.click(".site-header [data-tool='settings']").await;
    tab.until("the panel is open", "document.querySelector('.panel:popover-open')").await;
    tab.click(".panel label:has([name='keys'][value='off'])").await;
    tab.until("they are off", "document.documentElement.dataset.keys === 'off'").await;
    press(tab, &char::from(Key::Escape).to_string()).await;
    press(tab, "?").await;
    press(tab, "gh").await;
    assert!(tab.get::<bool>("document.querySelector('dialog') === null").await);
    assert_eq!(tab.heading().await, KEYBOARD.heading);
}

pub(super) async fn open(tab: &Tab<'_>, path: &str) {
    tab.open(path).await;
    tab.until("the scripts are there", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')").await;
}

pub(super) async fn press(tab: &Tab<'_>, keys: &str) {
    let mut actions = KeyActions::new("keys".to_owned());
    for key in keys.chars() {
        actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
    }
    tab.client.perform_actions(actions).await.expect("the keyboard works");
}
