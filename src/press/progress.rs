//! Tells how far long work has come: a bar on a terminal, plain lines elsewhere, nothing for short work.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that takes no longer is not worth a word.
const PATIENCE: Duration = Duration::from_secs(2);

/// The progress of one kind of work.
pub struct Progress {
    label: &'static str,
    bar: ProgressBar,
    started: Instant,
    last_told: Mutex<Option<Instant>>,
}

impl Progress {
    /// Work of so many steps; the label says what is being done: `rendering`.
    pub fn new(label: &'static str, steps: usize) -> Progress {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:32} {pos}/{len} ({eta} left)") {
            bar.set_style(style);
        }
        bar.set_message(label);
        Progress { label, bar, started: Instant::now(), last_told: Mutex::new(None) }
    }

    /// One step is done.
    pub fn step(&self) {
        self.bar.inc(1);
        if self.started.elapsed() < PATIENCE {
            return;
        }
        let Ok(mut last_told) = self.last_told.try_lock() else { return };
        let is_terminal = std::io::stderr().is_terminal();
        match *last_told {
            None if is_terminal => self.bar.set_draw_target(ProgressDrawTarget::stderr()),
            Some(_) if is_terminal => return,
            Some(last) if last.elapsed() < PATIENCE => return,
            _ => eprintln!("{} {} of {}", self.label, self.bar.position(), self.bar.length().unwrap_or(0)),
        }
        *last_told = Some(Instant::now());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
