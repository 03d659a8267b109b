//! Pictures that are enlarged.

use fantoccini::key::Key;

use crate::{blog::GALLERY, tab::Tab};

/// A picture that is wider than the column of text.
const LARGE: &str = ".prose img[src$='dusk.jpg']";

const IS_OPEN: &str = "document.querySelector('dialog.zoom[open] img')";

/// Opens it as a reader without a mouse does; closes it in the same way, and goes on from where the reader was.
pub(super) async fn by_keyboard(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    let picture = until_offered(tab).await;
    let role: Vec<String> = tab
        .get(&format!("['role', 'aria-label'].map((name) => document.querySelector(\"{LARGE}\").getAttribute(name))"))
        .await;
    assert_eq!(role[0], "button");
    assert!(role[1].starts_with("Enlarge picture: Dusk"), "{}", role[1]);
    for key in [Key::Enter.into(), ' '] {
        picture.send_keys(&key.to_string()).await.expect("a picture takes keys");
        tab.until("the picture is enlarged", IS_OPEN).await;
        tab.until("the focus is in the dialog", "document.activeElement.closest('dialog.zoom')").await;
        let alt: String = tab.get(&format!("{IS_OPEN}.alt")).await;
        assert!(alt.starts_with("Dusk"), "{alt}");
        let focused = tab.client.active_element().await.expect("the dialog has focus");
        focused.send_keys(&char::from(Key::Escape).to_string()).await.expect("a dialog takes keys");
        tab.until("the dialog is gone", "!document.querySelector('dialog')").await;
        tab.until("the focus is back", &format!("document.activeElement.matches(\"{LARGE}\")")).await;
    }
}

/// Opens it with the mouse, and closes it with another click or by its button. Nothing on the page moves.
pub(super) async fn by_mouse(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    until_offered(tab).await;
    for close in ["dialog.zoom img", "dialog.zoom button"] {
        let position = tab.position().await;
        tab.click(LARGE).await;
        tab.until("the picture is enlarged", IS_OPEN).await;
        let moved = tab.position().await;
        tab.click(close).await;
        tab.until("the dialog is gone", "!document.querySelector('dialog')").await;
        assert_eq!(tab.position().await, moved, "the page moved from {position}");
    }
}

/// Neither pictures in links nor those that are shown as large as they are.
pub(super) async fn is_only_for_what_is_larger(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    until_offered(tab).await;
    let offered: u32 =
        tab.get("document.querySelectorAll('a img[role], .prose img[src$=\"lectern.svg\"][role]').length").await;
    assert_eq!(offered, 0);
}

async fn until_offered(tab: &Tab<'_>) -> fantoccini::elements::Element {
    let () = tab
        .run(
            &format!("document.querySelector(\"{LARGE}\").scrollIntoView({{ behavior: 'instant', block: 'center' }})"),
            &[],
        )
        .await;
    tab.until("the picture can be enlarged", &format!("document.querySelector(\"{LARGE}\").tabIndex === 0")).await;
    tab.find(LARGE).await
}
