//! Addresses that lead elsewhere.

use insta::assert_snapshot;

use super::html::{attributes, one, texts};
use super::site::{Draft, Site};

const SETTINGS: &str = "title = \"A blog\"\nurl = \"https://example.org\"\nbase = \"/blog/\"\n";

fn blog() -> Draft {
    Draft::new().file("lectern.toml", SETTINGS).base("/blog/")
}

/// Where a page sends its readers.
fn refresh(site: &Site, file: &str) -> String {
    let page = site.page(file);
    let content = attributes(&page, "meta[http-equiv=refresh]", "content").concat();
    let address = content.strip_prefix("0; url=").expect("a refresh").to_owned();
    assert_eq!(attributes(&page, "main a", "href"), std::slice::from_ref(&address), "{file}");
    address
}

#[test]
fn every_old_address_leads_to_its_page() {
    let from =
        "[/old/rivers/, /old/rivers.html, plain, '/caf%C3%A9/', https://www.example.org/blog/whole/, /a/index.html]";
    let site = blog()
        .post(
            "2024-09-15-rivers.md",
            &format!("title: Rivers & <lakes>\nlang: pt\nredirect_from: {from}"),
            "Text.\n\n## Part",
        )
        .post("2024-09-16-one.md", "title: One\nredirect_from: /one.html", "[x](/old/rivers#part) [y](plain.html)")
        .press_clean();
    let rivers = "/blog/2024/09/15/rivers.html";
    for file in [
        "old/rivers/index.html",
        "old/rivers.html",
        "plain.html",
        "café/index.html",
        "whole/index.html",
        "a/index.html",
    ] {
        assert_eq!(refresh(&site, file), rivers, "{file}");
    }
    assert_eq!(refresh(&site, "one.html"), "/blog/2024/09/16/one.html");
    let page = site.page("old/rivers/index.html");
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), ["https://example.org/blog/2024/09/15/rivers.html"]);
    assert_eq!(attributes(&page, "html", "lang"), ["pt"]);
    assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(texts(&page, "h1"), ["Rivers & <lakes>"]);
    assert_eq!(attributes(&page, "script", "data-to"), [rivers]);
    assert_eq!(attributes(&page, "link[rel=stylesheet]", "href").len(), 1);
    // A link leads to the page at once.
    let links = attributes(&site.page("2024/09/16/one.html"), ".prose a", "href");
    assert_eq!(links, [format!("{rivers}#part"), rivers.to_owned()]);
    assert_snapshot!("redirect_page", site.text("one.html"));
}

#[test]
fn a_post_that_is_elsewhere_now_is_listed_and_leads_there() {
    let site = blog()
        .post("2024-01-01-away.md", "title: Away\nredirect_to: https://example.com/a?b=1&c=\"2\"#d", "Never shown.")
        .post("2024-01-02-here.md", "title: Here\nredirect_to: [/2024/01/03/there/#part]\nredirect_from: /old/", "")
        .post("2024-01-03-there.md", "title: There\nredirect_to: 'http://example.org/blog/2024/01/04/end.html'", "")
        .post("2024-01-04-end.md", "title: End", "[away](/2024/01/01/away/)")
        .press_clean();
    assert_eq!(refresh(&site, "2024/01/01/away.html"), "https://example.com/a?b=1&c=\"2\"#d");
    assert_eq!(refresh(&site, "2024/01/02/here.html"), "/blog/2024/01/03/there.html#part");
    assert_eq!(refresh(&site, "old/index.html"), "/blog/2024/01/03/there.html#part");
    assert_eq!(refresh(&site, "2024/01/03/there.html"), "/blog/2024/01/04/end.html");
    // What is on this site the app follows; for the other it has no data, and opens the page.
    assert_eq!(site.bundle("old/index.md").metadata.redirect_to, "/blog/2024/01/03/there.html#part");
    assert!(!site.files().contains(&"2024/01/01/away.md".to_owned()));
    let listed = attributes(&site.page("archive/index.html"), ".titles a", "href");
    assert!(listed.contains(&"/blog/2024/01/01/away.html".to_owned()), "{listed:?}");
    one(&site.page("2024/01/04/end.html"), ".prose a[href='/blog/2024/01/01/away.html']");
}

#[test]
fn redirects_that_cannot_be_are_told_and_take_nothing() {
    let site = blog()
        .post("2024-01-01-a.md", "title: A\nredirect_from: [/2024/01/02/b.html, /tags/, /2024/01/01/a.html]", "Text a.")
        .post("2024-01-02-b.md", "title: B\nredirect_from: [/x/, '/?p=12', ../up, 'https://example.com/y/']", "Text b.")
        .post("2024-01-03-c.md", "title: C\nredirect_from: [/x/, /assets/d.html]", "Text c.")
        .post("2024-01-04-d.md", "title: D\nredirect_to: /2024/01/05/e.html", "Text d.")
        .post("2024-01-05-e.md", "title: E\nredirect_to: /2024/01/04/d/", "Text e.")
        .post("2024-01-06-f.md", "title: F\nredirect_to: 'javascript:alert(1)'", "Text f.")
        .post("2024-01-07-g.md", "title: G\nredirect_to: /2024/01/07/g.html", "Text g.")
        .post("2024-01-08-h.md", "title: H\nredirect_to: /nowhere/", "Text h.")
        .file("posts/assets/d.html", "<p>asset")
        .press();
    assert_snapshot!(site.problems().join("\n"));
    for letter in ["a", "b", "c", "d", "e", "f", "g"] {
        let files = site.files();
        let file = files.iter().find(|file| file.ends_with(&format!("/{letter}.html")) && file.starts_with("2024"));
        let page = site.page(file.expect(letter));
        assert_eq!(texts(&page, ".prose"), [format!("Text {letter}.")]);
    }
    assert_eq!(refresh(&site, "x/index.html"), "/blog/2024/01/03/c.html");
    assert_eq!(site.text("assets/d.html"), "<p>asset");
}

#[test]
fn pages_of_the_list_lead_on_from_where_they_were() {
    let settings = format!("posts_per_page = 1\npaginate_path = \"/page:num\"\n{SETTINGS}");
    let site = blog()
        .file("lectern.toml", &settings)
        .post("2024-09-15-one.md", "title: One", "Text.")
        .post("2024-09-16-two.md", "title: Two", "Text.")
        .press_clean();
    assert_eq!(refresh(&site, "page2/index.html"), "/blog/page/2/");
}

#[test]
fn aliases_are_addresses_where_they_look_like_some() {
    let site = blog()
        .post(
            "2024-09-15-rivers.md",
            "title: Rivers\naliases: [/hugo/, All about rivers]\nredirect_from: /old/",
            "Text.",
        )
        .press_clean();
    for file in ["hugo/index.html", "old/index.html"] {
        assert_eq!(refresh(&site, file), "/blog/2024/09/15/rivers.html");
    }
    assert!(!site.files().iter().any(|file| file.contains("All about")));
    // Whoever comes with a place in the text keeps it.
    let page = site.page("old/index.html");
    let script = one(&page, "script");
    assert_eq!(script.attr("data-to"), Some("/blog/2024/09/15/rivers.html"));
    assert!(site.text("2024/09/15/rivers.html").contains("Content-Security-Policy"));
}
