//! Tags with a body.

use std::sync::Arc;

use super::Parser;
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::condition::{Condition, Operand};
use crate::press::liquid::expression::Expression;
use crate::press::liquid::fragment::{Fragments, attributes, is_space, is_word, skip_spaces};
use crate::press::liquid::lexer::{Word, Words};
use crate::press::liquid::tree::{CodeBlock, For, Node, NodeKind, Offset};

impl Parser<'_> {
    /// A block whose end is known.
    pub(super) fn block(&mut self, name: &str, markup: &str, end: usize, depth: u32) -> NodeKind {
        match name {
            "if" | "unless" => self.condition(name, markup, end, depth),
            "case" => self.case(markup, end, depth),
            "for" | "tablerow" => self.loop_node(name, markup, end, depth),
            "capture" => {
                let name = signature(markup);
                NodeKind::Capture { name: Arc::from(name), body: self.nodes(end, depth) }
            }
            "ifchanged" => NodeKind::IfChanged(self.nodes(end, depth)),
            "highlight" | "codeblock" => {
                let (language, options) = language(name, markup);
                self.code_depth += 1;
                let body = self.nodes(end, depth);
                self.code_depth -= 1;
                NodeKind::Code(CodeBlock { language: Arc::from(language), options: Arc::from(options), body })
            }
            // A comment's inside is never shown, so it is not read.
            _ => NodeKind::Nothing,
        }
    }

    fn condition(&mut self, name: &str, markup: &str, end: usize, depth: u32) -> NodeKind {
        let first = Condition::parse(markup);
        let parts = self.parts(end, depth, &["elsif", "elseif", "else"]);
        let Some(first) = first else {
            return NodeKind::Dropped(LiquidProblem::BrokenTag { tag: name.to_owned() });
        };
        let mut branches = Vec::with_capacity(parts.len());
        for (divider, body) in parts {
            let condition = match divider {
                None => Some(first.clone()),
                Some(("else", _)) => None,
                Some((_, markup)) => match Condition::parse(markup) {
                    Some(condition) => Some(condition),
                    None => continue,
                },
            };
            branches.push((condition, body));
        }
        let is_blank = blank(self.text, branches.iter_mut().map(|(_, body)| body));
        NodeKind::If { branches, is_unless: name == "unless", is_blank }
    }

    fn case(&mut self, markup: &str, end: usize, depth: u32) -> NodeKind {
        let subject = Fragments::new(markup).find(0).map(|(fragment, _)| Operand::parse(fragment));
        let parts = self.parts(end, depth, &["when", "else"]);
        let Some(subject) = subject else {
            return NodeKind::Dropped(LiquidProblem::BrokenTag { tag: "case".to_owned() });
        };
        let mut branches: Vec<(Vec<Operand>, Vec<Node>)> = Vec::with_capacity(parts.len());
        let mut parts = parts.into_iter();
        // What stands before the first `when` is never shown, but it is not nothing.
        let mut before = parts.next().map(|(_, body)| body).unwrap_or_default();
        for (divider, body) in parts {
            match divider {
                Some(("when", markup)) => {
                    let operands = operands(markup);
                    if !operands.is_empty() {
                        branches.push((operands, body));
                    }
                }
                _ => branches.push((Vec::new(), body)),
            }
        }
        let bodies = branches.iter_mut().map(|(_, body)| body);
        let is_blank = blank(self.text, bodies.chain([&mut before]));
        NodeKind::Case { subject, branches, is_blank }
    }

    fn loop_node(&mut self, tag: &str, markup: &str, end: usize, depth: u32) -> NodeKind {
        let head = strict_head(markup).or_else(|| lenient_head(markup));
        let parts = self.parts(end, depth, if tag == "for" { &["else"] } else { &[] });
        let Some((variable, collection, is_reversed)) = head else {
            return NodeKind::Dropped(LiquidProblem::BrokenTag { tag: tag.to_owned() });
        };
        let mut parts = parts.into_iter();
        let mut next = || parts.next().map(|(_, body)| body).unwrap_or_default();
        let mut node = For {
            variable: Arc::from(variable),
            name: Arc::from(format!("{variable}-{collection}")),
            collection: Expression::parse(&collection),
            is_reversed: is_reversed && tag == "for",
            limit: None,
            offset: None,
            columns: (tag == "tablerow").then(|| Expression::parse("")),
            body: next(),
            otherwise: next(),
            is_blank: false,
        };
        for (key, value) in attributes(markup) {
            match key {
                "limit" => node.limit = Some(Expression::parse(value)),
                "offset" if value == "continue" => node.offset = Some(Offset::Continue),
                "offset" => node.offset = Some(Offset::At(Expression::parse(value))),
                "cols" if tag == "tablerow" => node.columns = Some(Expression::parse(value)),
                _ => {}
            }
        }
        if tag == "for" {
            node.is_blank = blank(self.text, [&mut node.body, &mut node.otherwise].into_iter());
        }
        NodeKind::For(Box::new(node))
    }
}

/// Removes blanks from a block that shows nothing else.
fn blank<'n>(text: &str, bodies: impl Iterator<Item = &'n mut Vec<Node>>) -> bool {
    let bodies: Vec<&mut Vec<Node>> = bodies.collect();
    let is_blank = bodies.iter().all(|body| body.iter().all(|node| node.is_blank(text)));
    if is_blank {
        for body in bodies {
            body.retain(|node| !matches!(node.kind, NodeKind::Text(_)));
        }
    }
    is_blank
}

fn strict_head(markup: &str) -> Option<(&str, String, bool)> {
    let mut words = Words::new(markup)?;
    let variable = words.name()?;
    if !words.take(Word::Name("in")) {
        return None;
    }
    let collection = words.expression()?;
    Some((variable, collection, words.take(Word::Name("reversed"))))
}

fn lenient_head(markup: &str) -> Option<(&str, String, bool)> {
    let length = markup.find(|char: char| !is_word(char) && char != '-').filter(|length| 0 < *length)?;
    let (variable, rest) = markup.split_at(length);
    let rest = rest.trim_start_matches(is_space).strip_prefix("in")?;
    let start = skip_spaces(rest, 0);
    let mut fragments = Fragments::new(rest);
    let (_, mut end) = fragments.at(start).filter(|_| 0 < start)?;
    while let Some((_, further)) = fragments.at(end) {
        end = further;
    }
    let collection = rest.get(start..end)?.to_owned();
    Some((variable, collection, rest.get(skip_spaces(rest, end)..)?.starts_with("reversed")))
}

fn operands(markup: &str) -> Vec<Operand> {
    let mut operands = Vec::new();
    let mut fragments = Fragments::new(markup);
    let mut from = 0;
    while let Some((fragment, end)) = fragments.find(from) {
        operands.push(Operand::parse(fragment));
        let next = skip_spaces(markup, end);
        let rest = markup.get(next..).unwrap_or_default();
        let is_or = rest.strip_prefix("or").is_some_and(|rest| rest.starts_with(is_space));
        match rest.chars().next() {
            Some(',') => from = next + 1,
            Some(_) if is_or => from = next + 2,
            _ => break,
        }
    }
    operands
}

/// The name that `capture` and `assign` set: the first run of letters, digits, `_-.` and brackets.
pub(super) fn signature(markup: &str) -> &str {
    let is_part = |char: char| is_word(char) || "-.[]()".contains(char);
    let start = markup.find(is_part).unwrap_or(markup.len());
    let name = markup.get(start..).unwrap_or_default();
    name.split(|char: char| !is_part(char)).next().unwrap_or_default()
}

/// `highlight ruby linenos`, and Octopress's `codeblock A title lang:ruby start:5`: a language in lower case, and
/// options.
fn language(tag: &str, markup: &str) -> (String, String) {
    if tag == "highlight" {
        let markup = markup.trim_matches(is_space);
        let (word, options) = markup.split_once(is_space).unwrap_or((markup, ""));
        return (word.to_lowercase(), options.trim_matches(is_space).to_owned());
    }
    let (mut language, mut title, mut options) = (String::new(), Vec::new(), String::new());
    for word in markup.split(is_space).filter(|word| !word.is_empty()) {
        match word.split_once(':') {
            Some(("lang", value)) => language = value.to_lowercase(),
            Some(("start", value)) => options.push_str(&format!(" start={value}")),
            Some(("mark", value)) => options.push_str(&format!(" {{{value}}}")),
            Some(("linenos", value)) => options.push_str(&format!(" linenos={value}")),
            // What follows an address is the text of a link to it.
            Some(("http" | "https", _)) => break,
            _ => title.push(word),
        }
    }
    if !title.is_empty() {
        options.insert_str(0, &format!("title=\"{}\"", title.join(" ").replace('"', "'")));
    }
    (language, options.trim_start().to_owned())
}
