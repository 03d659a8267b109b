//! HTML without a single error of parsing, on every kind of page. `cargo xtask test` has the validator of the W3C look at
//! the built site, too, but only where there is Java.

use super::picture_files::png;
use super::site::{Draft, Site};

/// Everything that texts can have, in HTML that their authors might have written better.
const TEXT: &str = "## A *heading*\n\nA note[^1], `code`, <b>bold <i>both</b></i> & more, $x^2$.\n\n\
    [^1]: The note.\n\n```rust\nfn main() { let x = \"<b>\"; }\n```\n\n$$\\frac{a}{b}$$\n\n\
    | a | b |\n|---|---|\n| 1 | <br> |\n\n> [!NOTE]\n> A note.\n\n- [x] done\n- [ ] open\n\n\
    ![A picture](assets/dawn.png \"Title\")\n\n<p>open <div>in <table><tr><td>cell</table>\n\n\
    <details><summary>More</summary>\n\nText.\n\n</details>\n\n<a href='x\"y'>z</a> <img src=assets/dawn.png alt=\n\n\
    ## Second\n\n## Third\n\n{% youtube abc %} <iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>\n\n\
    <video src=/assets/a.mp4></video>\n\nTerm\n: Meaning\n";

/// A site with every kind of page: posts, pages, redirects, lists and their parts, and the page for missing ones.
fn site(base: &str) -> Site {
    let settings = "title = \"A & B <c>\"\ndescription = \"\\\"Quoted\\\"\"\nauthor = \"Ada\"\nposts_per_page = 1\n\
                    url = \"https://example.org\"\n[comments]\nrepo = \"a/b\"\nrepo_id = \"c\"\ncategory = \"d\"\ncategory_id = \"e\"\n";
    Draft::new()
        .base(base)
        .file("lectern.toml", settings)
        .bytes("posts/assets/dawn.png", &png(900, 600))
        .post(
            "2024-01-01-one.md",
            "title: 'One & <two>'\ncategories: [a & b, c]\ntags: [x, \"日本\"]\nseries: S\nimage: /assets/dawn.png\ntoc: true\n\
             redirect_from: [/old/, /older.html]",
            TEXT,
        )
        .post("2024-02-02-two.md", "title: Two\ncategories: c\ntags: x\nseries: S\nlang: ar\nauthor: Grace", TEXT)
        .post("2023-03-03-three.html", "title: Three", "<p>Old <center>HTML</center> <font color=red>red")
        .post("2023-04-04-away.md", "title: Away\nredirect_to: https://example.com/?a=1&b=2", "")
        .post("_pages/about.md", "title: About", "Me.")
        .press()
}

#[test]
fn no_kind_of_page_has_an_error_of_parsing() {
    for base in ["/", "/repo/"] {
        let site = site(base);
        let pages = site.pages();
        for kind in
            ["index.html", "page/2/index.html", "old/index.html", "404.html", "saved/index.html", "series/s/index.html"]
        {
            assert!(pages.contains_key(kind), "{kind} is not among {:?}", pages.keys());
        }
        for (file, page) in pages {
            assert_eq!(page.errors, [""; 0], "{base}{file}");
        }
    }
}

/// Otherwise the test above could not fail.
#[test]
fn errors_of_parsing_are_seen() {
    for html in ["<p>", "<!doctype html><title>x</title><p></b>", "<!doctype html><title>x</title><p id=a id=b>"] {
        assert!(!super::html::page(html).errors.is_empty(), "{html}");
    }
}
