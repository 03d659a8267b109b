//! `lectern new`: a file for a post.

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;

use crate::press::files::{self, FileError};
use crate::slug::slugify;

/// Why there is no new post.
#[derive(Debug)]
pub enum NewPostError {
    /// The title has no letter or digit to make a name of.
    NoName(String),
    /// There is a file of that name already.
    Exists(PathBuf),
    /// The system refused.
    File(FileError),
}

/// Bytes of a name that every file system takes, with room for date and extension, and that an address can bear.
const LONGEST_SLUG: usize = 80;

/// Writes `YYYY-MM-DD-slug.md` into the posts folder and returns its path. Never replaces a file.
pub fn create_post(posts_folder: &Path, title: &str, now: &ZonedDateTime) -> Result<PathBuf, NewPostError> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let slug = slug(&title).ok_or_else(|| NewPostError::NoName(title.clone()))?;
    let path = posts_folder.join(format!("{}-{slug}.md", now.date()));
    let text = format!(
        "---\nlayout: post\ntitle: {}\ndate: {}\ncategories: []\n---\n\n",
        yaml_quoted(&title),
        now.strftime("%Y-%m-%d %H:%M:%S %z")
    );
    match files::create_new(&path, text.as_bytes()) {
        Ok(()) => Ok(path),
        Err(error) if error.is_there_already() => Err(NewPostError::Exists(path)),
        Err(error) => Err(NewPostError::File(error)),
    }
}

impl fmt::Display for NewPostError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NewPostError::NoName(title) if title.is_empty() => {
                formatter.write_str("a post needs a title; say `lectern new \"A walk by the river\"`")
            }
            NewPostError::NoName(title) => {
                write!(formatter, "the title {title:?} has no letter or digit to make an address of; add a word")
            }
            NewPostError::Exists(path) => write!(
                formatter,
                "`{}` is there already, and stays as it is; choose another title, or edit that file",
                path.display()
            ),
            NewPostError::File(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for NewPostError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            NewPostError::File(error) => Some(error),
            NewPostError::NoName(_) | NewPostError::Exists(_) => None,
        }
    }
}

/// The title's slug, cut between words if it is long. `None` if there is nothing left of it.
fn slug(title: &str) -> Option<String> {
    let slug = slugify(title);
    let cut = slug.get(..slug.floor_char_boundary(LONGEST_SLUG))?;
    let cut = if cut.len() < slug.len() { cut.rsplit_once('-').map_or(cut, |(words, _)| words) } else { cut };
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// Text in the double quotes of YAML.
fn yaml_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            // Blanks of every kind are single ones by now, so that nothing is lost.
            _ if char.is_control() => {}
            _ => quoted.push(char),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::press::config::Config;
    use crate::press::post::read_post;
    use crate::press::source;

    fn now() -> ZonedDateTime {
        "2026-09-07T10:05:00-06:00[America/Denver]".parse().expect("a time")
    }

    #[test]
    fn the_new_post_reads_as_it_was_meant() {
        let folder = tempfile::tempdir().expect("a folder");
        for title in ["A walk: by the \"river\"", "C:\\temp & co", "챗봇이란 무엇인가", "it's # 1", "'quoted'"]
        {
            let path = create_post(folder.path(), title, &now()).expect(title);
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
            let (sources, _) = source::walk(folder.path(), "posts");
            let found = sources.iter().find(|source| source.path == name).expect(name);
            let bytes = source::read(found).expect("read");
            let (post, diagnostics) = read_post(found, &bytes, &Config::default(), now().timestamp());
            assert_eq!(diagnostics, []);
            let post = post.expect("a post");
            assert_eq!(post.title, title);
            assert_eq!(post.written.map(|date| date.instant), Some(now().timestamp()));
            assert_eq!(post.categories, [""; 0]);
        }
    }

    #[test]
    fn writes_what_authors_of_jekyll_blogs_know() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = create_post(&folder.path().join("posts"), "A walk", &now()).expect("a post");
        assert_eq!(path, folder.path().join("posts/2026-09-07-a-walk.md"));
        let text = files::read(&path, 1000).expect("read");
        assert_eq!(
            String::from_utf8_lossy(&text),
            "---\nlayout: post\ntitle: \"A walk\"\ndate: 2026-09-07 10:05:00 -0600\ncategories: []\n---\n\n"
        );
    }

    #[test]
    fn says_what_to_do_if_it_cannot() {
        let folder = tempfile::tempdir().expect("a folder");
        create_post(folder.path(), "A walk", &now()).expect("a post");
        let message = create_post(folder.path(), "A walk!", &now()).expect_err("it is there").to_string();
        assert!(message.ends_with("is there already, and stays as it is; choose another title, or edit that file"));
        for title in ["", " \n", "!?", "🎉"] {
            let error = create_post(folder.path(), title, &now()).expect_err("no name");
            assert!(matches!(error, NewPostError::NoName(_)), "{title}");
        }
    }

    #[test]
    fn long_titles_make_names_of_a_bearable_length() {
        for (title, length) in [("word ".repeat(100), 79), ("x".repeat(500), 80), ("강".repeat(500), 78)] {
            assert_eq!(slug(&title).map(|slug| slug.len()), Some(length));
        }
    }
}
