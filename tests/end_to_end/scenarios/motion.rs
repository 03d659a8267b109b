//! Movement, for readers whom it makes ill. All browsers of these tests say that their reader wants none.

use crate::{
    blog::{HOME, KEYBOARD, KINDS, NETWORK},
    tab::Tab,
};

/// Neither pages nor the bar of a slow one.
pub(super) async fn is_none_for_who_wants_none(tab: &Tab<'_>) {
    for (kind, path) in KINDS {
        tab.open(path).await;
        assert!(tab.get::<bool>("matchMedia('(prefers-reduced-motion: reduce)').matches").await);
        assert_still(tab, kind).await;
    }
    // To a page that was not read yet: of the others there are copies.
    tab.open(KEYBOARD.path).await;
    let hold = tab.host.hold(".md");
    tab.follow(".prose", NETWORK.path).await;
    tab.until("a bar shows that the page is slow", "document.querySelector('.progress')").await;
    assert_still(tab, "the bar").await;
    hold.release();
    tab.until_shown(NETWORK.heading).await;
    assert_still(tab, "a page that has come late").await;
}

/// The title of a post moves from the list to the post and back; pages come as whole as without.
pub(super) async fn goes_from_list_to_post_for_all_others(tab: &Tab<'_>) {
    tab.prefer("prefers-reduced-motion", "no-preference");
    tab.open(HOME.path).await;
    let count = "window.moves = [];
        const start = document.startViewTransition.bind(document);
        document.startViewTransition = (change) => {
            const transition = start(change);
            transition.ready.then(() => window.moves.push(document.getAnimations().some(
                ({ effect }) => effect.pseudoElement === '::view-transition-group(title)')));
            return transition;
        };";
    let () = tab.run(count, &[]).await;
    tab.follow(".entries", NETWORK.path).await;
    tab.until_shown(NETWORK.heading).await;
    tab.until("the title moves", "window.moves.length === 1").await;
    tab.client.back().await.expect("a page before");
    tab.until_shown(HOME.heading).await;
    tab.until("it moves back", "window.moves.length === 2").await;
    tab.until("nothing is left of it", "!document.querySelector('[data-leaving]')").await;
    assert_eq!(tab.get::<Vec<bool>>("window.moves").await, [true, true]);
    tab.prefer("prefers-reduced-motion", "reduce");
}

async fn assert_still(tab: &Tab<'_>, what: &str) {
    let moving: Vec<String> =
        tab.get("document.getAnimations().map(({ effect }) => effect.target.outerHTML.slice(0, 80))").await;
    assert!(moving.is_empty(), "{what}: {moving:#?}");
}
