//! Addresses that lead nowhere, and files that are not the app's.

use crate::{
    blog::{ABOUT, FILE, MISSPELT, SETTINGS, WRITING},
    tab::Tab,
};

/// The host says 404, and the page names the page that was probably meant.
pub(super) async fn address_gets_the_404_page_and_a_way_on(tab: &Tab<'_>) {
    tab.open(MISSPELT).await;
    assert_eq!(tab.host.requests(MISSPELT)[0].status, Some(404));
    tab.until_shown("Page not found").await;
    assert_eq!(tab.get::<String>("document.title").await, "Page not found · Lectern");
    tab.until("the address is named", &format!("document.querySelector('main').textContent.includes('{MISSPELT}')"))
        .await;
    tab.remember_document().await;
    let suggestion = format!("main li a[href=\"{}\"]", tab.at(SETTINGS.path));
    tab.until("the page that was meant is suggested", &format!("document.querySelector('{suggestion}')")).await;
    tab.click(&suggestion).await;
    tab.until_shown(SETTINGS.heading).await;
    tab.assert_same_document().await;
}

/// In the running app there is no status; the page is the same.
pub(super) async fn link_shows_the_not_found_page(tab: &Tab<'_>) {
    tab.open(ABOUT.path).await;
    tab.remember_document().await;
    for path in [MISSPELT, "/no/such/page/", "/nothing", "/tags/no-such-tag/"] {
        tab.click(tab.add_link(&tab.at(path)).await).await;
        tab.until("the address is named", &format!("document.querySelector('main').textContent.includes('{path}')"))
            .await;
        assert_eq!(tab.heading().await, "Page not found");
        assert_eq!(tab.path().await, tab.at(path));
        assert_eq!(tab.get::<String>("document.querySelector('meta[name=robots]').content").await, "noindex");
        assert_eq!(tab.get::<u32>("document.querySelectorAll('[rel=canonical]').length").await, 0);
    }
    let () = tab.run("history.go(-4)", &[]).await;
    tab.until_shown(ABOUT.heading).await;
    tab.assert_same_document().await;
}

/// Some hosts answer what they do not have with the home page and status 200.
pub(super) async fn page_is_told_from_a_home_page_in_its_place(tab: &Tab<'_>) {
    let home = tab.host.read("index.html");
    for file in ["gone/index.md", "gone/index.html", "tags/gone/index.json", "tags/gone/index.html"] {
        tab.host.put(file, &home);
    }
    tab.open(ABOUT.path).await;
    tab.remember_document().await;
    for path in ["/gone/", "/tags/gone/"] {
        tab.click(tab.add_link(&tab.at(path)).await).await;
        tab.until_shown("Page not found").await;
        assert_eq!(tab.path().await, tab.at(path));
        tab.follow(".site-header", ABOUT.path).await;
        tab.until_shown(ABOUT.heading).await;
    }
    tab.assert_same_document().await;
}

/// On such a host, too, a page that has moved leads on.
pub(super) async fn page_of_such_a_host_may_still_be_a_redirect(tab: &Tab<'_>) {
    tab.host.put("moved/index.md", &tab.host.read("index.html"));
    let to = tab.at(SETTINGS.path);
    tab.host.put("moved/index.html", &format!("<meta http-equiv=\"refresh\" content=\"0; url={to}\"><p>Moved."));
    tab.open(ABOUT.path).await;
    tab.click(tab.add_link(&tab.at("/moved/")).await).await;
    tab.until_shown(SETTINGS.heading).await;
    assert_eq!(tab.path().await, to);
}

/// What lies on the host without page data is opened by the browser, whatever its name looks like.
pub(super) async fn page_data_but_a_file_is_opened(tab: &Tab<'_>) {
    tab.host.put("slides.html", "<!doctype html><title>Slides</title><p>Not a page of the app.");
    tab.host.put("demo/index.html", "<!doctype html><title>Demo</title><p>Not a page of the app.");
    for path in ["/slides.html", "/slides", "/demo/"] {
        tab.open(ABOUT.path).await;
        tab.click(tab.add_link(&tab.at(path)).await).await;
        tab.until("the browser opens it", "document.body.innerText.includes('Not a page of the app.')").await;
        assert_eq!(tab.path().await, tab.at(path));
        tab.client.back().await.expect("there is a way back");
        tab.until_shown(ABOUT.heading).await;
    }
    tab.open(WRITING.path).await;
    tab.follow(".prose", FILE.0).await;
    tab.until("the browser shows the file", &format!("document.body.innerText.includes('{}')", FILE.1)).await;
}
