//! The library's MathML as a page may hold it: nothing but MathML, without styles of its own, links and ids.

use super::TexError;
use crate::html::escape;
use crate::markdown::allowed::MATH;

/// More elements inside each other than a formula has; browsers stop at about 500.
const DEEPEST: usize = 100;

/// A `math` element for a page, with the source of the formula for whoever cannot use MathML. Empty if the formula only
/// defines macros.
pub(super) fn finish(mathml: &str, tex: &str) -> Result<String, TexError> {
    let (start, inside) = mathml.split_once('>').ok_or(TexError::Failed)?;
    let inside = inside.strip_suffix("</math>").ok_or(TexError::Failed)?;
    if inside.is_empty() {
        return Ok(String::new());
    }
    let inside = Tidy::default().run(inside)?;
    let source = escape(tex.trim());
    Ok(format!(
        "{start}><semantics><mrow>{inside}</mrow><annotation encoding=\"application/x-tex\">{source}</annotation></semantics></math>"
    ))
}

#[derive(Default)]
struct Tidy {
    output: String,
    /// For each open element, where its start tag is in the output, and what ends it there.
    open: Vec<(usize, String)>,
}

impl Tidy {
    fn run(mut self, mathml: &str) -> Result<String, TexError> {
        let mut rest = mathml;
        while let Some((text, tag)) = rest.split_once('<') {
            self.output.push_str(text);
            let (tag, after) = tag.split_once('>').ok_or(TexError::Failed)?;
            rest = after;
            match tag.strip_prefix('/') {
                Some(_) => self.end()?,
                None => self.start(tag)?,
            }
        }
        self.output.push_str(rest);
        Ok(self.output)
    }

    fn start(&mut self, tag: &str) -> Result<(), TexError> {
        let is_closed = tag.ends_with('/');
        let tag = tag.trim_end_matches('/').trim_end();
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let place = self.output.len();
        let end = self.element(name, attributes);
        if is_closed {
            self.output.push_str(&end);
            return Ok(());
        }
        self.open.push((place, end));
        if self.open.len() <= DEEPEST { Ok(()) } else { Err(TexError::TooDeep) }
    }

    /// Writes a start tag; what is to be written for its end. HTML inside of formulas is left out, but for its look.
    fn element(&mut self, name: &str, attributes: &str) -> String {
        let class = match name {
            "b" => "math-bold",
            "i" | "em" => "math-italic",
            "code" => "math-code",
            "span" if attributes.contains("sans") => "math-sans",
            "span" if attributes.contains("caps") => "math-caps",
            "u" => "math-underline",
            "s" => "math-strike-through",
            "a" | "span" => "",
            _ => return self.mathml_element(name, attributes),
        };
        // It stands directly inside of `mtext`, which then has the look.
        if !class.is_empty() && self.output.ends_with("<mtext>") {
            self.output.pop();
            self.output.push_str(&format!(" class=\"{class}\">"));
        }
        String::new()
    }

    fn mathml_element(&mut self, name: &str, attributes: &str) -> String {
        // Browsers know no `menclose`, and the library draws its lines by elements of their own.
        let name = match name {
            "mrow" if attributes.contains("menclose") => return String::new(),
            "menclose" => "mrow",
            _ => name,
        };
        let mut rows = MATH.lines().map(|row| row.split_once(' ').unwrap_or((row, "")));
        let Some((name, allowed)) = rows.find(|(known, _)| *known == name) else { return String::new() };
        self.output.push_str(&format!("<{name}"));
        let mut classes = Vec::new();
        for (key, value) in pairs(attributes) {
            match key {
                "style" => {
                    for declaration in value.split(';').map(str::trim).filter(|declaration| !declaration.is_empty()) {
                        self.look(declaration, &mut classes);
                    }
                }
                "notation" => classes.extend(value.split(' ').filter_map(strike)),
                _ if allowed.split(' ').any(|known| known == key) => {
                    self.output.push_str(&format!(" {key}=\"{value}\""));
                }
                _ => {}
            }
        }
        if !classes.is_empty() {
            self.output.push_str(&format!(" class=\"{}\"", classes.join(" ")));
        }
        self.output.push('>');
        format!("</{name}>")
    }

    /// A declaration of a style as an attribute, or as a class that the stylesheet knows. Pages allow no styles.
    fn look(&mut self, declaration: &str, classes: &mut Vec<&'static str>) {
        let (name, value) = declaration.split_once(':').unwrap_or_default();
        let value = value.trim();
        match name {
            "color" => self.output.push_str(&format!(" mathcolor=\"{value}\"")),
            "font-size" => self.output.push_str(&format!(" mathsize=\"{value}\"")),
            _ => classes.extend(CLASSES.iter().find(|(known, _)| *known == (name, value)).map(|(_, class)| class)),
        }
    }

    fn end(&mut self) -> Result<(), TexError> {
        let (start, end) = self.open.pop().ok_or(TexError::Failed)?;
        self.line_over(start, &end);
        if end == "</mtable>" {
            self.last_rule(start);
        }
        Ok(())
    }

    /// A line over or under something is drawn as one: hardly any font has a sign that grows to that length.
    fn line_over(&mut self, start: usize, end: &str) {
        const LINE: &str = "<mo stretchy=\"true\">\u{332}</mo>";
        let class = match end {
            "</mover>" => "math-overline",
            "</munder>" => "math-underline",
            _ => return self.output.push_str(end),
        };
        // The arrow of a vector has no place of its own in most fonts.
        if let Some(inside) = self.output.strip_suffix("<mo stretchy=\"false\">\u{20d7}</mo>") {
            let inside = inside.len();
            self.output.truncate(inside);
            self.output.push_str("<mo stretchy=\"false\" class=\"math-vector\">→</mo>");
        }
        let inside = self.output.get(start..).and_then(|element| element.strip_suffix(LINE)?.split_once('>'));
        match inside.map(|(_, inside)| inside.to_owned()) {
            Some(inside) => {
                self.output.truncate(start);
                self.output.push_str(&format!("<mrow class=\"{class}\">{inside}</mrow>"));
            }
            None => self.output.push_str(end),
        }
    }

    /// A line below the last row of the table that begins there is an empty row for the library.
    fn last_rule(&mut self, start: usize) {
        let table = self.output.get(start..).and_then(|table| table.split_once('>'));
        let Some((rows, row)) = table.and_then(|(_, inside)| inside.rsplit_once("<mtr>")) else { return };
        let is_empty = row.matches("<m").count() == row.matches("\"></mtd>").count();
        if !is_empty || !row.contains("math-top") {
            return;
        }
        let rows = rows.to_owned();
        let tag = self.output[start..].split_once('>').map(|(tag, _)| tag).unwrap_or_default();
        let tag = match tag.split_once(" class=\"") {
            Some((before, classes)) => format!("{before} class=\"math-bottom {classes}"),
            None => format!("{tag} class=\"math-bottom\""),
        };
        self.output.truncate(start);
        self.output.push_str(&format!("{tag}>{rows}</mtable>"));
    }
}

/// Names and values of attributes as the library writes them.
fn pairs(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some((key.trim(), value))
    })
}

fn strike(notation: &str) -> Option<&'static str> {
    match notation {
        "updiagonalstrike" => Some("math-strike-up"),
        "downdiagonalstrike" => Some("math-strike-down"),
        "horizontalstrike" => Some("math-strike-through"),
        _ => None,
    }
}

/// Declarations of the library, and the classes that mean the same.
const CLASSES: &[((&str, &str), &str)] = &[
    (("text-align", "left"), "math-left"),
    (("text-align", "right"), "math-right"),
    (("padding-left", "0"), "math-no-start"),
    (("padding-right", "0"), "math-no-end"),
    (("padding-left", "1em"), "math-wide-start"),
    (("padding-top", "0"), "math-low"),
    (("padding-top", "0.1667em"), "math-high"),
    (("padding-left", "0.1667em"), "math-thin-start"),
    (("padding-right", "0.1667em"), "math-thin-end"),
    (("padding-left", "0.2222em"), "math-medium-start"),
    (("padding-right", "0.2222em"), "math-medium-end"),
    (("padding-left", "0.2778em"), "math-thick-start"),
    (("padding-right", "0.2778em"), "math-thick-end"),
    (("margin-left", "-0.16666667em"), "math-back-thin"),
    (("margin-left", "-0.22222222em"), "math-back-medium"),
    (("margin-left", "-0.2777778em"), "math-back-thick"),
    (("border-left", "0.05em solid currentcolor"), "math-start-line"),
    (("border-left", "0.05em dashed currentcolor"), "math-start-dashes"),
    (("border-right", "0.05em solid currentcolor"), "math-end-line"),
    (("border-right", "0.05em dashed currentcolor"), "math-end-dashes"),
    (("border-top", "0.05em solid currentcolor"), "math-top"),
    (("border-top", "0.05em dashed currentcolor"), "math-top-dashes"),
    (("width", "50%"), "math-number"),
    (("width", "7.5%"), "math-number"),
];
