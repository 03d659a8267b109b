//! The moment at which the app takes over a page that is being read.

use serde_json::{Value, json};

use crate::{
    blog::{ABOUT, KEYBOARD, NETWORK},
    browser::Kind,
    host::Fault,
    tab::Tab,
    wait::until,
};

/// The app itself; its name begins with a name and a hash.
const APP: &str = "_bg.wasm";

/// Elements stay the ones they were, with what hangs on them: selection, focus, place.
pub(super) async fn leaves_the_page_as_the_reader_has_it(tab: &Tab<'_>) {
    let hold = tab.host.hold(APP);
    tab.load(KEYBOARD.path).await;
    until("the app is asked for", async || !tab.host.requests(APP).is_empty()).await;
    let () = tab
        .run(
            "window.elements = [...document.querySelectorAll('#lectern *')];
            window.texts = [...document.querySelectorAll('.prose p')].map((paragraph) => paragraph.firstChild);
            document.querySelector('.prose a').focus({ preventScroll: true });
            const [first, second] = document.querySelectorAll('.prose p');
            getSelection().setBaseAndExtent(first.firstChild, 3, second.firstChild, 5);
            window.selected = getSelection().toString();",
            &[],
        )
        .await;
    tab.scroll_to(600).await;
    let focused: String = tab.get("document.activeElement.href").await;
    hold.release();
    tab.until_taken_over().await;

    let lost: Vec<String> =
        tab.get("elements.filter((element) => !element.isConnected).map((element) => element.outerHTML)").await;
    assert_eq!(lost, Vec::<String>::new());
    assert!(tab.get::<bool>("texts.every((text) => text.isConnected)").await, "text nodes were replaced");
    assert_eq!(tab.get::<usize>("document.querySelectorAll('#lectern *').length - elements.length").await, 0);
    assert!(tab.get::<bool>("selected.length > 20 && getSelection().toString() === selected").await);
    assert_eq!(tab.get::<String>("document.activeElement.href").await, focused);
    assert_eq!(tab.position().await, 600);
}

/// Nothing moves on screen, nothing is said, and the app's download waits until the page is there.
pub(super) async fn goes_unnoticed(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    let early: Vec<String> = tab
        .get(
            "performance.getEntriesByType('resource')
                .filter((entry) => /\\.(wasm|js)$/.test(entry.name))
                .filter((entry) => entry.startTime < performance.getEntriesByType('navigation')[0].loadEventStart)
                .map((entry) => entry.name)",
        )
        .await;
    assert_eq!(early, Vec::<String>::new(), "asked for before the page was loaded");
    assert_eq!(tab.get::<String>("document.querySelector('[role=status]').textContent").await, "");
    assert_eq!(tab.get::<String>("document.activeElement.localName").await, "body");
    if tab.kind() == Kind::Chromium {
        assert_eq!(tab.shifts().await, Vec::<Value>::new());
    }
}

/// With Save-Data the app is not even asked for before the reader does something. Chromium alone has the setting.
pub(super) async fn waits_where_data_is_saved(tab: &Tab<'_>) {
    if tab.kind() != Kind::Chromium {
        return;
    }
    tab.order("Emulation.setDataSaverOverride", &json!({ "dataSaverEnabled": true }));
    tab.load(KEYBOARD.path).await;
    assert!(tab.get::<bool>("navigator.connection.saveData").await);
    // Any other reader's app has been asked for by then: this comes after the next two frames.
    let script = "const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => fetch(location.href).then(() => done(null)))));";
    let () = tab.run_async(script, &[]).await;
    assert!(tab.host.requests(APP).is_empty());
    tab.click(".prose p").await;
    tab.until_taken_over().await;
}

/// Without its program the page is still a page, and its links are links.
pub(super) async fn that_fails_leaves_a_page_of_links(tab: &Tab<'_>) {
    // Nothing comes out of the browser's cache: what is asked for late has failed until then.
    for (file, fault) in [(".js", Fault::Status(404)), (APP, Fault::Status(404)), (APP, Fault::CutShort)] {
        tab.host.fail(file, fault);
        let before = tab.host.requests(file).len();
        tab.load(KEYBOARD.path).await;
        until("the app is asked for and refused", async || {
            tab.host.requests(file).get(before).is_some_and(|request| request.status.is_some())
        })
        .await;
        tab.remember_document().await;
        tab.follow(".prose", NETWORK.path).await;
        tab.until_shown(NETWORK.heading).await;
        assert!(!tab.get::<bool>("window.remembered === true").await, "the browser itself loads the page");
        tab.follow(".site-header", ABOUT.path).await;
        tab.until_shown(ABOUT.heading).await;
        // Nothing of this page may go on and complain after all that it had to say was taken.
        tab.client.goto("about:blank").await.expect("an empty page");
        tab.host.repair(file);
    }
    tab.take_complaints().await;
}
