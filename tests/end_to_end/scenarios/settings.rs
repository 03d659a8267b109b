//! How readers want to see pages.

use fantoccini::key::Key;

use crate::{
    blog::{ARCHIVE, HOME, KEYBOARD, LONG},
    tab::Tab,
};

const THEME: &str = "document.documentElement.dataset.theme";

/// The panel opens with the focus inside, applies each choice at once, and gives the focus back.
pub(super) async fn are_chosen_by_keyboard(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    let opener = tab.find(".site-header [data-tool='settings']").await;
    opener.send_keys(&char::from(Key::Enter).to_string()).await.expect("a button takes keys");
    tab.until("the focus is in the panel", "document.activeElement.closest('.panel:popover-open')").await;
    let choice = tab.client.active_element().await.expect("a choice has the focus");
    choice.send_keys(&char::from(Key::Right).to_string()).await.expect("a choice takes keys");
    tab.until("the next colors are shown", &format!("{THEME} === 'light'")).await;
    let size = tab.find(".panel [name='size']").await;
    let before: f64 = tab.get("parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)").await;
    size.send_keys(&char::from(Key::Right).to_string()).await.expect("a slider takes keys");
    tab.until(
        "the text is larger",
        &format!("parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize) > {before}"),
    )
    .await;
    size.send_keys(&char::from(Key::Escape).to_string()).await.expect("a slider takes keys");
    tab.until("the panel is closed", "!document.querySelector('.panel:popover-open')").await;
    tab.until("the focus is back", "document.activeElement.dataset.tool === 'settings'").await;
}

/// They are there before the first paint of the next page, in another tab of the same site, and can be taken back.
pub(super) async fn are_kept(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    choose(tab, "theme", "sepia").await;
    choose(tab, "align", "justify").await;
    // Firefox hands over what is kept to the process of the next page only after a moment.
    tab.load(LONG.path).await;
    tab.until("the colors are kept", &format!("{THEME} === 'sepia'")).await;
    tab.load(LONG.path).await;
    // The attributes were there before the body was: else the style of the first paint would be another.
    assert_eq!(tab.get::<String>(THEME).await, "sepia");
    assert_eq!(tab.get::<String>("getComputedStyle(document.querySelector('.prose p')).textAlign").await, "justify");
    tab.until_taken_over().await;
    tab.follow(".site-header", ARCHIVE.path).await;
    tab.until_shown(ARCHIVE.heading).await;
    assert_eq!(tab.get::<String>(THEME).await, "sepia");
    open_panel(tab).await;
    tab.press("Back to the defaults").await;
    tab.until("the colors are the system's", &format!("{THEME} === undefined")).await;
    tab.load(HOME.path).await;
    assert!(tab.get::<bool>(&format!("{THEME} === undefined")).await);
}

/// The button in the header goes from the system's colors to light, dark and back, and says so.
pub(super) async fn of_colors_change_by_a_button(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.until("the button says what it does", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')")
        .await;
    for (theme, label) in [("light", "Colors: Light"), ("dark", "Colors: Dark"), ("", "Colors: As the system")] {
        tab.click(".site-header [data-tool='theme']").await;
        tab.until("the colors change", &format!("({THEME} ?? '') === '{theme}'")).await;
        let said = "document.querySelector('body > .visually-hidden[role=status]').textContent";
        tab.until("it is said", &format!("{said} === '{label}'")).await;
        assert_eq!(tab.get::<String>("document.querySelector('[data-tool=theme]').ariaLabel").await, label);
    }
}

/// Data of other programs, of other versions, of the wrong shape, or none at all: pages are as they are.
pub(super) async fn that_are_damaged_count_as_none(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    for kept in [
        "",
        "{",
        "null",
        "[]",
        "7",
        "{\"version\":9,\"data\":{\"theme\":\"dark\"}}",
        "{\"version\":1}",
        "{\"version\":1,\"data\":[1]}",
        "{\"version\":1,\"data\":{\"theme\":{}}}",
        "{\"version\":1,\"data\":{\"a\":[\"b\",null]}}",
    ] {
        let script = "for (const kind of ['settings', 'read', 'places', 'visits', 'saved', 'comments'])
            localStorage.setItem(`lectern:${arguments[1]}:${kind}`, arguments[0]);";
        let () = tab.run(script, &[kept.into(), tab.base().into()]).await;
        tab.open(KEYBOARD.path).await;
        tab.until("the page is complete", "document.querySelector('[data-tool=save]').ariaPressed === 'false'").await;
        assert!(
            tab.get::<bool>("getComputedStyle(document.documentElement).colorScheme === 'light dark'").await,
            "{kept}"
        );
    }
}

/// A full storage is told once, and what was chosen lasts as long as the page.
pub(super) async fn that_cannot_be_kept_last_as_long_as_the_page(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    let fill = "localStorage.clear();
        for (let size = 4_000_000; size; size = Math.floor(size / 2))
            for (let failed = false, n = 0; !failed; n++)
                try { localStorage.setItem(`filler ${size} ${n}`, 'x'.repeat(size)); } catch { failed = true; }";
    let () = tab.run(fill, &[]).await;
    choose(tab, "theme", "dark").await;
    tab.until("it is told", "document.querySelector('.toast')?.textContent.includes('keep anything')").await;
    assert_eq!(tab.get::<String>(THEME).await, "dark");
    tab.follow(".site-header", ARCHIVE.path).await;
    tab.until_shown(ARCHIVE.heading).await;
    assert_eq!(tab.get::<String>(THEME).await, "dark");
    let () = tab.run("localStorage.clear()", &[]).await;
}

async fn open_panel(tab: &Tab<'_>) {
    tab.until("the scripts are there", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')").await;
    if !tab.get::<bool>("document.querySelector('.panel:popover-open') !== null").await {
        tab.click(".site-header [data-tool='settings']").await;
    }
    tab.until("the panel is open", "document.querySelector('.panel:popover-open')").await;
}

async fn choose(tab: &Tab<'_>, name: &str, value: &str) {
    open_panel(tab).await;
    tab.click(&format!(".panel label:has([name='{name}'][value='{value}'])")).await;
    tab.until("it is chosen", &format!("document.documentElement.dataset['{name}'] === '{value}'")).await;
}
