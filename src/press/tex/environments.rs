//! Environments that the library does not know, as those that it knows.

use super::arguments::{group, option};

/// What to write for the `\begin{…}` or `\end{…}` that a text continues with, and what follows it. `None` if it is to
/// stay as it is.
pub(super) fn rewritten<'t>(command: &str, after: &'t str) -> Option<(String, &'t str)> {
    let (name, after) = group(after.trim_start())?;
    match command {
        "\\begin" => begin(name.trim(), after),
        "\\end" => end(name.trim(), after),
        _ => None,
    }
}

fn begin<'t>(name: &str, after: &'t str) -> Option<(String, &'t str)> {
    let other = known_name(name)?;
    Some(match name {
        "alignat" | "alignat*" | "alignedat" => {
            let (_, after) = group(after.trim_start())?;
            (format!("\\begin{{{other}}}"), after)
        }
        "eqnarray" | "eqnarray*" => ("\\begin{array}{rcl}".to_owned(), after),
        "array" | "darray" | "tabular" => {
            let after = option(after).map_or(after, |(_, after)| after);
            let (columns, after) = group(after.trim_start())?;
            (format!("\\begin{{{other}}}{{{}}}", plain_columns(columns)), after)
        }
        _ if other.is_empty() => (String::new(), after),
        _ => (format!("\\begin{{{other}}}"), option(after).map_or(after, |(_, after)| after)),
    })
}

fn end<'t>(name: &str, after: &'t str) -> Option<(String, &'t str)> {
    let other = known_name(name)?;
    Some((if other.is_empty() { String::new() } else { format!("\\end{{{other}}}") }, after))
}

/// The environment to be used for another; empty where there need be none.
fn known_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "split" | "alignedat" => "aligned",
        "alignat" | "flalign" => "align",
        "alignat*" | "flalign*" => "align*",
        "multline*" => "gather*",
        "smallmatrix" => "matrix",
        "matrix*" => "matrix",
        "pmatrix*" => "pmatrix",
        "bmatrix*" => "bmatrix",
        "vmatrix*" => "vmatrix",
        "cases*" => "cases",
        "array" | "eqnarray" | "eqnarray*" | "tabular" => "array",
        "darray" => "darray",
        "displaymath" | "math" | "subequations" | "dmath" | "dmath*" => "",
        _ => return None,
    })
}

/// The letters and lines of a specification of columns, without what is to stand between them and how wide they are.
fn plain_columns(columns: &str) -> String {
    let mut output = String::with_capacity(columns.len());
    let mut depth = 0_usize;
    for char in columns.chars() {
        match char {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            'p' | 'm' | 'b' | 'X' if depth == 0 => output.push('l'),
            'l' | 'c' | 'r' | '|' | ':' if depth == 0 => output.push(char),
            _ => {}
        }
    }
    if output.is_empty() { "c".to_owned() } else { output }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn environments_are_put_into_known_words() {
        for (command, after, tex) in [
            ("\\begin", "{split}a", "\\begin{aligned}|a"),
            ("\\end", "{split}a", "\\end{aligned}|a"),
            ("\\begin", "{alignat}{2}a", "\\begin{align}|a"),
            ("\\begin", "{eqnarray*}a", "\\begin{array}{rcl}|a"),
            ("\\begin", "{array}{@{}l|p{3cm}r@{}}a", "\\begin{array}{l|lr}|a"),
            ("\\begin", "{pmatrix*}[r]a", "\\begin{pmatrix}|a"),
            ("\\begin", "{math}a", "|a"),
        ] {
            let (written, rest) = rewritten(command, after).expect("a known environment");
            assert_eq!(format!("{written}|{rest}"), tex);
        }
        assert_eq!(rewritten("\\begin", "{align}a"), None);
        assert_eq!(rewritten("\\begin", "{a"), None);
    }
}
