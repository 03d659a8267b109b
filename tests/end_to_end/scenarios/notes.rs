//! Footnotes shown beside their marks.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction},
    key::Key,
};

use crate::{blog::GALLERY, tab::Tab};

/// The mark of the first footnote of [`GALLERY`].
const MARK: &str = "a.footnote[href=\"#fn:number\"]";

const BOX: &str = "document.querySelector('.note-popover')";

/// The mouse opens the box, may go into it, and closes it by going elsewhere. Nothing on the page moves.
pub(super) async fn follow_the_mouse(tab: &Tab<'_>) {
    open(tab).await;
    let height = "document.documentElement.scrollHeight";
    let before: u32 = tab.get(height).await;
    point_at(tab, MARK).await;
    tab.until("the note is shown", BOX).await;
    assert_eq!(tab.get::<String>(&format!("{BOX}.textContent.trim().slice(0, 18)")).await, "You can jump here,");
    assert_eq!(tab.get::<u32>(height).await, before);
    let is_beside = format!(
        "(({{ left, right, top, bottom }}, mark) => left >= 0 && right <= innerWidth && \
         Math.min(Math.abs(top - mark.bottom), Math.abs(mark.top - bottom)) < 10)\
         ({BOX}.getBoundingClientRect(), document.querySelector('{MARK}').getBoundingClientRect())"
    );
    tab.until("it is beside its mark", &is_beside).await;
    point_at(tab, ".note-popover").await;
    let () = tab.run("setTimeout(() => { window.waited = true; }, 600)", &[]).await;
    tab.until("the box has had time to go away", "window.waited").await;
    assert!(tab.get::<bool>(&format!("{BOX} !== null")).await, "the box goes away under the mouse");
    point_at(tab, "main h1").await;
    tab.until("the note is gone", &format!("!{BOX}")).await;
}

/// The focus opens the box, Escape closes it, and it stays closed.
pub(super) async fn follow_the_focus(tab: &Tab<'_>) {
    open(tab).await;
    let () = tab.run("document.querySelector(arguments[0]).focus()", &[MARK.into()]).await;
    tab.until("the note is shown", BOX).await;
    let hidden =
        "getAttribute('aria-hidden') === 'true' && ![...BOX.querySelectorAll('a')].some((link) => link.tabIndex === 0)";
    assert!(
        tab.get::<bool>(&format!("{BOX}.{}", hidden.replace("BOX", BOX))).await,
        "the box is in the keyboard's way"
    );
    assert_eq!(tab.get::<u32>("document.querySelectorAll('[id=\"fn:number\"]').length").await, 1);
    let escape = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value: Key::Escape.into() })
        .then(KeyAction::Up { value: Key::Escape.into() });
    tab.client.perform_actions(escape).await.expect("the keyboard works");
    tab.until("the note is gone", &format!("!{BOX}")).await;
    assert_eq!(tab.get::<String>("document.activeElement.getAttribute('href')").await, "#fn:number");
}

/// A click leads to the note itself, and there is a way back to each of its marks.
pub(super) async fn are_reached_by_a_click(tab: &Tab<'_>) {
    open(tab).await;
    tab.click(MARK).await;
    tab.until("the address names the note", "location.hash === '#fn:number'").await;
    tab.until("no box is left", &format!("!{BOX}")).await;
    let back = "[id='fn:number'] .footnote-back";
    let names: Vec<String> =
        tab.get(&format!("[...document.querySelectorAll(\"{back}\")].map((link) => link.ariaLabel)")).await;
    assert_eq!(names, ["Back to mention 1", "Back to mention 2"]);
    tab.click(&format!("{back}:last-child")).await;
    tab.until("the address names the mark", "location.hash === '#fnref:number:1'").await;
}

async fn open(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    let () = tab
        .run(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
            &[MARK.into()],
        )
        .await;
}

async fn point_at(tab: &Tab<'_>, selector: &str) {
    let element = tab.find(selector).await;
    let into_view = "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest', behavior: 'instant' })";
    let () = tab.run(into_view, &[selector.into()]).await;
    let rest = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveToElement {
        element,
        duration: None,
        x: 0.0,
        y: 0.0,
    });
    tab.client.perform_actions(rest).await.expect("the mouse works");
}
