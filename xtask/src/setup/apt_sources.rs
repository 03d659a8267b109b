//! The Debian mirror this machine uses, read from its apt sources.

use std::{fs, path::PathBuf};

/// The first mirror of the Debian archive itself (not of security updates, nor someone else's packages).
pub(crate) fn debian_mirror() -> Option<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten().map(|it| it.path()).collect();
    files.sort();
    files.insert(0, "/etc/apt/sources.list".into());
    files.iter().find_map(|file| {
        let text = fs::read_to_string(file).ok()?;
        match file.extension()?.to_str()? {
            "list" => in_lines(&text),
            "sources" => in_stanzas(&text),
            _ => None,
        }
    })
}

/// The one-line form: `deb [options] URI suite component...`.
fn in_lines(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let entry = line.trim_start().strip_prefix("deb ")?.trim_start();
        let after_options = match entry.strip_prefix('[') {
            Some(options) => options.split_once(']')?.1,
            None => entry,
        };
        after_options.split_whitespace().next().filter(|uri| is_debian(uri)).map(str::to_owned)
    })
}

/// The deb822 form: stanzas of `Field: values`, values going on in indented lines.
fn in_stanzas(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    lines.split(|line| line.trim().is_empty()).find_map(|stanza| {
        let binary = values(stanza, "Types").contains(&"deb");
        let enabled = !values(stanza, "Enabled").contains(&"no");
        let uri = values(stanza, "URIs").into_iter().find(|uri| is_debian(uri))?;
        (binary && enabled).then(|| uri.to_owned())
    })
}

fn values<'a>(stanza: &[&'a str], field: &str) -> Vec<&'a str> {
    let is_field = |line: &&str| line.split_once(':').is_some_and(|(name, _)| name.eq_ignore_ascii_case(field));
    let Some(at) = stanza.iter().position(is_field) else {
        return Vec::new();
    };
    let first = stanza[at].split_once(':').map_or("", |(_, rest)| rest);
    let more = stanza[at + 1..].iter().take_while(|line| line.starts_with([' ', '\t']));
    [first].into_iter().chain(more.copied()).flat_map(str::split_whitespace).collect()
}

/// Mirrors keep the archive in a folder of this name; cloud images list theirs in `mirrors/debian.list`.
fn is_debian(uri: &str) -> bool {
    let last = uri.trim_end_matches('/').rsplit('/').next();
    uri.contains("://") && last == Some("debian") || uri.starts_with("mirror+file:") && last == Some("debian.list")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_entries() {
        let text = "# deb http://old.example/debian bullseye main\n\
                    deb-src http://mirror.example/debian bookworm main\n\
                    deb http://mirror.example/debian-security bookworm-security main\n\
                    deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian/ bookworm main\n";
        assert_eq!(in_lines(text).as_deref(), Some("http://mirror.example/debian/"));
        assert_eq!(in_lines("deb https://packages.example/apt stable main\n"), None);
    }

    #[test]
    fn stanzas() {
        let text = "Types: deb\nURIs: http://mirror.example/debian-security\nSuites: bookworm-security\n\n\
                    Enabled: no\nTypes: deb\nURIs: http://off.example/debian\n\n\
                    Types: deb deb-src\n# http://snapshot.example/debian\nURIs:\n http://mirror.example/debian\n\
                    Suites: bookworm\n";
        assert_eq!(in_stanzas(text).as_deref(), Some("http://mirror.example/debian"));
        assert_eq!(in_stanzas("Types: deb-src\nURIs: http://mirror.example/debian\n"), None);
    }

    #[test]
    fn lists_of_mirrors() {
        assert!(is_debian("mirror+file:///etc/apt/mirrors/debian.list"));
        assert!(!is_debian("mirror+file:///etc/apt/mirrors/debian-security.list"));
    }
}
