//! Where things are on a page: in narrow windows, in large letters, for readers who space text widely.

use serde_json::Value;

use crate::{blog::KINDS, frame, tab::Tab};

/// What the guidelines ask (1.4.10): the width of a small phone, and of a common window at 400 %.
const NARROW: u32 = 320;

/// A window of 1280 pixels at 200 %.
const DOUBLED: u32 = 640;

/// No page can be moved sideways; what is wider, such as a table, scrolls by itself.
pub(super) async fn fits_narrow_windows(tab: &Tab<'_>) {
    assert_fits(tab, NARROW, "", KINDS).await;
}

/// Nor where a reader doubles the size of all.
pub(super) async fn fits_at_double_size(tab: &Tab<'_>) {
    assert_fits(tab, DOUBLED, "", KINDS).await;
}

/// Nor where a reader spaces lines, letters and words as the guidelines say that it must be possible (1.4.12).
pub(super) async fn bears_wide_spacing(tab: &Tab<'_>) {
    for width in [NARROW, DOUBLED] {
        assert_fits(tab, width, WIDE_SPACING, KINDS).await;
    }
}

/// Nothing moves while a page comes, nor when the app takes it over and writes into the page for missing ones which it is.
pub(super) async fn never_shifts(tab: &Tab<'_>) {
    for (kind, path) in KINDS {
        tab.open(path).await;
        assert_eq!(tab.shifts().await, Vec::<Value>::new(), "{kind}");
    }
}

/// A style of the reader's own, which no policy forbids.
const WIDE_SPACING: &str = "
    const style = new page.CSSStyleSheet();
    style.replaceSync(`* {
        letter-spacing: 0.12em !important;
        line-height: 1.5 !important;
        word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }`);
    page.document.adoptedStyleSheets = [...page.document.adoptedStyleSheets, style];";

/// What does not fit. Text can be lost in two ways: what holds it cuts it off, or it is beside the window, and
/// nothing around it scrolls. Only text counts, and what is there for screen readers alone does not.
const WHAT_DOES_NOT_FIT: &str = r"
    const { scrollWidth, clientWidth } = page.document.scrollingElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    // On the left there may be a bar for scrolling.
    const window = root.getBoundingClientRect();
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const scrolls = (element) => /auto|scroll/.test(page.getComputedStyle(element).overflowX);
    const ancestors = (element) => element ? [element, ...ancestors(element.parentElement)] : [];
    for (const element of page.document.body.querySelectorAll('*')) {
        if (!hasText(element) || !element.checkVisibility() || element.closest('.visually-hidden, svg, math')) continue;
        const around = ancestors(element);
        if (around.some((it) => page.getComputedStyle(it).position === 'fixed')) continue;
        // A drawing stands in for it.
        if (page.getComputedStyle(element).color === 'rgba(0, 0, 0, 0)') continue;
        const name = `${element.localName}.${element.className} '${element.textContent.trim().slice(0, 40)}'`;
        const cutting = around.find((it) => {
            const { overflowX, overflowY } = page.getComputedStyle(it);
            const isCut = /hidden|clip/.test(overflowX) && it.scrollWidth > it.clientWidth + 1
                || /hidden|clip/.test(overflowY) && it.scrollHeight > it.clientHeight + 1;
            return isCut && it !== root && it !== page.document.body;
        });
        if (cutting) found.push(`${name} is cut off by ${cutting.localName}.${cutting.className}`);
        const { left, right } = element.getBoundingClientRect();
        const isBeside = left < window.left - 1 || right > window.right + 1;
        if (isBeside && !around.some(scrolls)) found.push(`${name} is at ${left} to ${right} px`);
    }
    return found;";

/// Fails if anything on these pages does not fit into a window of this width, with a style of the reader's own.
pub(super) async fn assert_fits(tab: &Tab<'_>, width: u32, style: &str, pages: &[(&str, &str)]) {
    frame::open(tab).await;
    for (kind, path) in pages {
        let found: Vec<String> = frame::look(tab, width, path, &format!("{style}{WHAT_DOES_NOT_FIT}")).await;
        assert!(found.is_empty(), "{kind} in {width} px: {found:#?}");
    }
}
