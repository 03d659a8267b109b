//! What a person at the terminal sees: which step runs, and how long it took.

use std::{
    io::{IsTerminal, stderr},
    time::{Duration, Instant},
};

use anyhow::Result;

/// Prints what is being done, does it, and prints how long it took.
pub(crate) fn step<T>(what: &str, body: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {what}");
    let start = Instant::now();
    let done = body()?;
    println!("    {what}: done in {}", time(start.elapsed()));
    Ok(done)
}

/// Prints a remark about the step that is running, such as the way it takes.
pub(crate) fn note(text: &str) {
    println!("    {text}");
}

/// Cargo's flag for silence where no one watches: a terminal shows the crates of a long compilation as one
/// moving bar, a log would show them as hundreds of lines.
pub(crate) fn quiet() -> Option<&'static str> {
    (!stderr().is_terminal()).then_some("--quiet")
}

/// A duration as people say it: `0.4 s`, `52 s`, `6 min 05 s`.
pub(crate) fn time(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(time(Duration::from_millis(420)), "0.4 s");
        assert_eq!(time(Duration::from_secs(52)), "52 s");
        assert_eq!(time(Duration::from_secs(365)), "6 min 05 s");
    }
}
