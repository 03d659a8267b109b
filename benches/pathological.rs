//! Whether odd inputs take time in proportion to their length: 62 kB, 250 kB and 1 MB of each class, through each stage.
//!
//! `cargo bench --bench pathological` measures them all; words narrow it down: `-- Markdown brackets`. A line ends in `!`
//! where twice the length takes more than two and a half times the time, which is a fault: somebody could stop the press,
//! or a reader's browser, with a short text. The classes are in `tests/it/pathological/classes.rs`:
//!
//! - emphasis and other pairs: nested, overlapping, within words, in Chinese; runs of stars; backticks of growing length;
//!   formulas, escapes, quotation marks
//! - brackets, pictures and links in each other, with and without ends; definitions, notes and abbreviations in great
//!   numbers, mentioned often, in each other
//! - quotes and lists, deep in one line and deeper with each line; headings of one text; fences; lazy lines
//! - tables of many rows, of many columns, with rows shorter than the head
//! - HTML: tags, comments, instructions, declarations without end; elements nested without end, overlapping, reopening,
//!   moved out of tables; attributes, classes and styles in great numbers; references
//! - kramdown: attribute lists, extensions, tables of contents; Liquid: output, tags, nested blocks, long conditions,
//!   loops, texts that double
//! - characters: one long line, blanks, NUL, marks that combine, letters of many bytes
//! - front matter: many keys, deep lists and maps, anchors and aliases, quotes without end

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a measurement that cannot go on is none")]

use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use classes::{CLASSES, Class};
use stages::{STAGES, Stage};

#[path = "../tests/it/pathological/classes.rs"]
mod classes;
#[path = "../tests/it/pathological/stages.rs"]
mod stages;

const SIZES: [usize; 3] = [62_500, 250_000, 1_000_000];

/// What four times the length may take: two and a half times for each doubling.
const MOST: f64 = 6.25;

/// Shorter times say nothing about growth.
const NOTICEABLE: Duration = Duration::from_millis(60);

/// What takes longer is not tried with still longer texts.
const PATIENCE: Duration = Duration::from_secs(20);

/// As much as threads of the press have, and about as much as a browser gives the app.
const STACK: usize = 2 << 20;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let mut faults = 0;
    println!("{:>9} {:>9} {:>9}", "62 kB", "250 kB", "1 MB");
    for stage in &STAGES {
        for class in CLASSES {
            let name = format!("{}: {}", stage.0, class.name);
            if words.iter().all(|word| name.contains(word)) && !is_in_proportion(stage, class, &name) {
                faults += 1;
            }
        }
    }
    println!("{faults} grow too fast");
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures and prints a line.
fn is_in_proportion(stage: &Stage, class: &Class, name: &str) -> bool {
    let mut times: Vec<Duration> = Vec::new();
    for bytes in SIZES {
        let is_hopeless = times.last().is_some_and(|time| PATIENCE < *time * 4);
        if !is_hopeless {
            times.push(measure(stage.1, class.text(bytes)));
        }
    }
    let grows = |pair: &[Duration]| NOTICEABLE < pair[1] && MOST < pair[1].as_secs_f64() / pair[0].as_secs_f64();
    let is_fault = times.len() < SIZES.len() || times.windows(2).any(grows);
    let shown: String = SIZES.iter().enumerate().map(|(size, _)| cell(times.get(size))).collect();
    println!("{shown}  {name}{}", if is_fault { " !" } else { "" });
    !is_fault
}

/// The time of one run in a thread with as little stack as anybody has.
fn measure(run: fn(&str) -> usize, text: String) -> Duration {
    let timed = move || {
        let start = Instant::now();
        std::hint::black_box(run(&text));
        start.elapsed()
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(timed).expect("a thread");
    // A panic has told already what was wrong.
    thread.join().unwrap_or(Duration::MAX / 8)
}

fn cell(time: Option<&Duration>) -> String {
    time.map_or(format!("{:>10}", "-"), |time| format!("{:>7.1} ms", time.as_secs_f64() * 1000.0))
}
