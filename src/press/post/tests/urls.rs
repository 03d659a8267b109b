//! Jekyll's URL for posts of every name, as Jekyll 4.3.1 gives it with `timezone: America/New_York`.

use super::*;
use crate::press::jekyll;

/// `permalink` of `_config.yml`, the file, its front matter, and `page.url`, decoded.
const URLS: [(&str, &str, &str, &str); 52] = [
    ("date", "_posts/2024-12-30-Hello-World.md", "title: a", "/2024/12/30/Hello-World.html"),
    ("date", "_posts/2024-1-5-swift-1.2.md", "title: a\ndate: 2024-01-05 23:30:15 -0700", "/2024/01/06/swift-1.2.html"),
    ("date", "_posts/2004-02-03-a.aspx.markdown", "categories: a B  c", "/a/b/c/2004/02/03/a.aspx.html"),
    ("date", "_posts/2023-01-14-[AI] 챗봇이란.md", "category: Open Source", "/open source/2023/01/14/AI-챗봇이란.html"),
    (
        "date",
        "_posts/2013-01-16-a-$watch.markdown",
        "categories: [x, 'C++ & co', x]\ncategory: y",
        "/x/c++ & co/y/2013/01/16/a-$watch.html",
    ),
    ("date", "_posts/2013-01-17-*args, **kwargs?.md", "tags: a, b", "/2013/01/17/args,-kwargs.html"),
    ("date", "_posts/2013-01-18-100% sure #1 'q' \"d\".md", "tags: [a b, 3.0]", "/2013/01/18/100-sure-1-'q'-d.html"),
    ("date", "_posts/2013-01-19-trailing...md", "tag: one two", "/2013/01/19/trailing.html"),
    ("date", "_posts/2013-01-20-wait...what.md", "slug: Ünï cödé ① ² Ⅳ ½", "/2013/01/20/Ünï-cödé.html"),
    ("date", "_posts/2013-01-21-café-e\u{301} हिन्दी ไทย ﷺ.md", "slug:", "/2013/01/21/café-e\u{301}-हिन्दी-ไทย-ﷺ.html"),
    ("date", "_posts/2013-01-22-a--b---c_d.md", "title:", "/2013/01/22/a-b-c_d.html"),
    ("date", "_posts/2013-01-23-UPPER_case mixed-WORDS.md", "x: 1", "/2013/01/23/UPPER_case-mixed-WORDS.html"),
    ("date", "_posts/2013-01-24-own.md", "permalink: /notes/:title/:year", "/notes/own/2013"),
    ("date", "_posts/2013-01-25-own2.md", "permalink: notes/x.html", "/notes/x.html"),
    ("date", "_posts/2013-01-26-own3.md", "permalink: /caf%C3%A9 x/é?a#b/", "/café x/é?a#b/"),
    ("date", "_posts/2013-01-27-own4.md", "permalink: pretty", "/pretty"),
    ("date", "_posts/2013-01-28-other.md", "date: 2015-03-04", "/2015/03/04/other.html"),
    ("date", "_posts/sub/deep er/2013-01-29-deep.md", "title: a", "/2013/01/29/deep.html"),
    ("date", "news/World Cup/_posts/2013-01-30-folder.md", "categories: z", "/news/world cup/z/2013/01/30/folder.html"),
    ("date", "news/_posts/en/2013-01-31-folder2.md", "categories:", "/news/2013/01/31/folder2.html"),
    ("date", "_posts/99-12-31-short-year.md", "title: a", "/1999/12/31/short-year.html"),
    ("date", "_posts/2013-02-01-a.b..c.md", "title: a", "/2013/02/01/a.b/c.html"),
    ("date", "_posts/2013-02-02-index.md", "title: a", "/2013/02/02/index.html"),
    ("date", "_posts/2013-02-04-slug2.md", "slug: 'Some Slug...'", "/2013/02/04/Some-Slug/html"),
    ("date", "_posts/2013-02-05-slug3.md", "slug: a/b", "/2013/02/05/a-b.html"),
    ("date", "_posts/2013-02-06-~home(1)!@x,y;z=1+2&3.md", "title: a", "/2013/02/06/~home(1)!@x,y;z=1+2&3.html"),
    ("date", "_posts/2013-02-07-emoji 🎉 party ❤\u{fe0f}.md", "title: a", "/2013/02/07/emoji-party-\u{fe0f}.html"),
    ("date", "_posts/2013-02-08-html-post.html", "title: a", "/2013/02/08/html-post.html"),
    ("date", "_posts/2022-21-25-bad.md", "date: 2022-12-25", "/2022/12/25/bad.html"),
    ("date", "_drafts/My draft.md", "date: 2020-05-06", "/2020/05/06/My-draft.html"),
    ("date", "_drafts/2020-05-07-dated draft.md", "title: a", "/2020/05/07/dated-draft.html"),
    ("pretty", "_posts/2024-12-30-Hello-World.md", "title: a", "/2024/12/30/Hello-World/"),
    ("ordinal", "_posts/2024-12-30-Hello-World.md", "title: a", "/2024/365/Hello-World.html"),
    ("weekdate", "_posts/2024-12-30-Hello-World.md", "title: a", "/2024/W01/Mon/Hello-World.html"),
    ("none", "_posts/2024-12-30-Hello-World.md", "title: a", "/Hello-World.html"),
    (
        "/:year/:short_year/:y_day/:month/:i_month/:short_month/:long_month/:day/:i_day/:hour/:minute/:second/:week/:w_year/:w_day/:short_day/:long_day/:title",
        "_posts/2024-12-30-Hello-World.md",
        "title: a",
        "/2024/24/365/12/12/Dec/December/30/30/00/00/00/01/2025/1/Mon/Monday/Hello-World",
    ),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "_posts/2024-12-30-Hello-World.md",
        "title: a",
        "/hello-world/posts/2024-12-30-Hello-World/2024-12-30-hello-world.html",
    ),
    ("/:year-:month_:day/:title.html", "_posts/2024-12-30-Hello-World.md", "title: a", "/2024-12_30/Hello-World.html"),
    ("blog/:title", "_posts/2024-12-30-Hello-World.md", "title: a", "/blog/Hello-World"),
    ("/:title", "_posts/2024-12-30-Hello-World.md", "title: a", "/Hello-World"),
    ("/:title/index.html", "_posts/2024-12-30-Hello-World.md", "title: a", "/Hello-World/index.html"),
    (":title.html", "_posts/2024-12-30-Hello-World.md", "title: a", "/Hello-World.html"),
    ("/a//b/:title/", "_posts/2024-12-30-Hello-World.md", "title: a", "/a/b/Hello-World/"),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "_posts/2013-01-20-wait...what.md",
        "slug: Ünï cödé ① ² Ⅳ ½",
        "/ünï-cödé/posts/2013-01-20-wait/.what/2013-01-20-wait-what.html",
    ),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "_posts/2013-01-21-café-e\u{301} हिन्दी ไทย ﷺ.md",
        "slug:",
        "/café-e\u{301}-हिन्दी-ไทย-ﷺ/posts/2013-01-21-café-e\u{301} हिन्दी ไทย ﷺ/2013-01-21-café-e\u{301}-हिन्दी-ไทย-ﷺ.html",
    ),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "_posts/2013-01-16-a-$watch.markdown",
        "categories: [x, 'C++ & co', x]\ncategory: y",
        "/a-watch/x/c++ & co/y/x/c-co/y/posts/2013-01-16-a-$watch/2013-01-16-a-watch.html",
    ),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "news/World Cup/_posts/2013-01-30-folder.md",
        "categories: z",
        "/folder/news/world cup/z/news/world-cup/z/posts/news/World Cup/2013-01-30-folder/2013-01-30-folder.html",
    ),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "_posts/sub/deep er/2013-01-29-deep.md",
        "title: a",
        "/deep/posts/sub/deep er/2013-01-29-deep/2013-01-29-deep.html",
    ),
    (
        "/:slug/:categories/:slugified_categories/:collection/:path/:name:output_ext",
        "_drafts/My draft.md",
        "date: 2020-05-06",
        "/my-draft/posts/_drafts/My draft/my-draft.html",
    ),
    ("pretty", "_posts/2024-1-5-swift-1.2.md", "title: a\ndate: 2024-01-05 23:30:15 -0700", "/2024/01/06/swift-1.2/"),
    (
        "weekdate",
        "_posts/2024-1-5-swift-1.2.md",
        "title: a\ndate: 2024-01-05 23:30:15 -0700",
        "/2024/W01/Sat/swift-1.2.html",
    ),
    (
        "/:year/:short_year/:y_day/:month/:i_month/:short_month/:long_month/:day/:i_day/:hour/:minute/:second/:week/:w_year/:w_day/:short_day/:long_day/:title",
        "_posts/2024-1-5-swift-1.2.md",
        "title: a\ndate: 2024-01-05 23:30:15 -0700",
        "/2024/24/006/01/1/Jan/January/06/6/01/30/15/01/2024/6/Sat/Saturday/swift-1.2",
    ),
];

#[test]
fn every_url_is_jekylls() {
    for (style, path, front_matter, url) in URLS {
        let settings = format!("permalink: '{style}'\ntimezone: America/New_York\n");
        let (config, _) = jekyll::config::read("_config.yml", &settings);
        let markup = crate::press::source::name::markup(path).expect("a text");
        let kind = if path.starts_with("_drafts") { SourceKind::Draft(markup) } else { SourceKind::Post(markup) };
        let source =
            SourceFile { path: path.to_owned(), shown: path.to_owned(), file: path.into(), kind, modified: None };
        let text = format!("---\n{front_matter}\n---\n");
        let now = "2026-11-23T12:00:00Z".parse().expect("a timestamp");
        let (post, _) = read_post(&source, text.as_bytes(), &config, now);
        let post = post.expect(path);
        assert_eq!(post.url, url, "{style} {path}");
        let permalink = url.strip_suffix("index.html").unwrap_or(url);
        assert_eq!(post.permalink.as_str(), permalink, "{style} {path}");
    }
}
