//! What a template knows while it is shown: variables, places in loops, problems, and what is left of the limits.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::budget::{Budget, Stop};
use super::document::Document;
use super::expression::{Expression, Variable};
use super::object::Object;
use super::value::{LoopState, Value};
use super::{Engine, UnknownInCode};
use crate::press::diagnostic::LiquidProblem;

mod conditions;
mod questions;

/// The state of one page's rendering.
pub(super) struct Context<'e> {
    pub(super) engine: &'e Engine,
    pub(super) page: Arc<Document>,
    pub(super) unknown_in_code: UnknownInCode,
    pub(super) budget: Budget,
    /// The outermost first; `assign` and `capture` set there.
    pub(super) scopes: Vec<HashMap<Arc<str>, Value>>,
    /// Of `increment` and `decrement`.
    pub(super) counters: HashMap<Arc<str>, i64>,
    /// Where `offset: continue` goes on.
    pub(super) loop_ends: HashMap<Arc<str>, u64>,
    pub(super) cycles: HashMap<String, usize>,
    pub(super) last_change: Option<String>,
    pub(super) loops: Vec<Arc<LoopState>>,
    pub(super) interrupt: Option<Interrupt>,
    /// The files being included, with the line of their current piece.
    pub(super) includes: Vec<(Arc<str>, u32)>,
    /// Blocks and includes in one another.
    pub(super) depth: u32,
    /// Whether an excerpt is shown, which has none itself.
    pub(super) in_excerpt: bool,
    /// The line of the page's current piece.
    pub(super) line: u32,
    /// Up to where a template is shown as it is written, blanks included.
    pub(super) kept_until: Option<(Arc<str>, usize)>,
    problems: Vec<(u32, LiquidProblem)>,
    reported: HashSet<(u32, LiquidProblem)>,
}

/// `break` and `continue` on their way to their loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interrupt {
    Break,
    Continue,
}

/// More problems than anybody reads.
const MOST_PROBLEMS: usize = 200;

/// Blocks and includes in one another that fit on the stack of any thread.
const DEEPEST: u32 = 120;

impl<'e> Context<'e> {
    pub(super) fn new(engine: &'e Engine, page: Arc<Document>, unknown_in_code: UnknownInCode) -> Context<'e> {
        Context {
            engine,
            page,
            unknown_in_code,
            budget: Budget::new(),
            scopes: vec![HashMap::new()],
            counters: HashMap::new(),
            loop_ends: HashMap::new(),
            cycles: HashMap::new(),
            last_change: None,
            loops: Vec::new(),
            interrupt: None,
            includes: Vec::new(),
            depth: 0,
            in_excerpt: false,
            line: 1,
            kept_until: None,
            problems: Vec::new(),
            reported: HashSet::new(),
        }
    }

    pub(super) fn into_problems(self) -> Vec<(u32, LiquidProblem)> {
        self.problems
    }

    /// Reports a problem once for its line.
    pub(super) fn report(&mut self, problem: LiquidProblem) {
        if problem == LiquidProblem::Silent || self.in_excerpt || MOST_PROBLEMS <= self.problems.len() {
            return;
        }
        let problem = match self.includes.last() {
            Some((file, line)) => {
                LiquidProblem::InInclude { file: file.to_string(), line: *line, problem: Box::new(problem) }
            }
            None => problem,
        };
        if self.reported.insert((self.line, problem.clone())) {
            self.problems.push((self.line, problem));
        }
    }

    /// Sets the line of the current piece.
    pub(super) fn at_line(&mut self, line: u32) {
        match self.includes.last_mut() {
            Some((_, include_line)) => *include_line = line,
            None => self.line = line,
        }
    }

    /// Goes a level deeper; [`Context::leave`] comes back.
    pub(super) fn enter(&mut self) -> Result<(), Stop> {
        if DEEPEST <= self.depth {
            return Err(Stop::TooDeep);
        }
        self.depth += 1;
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Sets a variable for the whole page.
    pub(super) fn assign(&mut self, name: &Arc<str>, value: Value) {
        if let Some(scope) = self.scopes.first_mut() {
            scope.insert(name.clone(), value);
        }
    }

    /// Sets a variable for the current loop or include.
    pub(super) fn set(&mut self, name: &Arc<str>, value: Value) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.clone(), value);
        }
    }

    pub(super) fn evaluate(&mut self, expression: &Expression) -> Value {
        match expression {
            Expression::Literal(value) => value.clone(),
            Expression::Range(first, last) => {
                let (first, last) = (self.evaluate(first), self.evaluate(last));
                Value::Range(to_integer(&first), to_integer(&last))
            }
            Expression::Variable(variable) => self.find(variable).unwrap_or(Value::Nil),
        }
    }

    /// A variable's value; `None` if there is no such variable, or nothing of that name in it.
    pub(super) fn find(&mut self, variable: &Variable) -> Option<Value> {
        let name = self.evaluate(&variable.name);
        let mut value = self.root(name.as_text()?)?;
        for lookup in &variable.lookups {
            let key = self.evaluate(&lookup.key);
            value = self.step(&value, &key, lookup.may_ask)?;
        }
        Some(value)
    }

    fn root(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.scopes.iter().rev().find_map(|scope| scope.get(name)) {
            return Some(value.clone());
        }
        if let Some(count) = self.counters.get(name) {
            return Some(Value::Integer(*count));
        }
        match name {
            "page" => Some(Value::Document(self.page.clone())),
            "site" => Some(Value::Site),
            "content" | "layout" | "paginator" | "theme" => Some(Value::Nil),
            "jekyll" => {
                let environment = Value::text(self.engine.site.environment.as_str());
                let entries = [("version", Value::text("4.3.1")), ("environment", environment)];
                Some(Value::object(entries.into_iter().collect::<Object>()))
            }
            _ => None,
        }
    }

    /// What a key leads to in a value.
    pub(super) fn step(&mut self, value: &Value, key: &Value, may_ask: bool) -> Option<Value> {
        let named = match (value, key) {
            (Value::List(list), Value::Integer(place)) => {
                let length = i64::try_from(list.items().len()).ok()?;
                let place = if *place < 0 { place.checked_add(length)? } else { *place };
                return list.items().get(usize::try_from(place).ok()?).cloned();
            }
            (Value::Object(object), Value::Integer(number)) => object.get(&number.to_string()).cloned(),
            (_, Value::Text(key)) => self.named(value, key),
            _ => None,
        };
        match named {
            None if may_ask => questions::ask(value, key.as_text()?),
            named => named,
        }
    }

    /// A key's value, as filters look it up.
    pub(super) fn named(&mut self, value: &Value, key: &str) -> Option<Value> {
        let found = match value {
            Value::Object(object) => return object.get(key).cloned(),
            Value::Document(document) if key == "excerpt" => super::render::excerpt(self, document),
            Value::Document(document) => self.engine.document_value(document, key),
            Value::Site => self.engine.site_value(key, &self.page),
            Value::Loop(state) => state.get(key),
            _ => return None,
        };
        if found.is_nil() { None } else { Some(found) }
    }
}

/// Ruby's `to_i`: the number with which a text begins.
#[allow(clippy::cast_possible_truncation, reason = "as Ruby cuts off the fraction")]
pub(super) fn to_integer(value: &Value) -> i64 {
    match value {
        Value::Integer(number) => *number,
        Value::Float(number) => *number as i64,
        Value::Text(text) => {
            let text = text.trim_start();
            let sign = usize::from(text.starts_with(['-', '+']));
            let digits = text.get(sign..).unwrap_or_default();
            let length = digits.find(|char: char| !char.is_ascii_digit() && char != '_').unwrap_or(digits.len());
            let digits: String =
                text.get(..sign + length).unwrap_or_default().chars().filter(|char| *char != '_').collect();
            digits.parse().unwrap_or(0)
        }
        _ => 0,
    }
}
