//! Sites that can be installed: manifest, icons, and the tags that lead to them.

use image::RgbaImage;
use serde_json::{Value, json};

use super::html::attributes;
use super::site::{Draft, Site};

const SETTINGS: &str = "title = \"Field notes\"\ndescription = \"Walks.\"\n";

fn blog() -> Draft {
    Draft::new().file("lectern.toml", SETTINGS).post("2025-01-01-a.md", "title: A", "Text.").published()
}

fn manifest(site: &Site) -> Value {
    serde_json::from_str(&site.text("manifest.webmanifest")).expect("JSON")
}

fn picture(site: &Site, address: &str) -> RgbaImage {
    let file = address.strip_prefix(site.base()).expect("an address of the site");
    image::load_from_memory(&site.bytes(file)).expect("a picture").into_rgba8()
}

/// The icon of the manifest for a purpose, in a size.
fn icon(site: &Site, sizes: &str, purpose: &str) -> RgbaImage {
    let manifest = manifest(site);
    let icons = manifest["icons"].as_array().expect("icons");
    let icon = icons.iter().find(|icon| icon["sizes"] == sizes && icon["purpose"] == purpose).expect("an icon");
    assert_eq!(icon["type"], "image/png");
    picture(site, icon["src"].as_str().expect("an address"))
}

#[test]
fn the_manifest_says_what_systems_ask_for() {
    let site = blog().base("/blog/").press_clean();
    let mut written = manifest(&site);
    written.as_object_mut().expect("an object").remove("icons");
    let expected = json!({
        "id": "/blog/",
        "name": "Field notes",
        "short_name": "Field notes",
        "description": "Walks.",
        "lang": "en",
        "dir": "ltr",
        "start_url": "/blog/",
        "scope": "/blog/",
        "display": "standalone",
        "background_color": "#fdfcf9",
        "theme_color": "#fdfcf9",
        "shortcuts": [
            { "name": "Archive", "url": "/blog/archive/" },
            { "name": "Saved posts", "url": "/blog/saved/" },
        ],
    });
    assert_eq!(written, expected);
    let arabic = blog().file("lectern.toml", "lang = \"ar\"\n").press_clean();
    assert_eq!(manifest(&arabic)["dir"], "rtl");
}

#[test]
fn icons_have_the_sizes_that_they_are_said_to_have() {
    let site = blog().base("/blog/").press_clean();
    for (size, purpose) in [(192, "any"), (512, "any"), (512, "maskable")] {
        let icon = icon(&site, &format!("{size}x{size}"), purpose);
        assert_eq!((icon.width(), icon.height()), (size, size));
        assert_eq!(icon.get_pixel(0, 0).0[3], if purpose == "maskable" { 255 } else { 0 });
    }
    // Lectern's own has room enough around its book: nothing is to be made smaller.
    let [plain, maskable] = ["any", "maskable"].map(|purpose| icon(&site, "512x512", purpose));
    assert_eq!(plain.get_pixel(110, 256), maskable.get_pixel(110, 256));
    for file in ["index.html", "2025/01/01/a.html", "404.html"] {
        let page = site.page(file);
        assert_eq!(attributes(&page, "head link[rel=manifest]", "href"), ["/blog/manifest.webmanifest"], "{file}");
        let [apple] = attributes(&page, "head link[rel=apple-touch-icon]", "href").try_into().expect("one");
        let apple = picture(&site, &apple);
        assert_eq!((apple.width(), apple.height()), (180, 180));
        assert!(apple.pixels().all(|pixel| pixel.0[3] == 255));
        assert_eq!(attributes(&page, "meta[name=theme-color]", "content"), ["#fdfcf9", "#17191c"]);
        let policy = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content").concat();
        assert!(policy.contains("manifest-src 'self'"));
    }
}

/// A red square with a white mark that reaches into one of its corners.
const OWN: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100' fill='#f00'/>\
                   <rect x='90' y='90' width='10' height='10' fill='#fff'/></svg>";

#[test]
fn the_blogs_own_icon_goes_everywhere() {
    let site = blog().file("icon.svg", OWN).press_clean();
    let page = site.page("2025/01/01/a.html");
    let [address] = attributes(&page, "head link[rel=icon]", "href").try_into().expect("one");
    assert_eq!(site.text(address.trim_start_matches('/')), OWN);
    assert_eq!(attributes(&page, "head link[rel=icon]", "type"), ["image/svg+xml"]);
    assert_eq!(icon(&site, "192x192", "any").get_pixel(1, 1).0, [255, 0, 0, 255]);

    // Systems cut to a circle of four fifths: the mark must be inside, and all around it the icon's own red.
    let maskable = icon(&site, "512x512", "maskable");
    let is_mark = |x: u32, y: u32| 128 < maskable.get_pixel(x, y).0[1];
    let marks: Vec<(u32, u32)> =
        (0..512).flat_map(|y| (0..512).map(move |x| (x, y))).filter(|(x, y)| is_mark(*x, *y)).collect();
    assert!(!marks.is_empty());
    for (x, y) in marks {
        let distance = (f64::from(x) - 255.5).hypot(f64::from(y) - 255.5);
        assert!(distance <= 256.0 * 0.8 + 1.5, "{x} {y}");
    }
    assert_eq!(maskable.get_pixel(0, 0).0, [255, 0, 0, 255]);
}

#[test]
fn a_bitmap_is_as_good_an_icon() {
    let site = blog().bytes("icon.png", &super::picture_files::clear_png(300, 200)).press_clean();
    assert_eq!(attributes(&site.page("index.html"), "head link[rel=icon]", "type"), ["image/png"]);
    let icon = icon(&site, "512x512", "any");
    assert_eq!(icon.get_pixel(256, 2).0[3], 0, "it is wider than high");
    assert_eq!(icon.get_pixel(400, 256).0[3], 200);
}

#[test]
fn a_broken_icon_is_told_and_not_used() {
    let site = blog().file("icon.svg", "<svg").press();
    let [problem] = <[String; 1]>::try_from(site.problems()).expect("one");
    assert!(problem.starts_with("icon.svg:1:1: this icon cannot be drawn, so Lectern's own is used: "), "{problem}");
    assert!(problem.ends_with("; save it anew as a square SVG or PNG of its own"), "{problem}");
    assert_eq!(icon(&site, "192x192", "any").width(), 192);
    assert_eq!(attributes(&site.page("index.html"), "head link[rel=icon]", "href"), [""; 0]);
}

#[test]
fn an_icon_reads_no_other_file() {
    let site = blog()
        .bytes("secret.png", &super::picture_files::png(100, 100))
        .file(
            "icon.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='secret.png' width='9' height='9'/></svg>",
        )
        .press();
    let [problem] = <[String; 1]>::try_from(site.problems()).expect("one");
    assert!(problem.contains("nothing of it can be seen"), "{problem}");
}

#[test]
fn a_manifest_of_the_author_stays() {
    let site = blog().file("posts/manifest.webmanifest", "{}").press_clean();
    assert_eq!(site.text("manifest.webmanifest"), "{}");
}

#[test]
fn at_home_nothing_is_to_be_installed() {
    let draft = Draft::new().post("2025-01-01-a.md", "title: A", "Text.");
    let site = draft.file("icon.svg", OWN).press_clean();
    assert!(!site.files().iter().any(|file| file.ends_with(".webmanifest") || file.ends_with(".png")));
    assert_eq!(attributes(&site.page("index.html"), "head link[rel=icon]", "href").len(), 1);
}
