//! The sections of a post, and the reader's place among them.

use fantoccini::key::Key;

use crate::{
    blog::{KEYBOARD, KEYBOARD_SECTION, LONG},
    tab::Tab,
};

/// In a narrow window they are a drawer, which the browser itself opens; a section closes it and is shown.
pub(super) async fn are_a_drawer_in_narrow_windows(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    let opener = tab.find(".contents-button").await;
    opener.send_keys(&char::from(Key::Enter).to_string()).await.expect("a button takes keys");
    tab.until("the drawer is open", "document.querySelector('.contents nav:popover-open')").await;
    tab.click(&format!(".contents a[href='#{KEYBOARD_SECTION}']")).await;
    tab.until("the drawer is closed", "!document.querySelector('.contents nav:popover-open')").await;
    let top = format!("document.getElementById('{KEYBOARD_SECTION}').getBoundingClientRect().top");
    tab.until("the section is shown", &format!("{top} >= -1 && {top} < innerHeight / 2")).await;
}

/// The list knows where the reader is, and the bar how far.
pub(super) async fn follow_the_reader(tab: &Tab<'_>) {
    tab.open(LONG.path).await;
    let ids: Vec<String> = tab
        .get("[...document.querySelectorAll('.contents a')].map((link) => decodeURIComponent(link.hash.slice(1)))")
        .await;
    assert!(2 < ids.len());
    for id in [&ids[ids.len() - 1], &ids[1]] {
        let script = "document.getElementById(arguments[0]).scrollIntoView({ behavior: 'instant' })";
        let () = tab.run(script, &[id.as_str().into()]).await;
        let current = "document.querySelector('.contents [aria-current]')?.hash";
        tab.until("the list shows the section", &format!("decodeURIComponent({current} ?? '') === '#{id}'")).await;
    }
    let () = tab.run("document.querySelector('.document > footer').scrollIntoView({ behavior: 'instant' })", &[]).await;
    tab.until("the bar is full", "document.querySelector('.reading-bar').style.getPropertyValue('--progress') === '1'")
        .await;
    // At the end of the page its link is there, before that a button.
    tab.scroll_to(3000).await;
    tab.until("the button is shown", "document.querySelector('button.to-top').getClientRects().length").await;
    tab.click("button.to-top").await;
    tab.until("the top is shown", "scrollY === 0").await;
    tab.until("the heading has the focus", "document.activeElement.matches('main h1')").await;
}
