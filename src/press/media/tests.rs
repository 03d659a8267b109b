//! What becomes of texts.

use super::*;
use crate::bundle::Markup;
use crate::press::config::Config;
use crate::press::post::read_post;
use crate::press::source::{SourceFile, SourceKind};

fn policy(media: &[&str], embeds: &[&'static str]) -> Policy {
    let mut origins = Origins::default();
    media.iter().filter_map(|text| Origins::parse_one(text)).for_each(|source| origins.add(source));
    Policy {
        media: origins,
        embeds: embeds.to_vec(),
        own_site: OwnSite::new(["https://example.org"], [Base::parse("/")]),
    }
}

fn rewritten(text: &str, policy: &Policy, markup: Markup) -> (String, Vec<String>) {
    let source = SourceFile {
        path: "2024-01-01-a.md".to_owned(),
        shown: "posts/2024-01-01-a.md".to_owned(),
        file: "a".into(),
        kind: SourceKind::Post(markup),
        modified: None,
    };
    let file = format!("---\ntitle: A\n---\n{text}");
    let now = "2026-07-01T12:00:00Z".parse().expect("a time");
    let mut post = read_post(&source, file.as_bytes(), &Config::default(), now).0.expect("a post");
    let diagnostics = rewrite(&mut post, policy);
    (post.text, diagnostics.iter().map(ToString::to_string).collect())
}

/// Each text and what becomes of it where nothing of other sites is let in.
fn assert_strict(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let (shown, _) = rewritten(text, &policy(&[], &[]), Markup::Markdown);
        assert_eq!(shown.trim_end(), *expected, "{text}");
    }
}

const YOUTUBE: &str = "<a href=\"https://www.youtube.com/watch?v=abc\">";

#[test]
fn frames_of_services_are_posters() {
    assert_strict(&[
        (
            "<iframe width=560 src='https://www.youtube.com/embed/abc' title=\"YouTube video player\" allowfullscreen></iframe>",
            &format!("<div class=\"embed\">{YOUTUBE}<span>Video on YouTube</span></a></div>"),
        ),
        (
            "<div class=video>\n<iframe src=//youtube.com/embed/abc title='A *heron* lands'>\n</iframe>\n</div>",
            &format!(
                "<div class=video>\n<span class=\"embed\">{YOUTUBE}<span>A &#42;heron&#42; lands</span> \
                 <small>Video on YouTube</small></a></span>\n</div>"
            ),
        ),
        (
            "See <iframe src='https://youtube.com/embed/abc' poster=/a.jpg></iframe> here.",
            &format!(
                "See <span class=\"embed\">{YOUTUBE}<img src=\"/a.jpg\" alt><span>Video on YouTube</span></a></span> here."
            ),
        ),
        (
            "<object><param name=movie value='http://www.youtube.com/v/abc'><embed src='http://www.youtube.com/v/abc'></object>",
            &format!("<span class=\"embed\">{YOUTUBE}<span>Video on YouTube</span></a></span>"),
        ),
    ]);
    let (shown, _) = rewritten("<iframe src=https://youtu.be/abc></iframe>", &policy(&[], &["youtube"]), Markup::Html);
    assert!(shown.contains("data-frame=\"https://www.youtube-nocookie.com/embed/abc?autoplay=1\""), "{shown}");
}

#[test]
fn all_other_frames_are_links() {
    assert_strict(&[
        (
            "<iframe src=\"https://embed.example.com/x?y&amp;z\" title=\"A map\"></iframe>",
            "<p><a class=\"media-link\" href=\"https://embed.example.com/x?y&amp;z\">Page on embed.example.com: A map</a></p>",
        ),
        ("<iframe src=demo/a.html></iframe>", "<p><a class=\"media-link\" href=\"demo/a.html\">a.html</a></p>"),
        ("A <embed src=\"/drawing.svg\"> here.", "A <img src=\"/drawing.svg\" alt> here."),
        ("<iframe srcdoc='<p>x</p>'></iframe>", ""),
        ("<iframe src='javascript:alert(1)'></iframe>", ""),
        ("<iframe src=about:blank></iframe>", ""),
        ("[a <iframe src=//b.c/d></iframe>](e)", "[a <span class=\"media-link\">Page on b.c</span>](e)"),
    ]);
    let (_, problems) = rewritten("Text.\n\n<iframe src=https://a.b/c></iframe>", &policy(&[], &[]), Markup::Markdown);
    assert_eq!(
        problems,
        [
            "posts/2024-01-01-a.md:6:1: this frame is shown as a link to `https://a.b/c`, for a page in a page may follow its \
          readers; write a link, or show a picture of it"
        ]
    );
}

#[test]
fn widgets_are_what_they_are_without_their_scripts() {
    assert_strict(&[
        (
            "<blockquote class=\"twitter-tweet\"><p>Hello</p>&mdash; <a href=\"https://x.com/a/status/1\">May</a></blockquote>\n\
             <script async src=\"https://platform.twitter.com/widgets.js\"></script>",
            "<blockquote class=\"twitter-tweet\"><p>Hello</p>&mdash; <a href=\"https://x.com/a/status/1\">May</a></blockquote>",
        ),
        (
            "<script src=\"https://gist.github.com/ada/1234.js?file=a.rs\"></script>",
            "<p><a class=\"media-link\" href=\"https://gist.github.com/ada/1234\">Gist on gist.github.com: 1234</a></p>",
        ),
        (
            "<script src=\"https://asciinema.org/a/14.js\" id=\"asciicast-14\" async></script>",
            "<div class=\"embed\"><a href=\"https://asciinema.org/a/14\"><span>Terminal recording on asciinema</span></a></div>",
        ),
        (
            "<blockquote class=\"instagram-media\" data-instgrm-permalink=\"https://www.instagram.com/p/a/\"><div>x</div></blockquote>",
            "<p><a class=\"media-link\" href=\"https://www.instagram.com/p/a/\">Post on instagram.com</a></p>",
        ),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<script src=\"https://a.b/c.js\"></script>", "<script src=\"https://a.b/c.js\"></script>"),
    ]);
}

#[test]
fn pictures_of_other_sites_are_links() {
    assert_strict(&[
        (
            "![A *cat*](http://i.imgur.com/a_b.png \"c\")",
            "<a class=\"media-link\" href=\"http://i.imgur.com/a_b.png\">Picture on i.imgur.com: A cat</a>",
        ),
        ("![][r]\n\n[r]: //a.b/c", "<a class=\"media-link\" href=\"https://a.b/c\">Picture on a.b</a>\n\n[r]: //a.b/c"),
        (
            "[![Build](https://a.b/badge.svg)](https://c.d)",
            "[<span class=\"media-link\">Picture on a.b: Build</span>](https://c.d)",
        ),
        (
            "<img src=https://a.b/c alt='A &amp; B'>",
            "<p><a class=\"media-link\" href=\"https://a.b/c\">Picture on a.b: A &#38; B</a></p>",
        ),
        ("x <img src=https://a.b/count width=1 height=1>", "x"),
        (
            "<picture><source srcset='https://a.b/c'><img src=https://a.b/d></picture>",
            "<a class=\"media-link\" href=\"https://a.b/d\">Picture on a.b</a>",
        ),
        (
            "<picture><source srcset='https://a.b/c, /d 2x'><img src=/e srcset=https://f/g></picture>",
            "<picture><source srcset=\"/d 2x\"><img src=\"/e\"></picture>",
        ),
        (
            "![a](b.png) ![c](/d.png) ![e](https://example.org/f.png)",
            "![a](b.png) ![c](/d.png) ![e](https://example.org/f.png)",
        ),
        ("`![a](https://b/c)` <!-- <img src=https://d/e> -->", "`![a](https://b/c)` <!-- <img src=https://d/e> -->"),
    ]);
}

#[test]
fn pictures_of_named_sites_are_shown_by_the_encrypted_way() {
    let open = policy(&["https://a.b", "https://*.c.d"], &[]);
    for (text, expected) in [
        ("![x](https://a.b/y)", "![x](https://a.b/y)"),
        ("![x](http://a.b/y \"z\")", "![x](https://a.b/y \"z\")"),
        ("![x][r]\n\n[r]: http://a.b/y", "![x](<https://a.b/y>)\n\n[r]: http://a.b/y"),
        ("<p><img src='http://e.c.d/y'></p>", "<p><img src=\"https://e.c.d/y\"></p>"),
        ("<p><img src='https://e.c.d/y'></p>", "<p><img src='https://e.c.d/y'></p>"),
    ] {
        assert_eq!(rewritten(text, &open, Markup::Markdown).0, expected);
    }
}

#[test]
fn players_have_controls_and_wait() {
    assert_strict(&[
        (
            "<video src=a.mp4 autoplay muted loop width=640></video>",
            "<video src=\"a.mp4\" muted loop width=\"640\" controls preload=\"metadata\" playsinline></video>",
        ),
        (
            "<audio preload=none><source src=/a.ogg></audio>",
            "<audio preload=\"none\" controls><source src=/a.ogg></audio>",
        ),
        (
            "<div><video><source src=https://a.b/c.mp4>Sorry</video></div>",
            "<div><a class=\"media-link\" href=\"https://a.b/c.mp4\">Video on a.b</a></div>",
        ),
        (
            "<div><video poster=https://a.b/c.png><source src=https://a.b/c.mp4><source src=d.mp4></video></div>",
            "<div><video controls preload=\"metadata\" playsinline><source src=d.mp4></video></div>",
        ),
    ]);
}

#[test]
fn each_site_is_told_once_with_the_line_to_write() {
    let known = policy(&["https://z.org"], &[]);
    let file = |path: &str, line| {
        let problem = MediaProblem::Outside {
            kind: crate::press::diagnostic::OutsideKind::Picture,
            origin: "https://i.imgur.com".to_owned(),
            known: known.media.sources().to_vec(),
            times: 1,
            texts: 1,
        };
        Diagnostic::new(path, Position { line, column: 1 }, Problem::Media(problem))
    };
    let gathered = gather(vec![file("b", 3), file("b", 9), file("a", 7)]);
    let shown: Vec<String> = gathered.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "a:7:1: 3 pictures in 2 texts of `https://i.imgur.com` are shown as links, for the other site would learn who \
          reads what; to show them all the same, write `media_from = [\"https://z.org\", \"https://i.imgur.com\"]` into \
          `lectern.toml`"
        ]
    );
}
