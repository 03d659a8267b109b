//! Alerts as GitHub knows them: quotes that begin with `[!NOTE]`.

use crate::press::kramdown::tree::{Element, Kind};

/// Makes alerts of the quotes among an element and what is in it that begin like one. A quote with attributes is shown as
/// HTML, which has no alerts.
pub(super) fn name_alerts(element: &mut Element) {
    if element.kind == Kind::Blockquote
        && element.attributes.is_empty()
        && let Some((name, inside)) = alert(element)
    {
        element.kind = Kind::Alert(name);
        element.children = inside;
    }
    element.children.iter_mut().for_each(name_alerts);
}

const NAMES: [&str; 5] = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"];

/// The first line of an alert, and what is inside without it. `None` for other quotes.
fn alert(quote: &Element) -> Option<(&'static str, Vec<Element>)> {
    let first = quote.children.iter().position(|child| child.kind != Kind::Blank)?;
    let paragraph = quote.children.get(first)?;
    let [Element { kind: Kind::Text(text), .. }, spans @ ..] = paragraph.children.as_slice() else { return None };
    let line = text.lines().next()?.trim();
    let name = NAMES.into_iter().find(|name| line.eq_ignore_ascii_case(name))?;
    let rest = text.get(text.find('\n').unwrap_or(text.len())..)?.trim_start();
    if rest.is_empty() && text.trim_end().len() == text.len() && !spans.is_empty() && !text.contains('\n') {
        return None;
    }
    let mut inside: Vec<Element> = quote.children.get(first..)?.to_vec();
    if rest.is_empty() && spans.is_empty() {
        inside.remove(0);
        return Some((name, inside));
    }
    let mut children = vec![Element::new(Kind::Text(rest.to_owned()))];
    children.extend_from_slice(spans);
    if let Some(paragraph) = inside.first_mut() {
        paragraph.children = children;
    }
    Some((name, inside))
}
