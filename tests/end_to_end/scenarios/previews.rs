//! What links lead to, shown beside them.

use fantoccini::actions::{InputSource, MouseActions, PointerAction};

use crate::{
    blog::{KEYBOARD, SETTINGS},
    tab::Tab,
};

const BOX: &str = "document.querySelector('.preview')";

/// The mouse on a link shows title and beginning of the page, asked for once; elsewhere it goes away.
pub(super) async fn follow_the_mouse(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.until("the scripts are there", "document.querySelector('[data-tool=theme]').ariaLabel.includes(':')").await;
    let link = format!(".prose a[href=\"{}\"]", tab.at(SETTINGS.path));
    for _ in 0..2 {
        point_at(tab, &link).await;
        tab.until("the page is shown in small", BOX).await;
        let text: String = tab.get(&format!("{BOX}.textContent")).await;
        assert!(text.starts_with(SETTINGS.heading), "{text}");
        point_at(tab, "main h1").await;
        tab.until("it is gone", &format!("!{BOX}")).await;
    }
    tab.click(&link).await;
    tab.until_shown(SETTINGS.heading).await;
    assert!(tab.get::<bool>(&format!("{BOX} === null")).await);
}

/// Brings an element into view and the mouse to it.
pub(super) async fn point_at(tab: &Tab<'_>, selector: &str) {
    let script = "const element = document.querySelector(arguments[0]);
        element.scrollIntoView({ behavior: 'instant', block: 'center' });";
    let () = tab.run(script, &[selector.into()]).await;
    let element = tab.find(selector).await;
    let there = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
    tab.client.perform_actions(MouseActions::new("mouse".to_owned()).then(there)).await.expect("the mouse works");
}
