//! Old sites in a few lines.

use super::*;

use crate::base::Base;
use crate::press::addresses::OwnSite;
use crate::press::blog::Blog;
use crate::press::claims::Claims;
use crate::press::config::Config;
use crate::press::files;
use crate::press::hidden::Hidden;
use crate::press::post::read_post;
use crate::press::source;

fn read_text(text: &str) -> Result<Vec<String>, OldUrlError> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("old.xml");
    files::write(&file, text.as_bytes()).expect("written");
    read(&file)
}

#[test]
fn reads_sitemaps_feeds_and_lists() {
    for (text, urls) in [
        (
            "<?xml version=\"1.0\"?>\n<urlset xmlns:image=\"x\"><url><loc> https://a.b/x?y=1&amp;z </loc><image:image>\
             <image:loc>https://a.b/p.png</image:loc></image:image></url><url><loc><![CDATA[/c/]]></loc></url></urlset>",
            &["https://a.b/x?y=1&z", "/c/"][..],
        ),
        (
            "<feed><link href=\"https://a.b/\"/><entry><link rel=\"edit\" href=\"/no\"/>\
             <link href=\"/a&amp;b/\"/><author><uri>no</uri></author></entry><entry>\
             <link rel=\"alternate\" href=\"/c\"></link></entry></feed>",
            &["/a&b/", "/c"],
        ),
        (
            "\u{feff}<rss><channel><link>/</link><item><link>https://a.b/1</link></item></channel></rss>",
            &["https://a.b/1"],
        ),
        ("https://a.b/1\n\n/two/\nwords\n", &["https://a.b/1", "/two/"]),
    ] {
        assert_eq!(read_text(text).expect(text), urls);
    }
}

#[test]
fn says_what_to_do_without_addresses() {
    for (text, message) in [
        ("<urlset>\n<url><loc>/a</loc\n</url", "is broken in line"),
        ("<sitemapindex><sitemap><loc>https://a.b/1.xml</loc></sitemap></sitemapindex>", "first https://a.b/1.xml"),
        ("<html><body>Not found</body></html>", "no addresses in"),
        ("", "no addresses in"),
    ] {
        let error = read_text(text).expect_err(text).to_string();
        assert!(error.contains(message), "{error}");
    }
    let error = read(std::path::Path::new("nowhere.xml")).expect_err("no file").to_string();
    assert!(error.starts_with("failed to read `nowhere.xml`"), "{error}");
}

/// A blog below `/repo/` with a post, a page, a tag and a picture.
fn blog() -> (Blog, Addresses) {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in [
        ("2024-01-02-heron.md", "---\npermalink: /birds/heron/\ntags: [water]\n---\n"),
        ("2024-01-03-otter.md", "---\npermalink: /otter.html\n---\n"),
        ("_pages/about.md", "---\ntitle: About\n---\n"),
        ("assets/heron.png", ""),
    ] {
        files::write(&folder.path().join(path), text.as_bytes()).expect("written");
    }
    let now = "2026-07-01T12:00:00Z".parse().expect("a time");
    let (found, _) = source::walk(folder.path(), "");
    let posts =
        found.iter().filter_map(|file| read_post(file, &source::read(file).expect("read"), &Config::default(), now).0);
    let (blog, _) = Blog::new(posts.collect(), Hidden::default(), &mut Claims::default());
    let own_site = OwnSite::new(["https://example.org"], [Base::parse("/repo/")]);
    let mut addresses = Addresses::new(own_site, &blog, "");
    addresses.add_file("assets/heron.png", "assets/heron.png");
    (blog, addresses)
}

#[test]
fn tells_what_is_kept_from_what_is_not() {
    let (blog, addresses) = blog();
    let mut pages = Pages::new(blog.documents());
    pages.add_redirect(&Permalink::parse("/old-heron").expect("a path"));
    for (url, expected) in [
        ("https://example.org/birds/heron/", Ok(Answer::Post)),
        ("http://www.example.com/birds/heron/index.html", Ok(Answer::Post)),
        ("/birds/heron", Ok(Answer::Post)),
        ("/birds/heron.html", Err(Some("/birds/heron/"))),
        ("/birds/Heron/", Err(Some("/birds/heron/"))),
        ("/otter", Ok(Answer::Post)),
        ("/otter/", Err(Some("/otter.html"))),
        ("/repo/otter.html?utm=1#top", Ok(Answer::Post)),
        ("/2024/01/02/heron.html", Err(Some("/birds/heron/"))),
        ("/about/", Ok(Answer::Page)),
        ("/old-heron.html", Ok(Answer::Redirect)),
        ("https://example.org", Ok(Answer::List)),
        ("/tags/water/", Ok(Answer::List)),
        ("/tag/water/", Err(Some("/tags/water/"))),
        ("/feed.xml", Ok(Answer::Feed)),
        ("/assets/heron.png", Ok(Answer::File)),
        ("/assets/Heron.png", Err(Some("/assets/heron.png"))),
        ("/nothing/like/it/", Err(None)),
    ] {
        let Kept { answers, gone } = kept(&[url.to_owned(), url.to_owned()], &pages, &addresses);
        let found = match answers.keys().next() {
            Some(answer) => Ok(*answer),
            None => Err(gone.first().and_then(|gone| gone.nearest.as_deref())),
        };
        assert_eq!((found, answers.len() + gone.len()), (expected, 1), "{url}");
    }
}
