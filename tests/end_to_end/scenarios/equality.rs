//! The promise that there is one renderer: what the app makes of a page in WebAssembly is what the press made of it
//! natively.

use serde_json::Value;

use crate::{blog::ABOUT, tab::Tab};

/// Every page of the built site that has data is opened in the running app and compared with its HTML file.
pub(super) async fn of_every_page(tab: &Tab<'_>) {
    tab.open(ABOUT.path).await;
    tab.remember_document().await;
    let [documents, lists] = [tab.host.files("md"), tab.host.files("json")];
    assert!(10 < documents.len() && 10 < lists.len(), "{documents:?} {lists:?}");
    let pages = tab.host.files("html");
    for data in documents.into_iter().chain(lists) {
        let file = data.replace(".md", ".html").replace(".json", ".html");
        if !pages.contains(&file) || tab.host.read(&file).contains("http-equiv=\"refresh\"") {
            // Data that is no page's, such as the names for the 404 page, or of a page that leads elsewhere.
            continue;
        }
        let address = tab.at(file.strip_suffix("index.html").unwrap_or(&file));
        let link = tab.add_link(&address).await;
        let () = tab.run("document.querySelector(arguments[0]).click()", &[link.into()]).await;
        let is_shown = "decodeURI(location.pathname) === arguments[0] && !document.getElementById('added')";
        let is_shown = is_shown.replace("arguments[0]", &Value::from(address).to_string());
        tab.until(&format!("{file} is shown"), &is_shown).await;
        let [app, press] = tab.main_parts().await;
        assert_eq!(app, press, "{file}");
    }
    tab.assert_same_document().await;
}
