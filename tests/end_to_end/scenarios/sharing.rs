//! Addresses to give on, and what is said at the edge of the window.

use crate::{
    blog::{HOME, KEYBOARD, KEYBOARD_SECTION},
    tab::Tab,
};

/// A button gives the post's address, a heading's link the section's. Where the clipboard is closed, it is shown.
pub(super) async fn gives_the_address(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.until("the scripts are there", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')").await;
    let copied = "window.copied = '';
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
        Object.defineProperty(navigator, 'share', { value: undefined });";
    let () = tab.run(copied, &[]).await;
    tab.click(".document [data-tool='share']").await;
    let address = format!("{}{}", tab.host.origin(), tab.at(KEYBOARD.path));
    tab.until("the address is copied", &format!("window.copied === '{address}'")).await;
    tab.until("it is told", "document.querySelector('.toast')?.textContent.includes('copied')").await;
    let anchor = format!(".anchor[href='#{KEYBOARD_SECTION}']");
    let () = tab.run("document.querySelector(arguments[0]).click()", &[anchor.into()]).await;
    tab.until("the section's is", &format!("window.copied === '{address}#{KEYBOARD_SECTION}'")).await;
    let closed = "navigator.clipboard.writeText = async () => { throw new Error('closed'); };";
    let () = tab.run(closed, &[]).await;
    tab.click(".document [data-tool='share']").await;
    tab.until("the address is shown", "document.querySelector('.toast')?.textContent.includes(location.pathname)")
        .await;
}

/// Readers are told that the network is gone, and that it is back; the words go away when they are read.
pub(super) async fn tells_of_the_network(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.until("the scripts are there", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')").await;
    for (event, words) in [("offline", "You are offline."), ("online", "You are online again.")] {
        let () = tab.run("dispatchEvent(new Event(arguments[0]))", &[event.into()]).await;
        tab.until("it is told", &format!("document.querySelector('.toast')?.textContent.includes('{words}')")).await;
    }
    tab.click(".toast > button").await;
    tab.until("it is gone", "!document.querySelector('.toast')").await;
}
