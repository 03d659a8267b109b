//! Pictures of a site: their sizes, their smaller copies, and the tags that show them.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use lectern::bundle::Picture;
use lectern::press::pictures::copies::copies;
use lectern::press::pictures::size::size;
use proptest::prelude::*;

use super::html::{self, attributes};
use super::picture_files::{clear_png, jpeg, png, profiled_jpeg, turned_jpeg};
use super::site::{Draft, Site, files_below};

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>";

fn blog(text: &str) -> Draft {
    Draft::new().post("2025-01-01-a.md", "title: A", text)
}

const PAGE: &str = "2025/01/01/a.html";

fn article(site: &Site) -> String {
    html::one(&site.page(PAGE), ".prose").inner_html()
}

fn pictures(site: &Site) -> Vec<(String, Picture)> {
    site.bundle("2025/01/01/a.md").annotations.pictures
}

fn picture(width: u32, height: u32, copies: &[u32]) -> Picture {
    Picture { width, height, copies: copies.to_vec() }
}

#[test]
fn every_picture_of_the_site_has_its_room() {
    let site = blog(
        "![A](/a.png) ![B](b.svg#x)\n\n<img src=\"/a.png\" alt=\"\">\n\n{% raw %}<p><img src=\"a.png\" width=\"30\"></p>{% endraw %}\n\n\
         ![C](/c.jpg \"A *title*\")\n\n[![D](/a.png)](/c.jpg)\n*Below the picture*\n",
    )
    .bytes("posts/a.png", &png(60, 40))
    .bytes("posts/c.jpg", &turned_jpeg(60, 40))
    .file("posts/b.svg", SVG)
    .base("/blog/")
    .press_clean();
    let known = [
        ("/a.png", picture(60, 40, &[])),
        ("/c.jpg", picture(40, 60, &[])),
        ("a.png", picture(60, 40, &[])),
        ("b.svg", picture(40, 30, &[])),
    ];
    assert_eq!(pictures(&site), known.map(|(target, picture)| (target.to_owned(), picture)));
    assert_snapshot!(article(&site));
}

#[test]
fn attribute_lists_of_kramdown_become_captions_and_classes() {
    let site = blog(
        "![A](/a.png \"A title\"){: .left }\n\n![B](/a.png){: width=\"30\" .shadow }\n_A *long* caption_\n\n\
         ![Light](/a.png){: .light }\n![Dark](/a.png){: .dark }\n\n![Only in the dark](/a.png#gh-dark-mode-only)\n\n\
         ![Half](/a.png){: width=\"50%\" } text\n",
    )
    .bytes("posts/a.png", &png(60, 40))
    .press_clean();
    assert_snapshot!(article(&site));
}

#[test]
fn large_pictures_have_smaller_copies() {
    let site = blog("![A](/photo.jpg)\n\n![B](/screen shot.png)\n\n<img src=\"/turned.jpg\" alt=\"\" width=\"300\">\n\n![C](/clear.png)\n")
        .bytes("posts/photo.jpg", &jpeg(2400, 1200))
        .bytes("posts/screen shot.png", &png(1000, 500))
        .bytes("posts/turned.jpg", &turned_jpeg(1800, 1200))
        .bytes("posts/clear.png", &clear_png(900, 300))
        .base("/blog/")
        .press_clean();
    assert_eq!(
        pictures(&site),
        [
            ("/clear.png".to_owned(), picture(900, 300, &[480, 900])),
            ("/photo.jpg".to_owned(), picture(2400, 1200, &[480, 960, 1600])),
            ("/screen shot.png".to_owned(), picture(1000, 500, &[480, 1000])),
            ("/turned.jpg".to_owned(), picture(1200, 1800, &[480, 960, 1200])),
        ]
    );
    let page = site.page(PAGE);
    let sets = attributes(&page, ".prose img", "srcset");
    assert_eq!(
        sets[0],
        "/blog/photo.jpg.480.webp 480w, /blog/photo.jpg.960.webp 960w, /blog/photo.jpg.1600.webp 1600w"
    );
    assert_eq!(attributes(&page, "img[width='300']", "sizes"), ["300px"]);
    for (width, height, name) in
        [(480, 240, "photo.jpg"), (1600, 800, "photo.jpg"), (480, 720, "turned.jpg"), (480, 160, "clear.png")]
    {
        let bytes = site.bytes(&format!("{name}.{width}.webp"));
        let copy = image::load_from_memory(&bytes).expect("a picture");
        assert_eq!((copy.width(), copy.height()), (width, height), "{name}");
        assert!(bytes.len() < site.bytes(name).len(), "{name}");
        assert_eq!(copy.color().has_alpha(), name == "clear.png");
    }
}

#[test]
fn copies_are_made_once_and_not_at_all_where_they_are_not_wanted() {
    let draft = blog("![A](/photo.jpg)").bytes("posts/photo.jpg", &jpeg(1200, 900));
    let cache = draft.path("target/lectern/pictures");
    draft.try_press().expect("a site");
    let made = files_below(&cache);
    assert_eq!(made.len(), 4, "{made:?}");
    // What is in the cache is taken as it is.
    for file in made.iter().filter(|file| file.ends_with(".480.webp")) {
        fs::write(cache.join(file), b"kept").expect("written");
    }
    let site = draft.press_clean();
    assert_eq!(site.bytes("photo.jpg.480.webp"), b"kept");

    let off = blog("![A](/photo.jpg)")
        .file("lectern.toml", "picture_copies = false\n")
        .bytes("posts/photo.jpg", &jpeg(1200, 900));
    let cache = off.path("target/lectern/pictures");
    let site = off.press_clean();
    assert_eq!(pictures(&site), [("/photo.jpg".to_owned(), picture(1200, 900, &[]))]);
    assert!(!cache.exists() && !Path::new("photo.jpg.480.webp").exists());
}

#[test]
fn a_file_of_the_author_is_not_replaced_by_a_copy() {
    let site = blog("![A](/photo.jpg)")
        .bytes("posts/photo.jpg", &jpeg(1200, 900))
        .bytes("posts/photo.jpg.480.webp", b"mine")
        .press_clean();
    assert_eq!(site.bytes("photo.jpg.480.webp"), b"mine");
    assert_eq!(pictures(&site), [("/photo.jpg".to_owned(), picture(1200, 900, &[960, 1200]))]);
}

/// A photo that was made small already: its own file is the best there is at its width, but not for narrower places.
#[test]
fn a_small_file_is_a_choice_beside_its_copies() {
    let site = blog("![A](/photo.jpg)").bytes("posts/photo.jpg", &jpeg(1000, 600)).press_clean();
    assert_eq!(pictures(&site), [("/photo.jpg".to_owned(), picture(1000, 600, &[480]))]);
    let sets = attributes(&site.page(PAGE), ".prose img", "srcset");
    assert_eq!(sets, ["/photo.jpg.480.webp 480w, /photo.jpg 1000w"]);
}

#[test]
fn wide_colors_come_along() {
    let mut profile = vec![7; 600];
    profile[16..20].copy_from_slice(b"RGB ");
    let bytes = profiled_jpeg(1000, 600, &profile);
    let made = copies(&bytes, size(&bytes).expect("a size")).expect("copies");
    let (_, smallest) = &made[0];
    assert!(smallest.windows(600).any(|window| window == profile));
    let copy = image::load_from_memory(smallest).expect("a picture");
    assert_eq!((copy.width(), copy.height()), (480, 288));
    // Colors that are mixed in print would come out wrong.
    profile[16..20].copy_from_slice(b"CMYK");
    let bytes = profiled_jpeg(1000, 600, &profile);
    assert_eq!(copies(&bytes, size(&bytes).expect("a size")), Ok(Vec::new()));
}

#[test]
fn what_is_no_picture_is_told_and_shown_as_far_as_it_goes() {
    let whole = png(1200, 900);
    let site = blog("![A](/a.png) ![B](/b.heic) ![C](/c.png) ![D](/d.txt)")
        .bytes("posts/a.png", &whole[..whole.len() / 2])
        .bytes("posts/b.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0")
        .bytes("posts/c.png", b"\x89PNG")
        .file("posts/d.txt", "text")
        .press();
    assert_snapshot!(site.problems().join("\n"));
    assert_eq!(pictures(&site), [("/a.png".to_owned(), picture(1200, 900, &[]))]);
}

proptest! {
    /// Any bytes at all, and those of pictures with some of them changed.
    #[test]
    fn no_file_stops_the_press(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        kind in 0_usize..6,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let mut file = match kind {
            0 => png(40, 20),
            1 => jpeg(40, 20),
            2 => turned_jpeg(40, 20),
            3 => SVG.as_bytes().to_vec(),
            4 => copies(&png(900, 90), size(&png(900, 90)).expect("a size")).expect("copies").remove(0).1,
            _ => bytes.clone(),
        };
        for (place, byte) in changes {
            if !file.is_empty() {
                let place = place.index(file.len());
                file[place] = byte;
            }
        }
        if let Ok(size) = size(&file) {
            let _ = copies(&file, size);
        }
    }
}
