use super::*;

#[test]
fn gfm_ids_keep_words_of_all_scripts() {
    for (text, id) in [
        ("Learnings", "learnings"),
        ("Domain expert & innovation", "domain-expert--innovation"),
        ("2.0 is here!", "20-is-here"),
        ("snake_case and kebab-case", "snake_case-and-kebab-case"),
        ("日本語 の見出し", "日本語-の見出し"),
        ("हिन्दी", "हिन्दी"),
        ("x² ½ ٣ ‿", "x--٣-‿"),
        ("ΟΔΟΣ İ", "οδοσ-i\u{307}"),
        (" a\t", "-a-"),
        ("a\u{a0}b\nc", "abc"),
        ("!?", ""),
    ] {
        assert_eq!(gfm_base(text), id, "{text}");
    }
}

#[test]
fn basic_ids_are_ascii_from_the_first_letter_on() {
    for (text, id) in [("2.0 Is é-here!", "is--here"), ("日本", ""), ("1 a\n2 b", "ab")] {
        assert_eq!(basic_base(text), id, "{text}");
    }
    let mut ids = Ids::default();
    assert_eq!([ids.basic("!", "p-"), ids.basic("Section", "p-"), ids.gfm("", "")], ["p-section", "p-section-1", ""]);
}

#[test]
fn raw_texts_are_what_readers_see() {
    let text = |value: &str| Element::new(Kind::Text(value.to_owned()));
    let children = [
        text("a "),
        Element::with(Kind::Emphasis, vec![text("b"), Element::new(Kind::CodeSpan("`c`".to_owned()))]),
        Element::new(Kind::Entity { char: '&', original: "&amp;".to_owned() }),
        Element::new(Kind::Symbol("«\u{a0}")),
        Element::new(Kind::SmartQuote('“')),
        Element::new(Kind::Image),
    ];
    assert_eq!(raw_text(&children), "a b`c`&« “");
}
