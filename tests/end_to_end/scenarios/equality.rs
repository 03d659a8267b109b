//! The promise that there is one renderer: what the app makes of a post in WebAssembly is what the press made of
//! it natively.

use serde_json::Value;

use crate::{blog::HOME, tab::Tab};

/// Every document of the built site is opened in the running app and compared with its HTML file.
pub(super) async fn of_every_article(tab: &Tab<'_>) {
    tab.open(HOME.path).await;
    tab.remember_document().await;
    let twins = tab.host.files("md");
    assert!(10 < twins.len(), "{twins:?}");
    for twin in twins {
        let page = match twin.strip_suffix("index.md") {
            Some(folder) => folder.to_owned(),
            None => twin.replace(".md", ".html"),
        };
        let address = tab.at(&page);
        let link = tab.add_link(&address).await;
        let () = tab.run("document.querySelector(arguments[0]).click()", &[link.into()]).await;
        let shown = format!("location.pathname === '{address}' && !document.getElementById('added')");
        tab.until(&format!("{page} is shown"), &shown).await;
        let [app, press]: [Value; 2] = tab
            .run_async(
                "const done = arguments[0];
                const article = (page) => {
                    const article = page.querySelector('article').cloneNode(true);
                    // The heading has had the focus; and Yew's marks are there only until the app takes over.
                    article.querySelector('h1').removeAttribute('tabindex');
                    return article.outerHTML.replaceAll('<!--<#>-->', '').replaceAll('<!--</#>-->', '');
                };
                fetch(location.pathname).then((answer) => answer.text()).then((html) =>
                    done([article(document), article(new DOMParser().parseFromString(html, 'text/html'))]));",
                &[],
            )
            .await;
        assert_eq!(app, press, "{page}");
    }
    tab.assert_same_document().await;
}
