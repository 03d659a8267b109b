//! Addresses that lead elsewhere.

use crate::{
    blog::{ABOUT, KEYBOARD, KEYBOARD_OLD, KEYBOARD_SECTION},
    tab::Tab,
};

/// A link of old to a section leads to the section.
pub(super) async fn keep_the_place_in_the_text(tab: &Tab<'_>) {
    tab.load(&format!("{KEYBOARD_OLD}#{KEYBOARD_SECTION}")).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.until("the address is the new one", &format!("location.pathname === '{}'", tab.at(KEYBOARD.path))).await;
    let top = format!("document.getElementById('{KEYBOARD_SECTION}').getBoundingClientRect().top");
    tab.until("the section is at the top of the window", &format!("scrollY > 0 && {top} > -1 && {top} < 60")).await;
    tab.load(KEYBOARD_OLD).await;
    tab.until_shown(KEYBOARD.heading).await;
}

/// The app needs no document for it, and the way back leads to where the link was.
pub(super) async fn are_followed_without_loading_a_document(tab: &Tab<'_>) {
    tab.open(ABOUT.path).await;
    tab.remember_document().await;
    let link = tab.add_link(&format!("{}#{KEYBOARD_SECTION}", tab.at(KEYBOARD_OLD))).await;
    tab.click(link).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert_eq!(tab.path().await, tab.at(KEYBOARD.path));
    assert_eq!(tab.get::<String>("location.hash").await, format!("#{KEYBOARD_SECTION}"));
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(ABOUT.heading).await;
    tab.assert_same_document().await;
}
