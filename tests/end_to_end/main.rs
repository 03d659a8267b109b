//! The built site as readers use it: in real browsers, on a host that answers as GitHub Pages does.
//!
//! `cargo xtask test end-to-end` builds the site at `/` and at `/repo/` and runs this, all browsers at a time. Words
//! narrow the run down: `cargo test --test end_to_end -- firefox /repo/ history`. The facts about this blog's own posts that scenarios
//! rely on are all in `blog.rs`.
//!
//! With the same host and driver it also takes pictures of pages (`cargo xtask shots`) and lets Lighthouse judge them
//! (`cargo xtask lighthouse`).

// A panic is how a scenario fails, and this program has no other tests that the lints would know as such.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod arabic;
mod attacks;
mod axe;
mod blog;
mod browser;
mod builds;
mod driver;
mod frame;
mod host;
mod lighthouse;
mod runner;
mod scenarios;
mod screen;
mod shots;
mod tab;
mod wait;

use std::{
    env, panic,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::Instant,
};

use browser::Kind;
use driver::Programs;
use runner::{Plan, Site, Tally};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--shots", folder] => site("/", ROOT).and_then(|site| shots::take(&site, Path::new(folder))),
        ["--lighthouse", program] => site("/", ROOT).and_then(|site| lighthouse::run(&site, Path::new(program))),
        _ => run(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(missing) => {
            eprintln!("{missing}; run `cargo xtask`, whose commands provide all that this program needs");
            ExitCode::FAILURE
        }
    }
}

/// The variable that names a site built for `/`.
const ROOT: &str = "LECTERN_E2E_ROOT";

fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let sites = [site("/", ROOT)?, site("/repo/", "LECTERN_E2E_REPO")?];
    let mut browsers = vec![Programs::of(Kind::Chromium)?, Programs::of(Kind::Firefox)?];
    match Programs::of(Kind::WebKit) {
        Ok(programs) => browsers.push(programs),
        Err(missing) => println!("webkit is left out: {missing}"),
    }
    let (flags, words): (Vec<String>, Vec<String>) = arguments.iter().cloned().partition(|word| word.starts_with('-'));
    let one_by_one = flags.iter().any(|flag| flag == "--test-threads=1");
    let plan = Plan {
        sites: &sites,
        scenarios: scenarios::WITH_SCRIPTS,
        without_scripts: scenarios::WITHOUT_SCRIPTS,
        left_out: scenarios::LEFT_OUT,
        words: &words,
    };

    // The way through the code says little about a browser; what was waited for says it all.
    panic::set_hook(Box::new(|panic| eprintln!("{} {panic}", thread::current().name().unwrap_or("the runner"))));
    let start = Instant::now();
    let tallies: Vec<Option<Tally>> = thread::scope(|scope| {
        let run = |programs: &Programs| {
            let (plan, programs) = (&plan, programs.clone());
            let thread = thread::Builder::new().name(programs.kind.to_string());
            thread.spawn_scoped(scope, move || runner::run(&programs, plan)).expect("a thread")
        };
        // Where a thread panics, its browser did not start or has gone, and it has said so.
        if one_by_one {
            browsers.iter().map(|programs| run(programs).join().ok()).collect()
        } else {
            let running: Vec<_> = browsers.iter().map(run).collect();
            running.into_iter().map(|thread| thread.join().ok()).collect()
        }
    });
    let lost = || Tally { failed: vec!["a browser did not start, or has gone".to_owned()], ..Tally::default() };
    let tally: Tally = tallies.into_iter().map(|tally| tally.unwrap_or_else(lost)).sum();
    println!("\nthe scenarios took {} s", start.elapsed().as_secs());
    report(&tally);
    if tally.passed + tally.failed.len() == 0 {
        return Err(format!("no scenario has all of these words in its name: {words:?}"));
    }
    Ok(if tally.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Says at the end what went wrong, since a run is long and what remains of its output may be the end alone.
fn report(Tally { passed, failed, unsteady }: &Tally) {
    for why in unsteady {
        println!("at the second try only: {why}");
    }
    for why in failed {
        println!("FAILED at both tries: {why}");
    }
    println!("{passed} passed ({} of them at the second try), {} failed", unsteady.len(), failed.len());
}

fn site(base: &'static str, variable: &str) -> Result<Site, String> {
    let dist = env::var_os(variable).map(PathBuf::from);
    let dist = dist.ok_or_else(|| format!("{variable} does not name a built site for {base}"))?;
    if !dist.join("index.html").is_file() {
        return Err(format!("{} is no built site", dist.display()));
    }
    Ok(Site { base, dist })
}
