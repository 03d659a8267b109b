//! Liquid's filters on text as the liquid crates have them: those that give what Ruby's give for every text.

use liquid_core::ParseFilter;
use liquid_core::model::{Value as CrateValue, ValueView};
use liquid_core::parser::FilterArguments;
use liquid_core::runtime::{Expression, RuntimeBuilder};
use liquid_lib::stdlib;

use super::{Arguments, Failure, Outcome};
use crate::press::liquid::budget::{LONGEST_TEXT, Stop};
use crate::press::liquid::context::Context;
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    let (filter, wanted): (&dyn ParseFilter, usize) = match name {
        "append" => (&stdlib::Append, 1),
        "downcase" => (&stdlib::Downcase, 0),
        "escape" | "h" => (&stdlib::Escape, 0),
        "escape_once" => (&stdlib::EscapeOnce, 0),
        "prepend" => (&stdlib::Prepend, 1),
        "remove" => (&stdlib::Remove, 1),
        "remove_first" => (&stdlib::RemoveFirst, 1),
        "replace" => (&stdlib::Replace, 2),
        "replace_first" => (&stdlib::ReplaceFirst, 2),
        "strip_html" => (&stdlib::StripHtml, 0),
        "upcase" => (&stdlib::Upcase, 0),
        _ => return None,
    };
    // Ruby's `escape` alone lets nothing be nothing.
    if value.is_nil() && matches!(name, "escape" | "h") {
        return Some(Ok(Value::Nil));
    }
    Some(call(context, filter, wanted, value, arguments))
}

/// Ruby takes anything for text; the crates want it to be one.
fn call(
    context: &mut Context<'_>,
    filter: &dyn ParseFilter,
    wanted: usize,
    value: &Value,
    arguments: &Arguments,
) -> Outcome {
    let text = show::text(value, &mut context.budget)?;
    let mut given = Vec::with_capacity(wanted);
    for place in 0..wanted {
        if place == 0 {
            arguments.wanted(0)?;
        }
        given.push(arguments.text(context, place)?);
    }
    if let [searched, replacement] = given.as_slice() {
        let found = if searched.is_empty() { text.len() + 1 } else { text.matches(&**searched).count() };
        if LONGEST_TEXT < text.len().saturating_add(found.saturating_mul(replacement.len())) {
            return Err(Failure::Stop(Stop::TooMuch));
        }
    }
    let given: Vec<Expression> =
        given.into_iter().map(|text| Expression::Literal(CrateValue::scalar(text.to_string()))).collect();
    let arguments = FilterArguments { positional: Box::new(given.into_iter()), keyword: Box::new(std::iter::empty()) };
    let runtime = RuntimeBuilder::new().build();
    let result = filter
        .parse(arguments)
        .and_then(|filter| filter.evaluate(&CrateValue::scalar(text.to_string()), &runtime))
        .map_err(|_| Failure::Refused("give it the text that it needs"))?;
    Ok(Value::text(result.to_kstr().as_str()))
}
