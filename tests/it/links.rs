//! Links in every way of writing them, and pictures, on a site with each.

use insta::assert_snapshot;

use super::html::{self, attributes, texts};
use super::pages;
use super::picture_files::png;
use super::site::{Draft, Site};

const SETTINGS: &str = "url = \"https://example.org\"\nbase = \"/blog/\"\n";

/// A blog on `https://example.org/blog/` whose one post has a text.
fn blog(text: &str) -> Draft {
    Draft::new()
        .file("lectern.toml", SETTINGS)
        .base("/blog/")
        .post(
            "2024-09-15-Rivers.md",
            "title: Rivers\ntags: [Slow water]\ncategories: nature",
            "By the river.\n\n## Part",
        )
        .post(
            "2024-02-29-leap.md",
            "title: Leap\npermalink: /notes/leap/\ndate: 2024-03-01 01:00:00 +0900",
            "Leap.\n\n## Part",
        )
        .post("2023-05-05-odd name.md", "title: Odd\npermalink: /odd/An odd name.html", "Odd.\n\n## Part")
        .file("posts/_pages/about.md", "---\ntitle: About\n---\n\nMe.\n\n## Part\n")
        .bytes("posts/assets/dawn.png", &png(2, 2))
        .bytes("posts/assets/Heron.PNG", &png(2, 2))
        .post("2025-01-01-links.md", "title: Links", text)
}

fn links_page(site: &Site) -> scraper::Html {
    site.page("2025/01/01/links.html")
}

#[test]
fn every_way_of_writing_an_address_leads_to_the_page() {
    let rivers = "/blog/nature/2024/09/15/Rivers.html";
    let cases = [
        ("/nature/2024/09/15/Rivers.html", rivers),
        ("/nature/2024/09/15/Rivers", rivers),
        ("/nature/2024/09/15/rivers/", rivers),
        ("/nature/2024/09/15/rivers/index.html", rivers),
        ("/2024/9/15/rivers", rivers),
        ("/2024/09/16/rivers.html", rivers),
        ("/2024/09/rivers/", rivers),
        ("/rivers/", rivers),
        ("/blog/nature/2024/09/15/Rivers.html", rivers),
        ("/blog/2024/09/15/rivers/", rivers),
        ("https://example.org/blog/nature/2024/09/15/Rivers.html", rivers),
        ("http://www.example.org/blog/2024/09/15/rivers/", rivers),
        ("//example.org/blog/rivers", rivers),
        ("2024-09-15-Rivers.md", rivers),
        ("./2024-09-15-rivers.md", rivers),
        ("../../../notes/leap/", "../../../notes/leap/"),
        ("/notes/leap/", "/blog/notes/leap/"),
        ("/notes/leap", "/blog/notes/leap/"),
        ("/2024/02/29/leap.html", "/blog/notes/leap/"),
        ("/2024/03/01/leap.html", "/blog/notes/leap/"),
        ("/odd/An%20odd%20name.html", "/blog/odd/An%20odd%20name.html"),
        ("/odd/an odd name/", "/blog/odd/An%20odd%20name.html"),
        ("/2023/05/05/odd-name/", "/blog/odd/An%20odd%20name.html"),
        ("/", "/blog/"),
        ("/index.html", "/blog/"),
        ("https://example.org/blog", "/blog/"),
        ("/about.html", "/blog/about/"),
        ("/archive/2024", "/blog/archive/2024/"),
        ("/2024/", "/blog/archive/2024/"),
        ("/tag/Slow water", "/blog/tags/slow-water/"),
        ("/categories/nature", "/blog/categories/nature/"),
        ("/feed.xml", "/blog/feed.xml"),
        ("/assets/dawn.png", "/blog/assets/dawn.png"),
        ("assets/dawn.png", "/blog/assets/dawn.png"),
        ("https://example.org/blog/assets/dawn.png", "/blog/assets/dawn.png"),
        ("https://example.org/shop/", "https://example.org/shop/"),
        ("https://example.org/blog/gone/", "https://example.org/blog/gone/"),
        ("https://example.com/rivers/", "https://example.com/rivers/"),
        ("mailto:me@example.org", "mailto:me@example.org"),
    ];
    let (mut text, mut expected) = (String::new(), Vec::new());
    for (written, resolved) in cases {
        for suffix in ["", "#part", "?a=1#part"] {
            text.push_str(&format!("[x](<{written}{suffix}>) <a href=\"{written}{suffix}\">x</a>\n\n"));
            expected.extend([(written, format!("{resolved}{suffix}")), (written, format!("{resolved}{suffix}"))]);
        }
    }
    let site = blog(&text).press_clean();
    let links = attributes(&links_page(&site), ".prose a", "href");
    assert_eq!(links.len(), expected.len());
    for (link, (written, expected)) in links.iter().zip(expected) {
        assert_eq!(*link, expected, "{written}");
    }
}

#[test]
fn every_link_of_a_site_with_redirects_answers() {
    let text = "[a](/2024/9/16/rivers) [b](/old/#x) <a href='http://example.org/blog/away'>c</a> ![](/assets/DAWN.png) \
                ![](/gone.png) [d](/tag/slow-water) [e](2024-09-15-Rivers.md) <img src='/gone.jpg'>";
    let site = blog(text)
        .post("2025-02-01-away.md", "title: Away\nredirect_to: /notes/leap\nredirect_from: [/away/, /old/]", "")
        .post("2025-02-02-far.md", "title: Far\nredirect_to: https://example.com/\nimage: /gone.png", "")
        .press();
    let files = site.files();
    for (file, page) in site.pages() {
        for address in pages::addresses(&page) {
            let Some((target, _)) = pages::target(&site, &file, &address) else { continue };
            assert!(files.contains(&target), "{file} names {address:?}, but there is no {target}");
        }
    }
    assert_eq!(site.problems().len(), 4, "{:?}", site.problems());
}

#[test]
fn an_address_that_is_right_costs_nothing() {
    let text = "[a](/nature/2024/09/15/Rivers.html) [b](/tags/slow-water/) ![c](/assets/dawn.png) [d](https://a.b/c)";
    let site = blog(text).press_clean();
    assert_eq!(site.bundle("2025/01/01/links.md").annotations.links, []);
}

#[test]
fn what_leads_nowhere_is_told_with_what_may_be_meant() {
    let text = "[a](/gone/) and [b](/2024/09/15/rivres.html)\n\n\
                [c](nowhere.md) [c](nowhere.md#x) [d](www.example.com/x) [e](/files/talk.pdf)\n\n\
                <a\nhref='/lost'>f</a> ![g](/assets/heron.png) ![h](/images/dawn.png) ![](/img/x.jpg)";
    let site = blog(text).press();
    assert_snapshot!(site.problems().join("\n"));
    let links = attributes(&links_page(&site), ".prose a", "href");
    assert_eq!(links.first().map(String::as_str), Some("/blog/gone/"));
    assert_eq!(attributes(&links_page(&site), ".prose img", "src"), ["/blog/assets/Heron.PNG"]);
}

#[test]
fn a_place_that_a_page_does_not_have_is_told_with_the_nearest() {
    let text = "## In short\n\nA note[^1]. <a name='old'></a>\n\n[^1]: Note.\n\n\
                [a](#in-short) [b](#in-shrot) [c](#old) [d](#fn:1) [e](#top) [f](#) [g](#far-away) <a href='#In-Short'>h</a>\n\n\
                [i](/notes/leap/#caf%C3%A9) [j](/notes/leap#cafe) [k](2024-02-29-leap.md?x#gone) [l](/archive/#2024) \
                [m](https://example.com/#x) [n](/gone/#x) ![o](/assets/dawn.png#x) [p](#:~:text=note) [q](#lectern:content)";
    let site = blog(text)
        .post("2024-02-29-leap.md", "title: Leap\npermalink: /notes/leap/", "## Café\n\n<p id='other'>Text.</p>")
        .press();
    assert_snapshot!(site.problems().join("\n"));
}

#[test]
fn a_missing_picture_is_shown_by_its_words() {
    let text = "![Two *herons* | `at` \"dawn\"](/a/herons.png \"Title\") and [![](/a/b_c.png?x)](/rivers/)\n\n\
                | one | ![in | table](/a/d.png) |\n|---|---|\n| ![x](/a/e.png) | y |\n\n\
                <img src='/a/f.png' alt='A &lt; B'>\n*not Markdown*\n\n\
                > <p>\n> <img\n> src='/a/g.png'\n> alt='in *words*'>\n> </p>\n\n\
                ![there](/assets/dawn.png) ![far](https://example.com/h.png) `![code](/a/i.png)`\n\n# ![](/a/j.png) End";
    let site = blog(text).press();
    let page = links_page(&site);
    assert_snapshot!("missing_pictures", html::one(&page, ".prose").inner_html());
    assert_eq!(attributes(&page, ".prose img", "src"), ["/blog/assets/dawn.png"]);
    let bundle = site.text("2025/01/01/links.md");
    assert!(!bundle.contains("/a/herons.png)"), "{bundle}");
}

#[test]
fn a_folder_that_was_not_brought_is_told_once() {
    let pictures: String = (0..9).map(|number| format!("![x](/images/{number}.png)\n\n")).collect();
    let site =
        blog(&pictures).post("2025-01-02-more.md", "title: More", "![x](/images/1.png) [y](/images/z.pdf)").press();
    assert_eq!(
        site.problems(),
        [
            "posts/images:1:1: 10 files below `/images`, which 2 texts refer to, are not here; copy that folder of the old \
          site to `posts/images`, or run `lectern import` on the whole of it"
        ]
    );
    assert_eq!(texts(&links_page(&site), ".missing-image").len(), 9);
}

#[test]
fn the_picture_of_the_front_matter_is_resolved_and_left_out_if_it_is_missing() {
    for (image, card, problems) in [
        ("/assets/dawn.png", Some("https://example.org/blog/assets/dawn.png"), 0),
        ("/blog/assets/dawn.png", Some("https://example.org/blog/assets/dawn.png"), 0),
        ("assets/dawn.png", Some("https://example.org/blog/assets/dawn.png"), 0),
        ("https://example.org/blog/assets/dawn.png", Some("https://example.org/blog/assets/dawn.png"), 0),
        ("https://example.com/dawn.png", Some("https://example.com/dawn.png"), 0),
        ("/assets/heron.png", Some("https://example.org/blog/assets/Heron.PNG"), 1),
        ("/assets/gone.png", None, 1),
    ] {
        let site = blog("Text.").post("2025-01-02-card.md", &format!("title: Card\nimage: {image}"), "Text.").press();
        let page = site.page("2025/01/02/card.html");
        assert_eq!(
            attributes(&page, "meta[property='og:image']", "content").first().map(String::as_str),
            card,
            "{image}"
        );
        assert_eq!(site.problems().len(), problems, "{image}: {:?}", site.problems());
        let place = "posts/2025-01-02-card.md:3:8: there is no file";
        assert!(card.is_some() || site.problems()[0].starts_with(place), "{:?}", site.problems());
    }
}

/// None of these is to take the square of its length.
#[test]
fn a_long_line_of_broken_links_takes_no_time() {
    let links: String = (0..8_000).map(|number| format!("![a{number}](/x/{number}.png)[é](/y/{number}/)")).collect();
    let tags: String = (0..8_000).map(|number| format!("<img alt='&&' src=/z/{number}.png>")).collect();
    let site = blog(&format!("{links}\n\n<div>{tags}</div>\n\n![{}](/w.png)", "&".repeat(100_000))).press();
    assert!(8_000 < site.problems().len());
}
