//! Deploys: readers get the new build whole, at the next page, without being asked.

use tempfile::TempDir;

use super::{
    offline::{OFFLINE, data_of, forget_answers, read, until_kept},
    offline_blog::{keep, open_panel},
};
use crate::{
    blog::{ABOUT, ARCHIVE, HOME, KEYBOARD, LONG},
    builds::{CHANGED, build_without_offline, next_build},
    host::Fault,
    tab::Tab,
};

/// The scripts that the page has loaded.
const BUILD: &str = "document.querySelector(\"script[type='text/plain']\").dataset.src";

/// The first page after a deploy is of the new build; and so is what the worker shows without the host.
pub(super) async fn come_with_the_next_page(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    let old: String = tab.get(BUILD).await;
    let build = deploy(tab);
    tab.open(KEYBOARD.path).await;
    assert_ne!(tab.get::<String>(BUILD).await, old);
    assert!(tab.text().await.contains(CHANGED));
    until_builds(tab, 2).await;
    tab.host.go_down().await;
    tab.load(LONG.path).await;
    tab.until_shown(OFFLINE).await;
    assert_ne!(tab.get::<String>(BUILD).await, old);
    tab.load(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert!(tab.text().await.contains(CHANGED));
    drop(build);
}

/// A tab of the old build goes on with its own files until its reader goes to the next page, which is of the new build.
pub(super) async fn serve_two_tabs_of_two_builds(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    let old: String = tab.get(BUILD).await;
    tab.remember_document().await;
    let first = tab.client.window().await.expect("a tab");
    let build = deploy(tab);
    let second = tab.client.new_window(true).await.expect("another tab");
    tab.client.switch_to_window(second.handle.clone()).await.expect("the other tab");
    tab.open(HOME.path).await;
    let new: String = tab.get(BUILD).await;
    assert_ne!(new, old);
    until_builds(tab, 2).await;
    tab.follow(".site-header", ARCHIVE.path).await;
    tab.until_shown(ARCHIVE.heading).await;
    tab.client.switch_to_window(first).await.expect("the first tab");
    tab.assert_same_document().await;
    assert!(tab.text().await.contains(KEYBOARD.text), "nobody's page is reloaded");
    let own_files = "const done = arguments[0];
        const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
        Promise.all([js, wasm].map((file) => fetch(file, { cache: 'reload' }).then(({ ok }) => ok))).then(done);";
    assert_eq!(tab.run_async::<Vec<bool>>(own_files, &[]).await, [true, true]);
    tab.follow(".site-header", ABOUT.path).await;
    tab.until_shown(ABOUT.heading).await;
    tab.until("the page was loaded", "!window.remembered").await;
    assert_eq!(tab.get::<String>(BUILD).await, new);
    tab.client.switch_to_window(second.handle).await.expect("the other tab");
    drop(build);
}

/// A file that does not come, and the worker stays away; the page is none the worse for it, and the next visit goes well.
pub(super) async fn that_are_interrupted_come_later(tab: &Tab<'_>) {
    tab.host.fail(".htm", Fault::CutShort);
    tab.open(KEYBOARD.path).await;
    until_kept(tab, &data_of(KEYBOARD.path)).await;
    crate::wait::until("the file was asked for", async || !tab.host.requests(".htm").is_empty()).await;
    until_builds(tab, 0).await;
    assert!(tab.get::<bool>("!navigator.serviceWorker.controller").await);
    tab.follow(".site-header", HOME.path).await;
    tab.until_shown(HOME.heading).await;
    tab.host.repair(".htm");
    read(tab, KEYBOARD.path).await;
    let old: String = tab.get(BUILD).await;
    // The same of an update: the old build stays in charge.
    let build = deploy(tab);
    tab.host.fail(".htm", Fault::Status(404));
    let count = tab.host.requests(".htm").len();
    tab.open(HOME.path).await;
    crate::wait::until("the new file was asked for", async || count < tab.host.requests(".htm").len()).await;
    tab.host.go_down().await;
    tab.load(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert_eq!(tab.get::<String>(BUILD).await, old);
    drop(build);
}

/// A page that came before the deploy names files that the host has no more.
pub(super) async fn leave_the_old_build_its_files(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    let old: String = tab.get(BUILD).await;
    let page = tab.host.read("about/index.html");
    let build = deploy(tab);
    // As a cache between the host and the reader has it.
    tab.host.put("about/index.html", &page);
    tab.open(ABOUT.path).await;
    assert_eq!(tab.get::<String>(BUILD).await, old);
    assert!(tab.host.requests(".wasm").iter().all(|request| request.status != Some(404)), "nothing is missed");
    until_builds(tab, 2).await;
    // The old page comes once more, now that the worker has the new build: it is whole, and the next one is new.
    tab.open(ABOUT.path).await;
    assert_eq!(tab.get::<String>(BUILD).await, old);
    tab.click(".site-header [data-tool='settings']").await;
    tab.until("all scripts are there", "document.querySelector('.panel [data-place=offline] p')").await;
    tab.click(".panel .close").await;
    tab.remember_document().await;
    tab.follow(".site-header", ARCHIVE.path).await;
    tab.until_shown(ARCHIVE.heading).await;
    tab.until("the page was loaded", "!window.remembered").await;
    assert_ne!(tab.get::<String>(BUILD).await, old);
    drop(build);
}

/// Of a blog that is kept whole, a visit brings what has changed, and only that.
pub(super) async fn bring_changed_posts(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    open_panel(tab).await;
    keep(tab).await;
    forget_answers(tab);
    let asked = tab.host.requests(&data_of(ABOUT.path)).len();
    tab.click(".panel .close").await;
    tab.follow(".site-header", ABOUT.path).await;
    tab.until_shown(ABOUT.heading).await;
    assert_eq!(tab.host.requests(&data_of(ABOUT.path)).len(), asked, "what is known to be new is not asked for");
    let build = deploy(tab);
    let (changed, same) = (data_of(KEYBOARD.path), data_of(LONG.path));
    let before = (tab.host.requests(&changed).len(), tab.host.requests(&same).len());
    tab.open(HOME.path).await;
    crate::wait::until("the changed post came", async || before.0 < tab.host.requests(&changed).len()).await;
    open_panel(tab).await;
    tab.until("all is there", "document.querySelector('.panel [data-place=offline]').dataset.state === 'kept'").await;
    assert_eq!(tab.host.requests(&same).len(), before.1);
    tab.host.go_down().await;
    tab.load(KEYBOARD.path).await;
    tab.until_shown(KEYBOARD.heading).await;
    assert!(tab.text().await.contains(CHANGED));
    drop(build);
}

/// An author who wants nothing kept any more publishes once, and readers are rid of it at their next visit.
pub(super) async fn can_be_switched_off(tab: &Tab<'_>) {
    read(tab, KEYBOARD.path).await;
    let build = build_without_offline(tab.site());
    tab.host.deploy(build.path());
    forget_answers(tab);
    tab.open(HOME.path).await;
    let script = "const done = arguments[0];
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then((all) => done(all.flat().length));";
    crate::wait::until("the worker and all it kept is gone", async || tab.run_async::<u32>(script, &[]).await == 0)
        .await;
    tab.open(KEYBOARD.path).await;
    assert!(tab.text().await.contains(CHANGED));
    assert_eq!(tab.run_async::<u32>(script, &[]).await, 0);
    drop(build);
}

/// Puts the next build on the host; ten minutes pass.
fn deploy(tab: &Tab<'_>) -> TempDir {
    let build = next_build(tab.site());
    tab.host.deploy(build.path());
    forget_answers(tab);
    build
}

/// Waits until so many builds are kept whole, and the last one's worker is in charge, if there is any.
async fn until_builds(tab: &Tab<'_>, count: usize) {
    let script = "const done = arguments[0];
        const look = async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            if (registration?.installing || registration?.waiting || registration?.active?.state === 'activating') return -1;
            const names = (await caches.keys()).filter((name) => name.includes(':unit:'));
            const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            return lists.filter((files) => files.some(({ url }) => url.endsWith('.htm'))).length;
        };
        look().then(done);";
    crate::wait::until(&format!("{count} builds are kept"), async || {
        usize::try_from(tab.run_async::<i64>(script, &[]).await) == Ok(count)
    })
    .await;
}
