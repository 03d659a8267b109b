//! A post of hundreds of kilobytes, which the app renders and shows in parts.

use lectern::press::words::Catalogue;
use lectern::{
    base::Base,
    bundle::{Annotations, Bundle, Metadata},
    permalink::Permalink,
    press::sanitize,
};
use serde_json::Value;

use crate::{blog::ABOUT, tab::Tab};

const PATH: &str = "/long/";
const HEADING: &str = "A long post";
const SECTIONS: usize = 400;

/// All of it comes, in the bytes that the same renderer makes natively.
pub(super) async fn comes_whole(tab: &Tab<'_>) {
    let native = add_to_host(tab);
    assert!(500_000 < native.len(), "{} bytes are not long", native.len());
    tab.open(ABOUT.path).await;
    tab.click(tab.add_link(&tab.at(PATH)).await).await;
    tab.until_shown(HEADING).await;
    until_whole(tab).await;
    let differs_at: Value = tab
        .run(
            "const copy = document.createElement('div');
            copy.innerHTML = trusted(arguments[0]);
            const article = document.querySelector('.prose').cloneNode(true);
            // Only the app offers to copy code.
            article.querySelectorAll('.copy').forEach((button) => button.remove());
            const shown = article.innerHTML;
            if (shown === copy.innerHTML) return null;
            const place = [...shown].findIndex((letter, index) => letter !== copy.innerHTML[index]);
            return [shown, copy.innerHTML].map((html) => html.slice(place - 100, place + 100));",
            &[native.into()],
        )
        .await;
    assert_eq!(differs_at, Value::Null);
    assert_eq!(tab.position().await, 0);
}

/// The way back leads far down, to a part that is not there at once.
pub(super) async fn keeps_its_place(tab: &Tab<'_>) {
    add_to_host(tab);
    tab.open(ABOUT.path).await;
    tab.click(tab.add_link(&tab.at(PATH)).await).await;
    tab.until_shown(HEADING).await;
    until_whole(tab).await;
    let place: i64 = tab.get("document.documentElement.scrollHeight - innerHeight - 1500").await;
    tab.scroll_to(place).await;
    let () = tab.run("history.back()", &[]).await;
    tab.until_shown(ABOUT.heading).await;
    let () = tab.run("history.forward()", &[]).await;
    tab.until_shown(HEADING).await;
    tab.until("the page is where it was", &format!("Math.abs(scrollY - {place}) <= 1")).await;
    until_whole(tab).await;
    assert_eq!(tab.position().await, place);
}

/// A link to its last section leads there.
pub(super) async fn is_entered_at_its_end(tab: &Tab<'_>) {
    add_to_host(tab);
    tab.open(ABOUT.path).await;
    tab.click(tab.add_link(&format!("{}#{}", tab.at(PATH), id(SECTIONS - 5))).await).await;
    tab.until_shown(HEADING).await;
    until_whole(tab).await;
    let top = format!("document.getElementById('{}').getBoundingClientRect().top", id(SECTIONS - 5));
    tab.until("the section is at the top of the window", &format!("{top} > -1 && {top} < 60")).await;
}

/// Puts the post's data on the host and returns its HTML, made natively.
fn add_to_host(tab: &Tab<'_>) -> String {
    let text: String = (0..SECTIONS).map(section).collect();
    let metadata = Metadata {
        title: HEADING.to_owned(),
        permalink: Permalink::parse(PATH).expect("a path"),
        minutes: 99,
        length: u32::try_from(text.len()).expect("not that long"),
        ..Metadata::default()
    };
    let annotations = Annotations { heading_ids: (0..SECTIONS).map(id).collect(), ..Annotations::default() };
    let bundle = Bundle { metadata, annotations, text };
    tab.host.put("long/index.md", &bundle.to_string());
    sanitize::article(&bundle, &Base::parse(tab.base()), &Catalogue::of("en").page)
}

/// A bit of everything that a cut could tear apart.
fn section(number: usize) -> String {
    format!(
        "## Section {number}\n\n\
         Some *words* with `code`, a [link](#{}) and a note.[^{number}]\n\n\
         <details><summary>More</summary>\n\n- one\n- two\n\n  ```rust\n  let three = {number} < 4;\n  ```\n\n\
         </details>\n\n\
         | left | right |\n|------|------:|\n| «{number}» | 文字 |\n\n\
         {}\n\n[^{number}]: The note of section {number}.\n\n",
        id(number / 2),
        "A sentence that is there to make the section longer. ".repeat(12),
    )
}

fn id(number: usize) -> String {
    format!("section-{number}")
}

async fn until_whole(tab: &Tab<'_>) {
    // The footnotes come last.
    let last =
        format!("document.querySelector('.prose').textContent.includes('The note of section {}.')", SECTIONS - 1);
    tab.until("the post is there to its end", &last).await;
}
