//! Elements that raw HTML has opened, kept in an order in which browsers close each where its end tag stands.
//!
//! Some start tags end other elements in a browser: a row ends the cells before it, an item the item before it, with
//! all that is inside. An end tag for what is closed already would then close something around the article. So the
//! few elements that do so only stand where they belong, and Markdown's own elements close what was opened in them.

/// See the [module](self).
#[derive(Default)]
pub(super) struct Nesting {
    open: Vec<&'static str>,
    /// For each Markdown element that is open, how many were open when it began: those are out of reach.
    floors: Vec<usize>,
    /// How deep in a heading of Markdown, which holds no other.
    headings: usize,
}

/// Deeper than any author nests, and less deep than browsers do.
const DEEPEST: usize = 200;

impl Nesting {
    /// How many elements of raw HTML are open.
    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    /// Notes a start tag and returns the end tags to write before it. `None` if it has no place here.
    pub(super) fn start(&mut self, name: &'static str, is_void: bool) -> Option<String> {
        let ends = self.close_to(self.place(name)?);
        if !is_void {
            self.open.push(name);
        }
        Some(ends)
    }

    /// How many of the open elements may stay open around a new one.
    fn place(&self, name: &str) -> Option<usize> {
        let all = self.open.len();
        let inside = self.open.get(self.floor()..)?;
        let last = inside.last().copied().unwrap_or_default();
        let parents = parents(name);
        if !parents.is_empty() {
            let is_cell = |open: &str| matches!(open, "td" | "th" | "caption");
            let can_leave_cell = is_cell(name) || is_part_of_table(name) || name == "col";
            let end = inside.iter().rposition(|open| parents.contains(open) || !can_leave_cell && is_cell(open))?;
            return parents.contains(&inside[end]).then_some(all - inside.len() + end + 1);
        }
        match name {
            _ if is_part_of_table(last) || DEEPEST <= all => None,
            "p" if last == "p" => Some(all - 1),
            _ if !is_heading(name) => Some(all),
            _ if 0 < self.headings => None,
            _ if is_heading(last) => Some(all - 1),
            _ => self.open.iter().all(|open| !is_heading(open)).then_some(all),
        }
    }

    /// The end tags to write for one of raw HTML; none if it ends nothing here.
    pub(super) fn end(&mut self, name: &str) -> String {
        let floor = self.floor();
        match self.open[floor..].iter().rposition(|open| *open == name) {
            Some(position) => self.close_to(floor + position),
            None => String::new(),
        }
    }

    /// A Markdown element begins. A table that has no cell for it ends before.
    pub(super) fn enter(&mut self, is_heading: bool) -> String {
        let last = self.open[self.floor()..].last().copied().unwrap_or_default();
        let ends = if is_part_of_table(last) { self.end("table") } else { String::new() };
        self.headings += usize::from(is_heading);
        self.floors.push(self.open.len());
        ends
    }

    /// A Markdown element ends, and with it what was opened inside.
    pub(super) fn leave(&mut self, is_heading: bool) -> String {
        self.headings -= usize::from(is_heading && 0 < self.headings);
        let floor = self.floors.pop().unwrap_or(0);
        self.close_to(floor)
    }

    fn floor(&self) -> usize {
        self.floors.last().copied().unwrap_or(0)
    }

    fn close_to(&mut self, length: usize) -> String {
        let ends = self.open.drain(length.min(self.open.len())..).rev();
        ends.map(|name| format!("</{name}>")).collect()
    }
}

/// The elements of which one must be around; empty if it may stand anywhere.
fn parents(name: &str) -> &'static [&'static str] {
    match name {
        "li" => &["ul", "ol"],
        "dt" | "dd" => &["dl"],
        "caption" | "colgroup" | "thead" | "tbody" | "tfoot" => &["table"],
        "col" => &["colgroup", "table"],
        "tr" => &["thead", "tbody", "tfoot", "table"],
        "td" | "th" => &["tr", "thead", "tbody", "tfoot", "table"],
        _ => &[],
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether browsers move out of the table what stands in it and is no part of one.
fn is_part_of_table(name: &str) -> bool {
    matches!(name, "table" | "colgroup" | "thead" | "tbody" | "tfoot" | "tr")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written for tags in their order: `+` begins a Markdown element, `-` ends one.
    fn written(tags: &[&'static str]) -> String {
        let mut nesting = Nesting::default();
        let mut output = String::new();
        for tag in tags {
            let ends = match tag.strip_prefix('/') {
                _ if *tag == "+" => nesting.enter(false) + tag,
                _ if *tag == "-" => nesting.leave(false) + tag,
                Some(name) => nesting.end(name),
                None => nesting.start(tag, false).map(|ends| format!("{ends}<{tag}>")).unwrap_or_default(),
            };
            output.push_str(&ends);
        }
        output + &nesting.leave(false)
    }

    #[test]
    fn elements_end_in_the_markdown_element_they_began_in() {
        assert_eq!(written(&["+", "div", "-", "+", "/div", "-"]), "+<div></div>-+-");
        assert_eq!(written(&["div", "+", "/div", "-", "/div"]), "<div>+-</div>");
        assert_eq!(written(&["b", "i", "/b", "/i"]), "<b><i></i></b>");
    }

    #[test]
    fn items_rows_and_cells_end_those_before_them_as_in_browsers() {
        assert_eq!(written(&["ul", "li", "div", "li", "/ul"]), "<ul><li><div></div></li><li></li></ul>");
        assert_eq!(written(&["table", "tr", "td", "td", "tr"]), "<table><tr><td></td><td></td></tr><tr></tr></table>");
        assert_eq!(written(&["dl", "dt", "dd", "dt"]), "<dl><dt></dt><dd></dd><dt></dt></dl>");
        assert_eq!(written(&["p", "p", "h2", "h3"]), "<p></p><p><h2></h2><h3></h3></p>");
    }

    #[test]
    fn what_has_no_place_is_left_out() {
        assert_eq!(written(&["li", "td", "dd", "tr"]), "");
        assert_eq!(written(&["table", "div", "table", "/table", "/div"]), "<table></table>");
        assert_eq!(
            written(&["ul", "li", "table", "tr", "td", "li"]),
            "<ul><li><table><tr><td></td></tr></table></li></ul>"
        );
        assert_eq!(written(&["ul", "+", "li", "-"]), "<ul>+-</ul>");
        assert_eq!(written(&["h2", "div", "h3"]), "<h2><div></div></h2>");
        assert_eq!(written(&["table", "tr", "+", "-", "/table"]), "<table><tr></tr></table>+-");
    }
}
