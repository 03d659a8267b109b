//! Patterns of paths, as Ruby's `Dir.glob` has them.

/// The most names that a pattern and a path may have; more are none of a blog's.
const MOST_NAMES: usize = 64;

/// Whether a pattern fits a path or a folder on the way to it. `*` stands for any part of a name, `**` for any folders,
/// `?` for one character, `{a,b}` for either; names with a dot at the beginning must be named as such.
pub(super) fn begins(pattern: &str, path: &str) -> bool {
    let names: Vec<&str> = path.split('/').take(MOST_NAMES).collect();
    let pattern = pattern.strip_prefix('/').unwrap_or(pattern);
    alternatives(pattern).iter().any(|pattern| {
        let pattern = pattern.strip_suffix('/').unwrap_or(pattern);
        let wanted: Vec<&str> = pattern.split('/').take(MOST_NAMES).collect();
        fits_beginning(&wanted, &names)
    })
}

/// How many patterns one with braces may stand for.
const MOST_ALTERNATIVES: usize = 64;

/// The patterns that one with braces stands for.
fn alternatives(pattern: &str) -> Vec<String> {
    let mut open = vec![pattern.to_owned()];
    let mut done = Vec::new();
    while let Some(pattern) = open.pop() {
        let braces = pattern.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
        match braces {
            Some((before, (inside, after))) if open.len() + done.len() < MOST_ALTERNATIVES => {
                open.extend(inside.split(',').map(|choice| format!("{before}{choice}{after}")));
            }
            _ => done.push(pattern),
        }
    }
    done
}

/// Which beginnings of a path or a name the pattern so far fits, by their lengths.
struct Reached(Vec<bool>);

impl Reached {
    fn none(longest: usize) -> Reached {
        Reached(vec![false; longest + 1])
    }

    /// Only the beginning of no length.
    fn start(longest: usize) -> Reached {
        let mut reached = Reached::none(longest);
        reached.mark(0);
        reached
    }

    fn holds(&self, length: usize) -> bool {
        self.0.get(length) == Some(&true)
    }

    fn mark(&mut self, length: usize) {
        if let Some(reached) = self.0.get_mut(length) {
            *reached = true;
        }
    }
}

/// Takes the pattern's names one after the other.
fn fits_beginning(wanted: &[&str], names: &[&str]) -> bool {
    let mut reached = Reached::start(names.len());
    for wanted in wanted {
        let mut next = Reached::none(names.len());
        let mut is_open = reached.holds(0);
        for (at, name) in names.iter().enumerate() {
            if *wanted != "**" && reached.holds(at) && fits_name(wanted, name) {
                next.mark(at + 1);
            }
            if *wanted == "**" && is_open {
                next.mark(at);
            }
            is_open = reached.holds(at + 1) || is_open && !name.starts_with('.');
        }
        if *wanted == "**" && is_open {
            next.mark(names.len());
        }
        reached = next;
    }
    reached.0.into_iter().any(|reached| reached)
}

/// Whether a pattern without slashes fits a name, character by character.
fn fits_name(pattern: &str, name: &str) -> bool {
    if name.starts_with('.') && !pattern.starts_with('.') {
        return false;
    }
    let name: Vec<char> = name.chars().collect();
    let mut reached = Reached::start(name.len());
    for wanted in pattern.chars() {
        let mut next = Reached::none(name.len());
        let mut is_open = false;
        for at in 0..=name.len() {
            is_open |= reached.holds(at);
            if wanted == '*' && is_open {
                next.mark(at);
            }
            if reached.holds(at) && name.get(at).is_some_and(|char| wanted == '?' || wanted == *char) && wanted != '*' {
                next.mark(at + 1);
            }
        }
        reached = next;
    }
    reached.holds(name.len())
}
