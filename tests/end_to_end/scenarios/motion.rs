//! Movement, for readers whom it makes ill. All browsers of these tests say that their reader wants none.

use crate::{
    blog::{ABOUT, KEYBOARD, KINDS},
    tab::Tab,
};

/// Neither pages nor the bar of a slow one.
pub(super) async fn is_none_for_who_wants_none(tab: &Tab<'_>) {
    for (kind, path) in KINDS {
        tab.open(path).await;
        assert!(tab.get::<bool>("matchMedia('(prefers-reduced-motion: reduce)').matches").await);
        assert_still(tab, kind).await;
    }
    tab.open(KEYBOARD.path).await;
    let hold = tab.host.hold(".md");
    tab.follow(".site-header", ABOUT.path).await;
    tab.until("a bar shows that the page is slow", "document.querySelector('.progress')").await;
    assert_still(tab, "the bar").await;
    hold.release();
    tab.until_shown(ABOUT.heading).await;
    assert_still(tab, "a page that has come late").await;
}

async fn assert_still(tab: &Tab<'_>, what: &str) {
    let moving: Vec<String> =
        tab.get("document.getAnimations().map(({ effect }) => effect.target.outerHTML.slice(0, 80))").await;
    assert!(moving.is_empty(), "{what}: {moving:#?}");
}
