//! What texts show and play from elsewhere, on the whole way to the page.

use insta::assert_snapshot;

use super::html::{self, attributes};
use super::site::{Draft, Site};

const TEXT: &str = "\
One paragraph.

<iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/abc?start=9\" title=\"A heron\" allowfullscreen></iframe>

{% youtube abc %}

{% include embed/youtube.html id='abc' title='By an include' %}

{% include embed/video.html src='/film.mp4' %}

{% include video id=\"123\" provider=\"vimeo\" %}

<video src=\"/film.mp4\" autoplay muted></video>

<blockquote class=\"twitter-tweet\"><p>Hello</p></blockquote> <script async src=\"https://platform.twitter.com/widgets.js\"></script>

<script src=\"https://gist.github.com/ada/1234.js\"></script>

<iframe src=\"https://maps.example.org/x\"></iframe>

![A cat](https://i.imgur.com/cat.png)

{% include embed/audio.html src='https://sound.example.org/a.mp3' title='Rain' %}
";

fn site(settings: &str) -> Site {
    Draft::new()
        .file("lectern.toml", settings)
        .file("posts/film.mp4", "film")
        .post("2025-01-01-a.md", "title: A", TEXT)
        .press()
}

fn article(site: &Site) -> String {
    html::one(&site.page("2025/01/01/a.html"), ".prose").inner_html()
}

fn policy(site: &Site) -> String {
    let policy = attributes(&site.page("2025/01/01/a.html"), "meta[http-equiv]", "content");
    policy.into_iter().next().expect("a policy")
}

#[test]
fn a_strict_site_asks_nobody() {
    let site = site("");
    let article = article(&site);
    assert!(!article.contains("data-frame") && !article.contains("<iframe"), "{article}");
    assert_snapshot!("strict_site", article);
    assert_snapshot!("strict_site_problems", site.problems().join("\n"));
    let policy = policy(&site);
    assert!(!policy.contains("https:") && policy.contains("frame-src 'none'"), "{policy}");
}

#[test]
fn settings_let_others_in() {
    let site = site(
        "media_from = [\"https://i.imgur.com\", \"https://sound.example.org\"]\nembeds = [\"youtube\", \"vimeo\"]\n",
    );
    let page = site.page("2025/01/01/a.html");
    assert_eq!(attributes(&page, ".prose img", "src"), ["https://i.imgur.com/cat.png"]);
    assert_eq!(attributes(&page, ".prose audio", "src"), ["https://sound.example.org/a.mp3"]);
    let youtube = "https://www.youtube-nocookie.com/embed/abc?autoplay=1";
    assert_eq!(
        attributes(&page, "[data-frame]", "data-frame"),
        [&format!("{youtube}&start=9"), youtube, youtube, "https://player.vimeo.com/video/123?dnt=1&autoplay=1"]
    );
    let policy = policy(&site);
    assert!(policy.contains("img-src 'self' data: https://i.imgur.com https://sound.example.org;"), "{policy}");
    assert!(policy.contains("frame-src https://www.youtube-nocookie.com https://player.vimeo.com;"), "{policy}");
    assert_eq!(site.problems().len(), 1, "{:?}", site.problems());
}

#[test]
fn an_excerpt_has_no_words_of_what_is_not_shown() {
    let site =
        Draft::new().post("2025-01-01-a.md", "title: A", "![A cat](https://i.imgur.com/cat.png) And words.").press();
    assert_eq!(site.bundle("2025/01/01/a.md").metadata.description, "And words.");
}
