use super::*;
use crate::base::Base;
use crate::permalink::Permalink;
use crate::site::Site;
use crate::words::Words;

fn page(url: &str) -> PageAddress {
    let site = Site {
        title: String::new(),
        description: String::new(),
        author: String::new(),
        url: url.to_owned(),
        base: Base::parse("/repo/"),
        lang: String::new(),
        navigation: Vec::new(),
        edit: String::new(),
        comments: None,
        social_pictures: Default::default(),
        words: Words::NONE,
        name_shards: 1,
    };
    PageAddress::new(&site, &Permalink::parse("/2024/a b.html").expect("a path"))
}

fn with_host(html: &str) -> String {
    content(html, &page("https://example.org"))
}

#[test]
fn addresses_are_full() {
    for (address, full) in [
        ("/repo/a.html?x=1&amp;y=2#z", "https://example.org/repo/a.html?x=1&amp;y=2#z"),
        ("#x", "https://example.org/repo/2024/a%20b.html#x"),
        ("", "https://example.org/repo/2024/a%20b.html"),
        ("b.html", "https://example.org/repo/2024/b.html"),
        ("../b/", "https://example.org/repo/b/"),
        ("//host/x", "https://host/x"),
        ("https://host", "https://host"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("a&quot;&lt;b", "https://example.org/repo/2024/a%22%3Cb"),
        ("https://[", "https://["),
    ] {
        assert_eq!(with_host(&format!("<a href=\"{address}\">x</a>")), format!("<a href=\"{full}\">x</a>"));
    }
    assert_eq!(
        with_host("<img src=\"/x.png\" srcset=\"/x.png.400.webp 400w, /x.png 900w\" alt=\"a > b\">"),
        "<img src=\"https://example.org/x.png\" srcset=\"https://example.org/x.png.400.webp 400w, \
         https://example.org/x.png 900w\" alt=\"a > b\">"
    );
}

#[test]
fn without_a_host_they_are_paths() {
    for (address, full) in [
        ("/repo/a.html?x#z", "/repo/a.html?x#z"),
        ("#x", "/repo/2024/a%20b.html#x"),
        ("../b/", "/repo/b/"),
        ("//host/x", "//host/x"),
        ("https://host/", "https://host/"),
    ] {
        let html = content(&format!("<a href=\"{address}\">x</a>"), &page(""));
        assert_eq!(html, format!("<a href=\"{full}\">x</a>"));
    }
}

#[test]
fn what_only_the_page_needs_is_left_out() {
    for (html, left) in [
        (
            "<div class=\"heading\"><h2 id=\"a\">A</h2><a class=\"anchor\" href=\"#a\" aria-label=\"A\"></a></div>",
            "<div><h2 id=\"a\">A</h2></div>",
        ),
        (
            "<pre tabindex=\"0\"><code><span class=\"l\"><span class=\"k\">let</span> a &lt; b</span></code></pre>",
            "<pre><code>let a &lt; b</code></pre>",
        ),
        ("<span dir=\"rtl\" class=\"x\">a<span>b</span></span>", "<span dir=\"rtl\">ab</span>"),
        ("<a href=\"https://a/\" data-frame=\"https://b/\">x</a>", "<a href=\"https://a/\">x</a>"),
        ("<a class=\"anchor\" id=\"here\"></a><a class=\"anchor\">x</a>", "<a id=\"here\"></a><a>x</a>"),
        ("<input disabled=\"\" type=\"checkbox\">", "<input disabled=\"\" type=\"checkbox\">"),
        ("a < b", "a < b"),
    ] {
        assert_eq!(with_host(html), left);
    }
}
