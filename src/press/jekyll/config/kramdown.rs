//! `kramdown`.

use super::words::{as_text, truth, with_key};
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Value};

/// Options that change what readers see, and that Lectern does not follow.
const NOT_FOLLOWED: [(&str, &str); 6] = [
    ("header_offset", "headings keep the level that they are written with"),
    ("transliterated_header_ids", "ids of headings keep the letters of their script"),
    ("auto_id_stripping", "ids of headings are made of their text as written"),
    ("typographic_symbols", "dashes, dots and quotation marks are the usual ones"),
    ("remove_block_html_tags", "HTML stays as it is written"),
    ("remove_span_html_tags", "HTML stays as it is written"),
];

/// The options that Lectern follows; a note on each other that readers would see.
pub(super) fn settings(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Option<Entry> {
    let Value::Map(options) = &node.value else { return None };
    let mut settings = Vec::new();
    for Entry { key, position, value } in options.iter().filter(|entry| entry.value.value != Value::Null) {
        let key = key.trim_start_matches(':');
        match key {
            "hard_wrap" | "auto_ids" | "parse_block_html" | "parse_span_html" => {
                settings.push(with_key(key, truth(value)));
            }
            "auto_id_prefix" | "input" => settings.extend(as_text(key, value)),
            "toc_levels" | "smart_quotes" | "gfm_quirks" => settings.push(with_key(key, value.clone())),
            _ => {
                let effect = NOT_FOLLOWED.iter().find(|(known, _)| *known == key).map(|(_, effect)| *effect);
                let is_off = matches!(scalar(&value.value), Some(Scalar::Truth(false) | Scalar::Integer(0)));
                problems.extend(effect.filter(|_| !is_off).map(|effect| {
                    let key = format!("kramdown.{key}");
                    (*position, Problem::Configuration(ConfigurationProblem::NotFollowed { key, effect }))
                }));
            }
        }
    }
    Some(with_key("kramdown", Node { value: Value::Map(settings), position: node.position }))
}
