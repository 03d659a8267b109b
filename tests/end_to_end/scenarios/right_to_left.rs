//! A blog in Arabic, whose pages begin at the right.

use fantoccini::Locator;

use crate::{
    arabic::{ABOUT, BLOG, CODE, IN_ENGLISH, POST, press},
    axe::assert_accessible,
    scenarios::layout::assert_fits,
    tab::Tab,
};

/// All pages are as accessible as those of other blogs.
pub(super) async fn is_accessible(tab: &Tab<'_>) {
    let arabic = press(tab.site());
    let tab = tab.at_site(&arabic.site).await;
    for path in pages(&tab) {
        tab.open(&path).await;
        assert_accessible(&tab, &path).await;
    }
}

/// Nothing is beside a narrow window, on either side.
pub(super) async fn fits_narrow_windows(tab: &Tab<'_>) {
    let arabic = press(tab.site());
    let tab = tab.at_site(&arabic.site).await;
    let pages = pages(&tab);
    let pages: Vec<_> = pages.iter().map(|path| (path.as_str(), path.as_str())).collect();
    assert_fits(&tab, 320, "", &pages).await;
}

/// The site keeps its direction, and a post in another language has its own; code never turns.
pub(super) async fn is_kept_by_the_app(tab: &Tab<'_>) {
    let arabic = press(tab.site());
    let tab = tab.at_site(&arabic.site).await;
    tab.open("/archive/").await;
    tab.remember_document().await;
    for (title, lang, of_text) in [(IN_ENGLISH, "en", "ltr"), (ABOUT, "ar", "rtl"), (CODE, "ar", "rtl")] {
        follow(&tab, title).await;
        assert_eq!(tab.get::<String>("document.documentElement.lang").await, lang, "{title}");
        assert_eq!(direction(&tab, ".site-header").await, "rtl", "{title}");
        assert_eq!(direction(&tab, ".prose p").await, of_text, "{title}");
        let () = tab.run("history.back()", &[]).await;
        tab.until("the archive is back", &format!("location.pathname === '{}'", tab.at("/archive/"))).await;
    }
    follow(&tab, CODE).await;
    assert_eq!(direction(&tab, ".prose pre").await, "ltr");
    assert_eq!(direction(&tab, ".prose p code").await, "ltr");
    tab.assert_same_document().await;
}

/// What the app makes of a page is what the press wrote.
pub(super) async fn is_the_same_from_app_and_press(tab: &Tab<'_>) {
    let arabic = press(tab.site());
    let tab = tab.at_site(&arabic.site).await;
    tab.open("/archive/").await;
    follow(&tab, POST).await;
    assert_eq!(tab.get::<String>("document.title").await, format!("{POST} · {BLOG}"));
    let [app, press] = tab.main_parts().await;
    assert_eq!(app, press);
}

/// Clicks a link by its text, which is the heading of the page it leads to.
async fn follow(tab: &Tab<'_>, title: &str) {
    let link = tab.client.find(Locator::LinkText(title)).await;
    let link = link.unwrap_or_else(|error| panic!("there is no link {title}: {error}"));
    link.click().await.unwrap_or_else(|error| panic!("{title} cannot be clicked: {error}"));
    tab.until_shown(title).await;
}

async fn direction(tab: &Tab<'_>, selector: &str) -> String {
    tab.get(&format!("getComputedStyle(document.querySelector('{selector}')).direction")).await
}

/// Every page of the blog that is not only for the sake of an old address.
fn pages(tab: &Tab<'_>) -> Vec<String> {
    let twins = tab.host.files("md").into_iter().chain(tab.host.files("json"));
    let twins: Vec<String> = twins.map(|file| file.rsplit_once('.').expect("an extension").0.to_owned()).collect();
    let pages = tab.host.files("html").into_iter();
    let pages: Vec<String> = pages.filter(|file| twins.contains(&file.replace(".html", ""))).collect();
    assert!(10 < pages.len(), "{pages:?}");
    pages
}
