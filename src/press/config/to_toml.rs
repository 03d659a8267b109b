//! Settings as a person would write them into `lectern.toml`.

use super::comments::{KEYS, values};
use super::{Config, EmojiCodes, GitDates, LlmsFiles, MarkdownDialect, kramdown_options};
use crate::press::defaults::Scope;
use crate::press::external::pattern::Pattern;
use crate::press::hidden::Shown;
use crate::press::offline::Offline;
use crate::press::pictures::Copies;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Value};
use crate::site::SocialPictures;

/// The file's text: what differs from the defaults, and a word on what does not explain itself.
/// [`Config::read`] gives the same settings again.
pub fn to_toml(config: &Config) -> String {
    let default = Config::default();
    let mut file = Writer::default();
    file.text("title", "", &config.title, &default.title);
    file.text("description", "", &config.description, &default.description);
    file.text("author", "", &config.author, &default.author);
    file.text("edit", "Where the sources of posts can be changed.", &config.edit, "");
    file.text("url", "", &config.url, &default.url);
    file.text("base", "The folder on the host.", config.base.as_str(), default.base.as_str());
    file.text("lang", "", &config.lang, &default.lang);
    let permalink = (config.permalink.to_string(), default.permalink.to_string());
    file.text("permalink", "How the addresses of posts are made.", &permalink.0, &permalink.1);
    if let Some(zone) = config.time_zone.as_ref().and_then(|zone| zone.iana_name()) {
        file.text("timezone", "Whose clock dates without an offset mean.", zone, "");
    }
    if config.posts_per_page != default.posts_per_page {
        file.line("posts_per_page", "", &config.posts_per_page.to_string());
    }
    file.text("paginate_path", "Where the pages of the home list were before.", &config.paginate_path, "");
    let separator = (&config.excerpt_separator, &default.excerpt_separator);
    file.text("excerpt_separator", "What ends the excerpt of a post.", separator.0, separator.1);
    for (key, about, shown) in [
        ("future", "Posts of days to come are shown.", config.hidden.future),
        ("show_drafts", "Drafts are shown.", config.hidden.drafts),
        ("unpublished", "Posts with `published: false` are shown.", config.hidden.unpublished),
    ] {
        if shown == Shown::Yes {
            file.line(key, about, "true");
        }
    }
    if config.markdown == MarkdownDialect::CommonMark {
        file.line("markdown", "Which Markdown posts are written in.", &quoted("commonmark"));
    }
    let sources = config.media_from.sources().iter().map(String::as_str);
    file.list("media_from", "Whose pictures, films and sounds are shown beside the blog's own.", sources);
    let embeds = config.embeds.iter().copied();
    file.list("embeds", "Services whose players readers may open in the page.", embeds);
    let unchecked = config.unchecked_links.iter().map(Pattern::as_str);
    file.list("unchecked_links", "Addresses of other sites that are not asked for.", unchecked);
    if config.picture_copies == Copies::None {
        file.line("picture_copies", "Large pictures have no smaller copies.", "false");
    }
    let (machines, usual) = (&config.machines, &default.machines);
    if machines.feed_entries != usual.feed_entries {
        file.line("feed_entries", "How many posts a feed holds.", &machines.feed_entries.to_string());
    }
    let paths = machines.feed_paths.iter().map(String::as_str);
    file.list("feed_paths", "Where the feed of all posts was before.", paths);
    if machines.llms == LlmsFiles::None {
        file.line("llms", "Language models get no texts of their own.", "false");
    }
    file.text("indexnow", "The key for IndexNow.", &machines.index_now, "");
    if machines.git_dates == GitDates::Ignored {
        file.line("git_dates", "Git does not tell when posts were changed.", "false");
    }
    if config.offline == Offline::Off {
        file.line("offline", "Readers cannot keep the blog, and what they have kept is removed.", "false");
    }
    if config.social_pictures == SocialPictures::None {
        file.line("social_pictures", "Pages have no pictures for cards.", "false");
    }
    if config.emoji == EmojiCodes::AsWritten {
        file.line("emoji", "Codes such as `:smile:` stay as they are written.", "false");
    }
    let theme: Vec<(&str, &str)> = config.theme.iter().map(|(name, value)| (*name, value.as_str())).collect();
    file.texts("theme", "What the stylesheet's own values are replaced by.", &theme);
    if let Some(comments) = &config.comments {
        let values: Vec<(&str, &str)> = KEYS.into_iter().zip(values(comments)).collect();
        file.texts("comments", "Readers' comments, by giscus.app.", &values);
    }
    file.table("kramdown", "How the Markdown of posts is read.", &kramdown_options::differing(&config.kramdown));
    file.table("site", "Further values of `{{ site }}` in posts.", &config.site_variables);
    for (number, set) in config.defaults.iter().enumerate() {
        let about = if number == 0 { "# Front matter for many posts at once.\n" } else { "" };
        file.0.push_str(&format!("\n{about}[[defaults]]\nscope = {}\n", scope(&set.scope)));
        file.0.push_str(&format!("values = {}\n", map(&set.values)));
    }
    file.0.trim_start().to_owned()
}

#[derive(Default)]
struct Writer(String);

impl Writer {
    fn text(&mut self, key: &str, about: &str, value: &str, default: &str) {
        if value != default {
            self.line(key, about, &quoted(value));
        }
    }

    fn line(&mut self, key: &str, about: &str, value: &str) {
        match about {
            "" if self.0.rsplit('\n').nth(2).is_some_and(|line| line.starts_with('#')) => self.0.push('\n'),
            "" => {}
            about => self.0.push_str(&format!("\n# {about}\n")),
        }
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    fn list<'a>(&mut self, key: &str, about: &str, texts: impl Iterator<Item = &'a str>) {
        let texts: Vec<String> = texts.map(quoted).collect();
        match texts.len() {
            0 => {}
            1..=3 => self.line(key, about, &format!("[{}]", texts.join(", "))),
            _ => self.line(key, about, &format!("[\n    {},\n]", texts.join(",\n    "))),
        }
    }

    fn texts(&mut self, name: &str, about: &str, texts: &[(&str, &str)]) {
        if !texts.is_empty() {
            self.0.push_str(&format!("\n# {about}\n[{name}]\n"));
            self.0.extend(texts.iter().map(|(key, text)| format!("{key} = {}\n", quoted(text))));
        }
    }

    fn table(&mut self, name: &str, about: &str, entries: &[Entry]) {
        if entries.is_empty() {
            return;
        }
        self.0.push_str(&format!("\n# {about}\n[{name}]\n"));
        for entry in entries {
            self.0.push_str(&format!("{} = {}\n", key(&entry.key), value(&entry.value)));
        }
    }
}

fn scope(scope: &Scope) -> String {
    match scope.kind {
        Some(kind) => format!("{{ path = {}, type = {} }}", quoted(&scope.path), quoted(kind.name())),
        None => format!("{{ path = {} }}", quoted(&scope.path)),
    }
}

fn value(node: &Node) -> String {
    match (&node.value, scalar(&node.value)) {
        (Value::List(items), _) => format!("[{}]", items.iter().map(value).collect::<Vec<_>>().join(", ")),
        (Value::Map(entries), _) => map(entries),
        (Value::Text(text, _), Some(Scalar::Text(_))) => quoted(text),
        (Value::Text(text, _), _) => text.clone(),
        (Value::Null, _) => quoted(""),
    }
}

fn map(entries: &[Entry]) -> String {
    let entries: Vec<String> =
        entries.iter().map(|entry| format!("{} = {}", key(&entry.key), value(&entry.value))).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
}

fn key(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !key.is_empty() && key.bytes().all(is_bare) { key.to_owned() } else { quoted(key) }
}

/// A text on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            char if char.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(char))),
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}
