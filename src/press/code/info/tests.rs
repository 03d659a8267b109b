use super::*;

fn shown(text: &str) -> String {
    let info = Info::parse(text);
    let marked: Vec<String> = info.marked.iter().map(|range| format!("{}-{}", range.start(), range.end())).collect();
    let words = info.words.join(" ");
    format!("{}|{words}|{}|{}|{}", info.language, info.title, info.first_line(), marked.join(" "))
}

#[test]
fn every_form_is_read() {
    for (text, expected) in [
        ("", "|||0|"),
        ("rust", "rust|||0|"),
        ("rust,ignore", "rust|ignore||0|"),
        ("c++", "c++|||0|"),
        ("rust title=\"src/main.rs\" {1,3-5}", "rust||src/main.rs|0|1-1 3-5"),
        ("js{1,3}", "js|||0|1-1 3-3"),
        ("js {2} showLineNumbers", "js|||1|2-2"),
        ("js showLineNumbers=5", "js|||5|"),
        ("js showLineNumbers{7} {2}", "js|||7|2-2"),
        ("js showLineNumbers=false start=3", "js|||0|"),
        ("ruby linenos mark_lines=\"1 2\"", "ruby|||1|1-1 2-2"),
        ("ruby linenos=table", "ruby|||1|"),
        ("go {linenos=table,hl_lines=[2,\"4-5\"],linenostart=199}", "go|||199|2-2 4-5"),
        ("go { linenos=inline hl_lines='1-2' }", "go|||1|1-2"),
        ("rust,linenos,linenostart=20,hl_lines=1 3-4 9,name=a.rs", "rust||a.rs|20|1-1 3-4 9-9"),
        ("js:line-numbers=10 {1-2}", "js|||10|1-2"),
        ("js:no-line-numbers", "js|||0|"),
        ("js:title=src/a.js", "js||src/a.js|0|"),
        ("python linenums=\"1\" hl_lines=\"2 3\" title='a b'", "python||a b|1|2-2 3-3"),
        ("{.python .numberLines startFrom=\"10\" #id}", "python|||10|"),
        ("{1,2}", "|||0|1-1 2-2"),
        ("title=\"a b\" {2}", "||a b|0|2-2"),
        ("linenos", "|||1|"),
        ("diff rust", "diff|rust||0|"),
        ("diff lang=\"js\"", "diff|js||0|"),
        ("text data-line=2,4", "text|||0|2-2 4-4"),
        ("js .nolineno", "js|||0|"),
        ("js /word/ wrap frame=\"none\" ins={3}", "js|wrap||0|"),
        ("js start=0", "js|||1|"),
        ("js start=99999999", "js|||65535|"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn odd_texts_end() {
    for piece in ["{", "}", "=", "\"", "a=", "a=\"", "{1", "[", ",", ":", "hl_lines=", ".", "é{é=é", "1 "] {
        Info::parse(&piece.repeat(10_000));
        Info::parse(&format!("js {}", piece.repeat(10_000)));
    }
}
