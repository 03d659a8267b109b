//! From keys and values to settings.

use std::num::NonZeroU32;

use super::{
    Config, EmojiCodes, MarkdownDialect, comments, default_sets, keys, kramdown_options, machines, media, theme,
    time_zone, url, variables,
};
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::hidden::Shown;
use crate::press::language::language_tag;
use crate::press::offline::Offline;
use crate::press::permalink_style::PermalinkStyle;
use crate::press::pictures::Copies;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Quoting, Value};
use crate::site::SocialPictures;

/// More would make a list's page too long for any reader.
const MOST_POSTS_PER_PAGE: u32 = 1000;

/// Settings under way, and what is wrong with the keys so far.
pub(super) struct Reader<'a> {
    pub(super) config: &'a mut Config,
    pub(super) problems: &'a mut Vec<(Position, Problem)>,
}

impl Reader<'_> {
    /// Reads one key. A problem costs no more than the value that it is in.
    pub(super) fn entry(&mut self, entry: &Entry) {
        let Entry { key, position, value } = entry;
        match key.as_str() {
            "posts_per_page" => self.posts_per_page(value),
            "future" => self.config.hidden.future = self.shown(key, value),
            "show_drafts" => self.config.hidden.drafts = self.shown(key, value),
            "unpublished" => self.config.hidden.unpublished = self.shown(key, value),
            "emoji" => {
                if let Some(shown) = truth(key, value, self.problems) {
                    self.config.emoji = if shown { EmojiCodes::Shown } else { EmojiCodes::AsWritten };
                }
            }
            "kramdown" => self.table(key, value, |reader, entries| {
                kramdown_options::read(entries, &mut reader.config.kramdown, reader.problems);
            }),
            "media_from" => self.config.media_from = media::media_from(value, self.problems),
            "embeds" => self.config.embeds = media::embeds(value, self.problems),
            "unchecked_links" => self.config.unchecked_links = media::unchecked_links(value, self.problems),
            "picture_copies" => {
                let are_made = truth(key, value, self.problems).unwrap_or(true);
                self.config.picture_copies = if are_made { Copies::Made } else { Copies::None };
            }
            "offline" => {
                let is_possible = truth(key, value, self.problems).unwrap_or(true);
                self.config.offline = if is_possible { Offline::Possible } else { Offline::Off };
            }
            "social_pictures" => {
                let are_drawn = truth(key, value, self.problems).unwrap_or(true);
                self.config.social_pictures = if are_drawn { SocialPictures::Drawn } else { SocialPictures::None };
            }
            "theme" => self.table(key, value, |reader, entries| {
                reader.config.theme = theme::read(entries, reader.problems);
            }),
            "comments" => self.table(key, value, |reader, entries| {
                reader.config.comments = comments::read(entries, *position, reader.problems);
            }),
            key if machines::KEYS.contains(&key) => machines::read(entry, &mut self.config.machines, self.problems),
            "defaults" => self.config.defaults = default_sets::read(value, self.problems),
            "site" => self.table(key, value, |reader, entries| {
                reader.config.site_variables = variables::normal(entries);
            }),
            known if keys::KEYS.contains(&known) => self.text(known, value),
            _ => self.problems.push((*position, Problem::UnknownKey { key: key.clone(), nearest: keys::meant(key) })),
        }
    }

    fn text(&mut self, key: &str, node: &Node) {
        let Value::Text(text, Quoting::Quoted) = &node.value else {
            return self.problems.push((node.position, wrong_type(key, "text in quotes", &node.value)));
        };
        let config = &mut *self.config;
        let read = match key {
            "title" => set(&mut config.title, text.trim()),
            "description" => set(&mut config.description, text.trim()),
            "author" => set(&mut config.author, text.trim()),
            "edit" => url::read_edit(text, &mut config.edit),
            "excerpt_separator" => set(&mut config.excerpt_separator, text),
            "paginate_path" => paginate_path(text).map(|path| config.paginate_path = path),
            "url" => url::read(text, &mut config.url),
            "base" => url::read_base(text, &mut config.base),
            "lang" => language_tag(text)
                .map(|lang| config.lang = lang)
                .ok_or_else(|| Problem::BadLanguage { value: text.clone() }),
            "permalink" => PermalinkStyle::parse(text).map(|style| config.permalink = style),
            "markdown" => dialect(text).map(|dialect| config.markdown = dialect),
            _ => time_zone::read(text).map(|zone| config.time_zone = Some(zone)),
        };
        if let Err(problem) = read {
            self.problems.push((node.position, problem));
        }
    }

    fn table(&mut self, key: &str, node: &Node, read: impl FnOnce(&mut Self, &[Entry])) {
        match &node.value {
            Value::Map(entries) => read(self, entries),
            other => self.problems.push((node.position, wrong_type(key, "a table of keys and values", other))),
        }
    }

    fn shown(&mut self, key: &str, node: &Node) -> Shown {
        Shown::from(truth(key, node, self.problems).unwrap_or(false))
    }

    fn posts_per_page(&mut self, node: &Node) {
        let number = match &node.value {
            Value::Text(text, Quoting::Plain) if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => text,
            other => {
                let problem = wrong_type("posts_per_page", "a number such as `10`", other);
                return self.problems.push((node.position, problem));
            }
        };
        let posts = number.parse().ok().and_then(NonZeroU32::new);
        match posts.filter(|posts| posts.get() <= MOST_POSTS_PER_PAGE) {
            Some(posts) => self.config.posts_per_page = posts,
            None => {
                let problem = Problem::BadPostsPerPage { value: number.clone(), highest: MOST_POSTS_PER_PAGE };
                self.problems.push((node.position, problem));
            }
        }
    }
}

/// `true` or `false`; anything else is told.
pub(super) fn truth(key: &str, node: &Node, problems: &mut Vec<(Position, Problem)>) -> Option<bool> {
    match &node.value {
        Value::Text(text, Quoting::Plain) if text == "true" => Some(true),
        Value::Text(text, Quoting::Plain) if text == "false" => Some(false),
        other => {
            problems.push((node.position, wrong_type(key, "`true` or `false`", other)));
            None
        }
    }
}

/// What to say of a value that a key cannot have.
pub(super) fn wrong_type(key: &str, wanted: &'static str, value: &Value) -> Problem {
    let found = match (value, scalar(value)) {
        (Value::Null, _) => "empty",
        (Value::List(_), _) => "a list",
        (Value::Map(_), _) => "a table",
        (_, Some(Scalar::Truth(_))) => "true or false",
        (_, Some(Scalar::Integer(_) | Scalar::Float(_))) => "a number",
        (_, Some(Scalar::Date(_))) => "a date",
        (Value::Text(..), _) => "text",
    };
    Problem::WrongType { key: key.to_owned(), wanted, found }
}

/// What to say of a text that is none of those that a key can have.
pub(super) fn not_a_choice(key: &str, value: &str, choices: &'static str) -> Problem {
    let (key, value) = (key.to_owned(), value.to_owned());
    Problem::Configuration(ConfigurationProblem::NotAChoice { key, value, choices })
}

/// A setting that may be any text.
fn set(setting: &mut String, text: &str) -> Result<(), Problem> {
    text.clone_into(setting);
    Ok(())
}

/// A path with a place for the page's number.
fn paginate_path(text: &str) -> Result<String, Problem> {
    let path = text.trim();
    if !path.contains(":num") || path.contains("://") {
        return Err(not_a_choice("paginate_path", text, "a path with `:num` in it, such as `/page:num/`"));
    }
    Ok(if path.starts_with('/') { path.to_owned() } else { format!("/{path}") })
}

fn dialect(name: &str) -> Result<MarkdownDialect, Problem> {
    match name.trim().to_ascii_lowercase().as_str() {
        "kramdown" => Ok(MarkdownDialect::Kramdown),
        "commonmark" => Ok(MarkdownDialect::CommonMark),
        _ => Err(not_a_choice("markdown", name, "`kramdown` or `commonmark`")),
    }
}
