//! Which raw HTML an article may hold. The tables are the whole policy.

/// An element that may stand in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Lower-case.
    pub(super) name: &'static str,
    /// Whether it has neither inside nor end tag.
    pub(super) is_void: bool,
}

/// What becomes of a start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is written, with its harmless attributes.
    Keep(Element),
    /// It becomes a link to what it would have shown.
    LinkToSource,
    /// The tag goes, what is inside stays.
    DropTag,
    /// The element goes with all that is inside.
    DropInside,
    /// Not a tag of HTML at all, such as `Vec<T>` written without a backtick: the reader sees it.
    ShowAsText,
}

/// The fate of an element, by its lower-case name.
pub(super) fn fate(name: &str) -> Fate {
    if let Ok(position) = KEPT.binary_search(&name) {
        return Fate::Keep(Element { name: KEPT[position], is_void: false });
    }
    if let Some(void) = VOID.iter().find(|void| **void == name) {
        return Fate::Keep(Element { name: void, is_void: true });
    }
    if matches!(name, "iframe" | "embed" | "frame") {
        return Fate::LinkToSource;
    }
    if DROPPED_WITH_INSIDE.contains(&name) {
        return Fate::DropInside;
    }
    if DROPPED.contains(&name) || name.contains('-') { Fate::DropTag } else { Fate::ShowAsText }
}

/// The name of an attribute that `element` may have.
pub(super) fn attribute(element: &str, name: &str) -> Option<&'static str> {
    if let Some(known) = FOR_ALL.iter().find(|known| **known == name) {
        return Some(known);
    }
    let (_, own) = FOR_ONE.iter().find(|(known, _)| *known == element)?;
    own.iter().find(|known| **known == name).copied()
}

/// Sorted.
const KEPT: [&str; 74] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "audio",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
];

const VOID: [&str; 6] = ["br", "hr", "img", "source", "track", "wbr"];

const DROPPED_WITH_INSIDE: [&str; 12] = [
    "script", "style", "svg", "math", "template", "object", "applet", "textarea", "select", "title", "noframes", "xmp",
];

const DROPPED: [&str; 29] = [
    "html",
    "head",
    "body",
    "base",
    "basefont",
    "link",
    "meta",
    "form",
    "input",
    "button",
    "label",
    "fieldset",
    "legend",
    "option",
    "optgroup",
    "datalist",
    "output",
    "progress",
    "meter",
    "font",
    "frameset",
    "noscript",
    "canvas",
    "dialog",
    "slot",
    "param",
    "main",
    "plaintext",
    "marquee",
];

const FOR_ALL: [&str; 6] = ["class", "dir", "id", "lang", "title", "aria-label"];

const FOR_ONE: [(&str, &[&str]); 20] = [
    ("a", &["href", "name", "rel", "target", "download"]),
    ("audio", &["src", "controls", "loop", "muted", "preload"]),
    ("blockquote", &["cite"]),
    ("col", &["span"]),
    ("data", &["value"]),
    ("del", &["datetime", "cite"]),
    ("details", &["open"]),
    ("div", &["align"]),
    ("img", &["src", "alt", "width", "height", "loading", "align"]),
    ("ins", &["datetime", "cite"]),
    ("li", &["value"]),
    ("ol", &["start", "reversed", "type"]),
    ("p", &["align"]),
    ("q", &["cite"]),
    ("source", &["src", "type", "media"]),
    ("td", &["colspan", "rowspan", "align", "headers"]),
    ("th", &["colspan", "rowspan", "align", "headers", "scope"]),
    ("time", &["datetime"]),
    ("track", &["src", "kind", "srclang", "label", "default"]),
    ("video", &["src", "poster", "controls", "loop", "muted", "preload", "width", "height", "playsinline"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_no_element_has_two_fates() {
        assert!(KEPT.is_sorted());
        let all: Vec<&str> = KEPT.into_iter().chain(VOID).chain(DROPPED).chain(DROPPED_WITH_INSIDE).collect();
        let mut unique = all.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), all.len());
    }

    #[test]
    fn no_event_handler_or_style_is_allowed_anywhere() {
        for name in ["onclick", "onerror", "style", "srcdoc", "formaction", "is", "slot"] {
            for element in KEPT.into_iter().chain(VOID) {
                assert_eq!(attribute(element, name), None, "{element} {name}");
            }
        }
    }
}
