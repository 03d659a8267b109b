//! Jekyll's filters on words: their number, and names made fit for addresses.

use super::{Arguments, Outcome, count};
use crate::press::jekyll::slugify::{Mode, slugify};
use crate::press::liquid::context::Context;
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    Some(match name {
        "number_of_words" => words(context, value, arguments),
        "slugify" if value.is_nil() => Ok(Value::Nil),
        "slugify" => slugified(context, value, arguments),
        _ => return None,
    })
}

fn words(context: &mut Context<'_>, value: &Value, arguments: &Arguments) -> Outcome {
    let text = show::text(value, &mut context.budget)?;
    let mode = arguments.get(0).and_then(Value::as_text).unwrap_or_default();
    let plain = text.split_whitespace().count();
    if mode != "cjk" && mode != "auto" {
        return Ok(count(plain));
    }
    let signs = text.chars().filter(|char| is_cjk(*char)).count();
    if mode == "auto" && signs == 0 {
        return Ok(count(plain));
    }
    let others = text.split(|char: char| is_cjk(char) || char.is_whitespace()).filter(|word| !word.is_empty());
    Ok(count(signs + others.count()))
}

/// Han, Kana and Hangul.
fn is_cjk(char: char) -> bool {
    matches!(char, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3041}'..='\u{30ff}' | '\u{3131}'..='\u{318e}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..='\u{323af}')
}

fn slugified(context: &mut Context<'_>, value: &Value, arguments: &Arguments) -> Outcome {
    let text = show::text(value, &mut context.budget)?;
    let mode = Mode::named(arguments.get(0).and_then(Value::as_text));
    Ok(Value::text(slugify(&text, mode)))
}
