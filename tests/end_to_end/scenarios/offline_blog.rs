//! The whole blog, kept because the reader asked for it.

use serde_json::json;

use super::{
    offline::{data_of, keys, read, until_cached},
    search::{look_for, until_found},
};
use crate::{
    axe::assert_accessible,
    blog::{GALLERY, HOME, KEYBOARD, KINDS, LONG, MISSPELT, QUERY, SAVED},
    tab::Tab,
};

const PLACE: &str = ".panel [data-place=offline]";

/// Its size is shown first, then its progress; after that every page opens without the host.
pub(super) async fn is_kept_whole(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    open_panel(tab).await;
    assert_accessible(tab, "the offer").await;
    tab.press("Keep this blog offline").await;
    until_state(tab, "offered").await;
    let text = text(tab).await;
    assert!(text.contains("Posts: ") && text.contains("kB"), "{text}");
    assert_eq!(keys(tab, "blog").await, [""; 0], "nothing comes before it is wanted");
    let hold = tab.host.hold(&data_of(LONG.path));
    tab.press("Download").await;
    tab.until("the progress is shown", &format!("0 < document.querySelector('{PLACE} progress')?.position")).await;
    assert_accessible(tab, "the download").await;
    assert_eq!(tab.get::<String>("document.activeElement.textContent").await, "Stop", "the focus stays in the place");
    hold.release();
    until_state(tab, "kept").await;
    assert_accessible(tab, "what is kept").await;
    tab.host.go_down().await;
    for (kind, path) in KINDS.iter().filter(|(_, path)| *path != MISSPELT) {
        tab.load(path).await;
        tab.until(kind, "document.querySelector('main h1') && !document.querySelector('main .offline')").await;
        assert!(tab.get::<bool>("!document.querySelector('[role=alert]')").await, "{path}");
    }
    tab.load(GALLERY.path).await;
    tab.until_shown(GALLERY.heading).await;
    let pictures = "[...document.querySelectorAll('.prose img')].filter((picture) => {
            picture.loading = 'eager';
            return picture.src.startsWith(location.origin);
        })";
    tab.until("all pictures are there", &format!("{pictures}.every(({{ naturalWidth }}) => naturalWidth)")).await;
    tab.until_taken_over().await;
    open_panel(tab).await;
    until_state(tab, "kept").await;
}

/// It is searched without the host, too, by those who have never searched before.
pub(super) async fn is_searched(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    open_panel(tab).await;
    keep(tab).await;
    tab.host.go_down().await;
    tab.load(HOME.path).await;
    tab.until_taken_over().await;
    look_for(tab, QUERY).await;
    until_found(tab, KEYBOARD.path).await;
}

/// Whoever stops keeps what has come, and may go on in another visit, on another page of the site.
pub(super) async fn stops_and_goes_on(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    let hold = start_and_hold(tab).await;
    tab.press("Stop").await;
    until_state(tab, "stopped").await;
    let text = text(tab).await;
    assert!(text.contains("Stopped") && !text.contains('…'), "{text}");
    hold.release();
    tab.open(SAVED).await;
    let place = "document.querySelector('.saved [data-place=offline]')";
    tab.until("the next visit knows it", &format!("{place}?.dataset.state === 'stopped'")).await;
    let before = keys(tab, "blog").await.len();
    tab.press("Go on").await;
    tab.until("it goes on to its end", &format!("{place}?.dataset.state === 'kept'")).await;
    assert!(before < keys(tab, "blog").await.len());
    until_cached(tab, &data_of(LONG.path), true).await;
}

/// A file that does not come, or is another than the list says, as in the middle of a deploy: nothing wrong is kept, and
/// the next visit brings what is missing by itself.
pub(super) async fn breaks_off_and_comes_at_the_next_visit(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    let file = data_of(LONG.path);
    let data = tab.host.read(&file);
    tab.host.put(&file, &data.replace("One renderer", "Two renderers"));
    open_panel(tab).await;
    tab.press("Keep this blog offline").await;
    until_state(tab, "offered").await;
    tab.press("Download").await;
    until_state(tab, "failed").await;
    until_cached(tab, &file, false).await;
    tab.host.put(&file, &data);
    tab.open(HOME.path).await;
    until_cached(tab, "offline.json", true).await;
    until_cached(tab, &file, true).await;
    open_panel(tab).await;
    until_state(tab, "kept").await;
}

/// What fits stays, and the reader learns what to do.
pub(super) async fn fills_the_storage(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    open_panel(tab).await;
    tab.press("Keep this blog offline").await;
    until_state(tab, "offered").await;
    let used: u64 = tab.run_async("navigator.storage.estimate().then(({ usage }) => arguments[0](usage))", &[]).await;
    let origin = tab.host.origin();
    tab.order("Storage.overrideQuotaForOrigin", &json!({ "origin": origin, "quotaSize": used + 60_000 }));
    tab.press("Download").await;
    until_state(tab, "full").await;
    let text = text(tab).await;
    assert!(text.contains("no more room"), "{text}");
    tab.order("Storage.overrideQuotaForOrigin", &json!({ "origin": origin }));
    tab.press("Go on").await;
    until_state(tab, "kept").await;
    until_cached(tab, &data_of(LONG.path), true).await;
}

/// The browser may take it away to make room; the next visit says so and can bring it back.
pub(super) async fn is_cleared_away_by_the_browser(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    open_panel(tab).await;
    keep(tab).await;
    let origin = tab.host.origin();
    tab.order(
        "Storage.clearDataForOrigin",
        &json!({ "origin": origin, "storageTypes": "cache_storage,service_workers" }),
    );
    tab.open(HOME.path).await;
    tab.until("it is told", "document.querySelector('.toast')?.textContent.includes('cleared away')").await;
    tab.click(".toast p button").await;
    tab.until("it is told that it is back", "document.querySelector('.toast')?.textContent.includes('whole blog')")
        .await;
    until_cached(tab, &data_of(LONG.path), true).await;
    tab.until("the worker is back", "navigator.serviceWorker.controller").await;
    tab.host.go_down().await;
    tab.load(LONG.path).await;
    tab.until_shown(LONG.heading).await;
}

/// Removing it is one press, and says so.
pub(super) async fn is_removed(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    open_panel(tab).await;
    keep(tab).await;
    tab.press("Remove from this device").await;
    until_state(tab, "none").await;
    assert_eq!(keys(tab, "blog").await, [""; 0]);
    tab.open(HOME.path).await;
    open_panel(tab).await;
    until_state(tab, "none").await;
}

pub(super) async fn open_panel(tab: &Tab<'_>) {
    tab.until("the scripts are there", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')").await;
    tab.click(".site-header [data-tool='settings']").await;
    tab.until("the panel has its part", &format!("document.querySelector('{PLACE} p')")).await;
}

/// Asks for the whole blog in the open panel, and waits until it is there.
pub(super) async fn keep(tab: &Tab<'_>) {
    tab.press("Keep this blog offline").await;
    until_state(tab, "offered").await;
    tab.press("Download").await;
    until_state(tab, "kept").await;
}

/// Begins, and keeps the host from sending all.
async fn start_and_hold(tab: &Tab<'_>) -> crate::host::Hold {
    open_panel(tab).await;
    tab.press("Keep this blog offline").await;
    until_state(tab, "offered").await;
    let hold = tab.host.hold(&data_of(LONG.path));
    tab.press("Download").await;
    tab.until("it has begun", &format!("0 < document.querySelector('{PLACE} progress')?.position")).await;
    hold
}

async fn until_state(tab: &Tab<'_>, state: &str) {
    tab.until(&format!("it is {state}"), &format!("document.querySelector('{PLACE}')?.dataset.state === '{state}'"))
        .await;
}

async fn text(tab: &Tab<'_>) -> String {
    tab.get(&format!("document.querySelector('{PLACE} p').textContent")).await
}
