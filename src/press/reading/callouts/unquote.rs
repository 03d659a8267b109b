//! The inside of a quote without its marks.

/// The blanks that stand before a quote because it is in a list.
pub(super) struct Indent(usize);

impl Indent {
    /// Of a quote that begins at a place. `None` if there is a tab, which has no certain width.
    pub(super) fn before(text: &str, start: usize) -> Option<Indent> {
        let line = text.get(..start)?.rsplit('\n').next()?;
        (!line.contains('\t')).then(|| Indent(line.chars().count()))
    }

    /// Lines with the blanks before all but the first, which follows the marks of the list.
    pub(super) fn put_before(&self, lines: &str) -> String {
        let blanks = " ".repeat(self.0);
        let mut output = String::with_capacity(lines.len());
        for (number, line) in lines.split_inclusive('\n').enumerate() {
            if 0 < number && line != "\n" {
                output.push_str(&blanks);
            }
            output.push_str(line);
        }
        output
    }
}

/// Lines of a quote without the `>` and the blank after it. A line that goes on without a mark stays as it is.
pub(super) fn unquote(lines: &str, indent: &Indent) -> String {
    let mut inside = String::with_capacity(lines.len());
    for line in lines.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let own = line.get(blanks.min(indent.0)..).unwrap_or_default();
        let marked = own.trim_start_matches(' ');
        match marked.strip_prefix('>').filter(|_| own.len() - marked.len() <= 3) {
            Some(rest) => match rest.strip_prefix('\t') {
                // Two columns are left of the tab, if it stands where tabs usually do.
                Some(rest) => {
                    inside.push_str("  ");
                    inside.push_str(rest);
                }
                None => inside.push_str(rest.strip_prefix(' ').unwrap_or(rest)),
            },
            None => inside.push_str(own),
        }
    }
    inside
}
