//! Numbers that keep the check polite to others and bearable for its author.

use std::time::Duration;

/// How much, how long and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Hosts asked at the same time. More is faster on a good line; a poor one then loses answers.
    pub workers: usize,
    /// Requests to one host at the same time. Browsers make six, and for one reader.
    pub per_host: usize,
    /// Between the beginnings of two requests to one host.
    pub pause: Duration,
    /// Until the host is found and takes the connection, each.
    pub connect: Duration,
    /// Until all of an answer is there. Readers wait no longer either.
    pub whole: Duration,
    /// Bytes of a page that are read for the places on it. In larger ones places are not looked for.
    pub body: u64,
    /// One after another. Browsers follow 20.
    pub redirects: usize,
    /// How often is asked for what may pass. At least 1.
    pub attempts: u32,
    /// Before the second attempt; doubled each time.
    pub first_pause: Duration,
    /// No site may have us wait longer.
    pub longest_pause: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            workers: 16,
            per_host: 2,
            pause: Duration::from_millis(250),
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(20),
            body: 4_000_000,
            redirects: 10,
            attempts: 3,
            first_pause: Duration::from_secs(2),
            longest_pause: Duration::from_secs(60),
        }
    }
}
