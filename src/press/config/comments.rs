//! `[comments]`: readers' comments by Giscus, which keeps them as discussions on GitHub.

use super::keys;
use super::reader::wrong_type;
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::yaml::{Entry, Quoting, Value};
use crate::site::Comments;

/// Where the frames of comments come from.
pub(super) const ORIGIN: &str = "https://giscus.app";

/// All keys. Each is needed.
pub(super) const KEYS: [&str; 4] = ["repo", "repo_id", "category", "category_id"];

/// The values of [`KEYS`].
pub(super) fn values(comments: &Comments) -> [&str; KEYS.len()] {
    [&comments.repo, &comments.repo_id, &comments.category, &comments.category_id]
}

/// Reads the table. `None` unless every value is there and can be right. `place` is the table's.
pub(super) fn read(entries: &[Entry], place: Position, problems: &mut Vec<(Position, Problem)>) -> Option<Comments> {
    let empty = String::new;
    let mut comments = Comments { repo: empty(), repo_id: empty(), category: empty(), category_id: empty() };
    let mut is_right = true;
    for Entry { key, position, value } in entries {
        let setting = match key.as_str() {
            "repo" => &mut comments.repo,
            "repo_id" => &mut comments.repo_id,
            "category" => &mut comments.category,
            "category_id" => &mut comments.category_id,
            _ => {
                let nearest = keys::nearest(key, &KEYS);
                problems.push((*position, Problem::UnknownKey { key: format!("comments.{key}"), nearest }));
                continue;
            }
        };
        let problem = match &value.value {
            Value::Text(text, Quoting::Quoted) => {
                text.trim().clone_into(setting);
                check(key, text.trim())
            }
            other => Some(wrong_type(&format!("comments.{key}"), "text in quotes", other)),
        };
        is_right &= problem.is_none();
        problems.extend(problem.map(|problem| (value.position, problem)));
    }
    let missing = KEYS.into_iter().find(|key| !entries.iter().any(|entry| entry.key == *key));
    if let Some(key) = missing {
        let problem = ConfigurationProblem::CommentsIncomplete { key };
        problems.push((place, Problem::Configuration(problem)));
    }
    (is_right && missing.is_none()).then_some(comments)
}

fn check(key: &str, value: &str) -> Option<Problem> {
    let is_name = |name: &str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        !name.is_empty() && name.bytes().all(fits)
    };
    let is_id = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'='));
    let (is_right, choices) = match key {
        "repo" => {
            let is_repo = value.split_once('/').is_some_and(|(owner, name)| is_name(owner) && is_name(name));
            (is_repo, "owner and name, such as `ada/blog`")
        }
        "category" => (!value.is_empty(), "the name of a category of discussions, such as `Announcements`"),
        _ => (!value.is_empty() && is_id(value), "the id that https://giscus.app shows for your repository"),
    };
    let (key, value) = (format!("comments.{key}"), value.to_owned());
    (!is_right).then_some(Problem::Configuration(ConfigurationProblem::NotAChoice { key, value, choices }))
}

#[cfg(test)]
mod tests {
    use crate::press::config::Config;

    const WHOLE: &str = "[comments]\nrepo = \"ada/blog\"\nrepo_id = \"R_kgDOAb-1_w==\"\ncategory = \"Comments & more\"\n\
                         category_id = \"DIC_kwDO\"\n";

    #[test]
    fn allows_the_frames_of_the_service() {
        let (config, diagnostics) = Config::read("lectern.toml", WHOLE);
        assert_eq!(diagnostics, []);
        assert_eq!(config.comments.as_ref().map(|comments| comments.category.as_str()), Some("Comments & more"));
        assert_eq!(config.frame_origins(), ["https://giscus.app"]);
        assert_eq!(Config::default().frame_origins(), Vec::<&str>::new());
    }

    #[test]
    fn tells_what_is_missing_and_where_to_get_it() {
        let text = "[comments]\nrepo = \"blog\"\nrepo-id = \"R\"\ncategory = 1\n";
        let (config, diagnostics) = Config::read("lectern.toml", text);
        assert_eq!(config, Config::default());
        let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "lectern.toml:1:2: `comments` has no `repo_id`, so posts have no comments; https://giscus.app shows all four \
                 values for your repository",
                "lectern.toml:2:8: `blog` is no value of `comments.repo`; write owner and name, such as `ada/blog`",
                "lectern.toml:3:1: there is no key `comments.repo-id`; did you mean `repo_id`?",
                "lectern.toml:4:12: `comments.category` is a number, and is ignored; write text in quotes",
            ]
        );
    }
}
