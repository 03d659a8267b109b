use super::*;

fn read(text: &str) -> String {
    let mut list = AttributeList::default();
    list.read(text);
    let attributes = list.attributes.iter().map(|(name, value)| format!("{name}={value}"));
    attributes.chain(list.references.iter().map(|name| format!("→{name}"))).collect::<Vec<_>>().join("|")
}

#[test]
fn lists_say_ids_classes_values_and_references() {
    for (text, expected) in [
        (" #id .one .two key=\"a b\"", "id=id|class=one two|key=a b"),
        (".one.two#three", "class=one two|id=three"),
        ("toc", "→toc"),
        ("a='b' a=\"c\"", "a=c"),
        ("class=\"x\" .y", "class=x y"),
        (".y class=\"x\"", "class=x"),
        ("a=\"x\\\"y\\}\"", "a=x\"y}"),
        ("a=\"x\"y\" b", "a=x\"y|→b"),
        ("a=b .c", "class=c"),
        ("#1 .-x", "class=-x"),
        (".é", "class=é"),
        ("a=\"b\\\"", "a=b\\"),
        (":", ""),
        ("a=\"b .c", "class=c"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn references_come_before_what_the_list_says() {
    let mut definitions = HashMap::new();
    let mut list = AttributeList::default();
    list.read(".a title=\"b\" other");
    definitions.insert("name".to_owned(), list);
    let mut list = AttributeList::default();
    list.read("name .x title=\"y\"");
    let mut attributes = vec![("title".to_owned(), "old".to_owned())];
    list.apply(&mut attributes, &definitions);
    assert_eq!(attributes, [("title", "y"), ("class", "a x")].map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[test]
fn a_circle_of_references_ends() {
    let mut list = AttributeList::default();
    list.read("name .x");
    let definitions = HashMap::from([("name".to_owned(), list.clone())]);
    let mut attributes = Attributes::new();
    list.apply(&mut attributes, &definitions);
    assert_eq!(attributes.len(), 1);
}

#[test]
fn blocks_have_lists_on_lines_of_their_own() {
    assert_eq!(block_list("  {: .a}  \nx"), Some(Found { content: " .a", length: 11 }));
    assert_eq!(block_list("{:.a\n.b}\n").map(|found| found.content), Some(".a\n.b"));
    for text in ["{:.a} x\n", "    {:.a}\n", "{::a}\n", "{:/}\n", "{:}\n", "{:.a}", "{:.a\n"] {
        assert_eq!(block_list(text), None, "{text}");
    }
    assert_eq!(block_list("{:a=\"\\}\"}\n").map(|found| found.content), Some("a=\"\\}\""));
    assert_eq!(block_list("{:a\\}\n").map(|found| found.content), Some("a\\"));
    assert_eq!(definition("{:a-b: .c}\n"), Some(("a-b", Found { content: " .c", length: 11 })));
    assert_eq!(definition("{:a .c}\n"), None);
    assert_eq!(span_list("{:.a}b}"), Some(Found { content: ".a", length: 5 }));
}

#[test]
fn extensions_begin_and_end() {
    let start = |name, options, is_closed, length| Some(Extension::Start { name, options, is_closed, length });
    assert_eq!(span_extension("{::comment}x"), start("comment", "", false, 11));
    assert_eq!(span_extension("{::options a=\"b\" /}x"), start("options", "a=\"b\" ", true, 19));
    assert_eq!(span_extension("{::a/}"), start("a", "", true, 6));
    assert_eq!(span_extension("{::a.b}"), None);
    assert_eq!(span_extension("{:/}"), Some(Extension::Stop { length: 4 }));
    assert_eq!(block_extension(" {:/name} \nx"), Some(Extension::Stop { length: 11 }));
    assert_eq!(block_extension("{::a} b\n"), None);
    assert_eq!(block_extension_stop(" {:/a}  \n"), Some("a"));
    assert_eq!(block_extension_stop("{:/}\n"), Some(""));
    assert_eq!(block_extension_stop("{:/b} c\n"), None);
}
