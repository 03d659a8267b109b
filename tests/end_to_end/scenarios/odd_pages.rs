//! Pages that are not quite what the app expects: it must neither fail nor spoil them.

use crate::{
    blog::{ABOUT, HOME, KEYBOARD, NETWORK},
    tab::Tab,
};

/// In the minutes around a new version, a cache may combine the page of one build with the app of another.
pub(super) async fn of_another_build_are_shown_anew(tab: &Tab<'_>) {
    let file = KEYBOARD.path.trim_start_matches('/');
    let html = tab.host.read(file);
    let (before, after) = html.split_once("data-mark=\"").expect("the page has its mark");
    tab.host.put(file, &format!("{before}data-mark=\"1{after}"));
    tab.open(KEYBOARD.path).await;
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    assert!(tab.text().await.contains(KEYBOARD.text));
    tab.remember_document().await;
    tab.follow(".prose", NETWORK.path).await;
    tab.until_shown(NETWORK.heading).await;
    tab.assert_same_document().await;
}

/// The app says in the console that it stays away, and the links are the browser's.
pub(super) async fn without_their_data_stay_static(tab: &Tab<'_>) {
    let file = KEYBOARD.path.trim_start_matches('/');
    let html = tab.host.read(file);
    for (whole, damaged) in [("{\"site\":", "{\"sit"), ("id=\"lectern-page\"", "")] {
        assert!(html.contains(whole), "the page has no {whole}");
        tab.host.put(file, &html.replace(whole, damaged));
        tab.load(KEYBOARD.path).await;
        crate::wait::until("the app says that it stays away", async || {
            tab.take_complaints().await.iter().any(|complaint| complaint.contains("it stays a static one"))
        })
        .await;
        assert!(tab.text().await.contains(KEYBOARD.text));
        tab.remember_document().await;
        tab.follow(".prose", NETWORK.path).await;
        tab.until_shown(NETWORK.heading).await;
        assert!(!tab.get::<bool>("window.remembered === true").await, "the browser itself loads the page");
    }
}

/// Newsletters and search engines add a query to addresses.
pub(super) async fn with_a_query_are_the_same(tab: &Tab<'_>) {
    tab.open(&format!("{}?utm_source=mail", KEYBOARD.path)).await;
    assert_eq!(tab.get::<String>("location.search").await, "?utm_source=mail");
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    tab.remember_document().await;
    tab.click(tab.add_link(&format!("{}?utm_source=mail", tab.at(ABOUT.path))).await).await;
    tab.until_shown(ABOUT.heading).await;
    assert_eq!(tab.get::<String>("location.search").await, "?utm_source=mail");
    tab.assert_same_document().await;
}

/// Some hosts answer every path with the home page; the path still says what was meant.
pub(super) async fn of_a_host_that_always_sends_home_follow_the_address(tab: &Tab<'_>) {
    tab.host.put(KEYBOARD.path.trim_start_matches('/'), &tab.host.read("index.html"));
    tab.open(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert_eq!(tab.path().await, tab.at(KEYBOARD.path));
    tab.follow(".site-header", ABOUT.path).await;
    tab.until_shown(ABOUT.heading).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.click(".site-title").await;
    tab.until_shown(HOME.heading).await;
}
