use super::*;

fn replaced(text: &str) -> String {
    let abbreviation = |form: &str, title: &str| (form.to_owned(), title.to_owned(), Attributes::new());
    let definitions = Definitions {
        abbreviations: vec![
            abbreviation("HTML", "Markup"),
            abbreviation("ab", ""),
            abbreviation("ab c", "Two words"),
            abbreviation(".N", "A mark"),
        ],
        ..Definitions::default()
    };
    let mut root = Element::with(Kind::Root, vec![Element::new(Kind::Text(text.to_owned()))]);
    replace(std::iter::once(&mut root), &definitions);
    let dump = |child: &Element| match &child.kind {
        Kind::Text(text) => text.clone(),
        Kind::Abbreviation(form) => format!("[{form}={}]", child.attribute("title").unwrap_or("-")),
        kind => format!("{kind:?}"),
    };
    root.children.iter().map(dump).collect()
}

#[test]
fn short_forms_are_words() {
    for (text, expected) in [
        ("HTML, XHTML, HTML5", "[HTML=Markup], XHTML, HTML5"),
        ("中HTML文", "中[HTML=Markup]文"),
        ("x\nHTML", "x\n[HTML=Markup]"),
        ("ab c, ab d", "[ab c=Two words], [ab=-] d"),
        ("HTML.N", "[HTML=Markup][.N=A mark]"),
        ("ab cd", "[ab c=Two words]d"),
        ("none", "none"),
    ] {
        assert_eq!(replaced(text), expected, "{text}");
    }
}

#[test]
fn raw_html_stays_as_it_is() {
    let kind = Kind::Html { name: "b".to_owned(), is_block: false, content: HtmlContent::Raw };
    let mut element = Element::with(kind, vec![Element::new(Kind::Text("ab".to_owned()))]);
    let before = element.clone();
    let abbreviations = vec![("ab".to_owned(), "x".to_owned(), Attributes::new())];
    replace(std::iter::once(&mut element), &Definitions { abbreviations, ..Definitions::default() });
    assert_eq!(element, before);
}
