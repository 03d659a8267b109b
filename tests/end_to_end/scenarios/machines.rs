//! What programs follow.

use serde_json::Value;

use crate::{blog::ABOUT, tab::Tab};

/// Every address in the sitemap, in feeds and in the pages' heads is answered by what it promises.
pub(super) async fn find_a_file_at_every_address(tab: &Tab<'_>) {
    tab.load(ABOUT.path).await;
    let found: Value = tab
        .run_async(
            "const [base, done] = arguments;
            // The site was built for another host; only the paths are this one's.
            const here = (address) => {
                const url = new URL(address, location.href);
                return url.hostname === 'example.org' ? location.origin + url.pathname : url.href;
            };
            const parsed = (text, type) => new DOMParser().parseFromString(trusted(text), type);
            const isOurs = (address) => address.startsWith(location.origin);
            const text = async (path) => (await fetch(path)).text();
            const xml = async (path) => parsed(await text(path), 'text/xml');
            const all = (page, selector, name) =>
                [...page.querySelectorAll(selector)].map((element) => name ? element.getAttribute(name) : element.textContent);
            const statuses = async (addresses) => {
                const wrong = [];
                for (const address of new Set(addresses.map(here).filter(isOurs))) {
                    const { status } = await fetch(address, { method: 'HEAD' });
                    if (status !== 200) wrong.push(`${status} ${address}`);
                }
                return wrong;
            };
            (async () => {
                const sitemap = all(await xml(base + 'sitemap.xml'), 'loc');
                const feed = await xml(base + 'feed.xml');
                const contents = all(feed, 'content').flatMap((content) => {
                    const page = parsed(content, 'text/html');
                    return [...all(page, '[href]', 'href'), ...all(page, '[src]', 'src')];
                });
                const items = JSON.parse(await text(base + 'feed.json')).items.map((item) => item.url);
                const heads = [];
                for (const address of sitemap.map(here)) {
                    const page = parsed(await text(address), 'text/html');
                    heads.push(...all(page, 'head link[href]', 'href').map((href) => new URL(href, address).href));
                    heads.push(...all(page, 'meta[property=\"og:image\"]', 'content'));
                }
                done({
                    pages: sitemap.length,
                    entries: items.length,
                    wrong: await statuses([...sitemap, ...all(feed, 'link', 'href'), ...contents, ...items, ...heads]),
                });
            })().catch((error) => done({ wrong: [String(error)] }));",
            &[tab.at("/").into()],
        )
        .await;
    assert_eq!(found["wrong"], serde_json::json!([]), "{found:#}");
    assert!(found["pages"].as_u64() > Some(30) && found["entries"].as_u64() > Some(10), "{found:#}");
}
