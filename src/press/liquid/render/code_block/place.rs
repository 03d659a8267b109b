//! Where a code block stands: in a list, in a quote, behind text, inside an HTML element.

/// What stands before a fence in its line.
pub(super) enum Place {
    /// Nothing.
    Start,
    /// The blanks of a list's text, or a list's mark.
    List(String),
    /// `>` and blanks.
    Quote(String),
}

impl Place {
    /// Looks at the line that is being written, and begins another one if it holds text.
    pub(super) fn take(out: &mut String) -> Place {
        let start = line_start(out);
        let line = out.get(start..).unwrap_or_default();
        if line.is_empty() {
            return Place::Start;
        }
        if line.trim_matches([' ', '\t']).is_empty() {
            if line.len() < 8 && !is_in_list(out.get(..start).unwrap_or_default(), line.len()) {
                out.truncate(start);
                return Place::Start;
            }
            return Place::List(line.to_owned());
        }
        if line.starts_with('>') && line.trim_matches([' ', '>']).is_empty() {
            let mut prefix = line.to_owned();
            if !prefix.ends_with(' ') {
                prefix.push(' ');
                out.push(' ');
            }
            return Place::Quote(prefix);
        }
        if list_mark(line).is_some_and(|mark| line.len() == mark) {
            return Place::List(" ".repeat(line.len()));
        }
        let indent: String = line.chars().take_while(|char| matches!(char, ' ' | '\t')).collect();
        let in_list = list_mark(line).map(|mark| " ".repeat(mark));
        let in_list =
            in_list.or_else(|| is_in_list(out.get(..start).unwrap_or_default(), indent.len()).then_some(indent));
        out.truncate(out.trim_end_matches([' ', '\t']).len());
        out.push('\n');
        match in_list {
            Some(prefix) if !prefix.is_empty() => {
                out.push_str(&prefix);
                Place::List(prefix)
            }
            _ => Place::Start,
        }
    }

    /// What every line of the code gets. Code that is indented like its list already gets nothing.
    pub(super) fn prefix(&self, code: &str) -> String {
        match self {
            Place::Start => String::new(),
            Place::Quote(prefix) => prefix.clone(),
            Place::List(indent) => {
                let mut lines = code.lines().filter(|line| !line.trim().is_empty());
                if lines.all(|line| line.starts_with(indent.as_str())) { String::new() } else { indent.clone() }
            }
        }
    }

    /// A line of the code without the quote's mark that the author put before it.
    pub(super) fn line<'l>(&self, line: &'l str) -> &'l str {
        let Place::Quote(prefix) = self else {
            return line;
        };
        line.strip_prefix(prefix.as_str()).or_else(|| line.strip_prefix(prefix.trim_end())).unwrap_or(line)
    }

    /// What stands before the closing fence.
    pub(super) fn closing_prefix(&self) -> &str {
        match self {
            Place::Start => "",
            Place::List(prefix) | Place::Quote(prefix) => prefix,
        }
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self, Place::Quote(_))
    }
}

/// How far back the surroundings are looked at, in lines.
const LINES_BACK: usize = 200;

/// The same in bytes.
const BYTES_BACK: usize = 8_000;

/// Elements that Markdown leaves alone up to their end.
const ELEMENTS: [&str; 12] =
    ["div", "section", "article", "figure", "details", "table", "td", "aside", "center", "header", "footer", "nav"];

/// Whether what is written last is inside an HTML element that is not closed yet.
pub(super) fn is_in_html(out: &str) -> bool {
    let mut open = 0_i32;
    for line in last_of(out).rsplit('\n').take(LINES_BACK) {
        let inside = line.trim_start_matches(' ');
        if !inside.contains('<') {
            continue;
        }
        for element in ELEMENTS {
            let opening = inside.strip_prefix('<').and_then(|inside| inside.strip_prefix(element));
            let opens = opening.is_some_and(|rest| rest.starts_with([' ', '>']) || rest.is_empty());
            if opens && inside.contains("markdown=") {
                return false;
            }
            let closes = i32::try_from(inside.matches(&format!("</{element}>")).count()).unwrap_or(i32::MAX);
            open = open.saturating_sub(closes).saturating_add(i32::from(opens));
        }
        if 0 < open {
            return true;
        }
    }
    false
}

fn last_of(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(BYTES_BACK))..).unwrap_or_default()
}

fn line_start(text: &str) -> usize {
    text.rfind('\n').map_or(0, |newline| newline + 1)
}

/// Whether a line with this indent, behind this text, goes on a list's item.
fn is_in_list(before: &str, indent: usize) -> bool {
    let before = last_of(before);
    for line in before.strip_suffix('\n').unwrap_or(before).rsplit('\n').take(LINES_BACK) {
        let own = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line.trim().is_empty() || indent <= own && 0 < indent && list_mark(line).is_none() {
            continue;
        }
        match list_mark(line) {
            Some(mark) if mark <= indent || own < indent => return true,
            Some(_) => {}
            None if own == 0 => return false,
            None => {}
        }
    }
    false
}

/// Where the text of a list's item begins.
fn list_mark(line: &str) -> Option<usize> {
    let inside = line.trim_start_matches([' ', '\t']);
    let digits = inside.trim_start_matches(|char: char| char.is_ascii_digit());
    let behind =
        if digits.len() < inside.len() { digits.strip_prefix('.') } else { inside.strip_prefix(['-', '*', '+']) };
    let text = behind.filter(|behind| behind.starts_with([' ', '\t']))?.trim_start_matches([' ', '\t']);
    Some(line.len() - text.len())
}
