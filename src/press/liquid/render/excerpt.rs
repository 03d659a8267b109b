//! `page.excerpt`.

use std::sync::Arc;

use crate::bundle::Markup;
use crate::press::liquid::context::Context;
use crate::press::liquid::document::{Document, DocumentKind};
use crate::press::liquid::value::Value;
use crate::press::liquid::{is_liquid, parse, show};

/// What the front matter says, else the text up to the separator, shown and converted.
pub(in crate::press::liquid) fn excerpt(context: &mut Context<'_>, document: &Arc<Document>) -> Value {
    let given = |key: &str| document.front_matter.get(key).cloned();
    if let Some(excerpt) = given("excerpt") {
        return show::text(&excerpt, &mut context.budget).map_or(Value::Nil, Value::Text);
    }
    if document.kind == DocumentKind::Page || context.in_excerpt {
        return Value::Nil;
    }
    let settings = &context.engine.site.variables;
    let separator = given("excerpt_separator").or_else(|| settings.get("excerpt_separator").cloned());
    let separator = separator.as_ref().and_then(Value::as_text).unwrap_or("\n\n");
    let text = beginning(&document.text, separator);
    if text.is_empty() || context.budget.work(text.len() * 4).is_err() {
        return Value::text(text);
    }
    let shown = if is_liquid(&text) { of_document(context, document, text) } else { text };
    Value::text(match document.markup {
        Markup::Markdown => (context.engine.site.markdownify)(&shown),
        Markup::Html => shown,
    })
}

fn of_document(context: &mut Context<'_>, document: &Arc<Document>, text: String) -> String {
    let template = parse::template(Arc::from(text));
    let mut shown = String::new();
    let page = std::mem::replace(&mut context.page, document.clone());
    let scopes = std::mem::replace(&mut context.scopes, vec![std::collections::HashMap::new()]);
    context.in_excerpt = true;
    let result = context.nodes(&template, &template.nodes, &mut shown);
    context.in_excerpt = false;
    context.scopes = scopes;
    context.page = page;
    if result.is_err() {
        shown.clear();
    }
    shown
}

/// The text before the separator, with the link definitions of the rest that it uses.
fn beginning(text: &str, separator: &str) -> String {
    let Some((beginning, rest)) = text.split_once(separator).filter(|_| !separator.is_empty()) else {
        return text.to_owned();
    };
    let mut excerpt = beginning.to_owned();
    let definitions = rest.lines().filter(|line| {
        let label = line.trim_start_matches(' ');
        let end = label.find("]:").filter(|_| label.starts_with('[') && line.len() <= label.len() + 3);
        end.and_then(|end| label.get(..=end)).is_some_and(|label| beginning.contains(label))
    });
    for (position, definition) in definitions.take(100).enumerate() {
        excerpt.push_str(if position == 0 { "\n\n" } else { "\n" });
        excerpt.push_str(definition);
    }
    excerpt
}
