//! Formulas and diagrams that are seen as such where kramdown sees something else.

use crate::press::kramdown::tree::{Element, FormulaPlace, Kind};

/// Finds the forms of GitHub in an element, and those formulas in lines that stand by themselves.
pub(super) fn find(element: &mut Element) {
    if let Kind::CodeBlock { code, language: Some(language), .. } = &element.kind
        && language == "math"
    {
        element.kind = Kind::Math { tex: code.trim().to_owned(), place: FormulaPlace::Block };
        return;
    }
    if let Some(code) = diagram(element) {
        let kind = Kind::CodeBlock { code, language: Some("mermaid".to_owned()), fenced: true };
        *element = Element { source: element.source.clone(), ..Element::new(kind) };
        return;
    }
    find_in_line(&mut element.children);
    element.children.iter_mut().for_each(find);
    let is_plain = matches!(element.kind, Kind::Paragraph { .. }) && element.attributes.is_empty();
    if let [Element { kind: Kind::Math { tex, place: FormulaPlace::Displayed }, .. }] = element.children.as_mut_slice()
        && is_plain
    {
        element.kind = Kind::Math { tex: std::mem::take(tex), place: FormulaPlace::Block };
        element.children.clear();
    }
}

/// The source of a diagram that waits in HTML for the script of Mermaid.
fn diagram(element: &Element) -> Option<String> {
    let is_block =
        matches!(&element.kind, Kind::Html { name, is_block: true, .. } if matches!(name.as_str(), "div" | "pre"));
    let classes = element.attribute("class").unwrap_or_default();
    if !is_block || !classes.split_whitespace().any(|class| class == "mermaid") {
        return None;
    }
    let lines = element.children.iter().map(|child| match &child.kind {
        Kind::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let code = lines.collect::<Option<String>>()?;
    Some(format!("{}\n", code.trim_matches('\n')))
}

/// Dollars, code, and as many dollars.
fn find_in_line(children: &mut Vec<Element>) {
    let mut position = 1;
    while position + 1 < children.len() {
        let Some([before, code, after]) = children.get_mut(position - 1..position + 2) else { return };
        position += 1;
        let (Kind::Text(before), Kind::CodeSpan(tex), Kind::Text(after)) =
            (&mut before.kind, &mut code.kind, &mut after.kind)
        else {
            continue;
        };
        let dollars = before.len() - before.trim_end_matches('$').len();
        if !matches!(dollars, 1 | 2) || dollars != after.len() - after.trim_start_matches('$').len() {
            continue;
        }
        before.truncate(before.len() - dollars);
        after.drain(..dollars);
        let place = if dollars == 1 { FormulaPlace::Inline } else { FormulaPlace::Displayed };
        code.kind = Kind::Math { tex: std::mem::take(tex), place };
    }
    children.retain(|child| !matches!(&child.kind, Kind::Text(text) if text.is_empty()));
}
