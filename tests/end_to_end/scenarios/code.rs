//! Blocks of code, and the button that copies them.

use fantoccini::key::Key;

use crate::{
    blog::{ABOUT, GALLERY},
    tab::Tab,
};

/// A block with numbers and a marked line.
const NUMBERED: &str = "figure.code-numbered";

/// Every block has one button, the last thing in it.
const ALL_HAVE_BUTTONS: &str = "document.querySelectorAll('figure.code').length > 10
    && [...document.querySelectorAll('figure.code')].every((figure) =>
        figure.querySelectorAll('button').length === 1 && figure.lastElementChild.className === 'copy')";

/// Numbers and colors are no part of what is copied, and a screen reader hears that it is done.
pub(super) async fn is_copied_by_keyboard_as_it_stands(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    take_clipboard(tab, "window.copied = text;").await;
    let box_of_code = tab.find(&format!("{NUMBERED} pre")).await;
    box_of_code.send_keys(&char::from(Key::Tab).to_string()).await.expect("code takes keys");
    tab.until("the button has the focus", "document.activeElement.className === 'copy'").await;
    let button = tab.client.active_element().await.expect("the button has the focus");
    button.send_keys(&char::from(Key::Enter).to_string()).await.expect("a button takes keys");
    tab.until("the code is copied", "window.copied !== undefined").await;
    let copied: String = tab.get("window.copied").await;
    assert!(copied.starts_with("const wait = (ms) =>") && copied.ends_with("done`);"), "{copied}");
    let shown: String = tab.get(&format!("document.querySelector('{NUMBERED} code').textContent")).await;
    assert_eq!(copied, shown.trim_end());
    tab.until("the button says so", "document.activeElement.textContent === 'Copied'").await;
    let told = "document.querySelector('body > [role=status]').textContent";
    tab.until("a screen reader is told", &format!("{told} === 'The code is copied.'")).await;
    tab.until("the button offers it again", "document.activeElement.textContent === 'Copy'").await;
    tab.until("nothing more is said", &format!("{told} === ''")).await;
}

/// The reader can still press the keys for it.
pub(super) async fn is_selected_where_the_clipboard_is_closed(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    take_clipboard(tab, "throw new DOMException('no', 'NotAllowedError');").await;
    let () = tab.run("document.querySelector(arguments[0] + ' .copy').click()", &[NUMBERED.into()]).await;
    let selected =
        format!("getSelection().toString().trim() === document.querySelector('{NUMBERED} code').textContent.trim()");
    tab.until("the code is selected", &selected).await;
    let told = "document.querySelector('body > [role=status]').textContent.includes('Press Control C')";
    tab.until("a screen reader is told what to do", told).await;

    let () = tab.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]).await;
    let () =
        tab.run("getSelection().removeAllRanges(); document.querySelector('figure.code .copy').click()", &[]).await;
    let selected = "getSelection().toString().trim() === document.querySelector('figure.code code').textContent.trim()";
    tab.until("other code is selected", selected).await;
}

/// Pages that the app loads have the buttons too, and those that come back have them once.
pub(super) async fn can_be_copied_on_every_page(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    tab.until("all code has a button", ALL_HAVE_BUTTONS).await;
    tab.load(ABOUT.path).await;
    tab.until_taken_over().await;
    tab.remember_document().await;
    let link = tab.add_link(&tab.at(GALLERY.path)).await;
    tab.click(link).await;
    tab.until_shown(GALLERY.heading).await;
    tab.until("all code has a button", ALL_HAVE_BUTTONS).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(ABOUT.heading).await;
    let () = tab.run("history.forward()", &[]).await;
    tab.until_shown(GALLERY.heading).await;
    tab.until("all code has one button", ALL_HAVE_BUTTONS).await;
    tab.assert_same_document().await;
}

/// Puts a clipboard of the test in the place of the browser's, which asks the person at the screen.
async fn take_clipboard(tab: &Tab<'_>, body: &str) {
    let script = format!(
        "Object.defineProperty(navigator, 'clipboard', {{
            configurable: true,
            value: {{ async writeText(text) {{ {body} }} }},
        }});"
    );
    let () = tab.run(&script, &[]).await;
}
