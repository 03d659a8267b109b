//! Written pages, inside and in their heads, and where their links lead.

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;
use lectern::page::StoredPage;
use lectern::view::mark::PRERENDER_MARK;
use percent_encoding::percent_decode_str;
use scraper::Html;

use super::html::{self, all, attributes, one, texts};
use super::json;
use super::site::{Draft, Site};

/// A blog with a page of every kind.
fn small_blog() -> Draft {
    Draft::of_fixture("small")
}

/// The root element with its inside, each tag on a line of its own, and the data behind it.
///
/// A line breaks before the end of a tag, where it means nothing: the tests in the browser take these pages over. The
/// mark of the view would change with every edit, so `MARK` stands for it.
fn root(site: &Site, file: &str) -> String {
    let text = site.text(file);
    let (_, rest) = text.split_once("<div id=\"lectern\"").expect("a root");
    let (root, _) = rest.split_once("</script>").expect("the data");
    let root = format!("<div id=\"lectern\"{root}</script>");
    let mark = format!("data-mark=\"{PRERENDER_MARK}\"");
    // The last sign of a comment has no place for a line's end before it.
    root.replace(&mark, "data-mark=\"MARK\"").replace("><", "\n><").replace("--\n><", "--><")
}

/// What the page says of itself, one element to a line.
fn head(site: &Site, file: &str) -> String {
    let page = site.page(file);
    let language = one(&page, "html").attr("lang").unwrap_or_default().to_owned();
    let tags = all(&page, "title, [data-page]").into_iter().map(|element| element.html());
    let lines: Vec<String> = std::iter::once(format!("<html lang=\"{language}\">")).chain(tags).collect();
    lines.join("\n")
}

#[test]
fn every_kind_of_page_looks_as_reviewed() {
    let site = small_blog().press_clean();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures/pages");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, file) in [
            ("home", "index.html"),
            ("home_2", "page/2/index.html"),
            ("post", "thoughts/2024/09/15/one-year.html"),
            ("page", "about/index.html"),
            ("archive", "archive/index.html"),
            ("year", "archive/2024/index.html"),
            ("categories", "categories/index.html"),
            ("category", "categories/thoughts/index.html"),
            ("tags", "tags/index.html"),
            ("tag", "tags/cplusplus/index.html"),
            ("not_found", "404.html"),
        ] {
            assert_snapshot!(name, format!("{}\n\n{}", head(&site, file), root(&site, file)));
        }
    });
}

#[test]
fn an_empty_blog_has_all_its_pages() {
    let site = Draft::new().press_clean();
    // The names of what the blog is searched by change with every byte of it.
    let is_search = |file: &String| file.starts_with("search-") || file.ends_with(".idx");
    let files: Vec<String> = site.files().into_iter().filter(|file| !is_search(file)).collect();
    assert_snapshot!("empty_files", files.join("\n"));
    assert!(texts(&site.page("index.html"), ".empty")[0].starts_with("No posts yet."));
    assert_eq!(texts(&site.page("tags/index.html"), ".empty"), ["None yet."]);
}

#[test]
fn the_header_links_what_there_is() {
    let links = |draft: Draft| texts(&draft.press_clean().page("index.html"), "nav[aria-label=Site] a");
    let post = |front_matter: &str| Draft::new().post("2024-09-15-rain.md", front_matter, "Wet.");
    assert_eq!(links(Draft::new()), ["Archive"]);
    assert_eq!(links(post("title: Rain")), ["Archive"]);
    assert_eq!(links(post("categories: weather")), ["Archive", "Categories"]);
    let with_page = post("tags: rain").post("_pages/about.md", "title: About", "I.");
    assert_eq!(links(with_page), ["Archive", "Tags", "About"]);
}

#[test]
fn the_footer_names_the_author_unless_the_title_does() {
    let footer = |settings: &str| {
        let site = Draft::new().file("lectern.toml", settings).press_clean();
        texts(&site.page("index.html"), ".site-footer p:first-child").concat()
    };
    assert_eq!(footer("title = \"Rivers\""), "Rivers");
    assert_eq!(footer("title = \"Rivers\"\nauthor = \"Ada\""), "Rivers · Ada");
    assert_eq!(footer("title = \"Ada\"\nauthor = \"Ada\""), "Ada");
}

#[test]
fn addresses_for_machines_are_absolute_where_the_host_is_known() {
    let file = "thoughts/2024/09/15/one-year.html";
    for (url, base, canonical) in [
        (None, "/", "/thoughts/2024/09/15/one-year.html"),
        (None, "/repo/", "/repo/thoughts/2024/09/15/one-year.html"),
        (Some("https://example.org"), "/", "https://example.org/thoughts/2024/09/15/one-year.html"),
        (Some("https://example.org/"), "/repo/", "https://example.org/repo/thoughts/2024/09/15/one-year.html"),
    ] {
        let draft = small_blog().base(base);
        let site = url.into_iter().fold(draft, Draft::url).press_clean();
        let page = site.page(file);
        assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [canonical]);
        assert_eq!(attributes(&page, "meta[property='og:url']", "content"), [canonical]);
        let image = canonical.replace(file, "assets/dawn.png");
        assert_eq!(attributes(&page, "meta[property='og:image']", "content"), [image]);
        let twin = format!("{base}{}", file.replace(".html", ".md"));
        assert_eq!(attributes(&page, "link[rel=alternate][type='text/markdown']", "href"), [twin]);
    }
}

#[test]
fn every_link_of_every_page_leads_to_a_file_and_a_place_in_it() {
    for base in ["/", "/repo/", "/a/b/"] {
        let site = small_blog().base(base).press_clean();
        let files: BTreeSet<String> = site.files().into_iter().collect();
        let pages = site.pages();
        let ids: BTreeMap<&String, BTreeSet<String>> =
            pages.iter().map(|(file, page)| (file, html::ids(page))).collect();
        assert!(10 < pages.len());
        for (file, page) in &pages {
            for address in addresses(page) {
                let Some((target, fragment)) = target(&site, file, &address) else { continue };
                assert!(files.contains(&target), "{base}{file} names {address:?}, but there is no {target}");
                let there = fragment.is_empty() || ids.get(&target).is_some_and(|ids| ids.contains(&fragment));
                assert!(there, "{base}{file} names {address:?}, but {target} has no #{fragment}");
            }
        }
    }
}

/// Everything that a browser would fetch or follow.
pub(crate) fn addresses(page: &Html) -> Vec<String> {
    let named = ["href", "src", "poster", "data-js", "data-wasm", "data-src"];
    named.iter().flat_map(|name| attributes(page, &format!("[{name}]"), name)).collect()
}

/// The file and the fragment that an address on a page means; `None` if it is elsewhere.
pub(crate) fn target(site: &Site, file: &str, address: &str) -> Option<(String, String)> {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let fragment = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
    if path.contains("://") || path.starts_with("//") || path.starts_with("mailto:") || path.starts_with("data:") {
        return None;
    }
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some((file.to_owned(), fragment));
    }
    let path = percent_decode_str(path).decode_utf8_lossy();
    let below = match path.strip_prefix(site.base()) {
        Some(below) => below.to_owned(),
        None if path.starts_with('/') => panic!("{file} names {address:?}, outside {}", site.base()),
        // Relative to the page's folder.
        None => format!("{}{path}", &file[..file.rfind('/').map_or(0, |slash| slash + 1)]),
    };
    let is_folder = below.is_empty() || below.ends_with('/');
    Some((if is_folder { format!("{below}index.html") } else { below }, fragment))
}

#[test]
fn every_page_carries_its_data_and_the_twins_say_the_same() {
    let site = small_blog().base("/repo/").press_clean();
    for (file, page) in site.pages() {
        let json: String = one(&page, "script[type='application/json']").text().collect();
        assert!(!json.contains('<'), "{file}");
        let payload = site.payload(&file);
        assert_eq!(payload.site.title, "A small blog");
        assert_eq!(payload.site.base.as_str(), "/repo/");
        match payload.page {
            StoredPage::Document(metadata) => {
                let twin = site.text(&file.replace(".html", ".md"));
                let bundle = lectern::bundle::Bundle::parse(&twin, json::read);
                let bundle = bundle.expect("a bundle");
                assert_eq!(bundle.metadata, metadata, "{file}");
                let article = lectern::press::sanitize::article(&bundle, &payload.site.base, &crate::fixture::words());
                assert!(site.text(&file).contains(&article), "{file}");
            }
            StoredPage::List(_) | StoredPage::Terms(_) | StoredPage::Saved => {
                let twin: StoredPage = json::read(&site.text(&file.replace(".html", ".json"))).expect("data");
                assert_eq!(twin, payload.page, "{file}");
            }
            StoredPage::NotFound => assert_eq!(file, "404.html"),
        }
    }
}

#[test]
fn no_name_or_title_is_taken_for_markup() {
    let odd = "</script><script>alert(1)</script><!-- & \\\"x\\\" 'y' <b>z</b>";
    let shown = "</script><script>alert(1)</script><!-- & \"x\" 'y' z";
    let front_matter = format!(
        "title: \"{odd}\"\ndescription: \"{odd}\"\nauthor: \"{odd}\"\ncategories: [\"{odd}\"]\ntags: [\"{odd}\"]\n\
         image: \"https://example.com/{odd}\""
    );
    let toml = format!("title = \"{odd}\"\ndescription = \"{odd}\"\nauthor = \"{odd}\"\n");
    let site = Draft::new()
        .file("lectern.toml", &toml)
        .post("2024-01-01-one.md", &front_matter, "Text.")
        .post("2024-01-02-two.md", "title: Two", "Text.")
        .file("posts/_pages/odd.md", &format!("---\ntitle: \"{odd}\"\n---\n\nText.\n"))
        .press_clean();
    for (file, page) in site.pages() {
        let scripts = all(&page, "script:not([type='application/ld+json'])").len();
        assert_eq!(scripts, 2, "{file} has only the app's script and its data");
        assert!(all(&page, "script[type='application/ld+json']").len() <= 1, "{file}");
        assert!(all(&page, "b").is_empty(), "{file}");
        site.payload(&file);
    }
    let post = site.files().into_iter().find(|file| file.ends_with("one.html")).expect("the post");
    let page = site.page(&post);
    assert_eq!(texts(&page, "h1"), [shown]);
    assert_eq!(attributes(&page, "meta[property='og:title']", "content"), [shown]);
    assert!(texts(&page, "title")[0].starts_with(shown));
}

#[test]
fn the_template_keeps_what_is_trunks_and_has_one_stylesheet() {
    let site = small_blog().base("/repo/").press_clean();
    let page = site.page("archive/2024/index.html");
    assert_eq!(attributes(&page, "script[data-js]", "data-wasm"), ["/repo/app-3_bg.wasm"]);
    let stylesheets = attributes(&page, "link[rel=stylesheet]", "href");
    let [stylesheet] = stylesheets.as_slice() else { panic!("{stylesheets:?}") };
    let file = stylesheet.strip_prefix("/repo/").expect("below the base");
    assert_eq!(site.text(file), "/* tokens-1.css */\n/* base-2.css */\n");
    assert!(!site.files().iter().any(|file| file == "tokens-1.css"));
}

#[test]
fn a_template_without_a_place_for_the_page_says_so() {
    let draft = Draft::new();
    let (source, staging) = draft.folders();
    std::fs::write(staging.join("index.html"), "<html lang=\"en\"><title>x</title><head></head><body>")
        .expect("written");
    let options = lectern::press::bundle::Options {
        source: source.to_owned(),
        staging: staging.to_owned(),
        public_url: lectern::base::Base::parse("/"),
        url: None,
        hidden: lectern::press::blog::Hidden::default(),
        profile: lectern::press::bundle::Profile::Debug,
        now: super::site::NOW.parse().expect("a time"),
    };
    let failure = lectern::press::bundle::bundle(&options).expect_err("no root");
    assert_snapshot!(failure, @r#"index.html has no `<div id="lectern">…`; put it back, the press fills it for every page"#);
}

/// A link to the heading would lead to the top of the page, and the app would look for its data in a heading.
#[test]
fn no_heading_takes_the_id_of_a_part_of_the_page() {
    let text = "## Lectern\n\n## Lectern page\n";
    let site = Draft::new().post("2024-01-01-one.md", "title: One", text).press_clean();
    let page = site.page("2024/01/01/one.html");
    for id in ["lectern", "lectern-page"] {
        assert_eq!(all(&page, &format!("[id='{id}']")).len(), 1, "{id}");
    }
    site.payload("2024/01/01/one.html");
}
