use super::*;

#[test]
fn references_have_names_and_numbers() {
    for (text, char, length) in [
        ("&amp;x", Some('&'), 5),
        ("&Eacute;", Some('É'), 8),
        ("&nbsp;", Some('\u{a0}'), 6),
        ("&#8364;", Some('€'), 7),
        ("&#128;", Some('€'), 6),
        ("&#x20aC;", Some('€'), 8),
        ("&#0;", Some('\u{fffd}'), 4),
        ("&#xd800;", Some('\u{fffd}'), 8),
        ("&#99999999999;", Some('\u{fffd}'), 14),
        ("&check;", None, 7),
        ("&a.b-c:d;", None, 9),
    ] {
        assert_eq!(reference(text), Some(Reference { char, length }), "{text}");
    }
    for text in ["&", "&;", "&amp", "&-a;", "&#;", "&#x;", "&#X41;", "&é;", "amp;"] {
        assert_eq!(reference(text), None, "{text}");
    }
}

#[test]
fn texts_are_decoded() {
    assert_eq!(decode("a&lt;b &check; &&amp;c&#33;"), "a<b &check; &&c!");
}
