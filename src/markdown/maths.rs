//! Formulas in the forms of GitHub, which stay plain Markdown for everyone else: `` $`x^2`$ `` in a line, and a fenced
//! block with the word `math`. A formula in a line that stands by itself has two dollars: `` $$`x^2`$$ ``.
//!
//! In HTML, where Markdown ends, a formula is an element of the class `math`: `<span class="math">\(x^2\)</span>`.
//!
//! The press writes all other forms like this, and converts each formula to MathML; here only the places are found.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::Events;

/// Where a formula stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaPlace {
    /// Among the words of a line.
    Inline,
    /// Among them, but shown below them.
    Displayed,
    /// Between blocks.
    Block,
    /// In HTML: its TeX has its marks, and is written as HTML has it.
    Html,
}

/// Puts something in the place of every formula.
pub(crate) struct Formulas<'a> {
    events: Events<'a>,
    /// What was looked at ahead, the next one last.
    ahead: Vec<Event<'a>>,
    show: Show<'a>,
    /// How deep in a picture, whose words hold no formulas.
    pictures: u32,
}

/// What to put in the place of a formula, by its place and its TeX. Within HTML, anything but HTML leaves it as it is.
type Show<'a> = Box<dyn FnMut(FormulaPlace, CowStr<'a>) -> Event<'a> + 'a>;

impl<'a> Formulas<'a> {
    pub(crate) fn new(events: Events<'a>, show: Show<'a>) -> Self {
        Formulas { events, ahead: Vec::new(), show, pictures: 0 }
    }

    /// Shows what the press has made of each formula, in order; a formula of which it has made nothing, as TeX.
    pub(super) fn annotated(events: Events<'a>, maths: &'a [String]) -> Self {
        let mut maths = maths.iter();
        let show = move |place, tex: CowStr<'a>| match maths.next() {
            Some(html) => Event::InlineHtml(html.as_str().into()),
            None => Event::Code(delimited(place, &tex).into()),
        };
        Formulas::new(events, Box::new(show))
    }

    fn take(&mut self) -> Option<Event<'a>> {
        self.ahead.pop().or_else(|| self.events.next())
    }

    /// The text, or what comes of it if a formula follows: dollars, code, and as many dollars.
    fn text(&mut self, text: CowStr<'a>) -> Event<'a> {
        let before = text.trim_end_matches('$').len();
        let dollars = text.len() - before;
        let place = match dollars {
            1 => FormulaPlace::Inline,
            2 => FormulaPlace::Displayed,
            _ => return Event::Text(text),
        };
        let tex = match self.take() {
            Some(Event::Code(tex)) => tex,
            other => {
                self.ahead.extend(other);
                return Event::Text(text);
            }
        };
        let after = match self.take() {
            Some(Event::Text(after)) if after.len() - after.trim_start_matches('$').len() == dollars => after,
            other => {
                self.ahead.extend(other);
                self.ahead.push(Event::Code(tex));
                return Event::Text(text);
            }
        };
        if dollars < after.len() {
            self.ahead.push(Event::Text(after[dollars..].to_owned().into()));
        }
        let formula = (self.show)(place, tex);
        if before == 0 {
            return formula;
        }
        self.ahead.push(formula);
        Event::Text(text[..before].to_owned().into())
    }

    /// The formulas in a piece of HTML.
    fn html(&mut self, html: &str) -> Event<'a> {
        let mut shown = String::new();
        let mut rest = html;
        while let Some((before, after)) = rest.split_once(IN_HTML) {
            shown.push_str(before);
            rest = after;
            if !after.starts_with('\\') {
                shown.push_str(IN_HTML);
                continue;
            }
            let Some((tex, after)) = after.split_once("</span>") else {
                shown.push_str(IN_HTML);
                break;
            };
            rest = after;
            match (self.show)(FormulaPlace::Html, tex.to_owned().into()) {
                Event::InlineHtml(formula) => shown.push_str(&formula),
                _ => {
                    for part in [IN_HTML, tex, "</span>"] {
                        shown.push_str(part);
                    }
                }
            }
        }
        shown.push_str(rest);
        Event::InlineHtml(shown.into())
    }

    fn block(&mut self) -> Event<'a> {
        let mut tex = String::new();
        while let Some(event) = self.take() {
            match event {
                Event::Text(line) => tex.push_str(&line),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        (self.show)(FormulaPlace::Block, tex.into())
    }
}

impl<'a> Iterator for Formulas<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        Some(match self.take()? {
            Event::Text(text) if self.pictures == 0 && text.ends_with('$') => self.text(text),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.trim() == "math" => self.block(),
            Event::Html(html) | Event::InlineHtml(html) if html.contains(IN_HTML) => self.html(&html),
            event => {
                match &event {
                    Event::Start(Tag::Image { .. }) => self.pictures += 1,
                    Event::End(TagEnd::Image) => self.pictures -= 1,
                    _ => {}
                }
                event
            }
        })
    }
}

/// What begins a formula in HTML.
pub(crate) const IN_HTML: &str = "<span class=\"math\">";

/// A formula as TeX marks it.
pub(crate) fn delimited(place: FormulaPlace, tex: &str) -> String {
    let (start, end) = if place == FormulaPlace::Inline { ("\\(", "\\)") } else { ("\\[", "\\]") };
    [start, tex.trim(), end].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Parser;

    /// Every formula between bars, with the first letter of its place.
    fn shown(text: &str) -> String {
        let show = |place, tex: CowStr<'_>| Event::InlineHtml(format!("|{}{tex}|", &format!("{place:?}")[..1]).into());
        let events = Box::new(Parser::new_ext(text, crate::markdown::extensions()));
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, Formulas::new(events, Box::new(show)));
        html
    }

    #[test]
    fn finds_formulas() {
        for (text, html) in [
            ("$`x`$", "<p>|Ix|</p>\n"),
            ("a ($`x`$, *$`y`$*)$", "<p>a (|Ix|, <em>|Iy|</em>)$</p>\n"),
            ("a $$`x`$$ b", "<p>a |Dx| b</p>\n"),
            ("$`` a`b ``$", "<p>|Ia`b|</p>\n"),
            ("```math\nx\n\ny\n```\n", "|Bx\n\ny\n|"),
            ("<p>a\n<b>c</b> <span class=\"math\">\\(x\\)</span>d</p>", "<p>a\n<b>c</b> |H\\(x\\)|d</p>"),
            ("> ~~~ math\n> x\n> ~~~\n", "<blockquote>\n|Bx\n|</blockquote>\n"),
            ("| $`a\\|b`$ |\n|---|\n", "<table><thead><tr><th>|Ia|b|</th></tr></thead><tbody>\n</tbody></table>\n"),
        ] {
            assert_eq!(shown(text), html);
        }
    }

    #[test]
    fn what_is_no_formula_stays() {
        for (text, html) in [
            ("costs $`5` or `6`$", "<p>costs $<code>5</code> or <code>6</code>$</p>\n"),
            ("$ `x`$ $`x` $ $`x`", "<p>$ <code>x</code>$ $<code>x</code> $ $<code>x</code></p>\n"),
            ("$$`x`$ $`x`$$ $$$`x`$$$", "<p>$$<code>x</code>$ $<code>x</code>$$ $$$<code>x</code>$$$</p>\n"),
            ("$<!-- -->`x`$", "<p>$<!-- --><code>x</code>$</p>\n"),
            ("$x$ and $$y$$ and $", "<p>$x$ and $$y$$ and $</p>\n"),
            ("```maths\nx\n```", "<pre><code class=\"language-maths\">x\n</code></pre>\n"),
            (
                "<p><span class=\"math\">x</span> <span class=\"math\">\\(</p>",
                "<p><span class=\"math\">x</span> <span class=\"math\">\\(</p>",
            ),
            ("$\n`x`$", "<p>$\n<code>x</code>$</p>\n"),
            ("![$`x`$](a)", "<p><img src=\"a\" alt=\"$x$\" /></p>\n"),
        ] {
            assert_eq!(shown(text), html);
        }
    }
}
