//! Pages as they come at the first load.

use serde_json::Value;

use crate::{
    blog::{ABOUT, ARCHIVE, CATEGORIES, CATEGORY, HOME, HOME_2, KEYBOARD, KEYBOARD_NEXT, LONG, TAG, YEAR},
    tab::Tab,
};

/// Heading, title and text are there, and the browser has nothing to complain of: no error, no warning, no
/// request in vain.
pub(super) async fn every_kind_of_page_opens(tab: &Tab<'_>) {
    for page in [HOME, HOME_2, ARCHIVE, YEAR, CATEGORIES, CATEGORY, TAG, ABOUT, KEYBOARD, KEYBOARD_NEXT, LONG] {
        tab.open(page.path).await;
        assert_eq!(tab.heading().await, page.heading);
        assert_eq!(tab.get::<String>("document.title").await, page.title);
        let text = tab.text().await;
        assert!(text.contains(page.text), "{} lacks `{}`:\n{text}", page.path, page.text);
        assert_eq!(tab.get::<u32>("document.querySelectorAll('h1').length").await, 1);
    }
    let complaints = tab.take_all_complaints().await;
    assert!(complaints.is_empty(), "{complaints:#?}");
    let refused: Vec<_> = tab.host.requests("").into_iter().filter(|request| request.status != Some(200)).collect();
    assert!(refused.is_empty(), "{refused:?}");
}

/// A site that is hosted in a folder must never name a path outside of it.
pub(super) async fn addresses_begin_with_the_base(tab: &Tab<'_>) {
    tab.load(HOME.path).await;
    let files: Vec<String> = tab.host.files("html").iter().map(|file| tab.at(file)).collect();
    assert!(10 < files.len(), "{files:?}");
    let outside: Value = tab
        .run_async(
            "const [files, base, done] = arguments;
            const outside = async (file) => {
                const page = new DOMParser().parseFromString(trusted(await (await fetch(file)).text()), 'text/html');
                return ['href', 'src', 'data-js', 'data-wasm'].flatMap((name) =>
                    [...page.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name))
                ).filter((address) => address.startsWith('/') && !address.startsWith(base))
                    .map((address) => `${file}: ${address}`);
            };
            Promise.all(files.map(outside)).then((lists) => done(lists.flat()));",
            &[files.into(), tab.base().into()],
        )
        .await;
    assert_eq!(outside, Value::Array(Vec::new()));
}
