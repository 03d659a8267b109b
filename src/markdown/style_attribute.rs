//! Styles that authors write into their HTML: colors and how text is set, and nothing that could cover the page or ask
//! a host for something.

/// Properties that change how a text looks where it stands.
const PROPERTIES: &str = "\
    background-color border-color color font-style font-variant font-weight list-style-type text-align \
    text-decoration text-indent text-transform vertical-align white-space";

/// Properties that take a size. A share of the space or some letters can be wide, but not out of place.
const SIZES: &str = "font-size height max-width width";

/// The functions that give a color.
const COLOR_FUNCTIONS: [&str; 4] = ["rgb", "rgba", "hsl", "hsla"];

/// Longer values are no color and no size.
const LONGEST: usize = 60;

/// The declarations of a `style` attribute that an article may have, written anew; `None` if there are none.
pub(super) fn allowed_style(style: &str) -> Option<String> {
    let mut allowed = String::new();
    for declaration in style.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let property = property.trim_ascii().to_ascii_lowercase();
        let value = value.trim_ascii();
        let is_known = PROPERTIES.split(' ').chain(SIZES.split(' ')).any(|known| known == property);
        if !is_known || !is_plain(value) {
            continue;
        }
        if !allowed.is_empty() {
            allowed.push_str("; ");
        }
        allowed.push_str(&property);
        allowed.push_str(": ");
        allowed.push_str(value);
    }
    (!allowed.is_empty()).then_some(allowed)
}

/// Whether a value is made of words, numbers and colors. Quotes, escapes, comments and addresses are not.
fn is_plain(value: &str) -> bool {
    let is_harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"#%,. -()".contains(&byte);
    if value.is_empty() || LONGEST < value.len() || !value.bytes().all(is_harmless) {
        return false;
    }
    value.match_indices('(').all(|(open, _)| {
        let name = value[..open].rsplit([' ', ',', '(']).next().unwrap_or_default();
        COLOR_FUNCTIONS.iter().any(|function| function.eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_and_alignment_are_kept() {
        for (style, allowed) in [
            ("color:blue", Some("color: blue")),
            (" COLOR : #0000FF ; ", Some("color: #0000FF")),
            ("text-align:right;width:50%", Some("text-align: right; width: 50%")),
            (
                "color: rgb(0, 0, 255); background-color:rgba(1,2,3,.5)",
                Some("color: rgb(0, 0, 255); background-color: rgba(1,2,3,.5)"),
            ),
            ("", None),
            ("color", None),
            ("color:", None),
        ] {
            assert_eq!(allowed_style(style).as_deref(), allowed, "{style}");
        }
    }

    #[test]
    fn what_could_reach_out_goes() {
        for style in [
            "position:fixed",
            "background-image:url(https://example.org/x)",
            "background-color:url(x)",
            "color:expression(alert(1))",
            "color:var(--x)",
            "color:u\\72l(x)",
            "color:red/**/",
            "color:\"x\"",
            "-moz-binding:url(x)",
            "width:calc(100vw)",
            "margin-left:-9999px",
            "z-index:9",
            "color:red!important",
            "c\u{0}olor:red",
        ] {
            assert_eq!(allowed_style(style), None, "{style}");
        }
    }
}
