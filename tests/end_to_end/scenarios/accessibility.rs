//! What keeps people from using a page, as far as a machine can tell.

use crate::{
    axe::assert_accessible,
    blog::{GALLERY, KEYBOARD, KINDS},
    tab::Tab,
};

/// No kind of page breaks a rule in its light colors.
pub(super) async fn in_light(tab: &Tab<'_>) {
    tab.prefer("prefers-color-scheme", "light");
    assert_all_accessible(tab, "in light").await;
}

/// Nor in its dark ones.
pub(super) async fn in_dark(tab: &Tab<'_>) {
    tab.prefer("prefers-color-scheme", "dark");
    assert_all_accessible(tab, "in dark").await;
}

/// Nor in those that a reader can choose here. One post has all colors.
pub(super) async fn in_chosen_colors(tab: &Tab<'_>) {
    tab.open(GALLERY.path).await;
    for theme in ["light", "dark", "sepia", "contrast"] {
        tab.choose("theme", theme).await;
        tab.open(GALLERY.path).await;
        assert_eq!(tab.get::<String>("document.documentElement.dataset.theme").await, theme);
        assert_accessible(tab, theme).await;
    }
}

/// Nor does the panel in which they are chosen.
pub(super) async fn in_the_panel_of_settings(tab: &Tab<'_>) {
    for scheme in ["light", "dark"] {
        tab.prefer("prefers-color-scheme", scheme);
        tab.open(KEYBOARD.path).await;
        // The button works a moment after the app has taken over.
        let open = "document.querySelector('.panel:popover-open') ||
            void document.querySelector('[data-tool=settings]').click()";
        tab.until("the panel is open", open).await;
        assert_accessible(tab, &format!("the panel in {scheme}")).await;
    }
}

/// Nor in those that a reader forces on all pages, where shadows and backgrounds are gone: what has the focus shows it.
pub(super) async fn in_forced_colors(tab: &Tab<'_>) {
    tab.prefer("forced-colors", "active");
    for (kind, path) in KINDS {
        tab.open(path).await;
        assert!(tab.get::<bool>("matchMedia('(forced-colors: active)').matches").await);
        assert_accessible(tab, &format!("{kind} in forced colors")).await;
        let without: Vec<String> = tab.run(WITHOUT_OUTLINE, &[]).await;
        assert!(without.is_empty(), "{kind} does not show that these have the focus: {without:#?}");
    }
}

/// All that the keyboard reaches and that has no outline when it does.
const WITHOUT_OUTLINE: &str = "
    const reached = [...document.querySelectorAll('a[href], button, input, select, summary, textarea, [tabindex=\"0\"]')];
    return reached.filter((element) => {
        element.focus({ preventScroll: true });
        if (document.activeElement !== element) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === 'none' || parseFloat(outlineWidth) < 1;
    }).map((element) => element.outerHTML.slice(0, 120));";

async fn assert_all_accessible(tab: &Tab<'_>, how: &str) {
    for (kind, path) in KINDS {
        tab.open(path).await;
        assert_accessible(tab, &format!("{kind} {how}")).await;
    }
}
