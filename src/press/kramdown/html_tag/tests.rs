use super::super::tree::HtmlContent;
use super::*;

fn dump(text: &str) -> String {
    start_tag(text).map_or("-".to_owned(), |tag| {
        let attributes: String = tag.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        format!("{}{attributes}{} {}", tag.name, if tag.is_self_closing { "/" } else { "" }, tag.length)
    })
}

#[test]
fn start_tags_have_names_and_attributes() {
    for (text, expected) in [
        ("<b>x", "b 3"),
        ("<BR/>", "br/ 5"),
        ("<Foo Bar='A &amp; B' >", "Foo Bar=A &amp; B 22"),
        ("<a HREF=x Title=\"y>z\" checked>", "a href=x title=y>z checked= 30"),
        ("<a x=1 y=2 x=3>", "a x=3 y=2 15"),
        ("<a\nb\n=\n'c\nd'\n/>", "a b=c\nd/ 15"),
        ("<svg:path a:b=c/>", "svg:path a:b=c/ 17"),
        ("<a href=http://x>", "-"),
        ("<a href=x-y>", "-"),
        ("<a b='c'd>", "-"),
        ("<a b=\"c>", "-"),
        ("<a:b:c>", "-"),
        ("<1>", "-"),
        ("< b>", "-"),
        ("<名前 属性=値>", "名前 属性=値 19"),
    ] {
        assert_eq!(dump(text), expected, "{text}");
    }
}

#[test]
fn end_tags_comments_and_instructions_have_lengths() {
    assert_eq!(end_tag("</DIV \n>x"), Some(EndTag { name: "div".to_owned(), length: 8 }));
    assert_eq!(end_tag("</div x>"), None);
    assert_eq!(comment("<!--a\n--b-->c"), Some(12));
    assert_eq!(comment("<!-->"), None);
    assert_eq!(instruction("<?php x ?>y"), Some(10));
    assert!(may_begin("</") && may_begin("<!--") && may_begin("<é") && !may_begin("<?") && !may_begin("<1"));
}

#[test]
fn elements_are_read_as_kramdown_reads_them() {
    assert_eq!(content_model("div"), HtmlContent::Block);
    assert_eq!(content_model("p"), HtmlContent::Span);
    assert_eq!(content_model("table"), HtmlContent::Raw);
    assert!(is_block_element("table") && is_span_element("mark") && is_void("img") && !is_known("video"));
}
