//! Each construct by itself and beside others. `|` stands between elements, what is inside of one in parentheses.

use super::super::document::{Options, Warning};
use super::parse;
use dump::{definitions, spans, spans_with};

mod dump;
mod properties;

#[track_caller]
fn all_are(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(spans(text), *expected, "{text}");
    }
}

#[test]
fn emphasis_ends_where_no_blank_is_before() {
    all_are(&[
        ("*a* **b** _c_ __d__", "*(a)| |**(b)| |*(c)| |**(d)"),
        ("a*b*c a_b_c a**b**c", "a|*(b)|c a_b_c a|**(b)|c"),
        ("**注：**经验证 **“引号”**后", "**(注：)|经验证 |**(“引号”)|后"),
        ("**UPDATE (8/3/2010):**Fixed", "**(UPDATE (8/3/2010):)|Fixed"),
        ("* a* *a *b", "* a* *a *b"),
        ("***a** b*", "*(**(a)| b)"),
        ("***a***", "**(*(a))"),
        ("**a *b** c*", "*(*a *b** c)"),
        ("*a **b* c**", "*a |**(b* c)"),
        ("**a", "**a"),
        ("**a*", "*(*a)"),
        ("é_b_ 1_b_ a-_b_", "é_b_ 1|*(b)| a-_b_"),
        ("_a_b_ *a*b*", "*(a_b)| |*(a)|b*"),
        ("****", "*(**)"),
        ("**a\n\nb**", "**(a⏎⏎b)"),
    ]);
}

#[test]
fn code_is_as_it_is_written() {
    all_are(&[
        ("`a *b*` ``c ` d`` `` e ``", "code`a *b*`| |code`c ` d`| |code`e`"),
        ("` a ` b` `c", "` a ` b|code` `|c"),
        ("```a`` b", "```a`` b"),
        ("`a`{:.x}", "code`a` class=x()"),
    ]);
}

#[test]
fn links_lead_to_what_follows_them() {
    all_are(&[
        ("[a *b*](/x)", "link href=/x(a |*(b))"),
        (
            "[a](/x \"T\") [b](</x y>) [c](/x(y)z 'T')",
            "link href=/x title=T(a)| |link href=/x y(b)| |link href=/x(y)z title=T(c)",
        ),
        (
            "[a][Name] [NAME], [name][] [b]",
            "link href=/u title=Title(a)| |link href=/u title=Title(NAME)|, |link href=/u title=Title(name)| [b]",
        ),
        ("[a]\n[name] [ name]", "link href=/u title=Title(a)| [ name]"),
        ("[a](x\ny) [a](", "link href=x⏎y(a)| [a]("),
        ("[a [b](c) d](e)", "link href=e(a [b](c) d)"),
        ("[![a](b)](c)", "link href=c(image src=b alt=a())"),
        ("![a *b* \\_](/x \"T\")", "image src=/x alt=a *b* _ title=T()"),
        ("[a`]`](b) [a] (b)", "link href=b(a|code`]`)| [a] (b)"),
        ("[a](b \"c\"d\")", "link href=b title=c\"d(a)"),
        ("[](x)[a]()", "link href=x()|link href=(a)"),
        ("[x\\]](y)", "link href=y(x])"),
    ]);
}

#[test]
fn addresses_are_links() {
    all_are(&[
        (
            "<https://a.b/c?d&amp;e_f_> <a.b@c-d.e> <mailto:x@y>",
            "link href=https://a.b/c?d&amp;e_f_(https://a.b/c?d&e_f_)| |link href=mailto:a.b@c-d.e(a.b@c-d.e)| |link href=mailto:x@y(x@y)",
        ),
        ("<http:> <ftp:a;\nb> https://a.b", "<http:> <ftp:a;⏎b> https://a.b"),
    ]);
}

#[test]
fn html_stands_among_text() {
    all_are(&[
        ("<b>*a*</b> <B CLASS='x'>a</b>", "b(*(a))| |b class=x(a)"),
        ("<code>*a* &lt; <b>_c_</b></code>", "code!(*a* &lt; |b!(_c_))"),
        ("<br>a<img src=\"x\"/>b", "br!|a|img! src=x()|b"),
        ("a</b> <div>b</div>", "a</b> <div>b</div>"),
        ("<i>a *b", "i(a *b)"),
        ("*a <i>b* c", "*a |i(b* c)"),
        ("<i markdown=\"0\">*a*</i> <kbd markdown='span'>*b*</kbd>", "i!(*a*)| |kbd(*(b))"),
        ("a<!-- *b* -->c<!-- d", "a|<!-- *b* -->|c<!|–| d"),
        ("<x-y>*a*</x-y> <?php *b* ?>", "x-y!(*a*)| <?php |*(b)| ?>"),
        ("a < b > c <3", "a < b > c <3"),
        ("<a title=\"b\n\nc\">d</a>", "a title=b c(d)"),
    ]);
}

#[test]
fn quotes_are_curly() {
    all_are(&[
        ("\"a\" 'b' it's '80s \"'c' d\"", "“|a|”| |‘|b|’| it|’|s |’|80s |“|‘|c|’| d|”"),
        ("(\"a\") -\"b\" [\"c\"] *\"d\"*", "(|“|a|”|) -|“|b|”| [|“|c|”|] |*(“|d|”)"),
        ("他说\"好\"了 \"*a*\"", "他说|”|好|”|了 |“|*(a)|”"),
        ("\\\"a\\\" 5'6\"", "\"a\" 5|’|6|”"),
        ("\"\" '' \"", "”|”| |‘|’| |“"),
    ]);
    let options = Options { smart_quotes: ['«', '»', '„', '‟'], ..Options::default() };
    assert_eq!(spans_with("\"a\" 'b'", &options), "„|a|‟| |«|b|»");
}

#[test]
fn symbols_and_references_are_what_they_show() {
    all_are(&[
        ("a -- b --- c... << d >> <<e>>", "a |–| b |—| c|…| |«~|d|~»| |«|e|»"),
        ("\\<<a\\>> \\-- ----", "<=&lt;|<=&lt;|a|>=&gt;|>=&gt;| -- |—|-"),
        ("&copy; &check; &#x41; & &amp;lt;", "©=&copy;| |&=&amp;|check; |A=&#x41;| & |&=&amp;|lt;"),
        ("\\*a\\* \\a \\~", "*a* \\a ~"),
    ]);
    let options = Options { typographic_symbols: false, ..Options::default() };
    assert_eq!(spans_with("a -- b... << c >> d  \ne", &options), "a -- b... << c >> d|br|⏎e");
}

#[test]
fn marks_maths_and_struck_out_text() {
    all_are(&[
        ("a[^1] b[^2] [^ ]", "a|^1| b[^2] [^ ]"),
        ("$$ a_b $$ $5 $$ $$$$", "math`a_b`| $5 |math``|$$"),
        ("~~删除，~~后 ~~ a~~ ~~a ~~ ~~b~c~~", "~~(删除，)|后 ~~ a~~ |~~(a ~~ ~~b~c)"),
        ("*a ~~b* c~~ d*", "*(a |~~(b* c)| d)"),
        ("~~*a*~~", "~~(*(a))"),
    ]);
    let options = Options { gfm: false, ..Options::default() };
    assert_eq!(spans_with("~~a~~ \\~ b\\\nc", &options), "~~a~~ \\~ b\\⏎c");
}

#[test]
fn attribute_lists_belong_to_what_is_before() {
    all_are(&[
        ("*a*{:.b #c d=\"e\"}{:list}", "* class=b c id=c d=e(a)"),
        ("a{:.b} *c* {:.d}", "a{:.b} |*(c)| {:.d}"),
        ("{::comment}a *b*{:/}c{::nomarkdown}<b>{:/nomarkdown}", "comment`a *b*`|c|raw`<b>`"),
        ("{::nomarkdown type=\"latex\"}a{:/} {::x}b{:/} {:/}", "raw``| {::x}b{:/} {:/}"),
        ("{::options parse_span_html=\"false\" /}<b>*a*</b>", "b!(*a*)"),
    ]);
}

#[test]
fn lines_break_where_their_author_wants() {
    all_are(&[
        ("a  \nb\\\\\nc\\\nd\ne   \nf", "a|br|⏎b|br|⏎c|br|⏎d⏎e |br|⏎f"),
        ("a\\\n*b\\\nc*<b>d\\\ne</b>~~f\\\ng~~", "a|br|⏎|*(b|br|⏎c)|b(d\\⏎e)|~~(f\\⏎g)"),
        ("a\\\n", "a⏎"),
    ]);
    let options = Options { hard_wrap: true, ..Options::default() };
    assert_eq!(spans_with("a\nb  \nc\n", &options), "a|br|⏎b  |br|⏎c⏎");
}

#[test]
fn what_leads_nowhere_is_said_once() {
    let mut definitions = definitions();
    parse("*a [b][c] [^d] <i>e", &mut definitions, &Options::default());
    let warnings: Vec<Warning> = definitions.warnings.into_iter().map(|(_, warning)| warning).collect();
    assert_eq!(
        warnings,
        [
            Warning::UnknownReference("c".to_owned()),
            Warning::UnknownFootnote("d".to_owned()),
            Warning::TagNotClosed("i".to_owned()),
        ]
    );
}
