//! Inputs that take a careless parser minutes, or its whole stack. `benches/pathological.rs` measures them, and the
//! tests see that they end.

/// A kind of input of any length.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Class {
    /// What is odd about it.
    pub(crate) name: &'static str,
    shape: Shape,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    /// One piece again and again.
    Repeat(&'static str),
    /// A beginning, and then one piece again and again.
    After(&'static str, &'static str),
    /// Beginnings, and then as many ends.
    Nest(&'static str, &'static str),
    /// A piece with a number in the place of `§`: another each time.
    Count(&'static str),
    /// Pieces with numbers, and then others with the same numbers.
    CountTwice(&'static str, &'static str),
    /// Lines of which each has the piece once more than the one before, and ends in another.
    Stairs(&'static str, &'static str),
    /// A row of cells, a row of rules, and then many rows of one cell.
    ShortRows,
    /// As many rows as columns.
    SquareTable,
    /// A piece many times in one of the places of front matter.
    Above(&'static str, &'static str, &'static str),
}

use Shape::{Above, After, Count, CountTwice, Nest, Repeat, ShortRows, SquareTable, Stairs};

/// All classes.
pub(crate) const CLASSES: &[Class] = &classes([
    // Emphasis and other pairs of signs.
    ("emphasis in emphasis", Repeat("*a **a ")),
    ("emphasis that closes", Nest("*a **a ", " a** a*")),
    ("emphasis of two kinds", Repeat("**a *b_c ")),
    ("emphasis within words", Repeat("a*b_c**d__")),
    ("emphasis in Chinese", Repeat("**中**文。*“中”*")),
    ("runs of stars", Stairs("*", "a")),
    ("struck words", Repeat("~~a~ ")),
    ("raised and lowered words", Repeat("^a~b ")),
    ("marked words", Repeat("==a= ")),
    ("quotation marks", Repeat("\"a'b ")),
    ("dashes and dots", Repeat("-- --- ... ")),
    ("backticks of growing length", Stairs("`", "a ")),
    ("pairs of backticks", Repeat("`a``b```")),
    ("dollar signs", Repeat("$")),
    ("formulas in lines", Repeat("$a$ $$b$$ ")),
    ("formulas without end", Repeat("$$ a \\( b \\[ c ")),
    ("backslashes", Repeat("\\")),
    ("escapes", Repeat("\\*\\[\\`\\<")),
    ("emoji codes", Repeat(":a: :b")),
    // Brackets, links, notes.
    ("opening brackets", Repeat("[")),
    ("closing brackets", Repeat("](")),
    ("brackets in brackets", Nest("[", "]")),
    ("pairs of brackets", Repeat("[a][b] [] ")),
    ("pictures in pictures", Repeat("![[[")),
    ("pictures that close", Nest("![", "](x)")),
    ("links in links", Repeat("[a](")),
    ("links that close", Nest("[a", "](b)")),
    ("addresses with brackets", After("[a](", "(")),
    ("titles without end", Repeat("[a](b \"c ")),
    ("wiki links", Repeat("[[a|b]] [[")),
    ("definitions of links", CountTwice("[a§]: /b§\n", "[a§] ")),
    ("one definition, many mentions", After("[a]: /b \"c\"\n\n", "[a] ")),
    ("definitions without end", Repeat("[a]: <b\n")),
    ("long names of links", After("[a", "[a")),
    ("notes", CountTwice("[^a§]: b\n\n", "c[^a§] ")),
    ("one note, many mentions", After("[^a]: b\n\n", "[^a] ")),
    ("notes in notes", Count("[^a§]: [^a§0]\n\n")),
    ("notes without texts", Count("[^a§] ")),
    ("notes within notes", Repeat("[^a]: [^b]\n")),
    ("abbreviations", CountTwice("*[A§]: b\n", "A§ ")),
    ("one abbreviation, many mentions", After("*[AB]: b\n\n", "AB ")),
    ("addresses in angle brackets", Repeat("<http://a.b/c> <a@b.c> ")),
    ("bare addresses", Repeat("http://a.b/c www.a.b a@b.c ")),
    ("a bare address", After("http://a.b/", "(a.b&c;")),
    ("at signs and dots", Repeat("a@b.")),
    // Blocks.
    ("quotes in quotes", Repeat("> ")),
    ("quotes, deeper with each line", Stairs("> ", "a")),
    ("quotes that lag", After("> > > > > > > > a\n", "b\n")),
    ("lists in lists", Repeat("- ")),
    ("lists, deeper with each line", Stairs("  ", "- a")),
    ("lists in quotes in lists", Repeat("> - ")),
    ("numbered lists", Repeat("1. a\n")),
    ("items with gaps", Repeat("- a\n\n\n")),
    ("tasks", Repeat("- [ ] a\n- [x] b\n")),
    ("definitions of terms", Repeat("a\n: b\n")),
    ("terms of many texts", After("a\n", ": b\n\n")),
    ("alerts", Repeat("> [!NOTE]\n> a\n\n")),
    ("headings of one text", Repeat("# a\n\n")),
    ("headings of many texts", Count("# a§\n\n")),
    ("headings that hold numbers", Count("# a\n\n# a-§\n\n")),
    ("headings with lines below", Repeat("a\n===\n\nb\n---\n\n")),
    ("headings with attributes", Repeat("# a {#b .c d=e}\n\n")),
    ("lines of rules", Repeat("---\n***\n")),
    ("fences", Repeat("```a\n")),
    ("fences of growing length", Stairs("`", "a\n~~~~")),
    ("indented code", Repeat("    a\n\n")),
    ("lines that continue lazily", After("> - > a\n", "b\n")),
    // Tables.
    ("a table of many rows", After("| a | b |\n|---|---|\n", "| c | d |\n")),
    ("a table of as many columns", SquareTable),
    ("rows shorter than their table", ShortRows),
    ("cells", Repeat("|a")),
    ("lines that could be a table", Repeat("| a | b\n")),
    ("many tables", Repeat("| a |\n|---|\n| b |\n\n")),
    ("escaped bars", After("| a |\n|---|\n", "\\|`|`")),
    // HTML.
    ("opening signs", Repeat("<")),
    ("beginnings of tags", Repeat("<a b ")),
    ("boxes without end", Repeat("<div>")),
    ("boxes without end, a line each", Repeat("<div>\n\n")),
    ("boxes that close", Nest("<div>", "</div>")),
    ("quotations of HTML that close, a line each", Nest("<blockquote>\n\n", "</blockquote>\n\n")),
    ("signs of HTML that close", Nest("<b>", "</b>")),
    ("signs that overlap", Repeat("<b><i></b></i>")),
    ("signs that reopen", Repeat("<b><p>")),
    ("signs of many kinds without end", Repeat("<b><i><u><s><em><tt>")),
    ("links of HTML", Repeat("<a href=b>")),
    ("links around boxes", Repeat("<a><div>")),
    ("headings of HTML", Repeat("<h1>a<h2>")),
    ("end tags", Repeat("</div></b>")),
    ("end tags without end", Repeat("</a")),
    ("tables of HTML", Repeat("<table><tr><td>")),
    ("what tables put before themselves", After("<table>", "<b>a")),
    ("rows and cells", After("<table>", "<tr><td>a")),
    ("items of HTML", Repeat("<ul><li>a")),
    ("choices", Repeat("<select><option>")),
    ("templates", Repeat("<template>")),
    ("formulas of HTML", Repeat("<math><mi>")),
    ("drawings", Repeat("<svg><g>")),
    ("buttons and forms", Repeat("<form><button>")),
    ("names of tags that are none", Count("<a§b>")),
    ("comments", Repeat("<!-- a -->")),
    ("comments without end", Repeat("<!-- a ")),
    ("comments without end, a line each", Repeat("<!--\n\n")),
    ("instructions", Repeat("<? a ")),
    ("declarations", Repeat("<!A ")),
    ("character data", Repeat("<![CDATA[ a ")),
    ("quotes without end", Repeat("<a b=\"")),
    ("attributes", After("<a", " b")),
    ("attributes of many names in a tag", Above("<a", " b§=c", ">")),
    ("classes", Above("<a class=\"", "b ", "\">")),
    ("styles", Above("<a style=\"", "color:red;", "\">")),
    ("texts that HTML hides", Repeat("<script>a</script><style>b</style>")),
    ("texts without end that HTML hides", Repeat("<script>a<style>b<title>")),
    ("references", Repeat("&amp;&a;&#1;&#x1;&&")),
    ("a long reference", After("&", "a")),
    ("a long number", After("&#", "1")),
    // kramdown's own.
    ("attribute lists", Repeat("a\n{: .b #c d=\"e\"}\n\n")),
    ("attribute lists of lines", Repeat("*a*{: .b}")),
    ("a long attribute list", Above("a\n{:", " .b c=\"d\"", "}\n")),
    ("attribute lists without end", Repeat("{: .a ")),
    ("named attribute lists", CountTwice("{:a§: .b}\n", "*c*{:a§}")),
    ("attribute lists that name each other", Count("{:a§: a§0}\n")),
    ("extensions", Repeat("{::comment}a{:/}\n")),
    ("extensions without end", Repeat("{::nomarkdown}\n")),
    ("tables of contents", Repeat("* a\n{:toc}\n\n# b\n\n")),
    ("ends of blocks", Repeat("a\n^\n")),
    // Liquid.
    ("output", Repeat("{{ a }}")),
    ("output without end", Repeat("{{ a ")),
    ("braces", Repeat("{")),
    ("filters", Above("{{ a", " | append: 'b'", " }}")),
    ("tags", Repeat("{% assign a = 'b' %}")),
    ("tags without end", Repeat("{% a ")),
    ("unknown tags", Repeat("{% a %}")),
    ("conditions in conditions", Nest("{% if a %}", "{% endif %}")),
    ("conditions without end", Repeat("{% if a %}")),
    ("long conditions", Above("{% if a", " and b", " %}c{% endif %}")),
    ("branches", Above("{% if a %}", "{% elsif b %}", "{% endif %}")),
    ("loops in loops", Nest("{% for a in (1..9) %}", "{% endfor %}")),
    ("loops one after another", Repeat("{% for a in (1..9) %}b{% endfor %}")),
    ("raw texts", Repeat("{% raw %}{{ a }}{% endraw %}")),
    ("raw texts without end", Repeat("{% raw %}")),
    ("comments of Liquid", Repeat("{% comment %}a{% endcomment %}")),
    ("captures", Repeat("{% capture a %}{{ a }}b{% endcapture %}")),
    ("texts that double", Repeat("{% assign a = a | append: a | append: 'b' %}")),
    ("ends of blocks that never began", Repeat("{% endif %}")),
    ("highlighted code", Repeat("{% highlight a %}b{% endhighlight %}")),
    // Characters.
    ("one long line", Repeat("a")),
    ("one long line of words", Repeat("a ")),
    ("short lines", Repeat("a\n")),
    ("paragraphs", Repeat("a\n\n")),
    ("blanks", Repeat(" ")),
    ("tabs", Repeat("\t")),
    ("line ends", Repeat("\n")),
    ("line ends of Windows", Repeat("a\r\n\r\n")),
    ("hard line ends", Repeat("a  \nb\\\n")),
    ("NUL", Repeat("\0")),
    ("marks that combine", After("a", "\u{301}")),
    ("directions", Repeat("\u{202e}a")),
    ("letters of many bytes", Repeat("챗봇🎉")),
    // Front matter.
    ("keys", Above("---\n", "a§: b\n", "---\n")),
    ("one key again and again", Above("---\n", "a: b\n", "---\n")),
    ("lists in lists of YAML", Above("---\na: ", "[", "\n---\n")),
    ("maps in maps of YAML", Above("---\na: ", "{b: ", "\n---\n")),
    ("a long list of YAML", Above("---\ntags: [", "a§, ", "]\n---\n")),
    ("items of YAML", Above("---\ntags:\n", "- a§\n", "---\n")),
    ("dashes of YAML", Above("---\na:\n", "- ", "\n---\n")),
    ("questions of YAML", Above("---\n", "? ", "\n---\n")),
    ("anchors", Above("---\n", "a§: &a§ b\n", "---\n")),
    ("aliases", Above("---\na: &a [b]\nc: [", "*a, ", "]\n---\n")),
    ("a long text of YAML", Above("---\na: |\n", "  b\n", "---\n")),
    ("a folded text of YAML", Above("---\na: >\n", "  b\n\n", "---\n")),
    ("quotes without end in YAML", Above("---\n", "a: \"b\n", "---\n")),
    ("colons of YAML", Above("---\na: ", "b: ", "\n---\n")),
    ("comments of YAML", Above("---\n", "# a\n", "---\n")),
    ("lines that are no YAML", Above("---\n", "a b: c: d\n", "---\n")),
    ("a title of entities", Above("---\ntitle: ", "&amp;", "\n---\n")),
    ("front matter without end", Above("---\n", "a§: b\n", "")),
]);

const fn classes<const COUNT: usize>(rows: [(&'static str, Shape); COUNT]) -> [Class; COUNT] {
    let mut classes = [Class { name: "", shape: ShortRows }; COUNT];
    let mut row = 0;
    while row < COUNT {
        classes[row] = Class { name: rows[row].0, shape: rows[row].1 };
        row += 1;
    }
    classes
}

impl Class {
    /// An input of about so many bytes.
    pub(crate) fn text(&self, bytes: usize) -> String {
        match self.shape {
            Repeat(piece) => piece.repeat(bytes / piece.len()),
            After(beginning, piece) => beginning.to_owned() + &piece.repeat(bytes / piece.len()),
            Nest(open, close) => {
                let times = bytes / (open.len() + close.len());
                open.repeat(times) + &close.repeat(times)
            }
            Count(piece) => counted(piece, bytes),
            CountTwice(first, second) => {
                let share = |piece: &str| bytes * (piece.len() + 4) / (first.len() + second.len() + 8);
                counted(first, share(first)) + "\n" + &counted(second, share(second))
            }
            Stairs(step, end) => {
                // Every line is a step longer: the square of their number is the length.
                let lines = (2 * bytes / step.len()).isqrt();
                (1..lines).map(|line| step.repeat(line) + end + "\n").collect()
            }
            ShortRows => {
                let columns = bytes / 8;
                let rule = "|-".repeat(columns);
                format!("{}|\n{rule}|\n", "|a".repeat(columns)) + &"|b|\n".repeat(bytes / 8)
            }
            SquareTable => {
                let columns = (bytes / 2).isqrt();
                let row = "|a".repeat(columns) + "|\n";
                format!("{row}{}|\n", "|-".repeat(columns)) + &row.repeat(columns)
            }
            Above(beginning, piece, end) => format!("{beginning}{}{end}", counted(piece, bytes)),
        }
    }
}

/// So many bytes of a piece, with another number each time.
fn counted(piece: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + piece.len());
    let mut number = 1;
    while text.len() < bytes {
        text.push_str(&piece.replace('§', &number.to_string()));
        number += 1;
    }
    text
}
