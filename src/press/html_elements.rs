//! The names of elements.

/// Whether HTML has an element of this (lower-case) name, or whether it is one that somebody defines with a script. All
/// else that looks like a tag is text: `Vec<T>`, and `<path>` or `<mi>`, which mean something only in SVG and MathML.
pub(in crate::press) fn is_element(name: &str) -> bool {
    // Word processors leave these in what is copied from them.
    let is_of_an_office = name.split_once(':').is_some_and(|(prefix, _)| OFFICE.contains(&prefix));
    is_of_an_office || name.contains('-') || [HTML, OLD_HTML].iter().any(|names| has(names, name))
}

/// Whether what is inside of an element is no text of HTML, so that nothing in it is looked at.
pub(in crate::press) fn hides_inside(name: &str) -> bool {
    matches!(
        name,
        "svg" | "math" | "script" | "style" | "template" | "textarea" | "title" | "noscript" | "xmp" | "object"
    )
}

/// Whether what is inside of an element is shown as it was typed.
pub(in crate::press) fn is_code(name: &str) -> bool {
    matches!(name, "code" | "kbd" | "pre" | "samp" | "tt" | "var")
}

fn has(names: &str, name: &str) -> bool {
    names.split(' ').any(|known| known == name)
}

const OFFICE: [&str; 8] = ["o", "v", "w", "m", "st1", "fb", "g", "svg"];

const HTML: &str = "\
    a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col \
    colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 \
    h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta \
    meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section \
    select selectedcontent slot small source span strong style sub summary sup svg table tbody td template textarea \
    tfoot th thead time title tr track u ul var video wbr";

const OLD_HTML: &str = "\
    acronym applet basefont bgsound big blink center command dir font frame frameset hgroup image isindex keygen \
    listing marquee menuitem multicol nextid nobr noembed noframes param plaintext rb rtc spacer strike tt xmp";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_elements_from_text() {
        for name in ["div", "h6", "center", "svg", "math", "my-element", "o:p"] {
            assert!(is_element(name), "{name}");
        }
        for name in ["t", "swing", "string", "system.web", "xs:element", "vec", "path", "mi", ""] {
            assert!(!is_element(name), "{name}");
        }
    }
}
