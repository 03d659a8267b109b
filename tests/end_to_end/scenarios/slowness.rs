//! Answers that take their time, and what is shown meanwhile.

use serde_json::{Value, json};

use super::{offline::data_of, prefetch::until_fetched_ahead};
use crate::{
    blog::{HOME, KEYBOARD, NETWORK, SETTINGS},
    tab::Tab,
    wait::until,
};

/// Notes when a link is clicked, when a progress bar comes and when another page comes, in milliseconds.
const WATCH: &str = "window.times = {};
    addEventListener('click', () => { times.clicked = performance.now(); }, true);
    new MutationObserver(() => {
        if (document.querySelector('[role=progressbar]')) times.bar ??= performance.now();
        if (document.querySelector('main h1').textContent !== arguments_heading) times.shown ??= performance.now();
    }).observe(document.querySelector('#lectern'), { subtree: true, childList: true, characterData: true });";

/// A wait is shown, but only when it is one.
pub(super) async fn shows_a_bar_after_a_moment(tab: &Tab<'_>) {
    let hold = tab.host.hold(&NETWORK.path.replace(".html", ".md"));
    tab.open(KEYBOARD.path).await;
    watch(tab).await;
    tab.follow(".prose", NETWORK.path).await;
    tab.until("there is a progress bar", "document.querySelector('[role=progressbar]')").await;
    let waited: f64 = tab.get("times.bar - times.clicked").await;
    assert!(190.0 < waited, "the bar came after {waited} ms");
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    hold.release();
    tab.until_shown(NETWORK.heading).await;
    assert!(tab.get::<bool>("!document.querySelector('[role=progressbar]')").await, "the bar is gone");
}

/// A page that is at hand comes at once and without a bar.
pub(super) async fn shows_none_when_there_is_no_wait(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    let address = tab.at(NETWORK.path);
    tab.client
        .execute("document.querySelector(arguments[0]).focus()", vec![format!(".prose a[href='{address}']").into()])
        .await
        .expect("a link takes the focus");
    until_fetched_ahead(tab, &data_of(NETWORK.path)).await;
    watch(tab).await;
    tab.follow(".prose", NETWORK.path).await;
    tab.until_shown(NETWORK.heading).await;
    let times: Value = tab.get("times").await;
    assert_eq!(times["bar"], Value::Null);
}

/// Where a device takes its time, a page comes whole all the same: no moment with its heading and without its text.
pub(super) async fn of_the_device_shows_no_half_pages(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.order("Emulation.setCPUThrottlingRate", &json!({ "rate": 20 }));
    let watch = "window.seen = [];
        const look = () => {
            const heading = document.querySelector('main h1').textContent;
            const words = document.querySelector('.prose')?.textContent.trim().length ?? 0;
            if (heading === arguments[0]) seen.push(0 < words && scrollY === 0);
            setTimeout(look);
        };
        look();
        scrollTo({ top: 300, behavior: 'instant' });";
    let () = tab.run(watch, &[KEYBOARD.heading.into()]).await;
    let () = tab
        .run("document.querySelector(arguments[0]).click()", &[tab.add_link(&tab.at(KEYBOARD.path)).await.into()])
        .await;
    tab.until("it was seen", "seen.length").await;
    tab.order("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }));
    assert!(tab.get::<bool>("seen.every(Boolean)").await);
}

/// Slow first wish, quick second one: the answer to the first must not take the place of the second.
pub(super) async fn never_brings_back_an_older_wish(tab: &Tab<'_>) {
    let slow = NETWORK.path.replace(".html", ".md");
    let hold = tab.host.hold(&slow);
    tab.open(KEYBOARD.path).await;
    tab.follow(".prose", NETWORK.path).await;
    until("the slow page is asked for", async || !tab.host.requests(&slow).is_empty()).await;
    tab.follow(".prose", SETTINGS.path).await;
    tab.until_shown(SETTINGS.heading).await;
    hold.release();
    until("the slow page is answered or given up", async || {
        tab.get::<bool>("!document.querySelector('[role=progressbar]')").await
    })
    .await;
    // A page that is asked for after the late answer has come shows that the app has dealt with it.
    tab.follow("article footer", KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(SETTINGS.heading).await;
    assert_eq!(tab.path().await, tab.at(SETTINGS.path));
}

/// Going back is a newer wish, too.
pub(super) async fn is_given_up_by_going_back(tab: &Tab<'_>) {
    tab.open(SETTINGS.path).await;
    tab.follow("article footer", KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    let entries: u32 = tab.get("history.length").await;
    let slow = NETWORK.path.replace(".html", ".md");
    let hold = tab.host.hold(&slow);
    tab.follow(".prose", NETWORK.path).await;
    until("the slow page is asked for", async || !tab.host.requests(&slow).is_empty()).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(SETTINGS.heading).await;
    hold.release();
    let () = tab.run("history.forward()", &[]).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert_eq!(tab.path().await, tab.at(KEYBOARD.path));
    assert_eq!(tab.get::<u32>("history.length").await, entries, "the page that was given up has no entry");
}

async fn watch(tab: &Tab<'_>) {
    let heading = Value::from(KEYBOARD.heading).to_string();
    let () = tab.run(&WATCH.replace("arguments_heading", &heading), &[]).await;
}
