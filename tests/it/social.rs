//! Pictures that the press draws: for posts that have none, once, and the same on every machine.

use std::collections::HashSet;
use std::fs;

use lectern::site::SocialPictures;

use super::site::{Draft, files_below};

fn blog() -> Draft {
    Draft::new()
        .file("lectern.toml", "title = \"Field notes\"\nauthor = \"Ada\"\ndescription = \"Walks.\"\n")
        .post("2025-01-01-a.md", "title: First", "Text.")
        .published()
}

const PICTURE: &str = "2025/01/01/a.png";

fn size(picture: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(picture).expect("a picture");
    (picture.width(), picture.height())
}

#[test]
fn a_page_without_a_picture_gets_one_beside_it() {
    let site = blog()
        .post("2025-01-02-b.md", "title: B\nimage: /mine.png", "Text.")
        .post("2025-01-03-c.md", "title: C\nredirect_to: https://example.com/", "Text.")
        .post("2025-01-04-d.md", "title: D\npermalink: /d/", "Text.")
        .post("_pages/about.md", "title: About", "Text.")
        .bytes("posts/mine.png", &super::picture_files::png(60, 40))
        .press_clean();
    let pictures: Vec<String> =
        site.files().into_iter().filter(|file| file.ends_with(".png") && !file.contains("icon")).collect();
    assert_eq!(pictures, [PICTURE, "about/index.png", "d/index.png", "index.png", "mine.png"]);
    for picture in [PICTURE, "about/index.png", "d/index.png", "index.png"] {
        let bytes = site.bytes(picture);
        assert_eq!(size(&bytes), (1200, 630), "{picture}");
        assert!(bytes.len() < 60_000, "{picture} has {} bytes", bytes.len());
    }
    assert_eq!(site.payload("2025/01/01/a.html").site.social_pictures, SocialPictures::Drawn);
}

#[test]
fn nothing_is_drawn_where_nobody_could_ask_for_it() {
    let off = blog().file("lectern.toml", "social_pictures = false\n");
    let at_home = Draft::new().post("2025-01-01-a.md", "title: First", "Text.").url("https://example.org");
    for draft in [off, at_home] {
        let cache = draft.path("target/lectern/social");
        let site = draft.press_clean();
        assert!(!site.files().contains(&PICTURE.to_owned()) && !cache.exists());
        assert_eq!(site.payload("index.html").site.social_pictures, SocialPictures::None);
        assert!(!site.text("index.html").contains("social_pictures"));
    }
}

#[test]
fn a_file_of_the_author_is_not_replaced() {
    let site = blog().bytes("posts/2025/01/01/a.png", b"mine").bytes("posts/index.png", b"mine, too").press_clean();
    assert_eq!(site.bytes(PICTURE), b"mine");
    assert_eq!(site.bytes("index.png"), b"mine, too");
}

#[test]
fn pictures_are_drawn_once_until_a_word_changes() {
    let draft = blog();
    let cache = draft.path("target/lectern/social");
    draft.try_press().expect("a site");
    let drawn = files_below(&cache);
    assert_eq!(drawn.len(), 2, "one of the post, one of the site: {drawn:?}");
    // What is in the cache is taken as it is.
    for file in &drawn {
        fs::write(cache.join(file), b"kept").expect("written");
    }
    draft.try_press().expect("a site");
    let (_, staging) = draft.folders();
    assert_eq!(fs::read(staging.join(PICTURE)).expect("a picture"), b"kept");

    let site = draft.post("2025-01-01-a.md", "title: Second", "Text.").press_clean();
    assert_eq!(size(&site.bytes(PICTURE)), (1200, 630));
    assert_eq!(site.bytes("index.png"), b"kept");
}

#[test]
fn the_same_words_give_the_same_bytes() {
    assert_eq!(blog().press_clean().bytes(PICTURE), blog().press_clean().bytes(PICTURE));
}

#[test]
fn titles_of_all_kinds_are_drawn_and_look_different() {
    let long = "A very long title of many words that goes on and on ".repeat(6);
    let compound = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(8);
    let titles = [
        "Hello",
        "&amp; <b> \"quotes\" 'single' & > all",
        "为什么我们用 Rust 重写了整个博客系统",
        "東京の夜に直角を描く",
        "한국어 제목은 띄어쓰기에서",
        "كيف تقرأ النصوص العربية",
        "איך כותבים בלוג בעברית",
        "हिन्दी में एक ब्लॉग",
        "ภาษาไทยไม่มีช่องว่าง",
        "🚀🎉",
        "🇩🇪",
        long.trim(),
        compound.as_str(),
    ];
    let posts = titles.iter().enumerate();
    let draft = posts.fold(blog(), |draft, (number, title)| {
        let title = title.replace('\'', "''");
        draft.post(&format!("2025-02-01-t{number}.md"), &format!("title: '{title}'"), "Text.")
    });
    let site = draft.press();
    // Of a flag, only colors are seen.
    assert_eq!(site.problems().len(), 0, "{:?}", site.problems());
    let pictures: HashSet<Vec<u8>> =
        (0..titles.len()).map(|number| site.bytes(&format!("2025/02/01/t{number}.png"))).collect();
    assert_eq!(pictures.len(), titles.len());
}

#[test]
fn the_language_tells_the_shapes_of_letters() {
    let site = blog()
        .post("2025-02-01-cn.md", "title: 直角\nlang: zh-CN", "Text.")
        .post("2025-02-01-jp.md", "title: 直角\nlang: ja", "Text.")
        .post("2025-02-01-tw.md", "title: 骨直\nlang: zh-TW", "Text.")
        .post("2025-02-01-tc.md", "title: 骨直\nlang: zh-CN", "Text.")
        .press_clean();
    let picture = |name: &str| site.bytes(&format!("2025/02/01/{name}.png"));
    assert_ne!(picture("cn"), picture("jp"));
    assert_ne!(picture("tw"), picture("tc"));
}

/// A letter of Kirat Rai, which came into Unicode in 2024.
#[test]
fn a_title_that_no_font_has_is_told_and_left_out() {
    let site = blog().post("2025-02-01-b.md", "layout: post\ntitle: \"\u{16d43}\"", "Text.").press();
    let problem = "posts/2025-02-01-b.md:3:8: no font has `\u{16d43}` of this title, so the post's social picture goes \
                   without it; install a font that has, or name a picture of your own with `image`";
    assert_eq!(site.problems(), [problem]);
    assert_eq!(size(&site.bytes("2025/02/01/b.png")), (1200, 630));
}

#[test]
fn colors_are_those_of_the_theme() {
    let theme = "[theme]\naccent = \"light-dark(#ff0000, #00ff00)\"\npaper = \"rgb(250 240 230)\"\n";
    let site = blog().file("lectern.toml", theme).press_clean();
    let picture = image::load_from_memory(&site.bytes(PICTURE)).expect("a picture").into_rgb8();
    assert_eq!(picture.get_pixel(2, 300).0, [255, 0, 0]);
    assert_eq!(picture.get_pixel(600, 20).0, [250, 240, 230]);
}
