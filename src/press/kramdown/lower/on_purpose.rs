//! Where the renderer is better than kramdown, and the text is not made to look like Jekyll's.
//!
//! - **Alerts** (`> [!NOTE]`) stay alerts, where Jekyll shows their first line as text: that is what GitHub shows, and
//!   what their author saw ([`alerts`]; [`super::rendered`] and `reference` name them by the same mark).
//! - **Numbered lists** keep their first number, where Jekyll begins with 1 always (`compare::attributes`).
//! - **One line with a bar in it** (`Application | Office`) stays text, where kramdown makes a table of it
//!   ([`adapt`]). One that begins or ends with a bar is meant as a table.
//! - **Lists** have items with or without paragraphs, all in the same way, where kramdown looks at each item
//!   (`compare::Likeness::Alike`). Only blanks between the lines differ.
//! - **Blocks of code** have no class and no id of their own, so that they stay between fences and are highlighted
//!   (`reference::blocks`); **tables of contents** have no id either (`compare::attributes`).
//! - **Options of code** may stand behind a fence, which then is none for kramdown. Those in an attribute list, as
//!   Chirpy's `{: file="a.rs" }`, are put there, since the list itself goes. Only for texts that are to be read.
//! - **Attributes `data-…`** in attribute lists are left out, so that links stay Markdown: no reader sees them, and the
//!   renderer lets none pass.
//! - **Maths on its own lines** stands in a paragraph, **task lists** have no classes, and the words for a picture may
//!   have other quotes than Jekyll's: nobody sees that.
//! - **Formulas** are drawn, where Jekyll shows TeX (`formulas`), if the text is to be read.

use super::formulas;
use crate::press::kramdown::document::{AfterFence, Document, Maths};
use crate::press::kramdown::reference::without_language;
use crate::press::kramdown::span;
use crate::press::kramdown::tree::{Element, Kind};

mod alerts;

/// Whether a text may look better than in Jekyll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deviations {
    /// For readers: where the renderer is better, it is let.
    OnPurpose,
    /// For comparison with Jekyll: alerts and lines with a bar show what they show there. What no reader would see by its
    /// text is left all the same.
    None,
}

/// Changes a document where it is not to look like Jekyll's.
pub(super) fn adapt(text: &str, document: &mut Document, deviations: Deviations) {
    let mut children = std::mem::take(&mut document.root.children);
    if document.options.after_fence == AfterFence::Options {
        let footnotes = document.definitions.footnotes.values_mut();
        children.iter_mut().chain(footnotes).for_each(with_options_at_the_fence);
    }
    let footnotes = document.definitions.footnotes.values_mut();
    children.iter_mut().chain(footnotes).for_each(without_marks_for_programs);
    if deviations == Deviations::OnPurpose {
        let footnotes = document.definitions.footnotes.values_mut();
        children.iter_mut().chain(footnotes).for_each(alerts::name_alerts);
        show_false_tables_as_text(text, &mut children, document);
    }
    document.root.children = children;
    if document.options.maths != Maths::AsInJekyll {
        formulas::find(&mut document.root);
        document.definitions.footnotes.values_mut().for_each(formulas::find);
    }
}

fn show_false_tables_as_text(text: &str, children: &mut [Element], document: &mut Document) {
    for child in children {
        if let Some(line) = false_table(text, child) {
            let escaped = line.replace("\\|", "|").replace('|', "\\|");
            let spans = span::parse(&escaped, &mut document.definitions, &document.options);
            let source = child.source.clone();
            *child = Element { source, ..Element::with(Kind::Paragraph { transparent: false }, spans) };
            without_marks_for_programs(child);
        }
    }
}

/// Puts what an attribute list says about code behind its fence: values, and classes that are about lines. Ids and
/// classes for a style sheet are not.
fn with_options_at_the_fence(element: &mut Element) {
    element.children.iter_mut().for_each(with_options_at_the_fence);
    let (attributes, named) = without_language(&element.attributes);
    let Kind::CodeBlock { language, .. } = &mut element.kind else { return };
    let mut options = String::new();
    for (name, value) in &attributes {
        match name.as_str() {
            "class" => {
                let classes = value.split_whitespace().filter(|class| class.to_ascii_lowercase().contains("line"));
                classes.for_each(|class| options.push_str(&format!(" {class}")));
            }
            "id" | "style" => {}
            _ => options.push_str(&format!(" {name}=\"{}\"", value.replace('"', "'").replace(['\n', '`'], " "))),
        }
    }
    if !options.is_empty() {
        let word = named.or(language.take()).unwrap_or_else(|| "text".to_owned());
        *language = Some(word + &options);
        element.attributes.clear();
    }
}

fn without_marks_for_programs(element: &mut Element) {
    if !matches!(element.kind, Kind::Html { .. }) {
        element.attributes.retain(|(name, _)| !name.starts_with("data-"));
    }
    element.children.iter_mut().for_each(without_marks_for_programs);
}

/// The only line of a table without a head, if no bar is at its ends.
fn false_table<'t>(text: &'t str, element: &Element) -> Option<&'t str> {
    if !matches!(element.kind, Kind::Table { .. }) || !element.attributes.is_empty() {
        return None;
    }
    let [part] = element.children.as_slice() else { return None };
    let is_one_row = part.kind == Kind::TableBody && part.children.len() == 1;
    let line = text.get(element.source.clone())?.trim();
    (is_one_row && !line.contains('\n') && !line.starts_with('|') && !line.ends_with('|')).then_some(line)
}
