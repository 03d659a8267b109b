//! `for` and `tablerow`.

use std::collections::HashMap;
use std::sync::Arc;

use super::name;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::context::{Context, Interrupt, to_integer};
use crate::press::liquid::tree::{For, Offset, Template};
use crate::press::liquid::value::{LoopState, Value};

/// What a loop goes through; ranges are not counted out.
enum Items {
    Listed(Value),
    Entries(Value),
    One(Value),
    Whole(i64),
}

impl Items {
    fn of(collection: Value) -> (Items, u64) {
        let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        match &collection {
            Value::List(list) => {
                let length = count(list.items().len());
                (Items::Listed(collection), length)
            }
            Value::Object(object) => {
                let length = count(object.entries().len());
                (Items::Entries(collection), length)
            }
            Value::Text(text) => {
                let length = u64::from(!text.is_empty());
                (Items::One(collection), length)
            }
            Value::Range(first, last) => {
                (Items::Whole(*first), if last < first { 0 } else { last.abs_diff(*first).saturating_add(1) })
            }
            _ => (Items::One(Value::Nil), 0),
        }
    }

    fn get(&self, place: u64) -> Value {
        let index = usize::try_from(place).unwrap_or(usize::MAX);
        match self {
            Items::Listed(list) => list.items().and_then(|items| items.get(index)).cloned().unwrap_or(Value::Nil),
            Items::Entries(Value::Object(object)) => object
                .entries()
                .get(index)
                .map_or(Value::Nil, |(key, value)| Value::list(vec![Value::text(key.clone()), value.clone()])),
            Items::Entries(_) => Value::Nil,
            Items::One(value) => value.clone(),
            Items::Whole(first) => Value::Integer(first.saturating_add_unsigned(place)),
        }
    }
}

impl Context<'_> {
    pub(super) fn loop_node(&mut self, template: &Template, tag: &For, out: &mut String) -> Result<(), Stop> {
        let from = match &tag.offset {
            Some(Offset::Continue) => self.loop_ends.get(&tag.name).copied().unwrap_or(0),
            Some(Offset::At(expression)) => {
                let offset = self.evaluate(expression);
                u64::try_from(to_integer(&offset)).unwrap_or(0)
            }
            None => 0,
        };
        let collection = self.evaluate(&tag.collection);
        if tag.columns.is_some() && !collection.is_truthy() {
            return Ok(());
        }
        let (items, all) = Items::of(collection);
        let limit = tag.limit.as_ref().map(|limit| self.evaluate(limit)).filter(|limit| !limit.is_nil());
        let limit = limit.map_or(u64::MAX, |limit| u64::try_from(to_integer(&limit)).unwrap_or(0));
        let is_text = matches!(items, Items::One(_));
        let length = if is_text { all } else { all.saturating_sub(from).min(limit) };
        if tag.columns.is_none() {
            self.loop_ends.insert(tag.name.clone(), from.saturating_add(length));
        }
        let from = if is_text { 0 } else { from };
        if length == 0 && tag.columns.is_none() {
            return self.nodes(template, &tag.otherwise, out);
        }
        self.scopes.push(HashMap::new());
        let result = match &tag.columns {
            None => self.rounds(template, tag, &items, from, length, out),
            Some(columns) => {
                let columns = self.evaluate(columns);
                let columns = u64::try_from(to_integer(&columns)).unwrap_or(0);
                self.table(template, tag, &items, (from, length, columns), out)
            }
        };
        self.scopes.pop();
        result
    }

    fn rounds(
        &mut self,
        template: &Template,
        tag: &For,
        items: &Items,
        from: u64,
        length: u64,
        out: &mut String,
    ) -> Result<(), Stop> {
        let parent = self.loops.last().cloned();
        let loop_name = name("forloop");
        for index in 0..length {
            self.budget.step()?;
            let state = LoopState { name: tag.name.clone(), index, length, columns: None, parent: parent.clone() };
            let state = Arc::new(state);
            self.set(&loop_name, Value::Loop(state.clone()));
            let place = if tag.is_reversed { length - 1 - index } else { index };
            self.set(&tag.variable, items.get(from + place));
            self.loops.push(state);
            let result = self.nodes(template, &tag.body, out);
            self.loops.pop();
            result?;
            if self.interrupt.take() == Some(Interrupt::Break) {
                break;
            }
        }
        Ok(())
    }

    fn table(
        &mut self,
        template: &Template,
        tag: &For,
        items: &Items,
        (from, length, columns): (u64, u64, u64),
        out: &mut String,
    ) -> Result<(), Stop> {
        out.push_str("<tr class=\"row1\">\n");
        for index in 0..length {
            self.budget.step()?;
            self.budget.output(40)?;
            let state = LoopState { name: tag.name.clone(), index, length, columns: Some(columns), parent: None };
            self.set(&name("tablerowloop"), Value::Loop(Arc::new(state)));
            self.set(&tag.variable, items.get(from + index));
            let column = index.checked_rem(columns).unwrap_or(index) + 1;
            out.push_str(&format!("<td class=\"col{column}\">"));
            self.nodes(template, &tag.body, out)?;
            out.push_str("</td>");
            if column == columns && index + 1 < length {
                out.push_str(&format!("</tr>\n<tr class=\"row{}\">", index / columns + 2));
            }
        }
        out.push_str("</tr>\n");
        Ok(())
    }
}
