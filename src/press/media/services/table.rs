//! All services.

use super::{Service, Shape};

const fn service(
    name: &'static str,
    shown: &'static str,
    shape: Shape,
    origin: &'static str,
    ways: &'static [(&'static str, &'static str, &'static str)],
) -> Service {
    Service { name, shown, shape, origin, ways }
}

const YOUTUBE_PAGE: &str = "https://www.youtube.com/watch?v={id}";
const YOUTUBE_FRAME: &str = "https://www.youtube-nocookie.com/embed/{id}?autoplay=1";
const YOUTUBE_LIST: (&str, &str) = (
    "https://www.youtube.com/playlist?list={list}",
    "https://www.youtube-nocookie.com/embed/videoseries?list={list}&autoplay=1",
);
const BILIBILI_FRAME: &str = "https://player.bilibili.com/player.html?bvid={id}&autoplay=1";
const DAILYMOTION: (&str, &str) =
    ("https://www.dailymotion.com/video/{id}", "https://geo.dailymotion.com/player.html?video={id}");
const SLIDES: (&str, &str) =
    ("https://docs.google.com/presentation/d/e/{id}/pub", "https://docs.google.com/presentation/d/e/{id}/embed");

/// The most used first.
pub(super) static SERVICES: [Service; 17] = [
    service(
        "youtube",
        "Video on YouTube",
        Shape::Wide,
        "https://www.youtube-nocookie.com",
        &[
            ("youtube.com/embed/videoseries?list={list}", YOUTUBE_LIST.0, YOUTUBE_LIST.1),
            ("youtube-nocookie.com/embed/videoseries?list={list}", YOUTUBE_LIST.0, YOUTUBE_LIST.1),
            ("youtube.com/playlist?list={list}", YOUTUBE_LIST.0, YOUTUBE_LIST.1),
            ("youtube.com/embed/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtube-nocookie.com/embed/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtube.com/shorts/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtube.com/live/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtube.com/v/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtube-nocookie.com/v/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtube.com/watch?v={id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
            ("youtu.be/{id}", YOUTUBE_PAGE, YOUTUBE_FRAME),
        ],
    ),
    service(
        "vimeo",
        "Video on Vimeo",
        Shape::Wide,
        "https://player.vimeo.com",
        &[
            (
                "player.vimeo.com/video/{id}?h={hash}",
                "https://vimeo.com/{id}/{hash}",
                "https://player.vimeo.com/video/{id}?h={hash}&dnt=1&autoplay=1",
            ),
            (
                "player.vimeo.com/video/{id}",
                "https://vimeo.com/{id}",
                "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1",
            ),
            ("vimeo.com/{id}", "https://vimeo.com/{id}", "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1"),
        ],
    ),
    service(
        "bilibili",
        "Video on Bilibili",
        Shape::Wide,
        "https://player.bilibili.com",
        &[
            ("player.bilibili.com/player.html?bvid={id}", "https://www.bilibili.com/video/{id}/", BILIBILI_FRAME),
            (
                "bilibili.com/blackboard/html5mobileplayer.html?bvid={id}",
                "https://www.bilibili.com/video/{id}/",
                BILIBILI_FRAME,
            ),
            (
                "player.bilibili.com/player.html?aid={id}",
                "https://www.bilibili.com/video/av{id}/",
                "https://player.bilibili.com/player.html?aid={id}&autoplay=1",
            ),
        ],
    ),
    service(
        "dailymotion",
        "Video on Dailymotion",
        Shape::Wide,
        "https://geo.dailymotion.com",
        &[
            ("dailymotion.com/embed/video/{id}", DAILYMOTION.0, DAILYMOTION.1),
            ("geo.dailymotion.com/player.html?video={id}", DAILYMOTION.0, DAILYMOTION.1),
        ],
    ),
    service(
        "ted",
        "Talk on TED",
        Shape::Wide,
        "https://embed.ted.com",
        &[("embed.ted.com/talks/{id}", "https://www.ted.com/talks/{id}", "https://embed.ted.com/talks/{id}")],
    ),
    service(
        "loom",
        "Video on Loom",
        Shape::Wide,
        "https://www.loom.com",
        &[("loom.com/embed/{id}", "https://www.loom.com/share/{id}", "https://www.loom.com/embed/{id}?autoplay=1")],
    ),
    service(
        "niconico",
        "Video on Niconico",
        Shape::Wide,
        "https://embed.nicovideo.jp",
        &[(
            "embed.nicovideo.jp/watch/{id}",
            "https://www.nicovideo.jp/watch/{id}",
            "https://embed.nicovideo.jp/watch/{id}",
        )],
    ),
    service(
        "internetarchive",
        "Recording in the Internet Archive",
        Shape::Wide,
        "https://archive.org",
        &[("archive.org/embed/{id}", "https://archive.org/details/{id}", "https://archive.org/embed/{id}")],
    ),
    service(
        "spotify",
        "Sound on Spotify",
        Shape::Low,
        "https://open.spotify.com",
        &[(
            "open.spotify.com/embed/{kind}/{id}",
            "https://open.spotify.com/{kind}/{id}",
            "https://open.spotify.com/embed/{kind}/{id}",
        )],
    ),
    service(
        "soundcloud",
        "Sound on SoundCloud",
        Shape::Low,
        "https://w.soundcloud.com",
        &[(
            "w.soundcloud.com/player?url={url}",
            "https://w.soundcloud.com/player/?url={url}",
            "https://w.soundcloud.com/player/?url={url}&auto_play=true",
        )],
    ),
    service(
        "asciinema",
        "Terminal recording on asciinema",
        Shape::Wide,
        "https://asciinema.org",
        &[("asciinema.org/a/{id}/*", "https://asciinema.org/a/{id}", "https://asciinema.org/a/{id}/iframe?autoplay=1")],
    ),
    service(
        "codepen",
        "Code on CodePen",
        Shape::Wide,
        "https://codepen.io",
        &[
            (
                "codepen.io/{user}/embed/preview/{id}",
                "https://codepen.io/{user}/pen/{id}",
                "https://codepen.io/{user}/embed/{id}",
            ),
            (
                "codepen.io/{user}/embed/{id}",
                "https://codepen.io/{user}/pen/{id}",
                "https://codepen.io/{user}/embed/{id}",
            ),
        ],
    ),
    service(
        "jsfiddle",
        "Code on JSFiddle",
        Shape::Wide,
        "https://jsfiddle.net",
        &[
            (
                "jsfiddle.net/{user}/{id}/embedded/*",
                "https://jsfiddle.net/{user}/{id}/",
                "https://jsfiddle.net/{user}/{id}/embedded/",
            ),
            ("jsfiddle.net/{id}/embedded/*", "https://jsfiddle.net/{id}/", "https://jsfiddle.net/{id}/embedded/"),
        ],
    ),
    service(
        "codesandbox",
        "Code on CodeSandbox",
        Shape::Wide,
        "https://codesandbox.io",
        &[("codesandbox.io/embed/{id}", "https://codesandbox.io/s/{id}", "https://codesandbox.io/embed/{id}")],
    ),
    service(
        "stackblitz",
        "Code on StackBlitz",
        Shape::Wide,
        "https://stackblitz.com",
        &[("stackblitz.com/edit/{id}", "https://stackblitz.com/edit/{id}", "https://stackblitz.com/edit/{id}?embed=1")],
    ),
    service(
        "speakerdeck",
        "Slides on Speaker Deck",
        Shape::Wide,
        "https://speakerdeck.com",
        &[(
            "speakerdeck.com/player/{id}",
            "https://speakerdeck.com/player/{id}",
            "https://speakerdeck.com/player/{id}",
        )],
    ),
    service(
        "googleslides",
        "Slides on Google",
        Shape::Wide,
        "https://docs.google.com",
        &[("docs.google.com/presentation/d/e/{id}/*", SLIDES.0, SLIDES.1)],
    ),
];
