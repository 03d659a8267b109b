//! The test host itself: what the other scenarios show of GitHub Pages is as good as this.

use serde_json::{Value, json};

use crate::{
    blog::{ABOUT, KEYBOARD, MISSPELT},
    tab::Tab,
};

/// Statuses, types, redirects and caching, as a page sees them.
pub(super) async fn answers_as_github_pages_does(tab: &Tab<'_>) {
    tab.load(ABOUT.path).await;
    let page = KEYBOARD.path;
    let secret = "..%2f..%2f..%2f..%2f..%2fetc/hostname";
    for (path, status, content_type, ends) in [
        (page, 200, "text/html; charset=utf-8", page),
        (&page.replace(".html", ""), 200, "text/html; charset=utf-8", &page.replace(".html", "")),
        (&page.replace(".html", ".md"), 200, "text/markdown; charset=utf-8", ".md"),
        ("/about", 200, "text/html; charset=utf-8", "/about/"),
        ("/index.json", 200, "application/json; charset=utf-8", "/index.json"),
        (MISSPELT, 404, "text/html; charset=utf-8", MISSPELT),
        (secret, 404, "text/html; charset=utf-8", "etc/hostname"),
    ] {
        let answer: Value = tab
            .run_async(
                "const [path, done] = arguments;
                fetch(path).then(async (answer) => done({
                    status: answer.status,
                    type: answer.headers.get('content-type'),
                    caching: answer.headers.get('cache-control'),
                    address: answer.url,
                    length: (await answer.arrayBuffer()).byteLength,
                }));",
                &[tab.at(path).into()],
            )
            .await;
        assert_eq!(answer["status"], json!(status), "{path}");
        assert_eq!(answer["type"], json!(content_type), "{path}");
        assert_eq!(answer["caching"], json!("max-age=600"), "{path}");
        let address = answer["address"].as_str().expect("an answer has an address");
        assert!(address.ends_with(ends), "{path} leads to {address}");
        assert!(answer["length"].as_u64() > Some(100), "{path} is empty");
    }
    let statuses: Value = tab
        .run_async(
            "const done = arguments[0];
            const get = () => fetch(location.href, { cache: 'no-cache' }).then((answer) => answer.status);
            get().then((first) => get().then((second) => done([first, second])));",
            &[],
        )
        .await;
    // The browser makes a 200 of a 304 by what it has; the host knows better.
    assert_eq!(statuses, json!([200, 200]));
    assert_eq!(tab.host.requests("/about/").last().and_then(|request| request.status), Some(304));
}
