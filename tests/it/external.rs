//! Links to other sites, asked of a server on this machine that misbehaves in each way.

use std::process::Command;
use std::time::Duration;

use lectern::press::check::{self, Articles, Checked};
use lectern::press::external::{self, Found, Kept, Limits, Options, Proxies};

use super::site::{Draft, NOW};

mod clock;
mod server;

use clock::Unhurried;
use server::Server;

/// As for authors, but for time that really passes.
fn limits() -> Limits {
    let seconds = Duration::from_secs(5);
    Limits { connect: seconds, whole: seconds, body: 100_000, ..Limits::default() }
}

fn impatient() -> Limits {
    Limits { whole: Duration::from_millis(300), attempts: 2, ..limits() }
}

fn blog(text: &str) -> Draft {
    Draft::new().file("lectern.toml", "title = \"A\"").post("2024-01-01-a.md", "title: A", text)
}

fn checked(draft: &Draft) -> Checked {
    let options =
        check::Options { folder: draft.path(""), now: NOW.parse().expect("a time"), articles: Articles::Unwanted };
    check::check(&options).expect("a blog")
}

fn ask_with(draft: &Draft, limits: Limits, pace: &Unhurried, kept: Kept) -> Found {
    let options = Options {
        name: "Lectern/test".to_owned(),
        project: Some(draft.path("")),
        kept,
        limits,
        proxies: Proxies::None,
        pace,
        now: NOW.parse().expect("a time"),
    };
    external::check(&checked(draft), &options)
}

/// What is told of a text with one link.
fn told(address: &str, limits: Limits) -> String {
    let found = ask_with(&blog(&format!("[x]({address})")), limits, &Unhurried::new(), Kept::Dropped);
    let told: Vec<String> = found.diagnostics.iter().map(ToString::to_string).collect();
    told.join("\n").replace(address, "ADDRESS")
}

#[test]
fn every_misbehavior_is_told_in_plain_words() {
    let server = Server::start();
    for (path, expected) in [
        ("/fine", ""),
        ("/no-head", ""),
        ("/head-lies", ""),
        ("/head-drops", ""),
        ("/fails-once", ""),
        ("/drops-once", ""),
        ("/busy-once", ""),
        ("/endless", ""),
        ("/endless#x", ""),
        ("/for-now/fine", ""),
        ("/fine#in-short", ""),
        ("/fine#:~:text=x", ""),
        ("/missing", "ADDRESS`: there is no such page (404); look where it is now, or link to a copy in an archive"),
        ("/gone", "ADDRESS`: the page is gone for good (410); link to a copy in an archive, or remove the link"),
        (
            "/for-now/missing",
            "ADDRESS`: there is no such page (404); look where it is now, or link to a copy in an archive",
        ),
        ("/fails", "ADDRESS`: the site fails (500), each time it is asked; try again later, or remove the link"),
        ("/drops", "ADDRESS`: the connection ends before the answer does; try again later, or remove the link"),
        ("/garbage", "ADDRESS`: the answer is not HTTP; look for a slip in the host or its port"),
        ("/round", "ADDRESS`: its redirects lead in a circle; look where the page is now"),
        ("/deeper/", "ADDRESS`: more than 10 redirects, which no browser follows; look where the page is now"),
        ("/nowhere", "ADDRESS`: a redirect that does not say where to; look where the page is now"),
        ("/fine#in-shrot", "ADDRESS`: the page is there, but not the place on it; did you mean `#in-short`?"),
    ] {
        let told = told(&server.url(path), limits());
        let expected =
            if expected.is_empty() { String::new() } else { format!("posts/2024-01-01-a.md:5:1: `{expected}") };
        assert_eq!(told, expected, "{path}");
    }
    for (path, status) in
        [("/wall", "403"), ("/linkedin", "999"), ("/busy", "429"), ("/busy-for-long", "429"), ("/cookie", "302")]
    {
        let told = told(&server.url(path), limits());
        assert!(told.contains(&format!("the site answers programs with {status}")), "{path}: {told}");
    }
    let moved = told(&server.url("/moved/moved/for-now/fine"), limits());
    assert!(moved.ends_with(&format!("has moved for good; write `{}`", server.url("/for-now/fine"))), "{moved}");
}

#[test]
fn nobody_is_waited_for_without_end() {
    let server = Server::start();
    for path in ["/silent", "/slow"] {
        let told = told(&server.url(path), impatient());
        assert!(told.contains("no answer within 1 seconds"), "{path}: {told}");
    }
}

#[test]
fn a_connection_that_is_none_is_told() {
    let server = Server::start();
    let address = server.url("/fine").replace("http:", "https:");
    let unsafe_one = told(&address, limits());
    assert!(unsafe_one.contains("the connection is not safe ("), "{unsafe_one}");
    // Of two hosts, for if none at all could be reached, this machine would be blamed.
    let closed = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let text = format!("[a](http://{closed}/a) [b](http://{closed}/b) [c]({})", server.url("/fine"));
    let pace = Unhurried::new();
    let found = ask_with(&blog(&text), limits(), &pace, Kept::Dropped);
    let told: Vec<String> = found.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|line| line.contains("takes no connection")), "{told:?}");
    let nobody = ask_with(
        &blog(&format!("[a](http://{closed}/a) <http://[::1]:{}/>", closed.port())),
        limits(),
        &pace,
        Kept::Dropped,
    );
    assert!(nobody.is_offline && nobody.diagnostics.is_empty());
}

#[test]
fn what_may_pass_is_asked_again_later_and_later() {
    let server = Server::start();
    let pauses = |path: &str| {
        let pace = Unhurried::new();
        ask_with(&blog(&format!("[x]({})", server.url(path))), limits(), &pace, Kept::Dropped);
        pace.pauses()
    };
    assert_eq!(pauses("/fine"), [0; 0]);
    assert_eq!(pauses("/missing"), [0; 0]);
    assert_eq!(pauses("/busy-once"), [7]);
    assert_eq!(pauses("/busy-for-long"), [0; 0]);
    let failing = pauses("/fails");
    assert!(matches!(failing[..], [1 | 2, 3..=5]), "{failing:?}");
    let requests = server.requests();
    let count = |request: &str| requests.iter().filter(|asked| *asked == request).count();
    assert_eq!((count("HEAD /fails"), count("GET /fails")), (3, 3));
    assert_eq!((count("HEAD /missing"), count("GET /missing")), (1, 1));
    assert_eq!((count("HEAD /fine"), count("GET /fine")), (1, 0));
    assert_eq!(count("HEAD /busy-for-long"), 1);
    assert!(server.agents().iter().all(|agent| agent == "Lectern/test"));
}

#[test]
fn an_address_is_asked_for_once_and_told_everywhere() {
    let server = Server::start();
    let gone = server.url("/gone");
    let draft = blog(&format!("[a]({gone})\n\n![b](<{gone}>) <a href='{gone}#part'>c</a> `{gone}` [d]({gone}?x)"))
        .post(
            "2024-01-02-b.md",
            &format!("title: B\nimage: {gone}"),
            &format!("Text.\n\n> - *[a]({gone})*\n>   <{gone}>"),
        )
        .post("2024-01-03-c.md", "title: C", "[d]: GONE\n\n[d], [mail](mailto:a@b.c), [own](/archive/)")
        .file("posts/_pages/d.md", &format!("---\ntitle: D\n---\n[d]\n\n[d]: {gone}\n"));
    let found = ask_with(&draft, limits(), &Unhurried::new(), Kept::Dropped);
    let places: Vec<String> = found.diagnostics.iter().map(|found| found.place.to_string()).collect();
    let length = gone.len();
    let expected = [
        "posts/2024-01-01-a.md:5:1".to_owned(),
        "posts/2024-01-01-a.md:7:1".to_owned(),
        format!("posts/2024-01-01-a.md:7:{}", 10 + length),
        "posts/2024-01-02-b.md:3:8".to_owned(),
        "posts/2024-01-02-b.md:8:6".to_owned(),
        "posts/2024-01-02-b.md:9:5".to_owned(),
        "posts/_pages/d.md:4:1".to_owned(),
    ];
    assert_eq!(places, expected);
    assert_eq!(found.asked, 2);
    let requests = server.requests();
    assert_eq!(requests.iter().filter(|request| request.ends_with(" /gone")).count(), 1, "{requests:?}");
}

#[test]
fn no_host_has_more_than_two_visitors_wherever_they_come_from() {
    let target = Server::start();
    let others: Vec<Server> = (0..4).map(|_| Server::start()).collect();
    let mut text: String = (0..4).map(|number| format!("<{}>\n", target.url(&format!("/held/{number}")))).collect();
    for (number, other) in others.iter().enumerate() {
        text.push_str(&format!("<{}>\n", other.url(&format!("/away/{}/held/x{number}", target.port()))));
    }
    let found = ask_with(&blog(&text), limits(), &Unhurried::new(), Kept::Dropped);
    assert_eq!((found.diagnostics.len(), found.asked), (0, 8), "{:?}", found.diagnostics);
    assert_eq!(target.requests().len(), 8);
    assert_eq!(target.most_at_once(), 2);
}

#[test]
fn good_answers_are_kept_and_bad_ones_are_not() {
    let server = Server::start();
    let draft = blog(&format!("<{}> <{}>", server.url("/fine"), server.url("/missing")));
    let pace = Unhurried::new();
    let first = ask_with(&draft, limits(), &pace, Kept::Used);
    assert_eq!((first.asked, first.kept), (2, 0));
    let second = ask_with(&draft, limits(), &pace, Kept::Used);
    assert_eq!((second.asked, second.kept), (1, 1));
    assert_eq!(first.diagnostics, second.diagnostics);
    std::fs::write(draft.path("target/lectern/links.json"), "{\"version\":1,").expect("written");
    assert_eq!(ask_with(&draft, limits(), &pace, Kept::Used).asked, 2);
    let anew = ask_with(&draft, limits(), &pace, Kept::Dropped);
    assert_eq!((anew.asked, anew.kept), (2, 0));
}

#[test]
fn the_settings_leave_addresses_out() {
    let server = Server::start();
    let text = format!("<{}> <{}>", server.url("/missing/a"), server.url("/missing/b"));
    let settings = format!("unchecked_links = [\"{}\", \"?\"]", server.url("/missing/a"));
    let draft = blog(&text).file("lectern.toml", &settings);
    assert_eq!(ask_with(&draft, limits(), &Unhurried::new(), Kept::Dropped).diagnostics.len(), 1);
    let wrong: Vec<String> = checked(&draft).diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].contains("`?` is no value of `unchecked_links`; write a host such as"), "{wrong:?}");
}

#[test]
fn the_command_fails_for_what_is_certain_only() {
    let server = Server::start();
    let run = |draft: &Draft, flags: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
        command.current_dir(draft.path("")).arg("check").args(flags).env_remove("LECTERN_STRICT");
        command.env("NO_PROXY", "127.0.0.1");
        let output = command.output().expect("the program runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let broken = blog(&format!("<{}>", server.url("/missing")));
    assert_eq!(run(&broken, &[]).0, Some(0));
    let (code, report) = run(&broken, &["--external"]);
    assert_eq!(code, Some(1));
    assert!(report.contains("links to other sites that lead nowhere (1)\n    posts/2024-01-01-a.md:5:1: "), "{report}");
    assert_eq!(run(&broken, &["--external", "--json"]).0, Some(1));
    let doubtful = blog(&format!("<{}> <{}>", server.url("/wall"), server.url("/moved/fine")));
    let (code, report) = run(&doubtful, &["--external", "--strict"]);
    assert_eq!(code, Some(0), "{report}");
    assert_eq!(run(&doubtful, &["--no-cache"]).0, Some(2));
    let own = blog("[x](/gone/)");
    assert_eq!((run(&own, &[]).0, run(&own, &["--strict"]).0), (Some(0), Some(1)));
}
