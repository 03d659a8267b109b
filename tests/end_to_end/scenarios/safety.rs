//! What nobody wishes: posts that attack their readers. Nothing of them may run, ask another host, or change the page
//! around them, whether a page is opened or reached within the app; and both ways show the same article.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::{
    attacks::{AttackedPage, AttackedSite, HARMLESS, Language, PROVOKE, Unclean, canary, press},
    tab::Tab,
};

/// What provoking a page has given.
#[derive(Deserialize)]
struct Provoked {
    /// What an attack has brought about.
    noted: Vec<String>,
    /// The page around the article.
    outline: String,
}

/// In the paths of links.
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Without this, the others would prove nothing: attacks that no one cleaned are noticed, each in its way.
pub(super) async fn attacks_would_be_noticed(tab: &Tab<'_>) {
    let leak = leak(tab);
    let page = format!(
        "<!DOCTYPE html><html>{}<title>x</title></head><main><div class=\"prose\"><img src=\"x\" onerror=\"pwned(1)\">\
         <a href=\"javascript:pwned(2)\">a</a><b tabindex=\"0\" onfocus=\"pwned(3)\">b</b><img src=\"http://{leak}/leak/4\">\
         <i onclick=\"pwned`5`\">c</i><form onsubmit=\"pwned(6)\"><button>d</button></form></div></main>",
        canary()
    );
    tab.host.put("attacks.html", &page);
    tab.load("/attacks.html").await;
    let Provoked { noted, .. } = tab.run_async(PROVOKE, &[]).await;
    for number in [1, 3, 5, 6] {
        assert!(noted.contains(&format!("attack {number} ran a script")), "{number}: {noted:?}");
    }
    let handler = noted.iter().any(|note| note.contains("onclick"));
    let link = noted.iter().any(|note| note.contains("href=\"javascript:"));
    assert!(handler && link, "{noted:?}");
    assert_eq!(tab.host.requests_below("/leak/").len(), 1);
}

/// Each attack in a page that is opened by itself.
pub(super) async fn attacks_in_opened_pages_do_no_harm(tab: &Tab<'_>) {
    let site = attacked(tab);
    tab.load(HARMLESS).await;
    let usual = provoke(tab, "no attack").await;
    for page in &site.pages {
        tab.load(&address(page)).await;
        assert_unharmed(tab, page, &usual).await;
    }
}

/// Each attack in a page that the app puts together, which is the same as the one that the press wrote.
pub(super) async fn attacks_in_reached_pages_do_no_harm(tab: &Tab<'_>) {
    let site = attacked(tab);
    tab.open(HARMLESS).await;
    tab.remember_document().await;
    let usual = provoke(tab, "no attack").await;
    for page in &site.pages {
        reach(tab, page).await;
        let [app, press] = tab.main_parts().await;
        assert_eq!(app, press, "{}: {}", page.file, page.attacks);
        let () = tab.run(FORGET_FORBIDDEN_HANDLERS, &[]).await;
        assert_unharmed(tab, page, &usual).await;
    }
    assert_only_handlers_forbidden(tab).await;
    tab.assert_same_document().await;
}

/// Attacks that come to the app as they were written: as if the press had let them through, or somebody else had put the
/// data on the host. The app cleans them as the press would.
pub(super) async fn attacks_in_unclean_data_do_no_harm(tab: &Tab<'_>) {
    let site = attacked(tab);
    tab.open(HARMLESS).await;
    tab.remember_document().await;
    let usual = provoke(tab, "no attack").await;
    for page in &site.pages {
        let Some(Unclean { file, data, article }) = site.unclean(page, tab.base()) else { continue };
        tab.host.put(&file, &data);
        reach(tab, page).await;
        let [app, press]: [String; 2] = tab.run(ARTICLES, &[article.into()]).await;
        if !ELSEWHERE.iter().any(|class| page.attacks.contains(class)) {
            assert_eq!(app, press, "{}: {}", page.file, page.attacks);
        }
        let () = tab.run(FORGET_FORBIDDEN_HANDLERS, &[]).await;
        assert_unharmed(tab, page, &usual).await;
    }
    assert_only_handlers_forbidden(tab).await;
    tab.assert_same_document().await;
}

/// Classes with elements of SVG and MathML outside of these, which the press leaves out with their inside, and the app
/// without it. The press makes text of them before.
const ELSEWHERE: [&str; 3] = [" mathml:", " mutations:", " svg:"];

/// Chromium complains of handlers even in a document that runs nothing, where the app takes them away.
const FORGET_FORBIDDEN_HANDLERS: &str = "const complaints = noted.splice(0);
    noted.push(...complaints.filter((note) => !note.startsWith('script-src-attr forbade inline')));";

async fn assert_only_handlers_forbidden(tab: &Tab<'_>) {
    let complaints = tab.take_complaints().await;
    assert!(complaints.iter().all(|complaint| complaint.contains("inline event handler")), "{complaints:#?}");
}

/// The article in the page, and a browser's reading of the one that is given.
const ARTICLES: &str = "const html = `<div class=\"prose\">${arguments[0]}</div>`;
    const page = new DOMParser().parseFromString(trusted(html), 'text/html');
    return [document, page].map((page) => {
        const article = page.querySelector('.prose').cloneNode(true);
        article.querySelectorAll('.copy').forEach((button) => button.remove());
        return comparable(article).replace(/^\\n/, '');
    });";

/// Puts a site full of attacks on the host: Markdown at one base, HTML by itself at the other.
fn attacked(tab: &Tab<'_>) -> AttackedSite {
    let language = if tab.base() == "/" { Language::Markdown } else { Language::Html };
    let site = press(&tab.host.read("404.html"), tab.base(), &leak(tab), language);
    for (file, text) in &site.files {
        tab.host.put(file, text);
    }
    site
}

/// The host that attacks ask: another origin, and yet the test's own.
fn leak(tab: &Tab<'_>) -> String {
    tab.host.origin().replace("http://127.0.0.1", "leak.localhost")
}

fn address(page: &AttackedPage) -> String {
    let path = page.file.strip_suffix("index.html").unwrap_or(&page.file);
    utf8_percent_encode(path, IN_PATHS).to_string()
}

/// Fails if an attack on this page has any effect, or if the page around the article is not the usual one.
async fn assert_unharmed(tab: &Tab<'_>, page: &AttackedPage, usual: &str) {
    let outline = provoke(tab, &format!("{}: {}", page.file, page.attacks)).await;
    if page.is_like_the_harmless {
        assert_eq!(outline, usual, "around the article of {}: {}", page.file, page.attacks);
    }
}

/// Fails if anything on this page runs or asks; else gives the page around the article.
async fn provoke(tab: &Tab<'_>, what: &str) -> String {
    let Provoked { noted, outline } = tab.run_async(PROVOKE, &[]).await;
    assert!(noted.is_empty(), "{what}: {noted:#?}");
    let asked = tab.host.requests_below("/leak/");
    assert!(asked.is_empty(), "{what}: {asked:#?}");
    outline
}

/// Goes to a page within the app.
async fn reach(tab: &Tab<'_>, page: &AttackedPage) {
    let address = tab.at(&address(page));
    let link = tab.add_link(&address).await;
    let () = tab.run("document.querySelector(arguments[0]).click()", &[link.into()]).await;
    let is_shown = format!(
        "location.pathname === new URL({}, location).pathname && !document.getElementById('added')",
        serde_json::Value::from(address)
    );
    tab.until(&format!("{} is shown: {}", page.file, page.attacks), &is_shown).await;
}
