//! What of a page is searched: the sections of its article as readers see it.

use super::document::{Block, Section};
use crate::markdown::tag::{Token, tokens};
use crate::press::post::title::decode_entities;

/// The sections of an article: what stands above the first heading, then each heading with what follows it.
pub fn sections(article: &str) -> Vec<Section> {
    let mut reader = ArticleReader { sections: vec![Section::default()], ..ArticleReader::default() };
    for token in tokens(article) {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Start { name, attributes, .. } => reader.start(&name, &attributes),
            Token::End { name, .. } => reader.end(&name),
            Token::Comment => {}
        }
    }
    reader.end_block();
    reader.sections.retain(|section| !section.heading.is_empty() || !section.blocks.is_empty());
    reader.sections
}

#[derive(Default)]
struct ArticleReader {
    sections: Vec<Section>,
    text: String,
    /// Whether the text is that of a heading.
    in_heading: bool,
    in_code: bool,
    /// The element that is left out, and how many of its name are open.
    left_out: Option<(String, u32)>,
}

/// No words of the text: formulas are drawn, and the rest is for programs.
const LEFT_OUT: [&str; 6] = ["button", "math", "script", "style", "svg", "template"];
/// Elements that stand within a line.
const IN_LINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "ruby", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

impl ArticleReader {
    fn start(&mut self, name: &str, attributes: &[(String, &str)]) {
        if let Some((left_out, depth)) = &mut self.left_out {
            *depth += u32::from(left_out == name);
            return;
        }
        let attribute = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value);
        match name {
            _ if LEFT_OUT.contains(&name) => self.left_out = Some((name.to_owned(), 1)),
            "img" => {
                let words = attribute("alt").unwrap_or_default();
                self.text.push(' ');
                self.text.push_str(&decode_entities(words));
                self.text.push(' ');
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                let anchor = decode_entities(attribute("id").unwrap_or_default());
                self.sections.push(Section { anchor, ..Section::default() });
                self.in_heading = true;
            }
            "pre" => {
                self.end_block();
                self.in_code = true;
            }
            _ if IN_LINE.contains(&name) => {}
            _ => self.end_block(),
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((left_out, depth)) = &mut self.left_out {
            *depth -= u32::from(left_out == name);
            if *depth == 0 {
                self.left_out = None;
            }
            return;
        }
        if !IN_LINE.contains(&name) {
            self.end_block();
        }
    }

    fn text(&mut self, text: &str) {
        if self.left_out.is_none() {
            self.text.push_str(&decode_entities(text));
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (in_heading, in_code) = (std::mem::take(&mut self.in_heading), std::mem::take(&mut self.in_code));
        let Some(section) = self.sections.last_mut() else { return };
        let words = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.trim().is_empty() {
            return;
        }
        match (in_heading, in_code) {
            (true, _) => section.heading = words(),
            (false, true) => section.blocks.push(Block::Code(text.trim_end().to_owned())),
            (false, false) => section.blocks.push(Block::Text(words())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(article: &str) -> Vec<String> {
        let of_section = |section: &Section| {
            let heading = (!section.heading.is_empty()).then(|| format!("# {} #{}", section.heading, section.anchor));
            let blocks = section.blocks.iter().map(|block| match block {
                Block::Text(text) => text.clone(),
                Block::Code(code) => format!("`{code}`"),
            });
            heading.into_iter().chain(blocks).collect::<Vec<_>>()
        };
        sections(article).iter().flat_map(of_section).collect()
    }

    #[test]
    fn sections_begin_at_headings_and_blocks_end_where_lines_do() {
        let article = "<p>One <em>he</em>ron &amp; two.<br>Three</p><h2 id=\"a-b\">A <code>b</code></h2>\
                       <ul><li>Item<p>Deep</p></li></ul><table><tr><td>x</td><td>y</td></tr></table>\
                       <h3>Without id</h3>";
        let expected = ["One heron & two.", "Three", "# A b #a-b", "Item", "Deep", "x", "y", "# Without id #"];
        assert_eq!(told(article), expected);
    }

    #[test]
    fn code_keeps_its_lines_and_pictures_give_their_words() {
        let article = "<pre tabindex=\"0\"><code><span class=\"p\">let</span> a;\n  b();\n</code></pre>\
                       <p><img alt=\"A &quot;heron&quot;\" src=\"/x.png\"></p>";
        assert_eq!(told(article), ["`let a;\n  b();`", "A \"heron\""]);
    }

    #[test]
    fn what_is_not_read_is_not_searched() {
        let article = "<p>a <math><semantics><mi>x</mi><math></math></semantics></math> b<svg><text>no</text></svg></p>\
                       <script>no</script><!-- no --><p></p><p>1 < 2</p>";
        assert_eq!(told(article), ["a b", "1 < 2"]);
        assert!(sections("").is_empty() && sections("<math><p>no").is_empty());
    }
}
