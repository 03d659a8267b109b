//! `highlight` and `codeblock`: a fenced block in Markdown, an element in HTML.

use crate::bundle::Markup;
use crate::html::escape;
use crate::press::liquid::UnknownInCode;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::context::Context;
use crate::press::liquid::tree::{CodeBlock, Template};

mod place;

use place::Place;

/// Stands behind a fence until it is known whether its line goes on.
const END_OF_FENCE: char = '\u{fdd0}';

/// Ends the line of a fence that text would go on.
pub(super) fn end_line(out: &mut String) {
    if out.ends_with(END_OF_FENCE) {
        out.pop();
        out.push('\n');
    }
}

/// The line of a fence ends by itself.
pub(super) fn forget_line(out: &mut String) {
    if out.ends_with(END_OF_FENCE) {
        out.pop();
    }
}

impl Context<'_> {
    pub(super) fn code_block(&mut self, template: &Template, block: &CodeBlock, out: &mut String) -> Result<(), Stop> {
        let mut code = String::new();
        self.nodes(template, &block.body, &mut code)?;
        end_line(&mut code);
        // Jekyll keeps the blanks before the closing tag, which nobody sees.
        let code = code.trim_start_matches(['\n', '\r']).trim_end();
        self.budget.output(code.len())?;
        end_line(out);
        if self.page.markup == Markup::Html || place::is_in_html(out) {
            self.element(block, code, out);
        } else {
            fence(&self.info(block), code, out);
        }
        Ok(())
    }

    /// What stands behind the fence: Jekyll's own Markdown would take it for none with more than a word.
    fn info(&self, block: &CodeBlock) -> String {
        let is_to_be_read = self.unknown_in_code == UnknownInCode::Keep;
        let (language, options) = (&block.language, block.options.replace(['\n', '\r'], " "));
        match language.as_ref() {
            _ if options.is_empty() || !is_to_be_read => language.to_string(),
            "" => format!("text {options}"),
            _ => format!("{language} {options}"),
        }
    }

    fn element(&mut self, block: &CodeBlock, code: &str, out: &mut String) {
        let language = escape(&block.language);
        let class = language.replace('+', "-");
        out.push_str("<figure class=\"highlight\"><pre><code class=\"language-");
        out.push_str(&format!("{class}\" data-lang=\"{language}\">"));
        // A blank line would end the element in Markdown.
        let is_markdown = self.page.markup == Markup::Markdown;
        for (position, line) in code.split('\n').enumerate() {
            if 0 < position {
                out.push('\n');
            }
            let blank = line.trim_end_matches('\r');
            out.push_str(&if is_markdown && blank.is_empty() { "&#32;".into() } else { escape(blank) });
        }
        out.push_str("</code></pre></figure>");
    }
}

/// Writes a fence longer than any in the code, where the list or quote around it wants its lines.
fn fence(info: &str, code: &str, out: &mut String) {
    let longest = code.lines().map(|line| line.trim_start_matches([' ', '\t', '>'])).map(leading_backticks).max();
    let mark = "`".repeat(longest.unwrap_or(0).saturating_add(1).max(3));
    let place = Place::take(out);
    let prefix = place.prefix(code);
    let info: String = info.chars().filter(|char| *char != '`').collect();
    out.push_str(&format!("{mark}{info}\n"));
    let mut lines: Vec<&str> = code.lines().map(|line| place.line(line)).collect();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    for line in lines {
        if !line.trim().is_empty() {
            out.push_str(&prefix);
        } else if place.is_quote() {
            out.push_str(prefix.trim_end());
        }
        out.push_str(line);
        out.push('\n');
    }
    out.push_str(place.closing_prefix());
    out.push_str(&mark);
    out.push(END_OF_FENCE);
}

fn leading_backticks(line: &str) -> usize {
    line.len() - line.trim_start_matches('`').len()
}
