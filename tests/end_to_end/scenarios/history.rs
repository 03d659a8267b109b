//! Back, forward, reload: the page comes back as it was left.

use crate::{
    blog::{FILE, HOME, LONG, NETWORK, WRITING},
    tab::Tab,
};

/// Both ways, twice: places are kept for each entry and not for each page.
pub(super) async fn back_and_forward_restore_page_and_place(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.remember_document().await;
    let at_home = leave_by_click(tab, "main", NETWORK.path).await;
    assert!(0 < at_home, "the link must be below the first screen");
    tab.until_shown(NETWORK.heading).await;
    tab.scroll_to(450).await;
    tab.click(".site-title").await;
    tab.until_shown(HOME.heading).await;
    assert_eq!(tab.position().await, 0, "a page that is asked for anew begins at its top");

    for (go, heading, place) in [
        ("back", NETWORK.heading, None),
        ("back", HOME.heading, Some(at_home)),
        ("forward", NETWORK.heading, None),
        ("forward", HOME.heading, None),
        ("back", NETWORK.heading, None),
    ] {
        let () = tab.run("history[arguments[0]]()", &[go.into()]).await;
        tab.until_shown(heading).await;
        if let Some(place) = place {
            until_at(tab, place).await;
        }
    }
    tab.assert_same_document().await;
    assert_eq!(tab.path().await, tab.at(NETWORK.path));
}

/// Readers press faster than pages come: only where they end counts.
pub(super) async fn quick_steps_end_where_they_lead(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    for page in [NETWORK, WRITING, LONG] {
        tab.click(tab.add_link(&tab.at(page.path)).await).await;
        tab.until_shown(page.heading).await;
    }
    // Only this page is in memory after that; the others have to be fetched.
    tab.client.refresh().await.expect("the page loads again");
    tab.until_taken_over().await;
    for (steps, page) in [("back back back", HOME), ("forward forward", WRITING), ("back forward forward", LONG)] {
        let script = "for (const step of arguments[0].split(' ')) history[step]()";
        let () = tab.run(script, &[steps.into()]).await;
        let there = format!("location.pathname === '{}'", tab.at(page.path));
        tab.until("the address is where the steps lead", &there).await;
        tab.until_shown(page.heading).await;
        assert_eq!(tab.get::<String>("document.title").await, page.title);
    }
}

/// In the middle of a post, with the app and by the browser's own means.
pub(super) async fn reload_keeps_the_place(tab: &Tab<'_>) {
    tab.open(LONG.path).await;
    tab.scroll_to(2_345).await;
    for _ in 0..2 {
        tab.client.refresh().await.expect("the page loads again");
        tab.until_taken_over().await;
        until_at(tab, 2_345).await;
    }
}

/// A file is shown by the browser; the way back from it is a load of the page.
pub(super) async fn back_from_a_file_restores_the_place(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.follow("main", WRITING.path).await;
    tab.until_shown(WRITING.heading).await;
    let place = leave_by_click(tab, ".prose", FILE.0).await;
    tab.until("the file is shown", &format!("document.body.innerText.includes('{}')", FILE.1)).await;
    tab.client.back().await.expect("there is a way back");
    tab.until_shown(WRITING.heading).await;
    tab.until_taken_over().await;
    until_at(tab, place).await;
    tab.client.back().await.expect("there is a way back");
    tab.until_shown(HOME.heading).await;
}

/// Clicks a link and returns where the page was scrolled to at that moment: the click itself may scroll.
async fn leave_by_click(tab: &Tab<'_>, place: &str, path: &str) -> i64 {
    let script = "addEventListener('click', () => sessionStorage.setItem('left', Math.trunc(scrollY)), true)";
    let () = tab.run(script, &[]).await;
    tab.follow(place, path).await;
    tab.until("the click is noted", "sessionStorage.getItem('left') !== null").await;
    let left: String = tab.get("sessionStorage.getItem('left')").await;
    left.parse().expect("a number was noted")
}

async fn until_at(tab: &Tab<'_>, place: i64) {
    tab.until("the page is where it was", &format!("Math.abs(scrollY - {place}) <= 1")).await;
}
