//! `include` and its kin.

use std::collections::HashMap;
use std::sync::Arc;

use super::name;
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::context::Context;
use crate::press::liquid::object::Object;
use crate::press::liquid::parse;
use crate::press::liquid::tree::{Include, Template};
use crate::press::liquid::value::Value;

/// Includes in one another.
const DEEPEST: usize = 32;

impl Context<'_> {
    /// Shows a file; `false` if there is none.
    pub(super) fn include(&mut self, tag: &Include, out: &mut String) -> Result<bool, Stop> {
        self.budget.include()?;
        if DEEPEST <= self.includes.len() {
            return Err(Stop::TooDeep);
        }
        let file = self.inner_text(&tag.file)?;
        let file = file.trim();
        let parameters = tag.parameters.as_ref().map(|parameters| {
            let entries = parameters.iter().map(|(key, value)| (key.clone(), self.evaluate(value)));
            entries.collect::<Object>()
        });
        if tag.is_relative {
            let path = format!("{}{file}", self.page.folder());
            let text = if is_safe(file) { (self.engine.site.read_file)(&path) } else { None };
            let Some(text) = text else {
                self.report(LiquidProblem::MissingInclude { file: path });
                return Ok(false);
            };
            self.budget.work(text.len())?;
            self.included(&parse::template(Arc::from(text)), &path, parameters, out)?;
            return Ok(true);
        }
        let engine = self.engine;
        match engine.include(file).filter(|_| is_safe(file)) {
            Some(template) => self.included(template, file, parameters, out)?,
            None => {
                self.report(LiquidProblem::MissingInclude { file: file.to_owned() });
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Liquid inside a tag, shown.
    pub(super) fn inner_text(&mut self, markup: &Arc<str>) -> Result<Arc<str>, Stop> {
        if !super::super::is_liquid(markup) {
            return Ok(markup.clone());
        }
        self.budget.work(markup.len())?;
        let template = parse::template(markup.clone());
        let mut text = String::new();
        self.nodes(&template, &template.nodes, &mut text)?;
        Ok(text.into())
    }

    fn included(
        &mut self,
        template: &Template,
        file: &str,
        parameters: Option<Object>,
        out: &mut String,
    ) -> Result<(), Stop> {
        let mut scope = HashMap::new();
        if let Some(parameters) = parameters {
            scope.insert(name("include"), Value::object(parameters));
        }
        self.scopes.push(scope);
        self.includes.push((Arc::from(file), 1));
        let result = self.nodes(template, &template.nodes, out);
        self.includes.pop();
        self.scopes.pop();
        result
    }
}

/// Whether a name stays inside its folder.
fn is_safe(file: &str) -> bool {
    !file.is_empty() && !file.starts_with('/') && !file.contains("..") && !file.contains("./")
}
