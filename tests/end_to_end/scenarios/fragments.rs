//! Links to a section.

use serde_json::json;

use crate::{
    blog::{KEYBOARD, KEYBOARD_SECTION, SETTINGS, WRITING, WRITING_SECTION},
    browser::Kind,
    tab::Tab,
};

/// A link within the page scrolls, and each entry of the history keeps its own place.
pub(super) async fn within_the_page(tab: &Tab<'_>) {
    tab.open(KEYBOARD.path).await;
    tab.remember_document().await;
    let script = "addEventListener('click', () => { window.left = scrollY; }, true)";
    let () = tab.run(script, &[]).await;
    tab.click(&format!(".prose a[href=\"#{KEYBOARD_SECTION}\"]")).await;
    until_at_top(tab, KEYBOARD_SECTION).await;
    tab.until("the address names the section", &format!("location.hash === '#{KEYBOARD_SECTION}'")).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until("the page is back where the link is", "location.hash === '' && Math.abs(scrollY - left) <= 1").await;
    let () = tab.run("history.forward()", &[]).await;
    tab.until("the address names the section again", "location.hash !== ''").await;
    until_at_top(tab, KEYBOARD_SECTION).await;
    tab.assert_same_document().await;
}

/// The app brings the other post and lands on the heading.
pub(super) async fn to_a_section_of_another_post(tab: &Tab<'_>) {
    tab.open(SETTINGS.path).await;
    tab.remember_document().await;
    tab.follow(".prose", &format!("{}#{WRITING_SECTION}", WRITING.path)).await;
    tab.until_shown(WRITING.heading).await;
    until_at_top(tab, WRITING_SECTION).await;
    assert_eq!(tab.get::<String>("location.hash").await, format!("#{WRITING_SECTION}"));
    assert_eq!(tab.get::<String>("document.activeElement.id").await, WRITING_SECTION);
    tab.assert_same_document().await;
}

/// Only a way within a page may be shown as one; a new page begins at its place, smooth scrolling or not.
pub(super) async fn of_another_post_is_reached_at_once(tab: &Tab<'_>) {
    if tab.kind() != Kind::Chromium {
        return;
    }
    let motion = json!({ "name": "prefers-reduced-motion", "value": "no-preference" });
    tab.order("Emulation.setEmulatedMedia", &json!({ "features": [motion] }));
    tab.open(SETTINGS.path).await;
    let link = tab.at(&format!("{}#{WRITING_SECTION}", WRITING.path));
    let () = tab
        .run(
            "const link = document.querySelector(arguments[0]);
            const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
            new MutationObserver(() => frames(() => { window.place ??= scrollY; }))
                .observe(document.querySelector('main'), { childList: true });
            scrollTo({ top: 0, behavior: 'instant' });
            link.focus({ preventScroll: true });
            link.click();",
            &[format!(".prose a[href=\"{link}\"]").into()],
        )
        .await;
    tab.until_shown(WRITING.heading).await;
    until_at_top(tab, WRITING_SECTION).await;
    tab.until("the place is noted", "window.place !== undefined").await;
    assert_eq!(tab.get::<f64>("place - scrollY").await, 0.0);
}

/// The browser lands on the heading, and the app leaves it there.
pub(super) async fn at_the_first_load(tab: &Tab<'_>) {
    tab.load(&format!("{}#{KEYBOARD_SECTION}", KEYBOARD.path)).await;
    until_at_top(tab, KEYBOARD_SECTION).await;
    let place = tab.position().await;
    tab.until_taken_over().await;
    assert!((tab.position().await - place).abs() <= 1, "the heading stays where it is, but for rounding");
}

async fn until_at_top(tab: &Tab<'_>, id: &str) {
    let top = format!("document.getElementById('{id}').getBoundingClientRect().top");
    tab.until("the heading is at the top of the window", &format!("scrollY > 0 && {top} > -1 && {top} < 60")).await;
}
