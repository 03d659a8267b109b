//! Narrow windows.

use crate::{
    blog::{ABOUT, ARCHIVE, CATEGORIES, CATEGORY, HOME, LONG, MISSPELT},
    tab::Tab,
};

/// The width of a small phone, in CSS pixels.
const WIDTH: u32 = 360;

/// No page can be moved sideways; what is wider, such as a table, scrolls by itself.
pub(super) async fn has_no_sideways_scroll(tab: &Tab<'_>) {
    // A frame is as narrow as it is told to be; the windows of some browsers are not.
    let frame =
        format!("<!doctype html><title>Frame</title><iframe width={WIDTH} height=640 style='border: 0'></iframe>");
    tab.host.put("frame.html", &frame);
    tab.load("/frame.html").await;
    let documents =
        tab.host.files("html").into_iter().filter(|file| tab.host.files("md").contains(&file.replace(".html", ".md")));
    let lists = [HOME, ARCHIVE, CATEGORIES, CATEGORY, ABOUT, LONG].map(|page| page.path.to_owned());
    for page in documents.chain(lists).chain([MISSPELT.to_owned()]) {
        let wide: Option<String> = tab
            .run_async(
                "const [address, done] = arguments;
                const frame = document.querySelector('iframe');
                frame.onload = () => {
                    const { contentWindow: page, contentDocument: { documentElement: root } } = frame;
                    page.scrollTo({ left: 1000, behavior: 'instant' });
                    const too = root.scrollWidth > root.clientWidth || page.scrollX > 0;
                    done(too ? `${root.scrollWidth} px wide, ${page.scrollX} px to the side` : null);
                };
                frame.src = address;",
                &[tab.at(&page).into()],
            )
            .await;
        assert_eq!(wide, None, "{page} in {WIDTH} px");
    }
}
