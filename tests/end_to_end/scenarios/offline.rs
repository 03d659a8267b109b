//! Reading without the host: what was read is there, and what was not is told.

use serde_json::{Value, json};

use crate::{
    blog::{ARCHIVE, FILE, HOME, KEYBOARD, LONG, NETWORK},
    browser::Kind,
    host::Fault,
    tab::Tab,
};

/// The page that stands in for others.
pub(super) const OFFLINE: &str = "You are offline";

/// What was read opens by its address and by a click, from the first visit on.
pub(super) async fn shows_what_was_read(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    tab.follow(".site-header", HOME.path).await;
    tab.until_shown(HOME.heading).await;
    until_kept(tab, "index.json").await;
    if tab.kind() == Kind::Chromium {
        forget_answers(tab);
    }
    tab.host.go_down().await;
    tab.follow(".site-header", ARCHIVE.path).await;
    tab.until("what was not read is told", "document.querySelector('[role=alert]')").await;
    tab.load(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert!(tab.text().await.contains(KEYBOARD.text));
    assert_eq!(tab.path().await, tab.at(KEYBOARD.path));
    assert_eq!(tab.get::<String>("document.title").await, KEYBOARD.title);
    tab.until_taken_over().await;
    tab.remember_document().await;
    tab.follow(".site-header", HOME.path).await;
    tab.until_shown(HOME.heading).await;
    tab.assert_same_document().await;
    assert!(
        tab.get::<bool>("!document.querySelector('[name=robots]')").await,
        "the page in their place is not to be indexed"
    );
}

/// A page that was not read is none of the browser's own: it says why, lists what there is, and can be tried again.
pub(super) async fn tells_what_was_not_read(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    tab.host.go_down().await;
    tab.load(LONG.path).await;
    tab.until_shown(OFFLINE).await;
    tab.until("what is kept is listed", "document.querySelector('[data-place=kept] li')").await;
    tab.until("why is told", "document.querySelector('[role=alert]')").await;
    assert_eq!(tab.path().await, tab.at(LONG.path));
    tab.follow("[data-place=kept]", KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until("the other one is still missing", "document.querySelector('[role=alert]')").await;
    tab.host.come_up().await;
    tab.press("Try again").await;
    tab.until_shown(LONG.heading).await;
}

/// Who has a copy does not wait for a host that takes too long, or sends errors; who has none gets what the host sends.
pub(super) async fn answers_for_a_slow_host(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    forget_answers(tab);
    let hold = tab.host.hold(KEYBOARD.path);
    tab.load(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert!(tab.get::<bool>("performance.getEntriesByType('navigation')[0].duration < 8000").await);
    drop(hold);
    tab.host.fail(KEYBOARD.path, Fault::Status(503));
    tab.load(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    tab.host.fail(NETWORK.path, Fault::Status(503));
    tab.load(NETWORK.path).await;
    assert_eq!(tab.get::<String>("document.body.innerText").await, "As you wished.");
}

/// Downloads, parts of files and what is sent are none of the worker's business.
pub(super) async fn leaves_files_to_the_host(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    tab.load(FILE.0).await;
    assert!(tab.get::<String>("document.body.innerText").await.contains(FILE.1));
    tab.open(KEYBOARD.path).await;
    let script = "const [file, done] = arguments;
        const ways = [{ method: 'POST' }, { headers: { range: 'bytes=0-3' } }, {}];
        Promise.all(ways.map((way) => fetch(file, way).then(({ status }) => status))).then(done);";
    let statuses: Vec<u16> = tab.run_async(script, &[tab.at("/feed.xml").into()]).await;
    assert_eq!(statuses, [405, 200, 200]);
    let kept: Vec<String> = keys(tab, "read").await;
    assert!(
        kept.iter().all(|key| !key.contains("feed") && !key.contains(".html") && !key.contains(".txt")),
        "{kept:?}"
    );
}

/// What was read is a trace of the reader, and goes with the others.
pub(super) async fn forgets_what_the_reader_clears(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    tab.follow(".site-footer", "/saved/").await;
    tab.until("the list is there", "document.querySelector('.saved .empty')").await;
    until_kept(tab, "saved/index.json").await;
    tab.press("Clear").await;
    tab.until("all is cleared", "document.querySelector('.toast')").await;
    let data = data_of(KEYBOARD.path);
    until_cached(tab, &data, false).await;
}

/// Some browsers have a cache that takes nothing. Pages are none the worse for it.
pub(super) async fn is_left_alone_where_nothing_can_be_kept(tab: &Tab<'_>) {
    let script = "for (const name of ['open', 'match', 'has', 'keys', 'delete']) {
            CacheStorage.prototype[name] = () => Promise.reject(new DOMException('not here', 'SecurityError'));
        }";
    tab.order("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    tab.open(KEYBOARD.path).await;
    tab.until("the worker is in charge all the same", "navigator.serviceWorker.controller").await;
    tab.click(".site-header [data-tool='settings']").await;
    tab.until("the panel has its part", "document.querySelector('.panel [data-place=offline] button')").await;
    tab.press("Keep this blog offline").await;
    tab.until("its size is told", "document.querySelector('.panel [data-state=offered]')").await;
    tab.press("Download").await;
    tab.until("it fails", "document.querySelector('.panel [data-state=failed], .panel [data-state=unreachable]')")
        .await;
    tab.click(".panel .close").await;
    tab.follow(".prose", NETWORK.path).await;
    tab.until_shown(NETWORK.heading).await;
}

/// Opens a page and waits until it is kept and the worker is in charge.
pub(super) async fn read(tab: &Tab<'_>, path: &str) {
    tab.open(path).await;
    tab.until("the worker is in charge", "navigator.serviceWorker.controller").await;
    until_kept(tab, &data_of(path)).await;
}

/// The file of a document's data, relative to the site.
pub(super) fn data_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.ends_with('/') { format!("{path}index.md") } else { path.replace(".html", ".md") }
}

/// Waits until a file is kept.
pub(super) async fn until_kept(tab: &Tab<'_>, file: &str) {
    until_cached(tab, file, true).await;
}

/// Waits until a file is in the cache, or is not.
pub(super) async fn until_cached(tab: &Tab<'_>, file: &str, is_wanted: bool) {
    crate::wait::until(&format!("{file} is kept: {is_wanted}"), async || {
        let script = "const [address, done] = arguments;
            caches.match(address).then((answer) => done(Boolean(answer)));";
        let is_there: bool = tab.run_async(script, &[tab.at(file).into()]).await;
        is_there == is_wanted
    })
    .await;
}

/// The addresses of everything that is kept of a kind: of what was `read`, or of the whole `blog`.
pub(super) async fn keys(tab: &Tab<'_>, kind: &str) -> Vec<String> {
    let script = "const [base, kind, done] = arguments;
        caches.open(`lectern:${base}:${kind}`).then((cache) => cache.keys()).then((keys) => done(keys.map(({ url }) => url)));";
    tab.run_async(script, &[tab.base().into(), kind.into()]).await
}

/// Empties the browser's own cache of answers, as ten minutes would.
pub(super) fn forget_answers(tab: &Tab<'_>) {
    tab.order("Network.enable", &json!({}));
    let done: Value = tab.order("Network.clearBrowserCache", &json!({}));
    drop(done);
}
