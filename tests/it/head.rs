//! What pages say of themselves to search engines and cards.

use serde_json::{Value, json};

use super::html::{attributes, texts};
use super::site::{Draft, Site};

const URL: &str = "https://example.org";

/// The objects of a page's graph, by their types.
fn graph(site: &Site, file: &str) -> serde_json::Map<String, Value> {
    let data = texts_of_data(site, file);
    assert!(!data.contains('<'), "{data}");
    let data: Value = serde_json::from_str(&data).unwrap_or_else(|error| panic!("{file}: {error}: {data}"));
    assert_eq!(data["@context"], "https://schema.org");
    let objects = data["@graph"].as_array().expect("a graph").iter();
    objects.map(|object| (object["@type"].as_str().expect("a type").to_owned(), object.clone())).collect()
}

fn texts_of_data(site: &Site, file: &str) -> String {
    let found = super::html::all(&site.page(file), "script[type='application/ld+json']")
        .into_iter()
        .map(|script| script.text().collect::<String>())
        .collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "{file}");
    found.concat()
}

fn meta(site: &Site, file: &str, name: &str) -> Vec<String> {
    attributes(&site.page(file), &format!("meta[property='{name}'], meta[name='{name}']"), "content")
}

fn blog() -> Draft {
    Draft::new()
        .file(
            "lectern.toml",
            "title = \"Rivers & \\\"banks\\\"\"\ndescription = \"Of </script> water\"\nauthor = \"Ada\"\n",
        )
        .base("/repo/")
        .url(URL)
}

#[test]
fn a_post_is_described_in_the_words_of_schema_org() {
    let front_matter = "title: 'A \"quoted\" </script><!-- one'\ndate: 2024-01-01 10:00 +0200\ncategories: [Walks]\n\
                        tags: [a, b]\nauthors: [Grace]\nlast_modified_at: 2024-02-03 04:05 +0100\ndescription: In short\nlang: de-CH";
    let site = blog().post("2024-01-01-a.md", front_matter, "Text.").press_clean();
    let file = "walks/2024/01/01/a.html";
    let graph = graph(&site, file);
    let address = "https://example.org/repo/walks/2024/01/01/a.html";
    assert_eq!(
        graph["BlogPosting"],
        json!({
            "@type": "BlogPosting", "@id": address, "url": address, "mainEntityOfPage": address,
            "headline": "A \"quoted\" </script><!-- one", "description": "In short", "inLanguage": "de-CH",
            "datePublished": "2024-01-01T10:00:00+02:00", "dateModified": "2024-02-03T04:05:00+01:00",
            "timeRequired": "PT1M", "articleSection": "Walks", "keywords": "a, b",
            "author": [{ "@type": "Person", "name": "Grace", "url": "https://example.org/repo/authors/grace/" }],
            "isPartOf": { "@id": "https://example.org/repo/#website" },
        })
    );
    assert_eq!(graph["WebSite"]["name"], "Rivers & \"banks\"");
    assert_eq!(graph["WebSite"]["description"], "Of </script> water");
    let names = graph["BreadcrumbList"]["itemListElement"].as_array().expect("items").iter();
    let names: Vec<(u64, &str)> = names
        .map(|item| (item["position"].as_u64().expect("a number"), item["name"].as_str().expect("a name")))
        .collect();
    assert_eq!(names, [(1, "Home"), (2, "Walks"), (3, "A \"quoted\" </script><!-- one")]);
    assert_eq!(meta(&site, file, "og:locale"), ["de_CH"]);
    assert_eq!(meta(&site, file, "article:tag"), ["a", "b"]);
}

#[test]
fn every_kind_of_page_is_described() {
    let site = blog().post("2024-01-01-a.md", "title: a\ntags: x", "").post("_pages/about.md", "title: About", "");
    let site = site.press_clean();
    for (file, kind) in [
        ("index.html", "WebSite"),
        ("archive/index.html", "CollectionPage"),
        ("archive/2024/index.html", "CollectionPage"),
        ("tags/index.html", "CollectionPage"),
        ("tags/x/index.html", "BreadcrumbList"),
        ("about/index.html", "WebPage"),
        ("2024/01/01/a.html", "BlogPosting"),
    ] {
        assert!(graph(&site, file).contains_key(kind), "{file} is a {kind}");
    }
    assert_eq!(graph(&site, "2024/01/01/a.html")["BlogPosting"]["author"], json!({ "@type": "Person", "name": "Ada" }));
    assert_eq!(meta(&site, "saved/index.html", "robots"), ["noindex"]);
    assert_eq!(meta(&site, "404.html", "robots"), ["noindex"]);
    assert!(texts(&site.page("404.html"), "script[type='application/ld+json']").is_empty());
}

#[test]
fn the_picture_of_a_page_is_what_its_author_chose() {
    let png = super::picture_files::png(1200, 600);
    let site = blog()
        .bytes("posts/assets/ä b.png", &png)
        .post("2024-01-01-a.md", "title: a\nimage: '/assets/ä b.png'", "")
        .post("2024-01-02-b.md", "title: b\ncover: {path: '/assets/ä b.png', alt: A boat}", "")
        .post("2024-01-03-c.md", "title: c\nimage: https://example.com/c.png", "")
        .post("2024-01-04-d.md", "title: d", "")
        .press();
    let own = "https://example.org/repo/assets/%C3%A4%20b.png";
    for (file, image, card) in [
        ("2024/01/01/a.html", own, "summary_large_image"),
        ("2024/01/02/b.html", own, "summary_large_image"),
        ("2024/01/03/c.html", "https://example.com/c.png", "summary_large_image"),
        ("2024/01/04/d.html", "", "summary"),
        ("index.html", "", "summary"),
    ] {
        let images: Vec<&str> = Some(image).filter(|image| !image.is_empty()).into_iter().collect();
        assert_eq!(meta(&site, file, "og:image"), images, "{file}");
        assert_eq!(meta(&site, file, "twitter:card"), [card], "{file}");
    }
    assert_eq!(meta(&site, "2024/01/02/b.html", "og:image:alt"), ["A boat"]);
    assert_eq!(graph(&site, "2024/01/01/a.html")["BlogPosting"]["image"], own);
}

#[test]
fn translations_name_each_other() {
    let site = blog()
        .post("2024-01-01-river.md", "title: River\nref: river", "")
        .post("2024-01-02-fluss.md", "title: Fluss\nref: river\nlang: de", "")
        .post("2024-01-03-riviere.md", "title: Rivière\npage_id: river\nlang: fr", "")
        .post("2024-01-04-other.md", "title: Other\nref: other\nlang: de", "")
        .press_clean();
    let languages = |file: &str| {
        let (page, link) = (site.page(file), "link[rel=alternate][hreflang]");
        let mut all: Vec<_> =
            attributes(&page, link, "hreflang").into_iter().zip(attributes(&page, link, "href")).collect();
        all.sort();
        all
    };
    let address = |path: &str| format!("https://example.org/repo/2024/01/{path}.html");
    let expected = [
        ("de".to_owned(), address("02/fluss")),
        ("en".to_owned(), address("01/river")),
        ("fr".to_owned(), address("03/riviere")),
        ("x-default".to_owned(), address("01/river")),
    ];
    for file in ["2024/01/01/river.html", "2024/01/02/fluss.html", "2024/01/03/riviere.html"] {
        assert_eq!(languages(file), expected, "{file}");
    }
    assert_eq!(languages("2024/01/04/other.html"), []);
    let page = site.page("2024/01/02/fluss.html");
    assert_eq!(texts(&page, ".translations a"), ["River", "Rivière"]);
    assert_eq!(attributes(&page, ".translations a", "lang"), ["en", "fr"]);
    assert!(texts(&site.page("2024/01/04/other.html"), ".translations").is_empty());
}
