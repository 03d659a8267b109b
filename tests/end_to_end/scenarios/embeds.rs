//! Players of other sites.

use crate::{
    blog::{ABOUT, GALLERY},
    tab::Tab,
};

/// Where the settings allow no frames, the poster is a link, and no other site is asked for anything.
pub(super) async fn of_a_strict_site_are_links(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    let addresses: Vec<String> = tab.get("[...document.querySelectorAll('.embed > a')].map((link) => link.href)").await;
    assert!(
        !addresses.is_empty()
            && addresses.iter().all(|address| address.starts_with("https://www.youtube.com/watch?v="))
    );
    assert!(!tab.get::<bool>("Boolean(document.querySelector('[data-frame], iframe'))").await);
    let hosts: Vec<String> = tab
        .get("[...new Set(performance.getEntriesByType('resource').map((entry) => new URL(entry.name).host))]")
        .await;
    assert!(hosts.iter().all(|host| host.starts_with("127.0.0.1")), "{hosts:?}");
}

/// A click on a poster with the address of a frame opens that in its place, with the focus on it; other clicks are the
/// browser's. Coming back, it is a poster again.
pub(super) async fn open_in_their_place(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    // This site allows no frames of others, but its own scripts may make one of it for a moment.
    let () = tab
        .run(
            "const link = document.querySelector('.embed > a');
            link.dataset.frame = 'https://player.example.org/x';
            link.id = 'poster';
            addEventListener('click', (event) => {
                window.prevented = event.defaultPrevented;
                event.preventDefault();
            });",
            &[],
        )
        .await;
    let () = tab
        .run("document.querySelector('#poster').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))", &[])
        .await;
    assert!(!tab.get::<bool>("window.prevented").await, "with Ctrl it opens elsewhere");
    tab.click("#poster").await;
    tab.until("the frame is in its place", "document.querySelector('.embed > iframe')").await;
    let frame: Vec<String> = tab
        .get("['src', 'title', 'sandbox', 'referrerpolicy'].map((name) => document.querySelector('.embed > iframe').getAttribute(name))")
        .await;
    let sandbox = "allow-popups allow-presentation allow-same-origin allow-scripts";
    assert_eq!(
        frame,
        ["https://player.example.org/x", "A talk of an hour", sandbox, "strict-origin-when-cross-origin"]
    );
    assert!(tab.get::<bool>("document.activeElement.localName === 'iframe'").await, "the focus is on the frame");
    // The policy has refused it, and said so.
    tab.take_all_complaints().await;

    let link = tab.add_link(&tab.at(ABOUT.path)).await;
    let () = tab.run("document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", &[link.into()]).await;
    tab.until_shown(ABOUT.heading).await;
    tab.client.back().await.expect("a way back");
    tab.until_shown(GALLERY.heading).await;
    tab.until("it is a poster again", "document.querySelector('.embed > a#poster')").await;
}
