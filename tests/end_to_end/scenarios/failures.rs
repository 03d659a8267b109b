//! A page that cannot be had: the old one stays, the notice says what failed and what to do, and Try again works.

use crate::{
    blog::{KEYBOARD, NETWORK},
    host::Fault,
    tab::Tab,
};

/// No answer at all, as in a tunnel.
pub(super) async fn host_is_down(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.remember_document().await;
    tab.host.go_down().await;
    tab.follow(".prose", NETWORK.path).await;
    assert_told(tab, &["did not answer", "try again"]).await;
    tab.press("Try again").await;
    // The same notice, of the second attempt.
    tab.until("the notice goes while the page is tried again", "window.notice.isConnected === false").await;
    assert_told(tab, &["did not answer"]).await;
    tab.host.come_up().await;
    assert_retry_works(tab).await;
}

/// The server has trouble of its own.
pub(super) async fn server_error(tab: &Tab<'_>) {
    assert_told_and_mended(tab, Fault::Status(500), &["500", "Try again"]).await;
}

/// The connection ends in the middle of the text.
pub(super) async fn answer_is_cut_short(tab: &Tab<'_>) {
    assert_told_and_mended(tab, Fault::CutShort, &["cut short", "Try again"]).await;
}

/// Bytes that are no text.
pub(super) async fn answer_is_not_utf8(tab: &Tab<'_>) {
    assert_told_and_mended(tab, Fault::NotUtf8, &["not valid text", "Try again"]).await;
}

/// The site has moved on since this page was loaded, and so has its data.
pub(super) async fn answer_is_of_another_version(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.remember_document().await;
    let file = data_of_network().trim_start_matches('/').to_owned();
    let data = tab.host.read(&file);
    let metadata = data.split_once("}\n---\n").expect("a bundle begins with its metadata").0;
    tab.host.put(&file, &data.replace(metadata, "---\n{\"name\":\"of another kind\""));
    tab.follow(".prose", NETWORK.path).await;
    assert_told(tab, &["Reload the page"]).await;
    tab.host.put(&file, &data);
    assert_retry_works(tab).await;
}

/// Who would rather read on can.
pub(super) async fn can_be_dismissed(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.host.fail(&data_of_network(), Fault::Status(503));
    tab.follow(".prose", NETWORK.path).await;
    assert_told(tab, &["503"]).await;
    tab.press("Stay on this page").await;
    tab.until("the notice is gone", "!document.querySelector('[role=alert]')").await;
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    assert_eq!(tab.path().await, tab.at(KEYBOARD.path));
}

/// The address is the old page's already when its data cannot be had.
pub(super) async fn on_the_way_back(tab: &Tab<'_>) {
    // Without a worker: it would have the page that was read.
    tab.host.fail("service-worker.js", Fault::Status(404));
    tab.open(NETWORK.path).await;
    tab.click(tab.add_link(&tab.at(KEYBOARD.path)).await).await;
    tab.until_shown(KEYBOARD.heading).await;
    // The app that starts anew has no page in memory but this one.
    tab.client.refresh().await.expect("the page loads again");
    tab.until_taken_over().await;
    tab.remember_document().await;
    tab.host.fail(&data_of_network(), Fault::Status(502));
    let () = tab.run("history.back()", &[]).await;
    tab.until("there is a notice", "document.querySelector('[role=alert]')").await;
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    tab.host.repair(&data_of_network());
    assert_retry_works(tab).await;
    let () = tab.run("history.forward()", &[]).await;
    tab.until_shown(KEYBOARD.heading).await;
}

/// The Markdown twin of the page that is asked for.
fn data_of_network() -> String {
    NETWORK.path.replace(".html", ".md")
}

async fn assert_told_and_mended(tab: &Tab<'_>, fault: Fault, words: &[&str]) {
    tab.open(KEYBOARD.path).await;
    tab.remember_document().await;
    tab.host.fail(&data_of_network(), fault);
    tab.follow(".prose", NETWORK.path).await;
    assert_told(tab, words).await;
    tab.host.repair(&data_of_network());
    assert_retry_works(tab).await;
}

/// The notice is there, says these words and the address, and the old page is whole.
async fn assert_told(tab: &Tab<'_>, words: &[&str]) {
    tab.until("there is a notice", "window.notice = document.querySelector('[role=alert]')").await;
    let notice: String = tab.get("notice.textContent").await;
    for word in words {
        assert!(notice.contains(word), "the notice lacks `{word}`: {notice}");
    }
    assert!(notice.contains(&tab.at(NETWORK.path)), "the notice lacks the address: {notice}");
    assert_eq!(tab.heading().await, KEYBOARD.heading);
    let text = tab.text().await;
    assert!(text.contains(KEYBOARD.text), "the old page is whole");
    assert_eq!(tab.path().await, tab.at(KEYBOARD.path));
    assert!(tab.get::<bool>("notice.getBoundingClientRect().bottom > 0").await, "the notice is in sight");
}

async fn assert_retry_works(tab: &Tab<'_>) {
    tab.press("Try again").await;
    tab.until_shown(NETWORK.heading).await;
    assert_eq!(tab.path().await, tab.at(NETWORK.path));
    assert!(tab.get::<bool>("!document.querySelector('[role=alert]')").await, "the notice is gone");
    tab.assert_same_document().await;
}
