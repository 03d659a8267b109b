//! Shows a tree.

use std::sync::Arc;

use super::budget::Stop;
use super::condition::{Comparison, Condition, Operand};
use super::context::{Context, Interrupt};
use super::expression::Expression;
use super::filtered::Filtered;
use super::filters;
use super::show;
use super::tree::{CycleName, Node, NodeKind, Template};
use super::value::Value;
use crate::press::diagnostic::LiquidProblem;

mod code_block;
mod excerpt;
mod include;
mod loops;
mod plugins;
mod unknown;

pub(super) use excerpt::excerpt;

/// Shows a page. A piece that reaches a limit shows nothing, and the others are shown all the same.
pub(super) fn page(context: &mut Context<'_>, template: &Template) -> String {
    let mut out = String::with_capacity(template.text.len());
    for node in &template.nodes {
        let mark = out.len();
        if let NodeKind::Text(range) = &node.kind {
            push_text(&mut out, template.text.get(range.clone()).unwrap_or_default());
            continue;
        }
        context.at_line(node.line);
        if let Err(stop) = context.node(template, node, &mut out) {
            out.truncate(mark);
            context.scopes.truncate(1);
            context.loops.clear();
            context.includes.clear();
            context.depth = 0;
            context.budget.renew();
            context.report(match stop {
                Stop::TooMuch => LiquidProblem::TooMuch,
                Stop::TooDeep => LiquidProblem::TooDeep,
            });
        }
        if context.interrupt.take().is_some() {
            break;
        }
    }
    code_block::end_line(&mut out);
    out
}

/// Text behind a code block begins a line of its own.
fn push_text(out: &mut String, text: &str) {
    if !text.is_empty() {
        if !text.starts_with(['\n', '\r']) {
            code_block::end_line(out);
        } else {
            code_block::forget_line(out);
        }
        out.push_str(text);
    }
}

impl Context<'_> {
    fn nodes(&mut self, template: &Template, nodes: &[Node], out: &mut String) -> Result<(), Stop> {
        self.enter()?;
        for node in nodes {
            self.budget.step()?;
            if let NodeKind::Text(range) = &node.kind {
                let text = template.text.get(range.clone()).unwrap_or_default();
                self.budget.output(text.len())?;
                push_text(out, text);
                continue;
            }
            self.at_line(node.line);
            self.node(template, node, out)?;
            if self.interrupt.is_some() {
                break;
            }
        }
        self.leave();
        Ok(())
    }

    fn node(&mut self, template: &Template, node: &Node, out: &mut String) -> Result<(), Stop> {
        let mut shown = String::new();
        match &node.kind {
            NodeKind::Text(_) | NodeKind::Nothing => {}
            NodeKind::Output(filtered) => {
                let value = self.filtered(filtered)?;
                show::print(&value, &mut shown, &mut self.budget)?;
                if shown.trim_ascii().is_empty() && self.keeps(node) && self.is_unknown(filtered) {
                    return self.keep(template, node, out);
                }
                if filtered.is_mended {
                    let source = node.source(&template.text).to_owned();
                    self.report(LiquidProblem::Mended { source });
                }
            }
            NodeKind::Assign { name, value } => {
                let value = self.filtered(value)?;
                self.assign(name, value);
            }
            NodeKind::Capture { name, body } => {
                let mut captured = String::new();
                self.nodes(template, body, &mut captured)?;
                code_block::end_line(&mut captured);
                self.assign(name, Value::text(captured));
            }
            NodeKind::If { branches, is_unless, .. } => {
                for (position, (condition, body)) in branches.iter().enumerate() {
                    let holds = match condition {
                        Some(condition) => self.holds(condition)? != (*is_unless && position == 0),
                        None => true,
                    };
                    if holds {
                        return self.nodes(template, body, out);
                    }
                }
                if self.keeps(node) && branches.iter().any(|(condition, _)| self.asks_unknown(condition.as_ref())) {
                    return self.keep(template, node, out);
                }
            }
            NodeKind::Case { subject, branches, .. } => return self.case(template, subject, branches, out),
            NodeKind::For(tag) => {
                if self.keeps(node) && self.is_unknown_expression(&tag.collection) {
                    return self.keep(template, node, out);
                }
                return self.loop_node(template, tag, out);
            }
            NodeKind::IfChanged(body) => {
                self.nodes(template, body, &mut shown)?;
                if self.last_change.as_ref() == Some(&shown) {
                    return Ok(());
                }
                self.last_change = Some(shown.clone());
            }
            NodeKind::Cycle { name, values } => {
                let value = self.cycle(name, values)?;
                show::print(&value, &mut shown, &mut self.budget)?;
            }
            NodeKind::Count { name, is_up } => {
                let count = self.counters.entry(name.clone()).or_insert(0);
                let shown_count = if *is_up { *count } else { count.saturating_sub(1) };
                *count = if *is_up { count.saturating_add(1) } else { shown_count };
                shown = shown_count.to_string();
            }
            NodeKind::Break => self.interrupt = Some(Interrupt::Break),
            NodeKind::Continue => self.interrupt = Some(Interrupt::Continue),
            NodeKind::Include(tag) => {
                if !self.include(tag, out)? && self.keeps(node) {
                    return self.keep(template, node, out);
                }
            }
            NodeKind::Code(block) => return self.code_block(template, block, out),
            NodeKind::Plugin { name, markup } => {
                let (text, is_found) = self.plugin(name, markup)?;
                if !is_found && self.keeps(node) {
                    return self.keep(template, node, out);
                }
                shown = text;
            }
            NodeKind::Inner(template) => return self.nodes(template, &template.nodes, out),
            NodeKind::Dropped(_) if self.keeps(node) => return self.keep(template, node, out),
            NodeKind::Dropped(problem) => self.report(problem.clone()),
            NodeKind::Shown(problem) => {
                if !node.in_code {
                    self.report(problem.clone());
                }
                shown.push_str(node.source(&template.text));
            }
        }
        self.budget.output(shown.len())?;
        push_text(out, &shown);
        Ok(())
    }

    /// A value after its filters.
    pub(super) fn filtered(&mut self, filtered: &Filtered) -> Result<Value, Stop> {
        let Some(start) = &filtered.start else {
            return Ok(Value::Nil);
        };
        let mut value = self.evaluate(start);
        for call in &filtered.filters {
            value = filters::apply(self, value, call)?;
        }
        Ok(value)
    }

    fn case(
        &mut self,
        template: &Template,
        subject: &Operand,
        branches: &[(Vec<Operand>, Vec<Node>)],
        out: &mut String,
    ) -> Result<(), Stop> {
        let mut found = false;
        let left = match subject {
            Operand::Value(expression) => Operand::Value(Expression::Literal(self.evaluate(expression))),
            question => question.clone(),
        };
        for (operands, body) in branches {
            if operands.is_empty() {
                if !found {
                    self.nodes(template, body, out)?;
                }
                continue;
            }
            for operand in operands {
                let right = Some((super::condition::Operator::Equal, operand.clone()));
                let comparison = Comparison { left: left.clone(), right };
                if self.holds(&Condition { first: comparison, rest: Vec::new() })? {
                    found = true;
                    self.nodes(template, body, out)?;
                }
            }
        }
        Ok(())
    }

    fn cycle(&mut self, name: &CycleName, values: &[Expression]) -> Result<Value, Stop> {
        let key = match name {
            CycleName::Values(text) if values.iter().all(Expression::is_literal) => format!("values {text}"),
            // Ruby tells two tags apart by their objects then.
            CycleName::Values(_) => format!("tag {:p}", values.as_ptr()),
            CycleName::Given(expression) => {
                let value = self.evaluate(expression);
                let mut key = String::from("name ");
                show::inspect(&value, &mut key, &mut self.budget)?;
                key
            }
        };
        let place = self.cycles.entry(key).or_insert(0);
        let now = *place;
        *place = if values.len() <= now + 1 { 0 } else { now + 1 };
        Ok(values.get(now).map_or(Value::Nil, |value| self.evaluate(value)))
    }
}

/// The name of a variable for a scope.
fn name(text: &str) -> Arc<str> {
    Arc::from(text)
}
