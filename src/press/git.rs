//! When files were last changed, as git remembers it.
//!
//! Only the history is asked, by the one command below; nothing is ever written to a repository. Where there is no git,
//! no repository, or one whose history was cut off when it was fetched, nothing is known, and nothing is said: posts
//! then have the dates that they name themselves.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use jiff::Timestamp;

/// The last change of each file, by its path below the folder that was asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeDates(HashMap<String, Timestamp>);

impl ChangeDates {
    /// Asks for the history of a folder below `source`.
    pub fn of(source: &Path, folder: &str) -> ChangeDates {
        // The last commit of a history that was cut off seems to add every file.
        if git(source, &["rev-parse", "--is-shallow-repository"]).as_deref() != Some("false\n") {
            return ChangeDates::default();
        }
        let log = ["-c", "core.quotePath=false", "log", "--relative", "--format=%x01%ct", "--name-status", "-M100%"];
        let log = git(source, &[&log[..], &["--", folder]].concat());
        log.map(|log| ChangeDates::read(&log)).unwrap_or_default()
    }

    /// When a file was last changed. A file that is as it was when it was added has no change, and one that was moved as
    /// it is keeps what it had.
    pub fn of_file(&self, path: &str) -> Option<Timestamp> {
        self.0.get(path).copied()
    }

    /// Reads the history, newest first.
    fn read(log: &str) -> ChangeDates {
        // What a file of the past is called now, and those whose story has been told.
        let mut names: HashMap<&str, &str> = HashMap::new();
        let mut known: HashMap<&str, Option<Timestamp>> = HashMap::new();
        let mut time = None;
        for line in log.lines() {
            if let Some(seconds) = line.strip_prefix('\u{1}') {
                time = seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
                continue;
            }
            let mut fields = line.split('\t');
            let (Some(status), Some(path)) = (fields.next(), fields.next()) else { continue };
            match (status.as_bytes().first(), fields.next()) {
                (Some(b'R'), Some(new)) => {
                    let now = names.get(new).copied().unwrap_or(new);
                    names.insert(path, now);
                }
                (Some(b'M'), _) => {
                    let now = names.get(path).copied().unwrap_or(path);
                    known.entry(now).or_insert(time);
                }
                // What was there before under the same name was another file.
                (Some(b'A'), _) => {
                    let now = names.get(path).copied().unwrap_or(path);
                    known.entry(now).or_insert(None);
                }
                _ => {}
            }
        }
        ChangeDates(known.into_iter().filter_map(|(path, time)| Some((path.to_owned(), time?))).collect())
    }
}

/// What git says, if it is there and can say it.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(dates: &ChangeDates, path: &str) -> Option<i64> {
        dates.of_file(path).map(Timestamp::as_second)
    }

    #[test]
    fn the_newest_change_counts_and_neither_birth_nor_removal() {
        let log = "\u{1}500\n\nR100\tposts/old.md\tposts/new.md\nD\tposts/gone.md\n\
                   \u{1}400\n\nM\tposts/a.md\nM\tposts/old.md\nA\tposts/born.md\n\
                   \u{1}300\n\nM\tposts/a.md\nM\tposts/born.md\nM\tposts/gone.md\n\
                   \u{1}200\n\nA\tposts/a.md\nA\tposts/old.md\nA\tposts/über uns.md\n";
        let dates = ChangeDates::read(log);
        assert_eq!(seconds(&dates, "posts/a.md"), Some(400));
        assert_eq!(seconds(&dates, "posts/new.md"), Some(400));
        for path in ["posts/old.md", "posts/born.md", "posts/über uns.md"] {
            assert_eq!(seconds(&dates, path), None, "{path}");
        }
    }

    #[test]
    fn anything_is_read_as_far_as_it_goes() {
        for log in ["", "\u{1}", "\u{1}x\nM\tp\n", "M", "\t\t\t", "R100\ta", "\u{1}99999999999999\nM\ta"] {
            assert_eq!(ChangeDates::read(log), ChangeDates::default(), "{log:?}");
        }
    }
}
