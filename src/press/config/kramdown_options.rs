//! `[kramdown]`: how kramdown reads posts.

use super::keys;
use super::reader::{truth, wrong_type};
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::kramdown::document::Options;
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// All keys, in the order of the reference.
const KEYS: [&str; 9] = [
    "input",
    "hard_wrap",
    "auto_ids",
    "auto_id_prefix",
    "toc_levels",
    "smart_quotes",
    "parse_block_html",
    "parse_span_html",
    "gfm_quirks",
];

/// Names of the quotes that kramdown knows.
const QUOTES: [(&str, char); 12] = [
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("apos", '\''),
    ("quot", '"'),
];

/// Reads the options; each problem costs its own key.
pub(super) fn read(entries: &[Entry], options: &mut Options, problems: &mut Vec<(Position, Problem)>) {
    for Entry { key, position, value } in entries {
        if !KEYS.contains(&key.as_str()) {
            let nearest = keys::nearest(key, &KEYS);
            problems.push((*position, Problem::UnknownKey { key: format!("kramdown.{key}"), nearest }));
        } else if let Some(switch) = switch(key, options) {
            *switch = truth(&format!("kramdown.{key}"), value, problems).unwrap_or(*switch);
        } else if let Err(problem) = read_value(key, value, options) {
            problems.push((value.position, problem));
        }
    }
}

/// The keys whose values are not the default.
pub(super) fn differing(options: &Options) -> Vec<Entry> {
    let values = values(options).into_iter().zip(values(&Options::default()));
    let differing = KEYS.into_iter().zip(values).filter(|(_, (value, default))| value != default);
    let node = |value| Node { value, position: Position::NOWHERE };
    differing
        .map(|(key, (value, _))| Entry { key: key.to_owned(), position: Position::NOWHERE, value: node(value) })
        .collect()
}

/// The values of all keys.
fn values(options: &Options) -> [Value; KEYS.len()] {
    let text = |text: &str| Value::Text(text.to_owned(), Quoting::Quoted);
    let truth = |truth: bool| Value::Text(truth.to_string(), Quoting::Plain);
    let levels: Vec<String> =
        (1..=6).filter(|level| options.toc_levels & 1_u8 << level != 0).map(|level: u8| level.to_string()).collect();
    let quotes = options.smart_quotes.map(|quote| {
        let name = QUOTES.iter().find(|(_, known)| *known == quote).map(|(name, _)| (*name).to_owned());
        name.unwrap_or_else(|| u32::from(quote).to_string())
    });
    let quirks = [("paragraph_end", options.paragraph_end), ("no_auto_typographic", !options.typographic_symbols)];
    let quirks: Vec<&str> = quirks.into_iter().filter(|(_, is_on)| *is_on).map(|(name, _)| name).collect();
    [
        text(if options.gfm { "GFM" } else { "kramdown" }),
        truth(options.hard_wrap),
        truth(options.auto_ids),
        text(&options.auto_id_prefix),
        text(&levels.join(",")),
        text(&quotes.join(",")),
        truth(options.parse_block_html),
        truth(options.parse_span_html),
        text(&quirks.join(",")),
    ]
}

fn switch<'a>(key: &str, options: &'a mut Options) -> Option<&'a mut bool> {
    match key {
        "hard_wrap" => Some(&mut options.hard_wrap),
        "auto_ids" => Some(&mut options.auto_ids),
        "parse_block_html" => Some(&mut options.parse_block_html),
        "parse_span_html" => Some(&mut options.parse_span_html),
        _ => None,
    }
}

fn read_value(key: &str, node: &Node, options: &mut Options) -> Result<(), Problem> {
    let wrong = |wanted| wrong_type(&format!("kramdown.{key}"), wanted, &node.value);
    let choice = |value: &str, choices| {
        let key = format!("kramdown.{key}");
        Problem::Configuration(ConfigurationProblem::NotAChoice { key, value: value.to_owned(), choices })
    };
    let parts = parts(&node.value).ok_or_else(|| wrong("text, or a list of texts"))?;
    match key {
        "input" => match parts.concat().to_ascii_lowercase().as_str() {
            "gfm" => options.gfm = true,
            "kramdown" => options.gfm = false,
            other => return Err(choice(other, "`GFM` or `kramdown`")),
        },
        "auto_id_prefix" => match &node.value {
            Value::Text(text, Quoting::Quoted) => options.auto_id_prefix.clone_from(text),
            _ => return Err(wrong("text in quotes")),
        },
        "toc_levels" => {
            options.toc_levels =
                levels(&parts).ok_or_else(|| choice(&parts.join(","), "levels from 1 to 6, such as `\"2..3\"`"))?;
        }
        "smart_quotes" => {
            options.smart_quotes = quotes(&parts)
                .ok_or_else(|| choice(&parts.join(","), "four names, such as `\"lsquo,rsquo,ldquo,rdquo\"`"))?;
        }
        _ => {
            options.paragraph_end = parts.iter().any(|quirk| quirk == "paragraph_end");
            options.typographic_symbols = !parts.iter().any(|quirk| quirk == "no_auto_typographic");
        }
    }
    Ok(())
}

/// The parts of a list, or of a text with commas.
fn parts(value: &Value) -> Option<Vec<String>> {
    let texts: Vec<&str> = match value {
        Value::Null => Vec::new(),
        Value::Text(text, _) => text.split(',').collect(),
        Value::List(items) => items
            .iter()
            .map(|item| if let Value::Text(text, _) = &item.value { Some(text.as_str()) } else { None })
            .collect::<Option<_>>()?,
        Value::Map(_) => return None,
    };
    Some(texts.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect())
}

/// Levels as bits: `2..4`, or each by itself.
fn levels(parts: &[String]) -> Option<u8> {
    let level = |text: &str| text.trim().parse::<u8>().ok().filter(|level| (1..=6).contains(level));
    let mut bits = 0;
    for part in parts {
        let (first, last) = match part.split_once("..") {
            Some((first, last)) => (level(first)?, level(last)?),
            None => (level(part)?, level(part)?),
        };
        bits |= (first..=last).fold(0, |bits, level| bits | 1_u8 << level);
    }
    Some(bits)
}

fn quotes(parts: &[String]) -> Option<[char; 4]> {
    let quote = |name: &str| match name.parse::<u32>() {
        Ok(code) => char::from_u32(code).filter(|char| !char.is_control()),
        Err(_) => QUOTES.iter().find(|(known, _)| *known == name).map(|(_, quote)| *quote),
    };
    let quotes: Vec<char> = parts.iter().map(|part| quote(part)).collect::<Option<_>>()?;
    quotes.try_into().ok()
}
