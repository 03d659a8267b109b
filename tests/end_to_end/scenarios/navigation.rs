//! From page to page in the running app.

use fantoccini::key::Key;
use serde_json::Value;

use crate::{
    blog::{ABOUT, CATEGORY, HOME, KEYBOARD, KEYBOARD_NEXT, Known, NETWORK, SETTINGS, TAG, TAG_IN_CHINESE},
    tab::Tab,
};

/// A walk through the blog: each page comes without loading a document, and comes whole.
pub(super) async fn goes_on_without_loading_pages(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.remember_document().await;
    tab.follow("main", NETWORK.path).await;
    assert_arrived(tab, &NETWORK).await;
    tab.follow("article footer", KEYBOARD_NEXT.path).await;
    assert_arrived(tab, &KEYBOARD_NEXT).await;
    tab.follow("article footer", KEYBOARD.path).await;
    assert_arrived(tab, &KEYBOARD).await;
    tab.follow(".prose", SETTINGS.path).await;
    assert_arrived(tab, &SETTINGS).await;
    tab.follow("article footer", KEYBOARD.path).await;
    assert_arrived(tab, &KEYBOARD).await;
    tab.follow(".trail", CATEGORY.path).await;
    assert_arrived(tab, &CATEGORY).await;
    tab.follow("main", KEYBOARD.path).await;
    assert_arrived(tab, &KEYBOARD).await;
    tab.follow("article footer", TAG.path).await;
    assert_arrived(tab, &TAG).await;
    tab.follow(".site-header", ABOUT.path).await;
    assert_arrived(tab, &ABOUT).await;
    tab.click(".site-title").await;
    assert_arrived(tab, &HOME).await;
}

/// `<html lang>` is the page's own, and the site's again on the next page.
pub(super) async fn follows_the_language_of_the_page(tab: &Tab<'_>) {
    // No post of this blog is in another language, so one is added for the app to fetch.
    let about = tab.host.read("about/index.md");
    let german = about.replace("{\"title\":\"About\"", "{\"lang\":\"de\",\"title\":\"Über\"");
    tab.host.put("ueber/index.md", &german.replace("\"/about/\"", "\"/ueber/\""));
    tab.open(ABOUT.path).await;
    tab.click(tab.add_link(&tab.at("/ueber/")).await).await;
    tab.until_shown("Über").await;
    assert_eq!(tab.get::<String>("document.documentElement.lang").await, "de");
    tab.follow(".site-header", ABOUT.path).await;
    tab.until_shown(ABOUT.heading).await;
    assert_eq!(tab.get::<String>("document.documentElement.lang").await, "en");
}

/// Enter follows a link, and the next Tab leads to what comes first behind the heading of the new page: what can be done
/// with the post.
pub(super) async fn works_by_keyboard(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.remember_document().await;
    let link = tab.find(&format!("main a[href=\"{}\"]", tab.at(NETWORK.path))).await;
    link.send_keys(&char::from(Key::Enter).to_string()).await.expect("a link takes keys");
    assert_arrived(tab, &NETWORK).await;
    let heading = tab.client.active_element().await.expect("the heading has focus");
    heading.send_keys(&char::from(Key::Tab).to_string()).await.expect("the page takes keys");
    tab.until("the focus is on the first button", "document.activeElement.dataset.tool === 'save'").await;
}

/// Paths that the browser encodes, in the app and at the first load.
pub(super) async fn finds_paths_in_any_script(tab: &Tab<'_>) {
    tab.open(KEYBOARD_NEXT.path).await;
    tab.remember_document().await;
    tab.follow("article footer", TAG_IN_CHINESE.path).await;
    assert_arrived(tab, &TAG_IN_CHINESE).await;
    tab.open(TAG_IN_CHINESE.path).await;
    tab.remember_document().await;
    tab.follow("main", KEYBOARD_NEXT.path).await;
    assert_arrived(tab, &KEYBOARD_NEXT).await;
}

/// All that a reader, a screen reader or a program can tell a page by.
async fn assert_arrived(tab: &Tab<'_>, page: &Known) {
    tab.until_shown(page.heading).await;
    let address = tab.at(page.path);
    tab.until("the address is the page's", &format!("location.pathname === '{address}'")).await;
    tab.assert_same_document().await;
    assert_eq!(tab.get::<String>("document.title").await, page.title);
    assert_eq!(tab.get::<String>("document.activeElement.localName").await, "h1", "the focus is on the heading");
    assert_eq!(tab.get::<String>("document.querySelector('[role=status]').textContent").await, page.heading);
    assert_eq!(tab.position().await, 0);
    let text = tab.text().await;
    assert!(text.contains(page.text), "{} lacks `{}`:\n{text}", page.path, page.text);
    assert_same_as_static(tab).await;
}

/// The head and the frame are those of the page as the host serves it.
async fn assert_same_as_static(tab: &Tab<'_>) {
    let [shown, served]: [Value; 2] = tab
        .run_async(
            "const done = arguments[0];
            const seen = (page) => ({
                title: page.title,
                language: page.documentElement.lang,
                tags: [...page.querySelectorAll('head [data-page]')].map((tag) => tag.outerHTML),
                header: comparable(asWritten(page.querySelector('.site-header').cloneNode(true))),
                footer: page.querySelector('.site-footer').outerHTML,
            });
            fetch(location.href).then((answer) => answer.text()).then((html) =>
                done([seen(document), seen(new DOMParser().parseFromString(trusted(html), 'text/html'))]));",
            &[],
        )
        .await;
    assert_eq!(shown, served);
    let has = |part: &str| {
        served["tags"].as_array().is_some_and(|tags| tags.iter().any(|tag| tag.to_string().contains(part)))
    };
    assert!(has("canonical"), "{served:#}");
    assert!(has("og:title"), "{served:#}");
}
