//! Inputs that are odd in large numbers, through every stage: each comes to its end. How fast, is measured by
//! `benches/pathological.rs`.

use std::time::{Duration, Instant};

use classes::CLASSES;
use stages::STAGES;

mod classes;
pub(crate) mod stages;

/// Long enough to see what takes the square of the length, short enough for a test.
const BYTES: usize = 8_000;

/// Dozens of times what the slowest takes, which writes thousands of files, so that a busy machine fails nothing.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn every_odd_text_comes_to_its_end() {
    assert!(150 < CLASSES.len());
    for class in CLASSES {
        let text = class.text(BYTES);
        for (stage, run) in STAGES {
            let start = Instant::now();
            run(&text);
            assert!(start.elapsed() < PATIENCE, "{stage}: {}: {:?}", class.name, start.elapsed());
        }
    }
}
