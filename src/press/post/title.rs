//! Titles as plain text.

use pulldown_cmark::{Event, Parser};

/// HTML elements that authors put into titles. Others are not taken away: `Vec<T>` is meant as it stands.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "u", "wbr",
];

/// The longest name of an entity has 31 letters.
const LONGEST_ENTITY: usize = 33;

/// A title on one line, without tags, and with entities as their characters. It is not Markdown: authors of Jekyll
/// blogs write `__attribute__` and `*args` in titles.
pub fn plain(title: &str) -> String {
    let text = decode_entities(&without_tags(title));
    let text: String = text.chars().filter(|char| char.is_whitespace() || !char.is_control()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The title of a post that has none: its name with blanks for hyphens, each word with a capital, as in Jekyll
/// (`Utils.titleize_slug`).
pub fn from_name(slug: &str) -> String {
    let words = slug.trim_end_matches('.').split('-');
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(capitalized).collect();
    let title = plain(&words.join(" "));
    if title.is_empty() { "Untitled".to_owned() } else { title }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|char| char.to_uppercase().to_string()).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

fn without_tags(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from_tag)) = rest.split_once('<') {
        kept.push_str(before);
        match from_tag.split_once('>') {
            Some((tag, behind)) if is_tag(tag) => rest = behind,
            _ => {
                kept.push('<');
                rest = from_tag;
            }
        }
    }
    kept + rest
}

fn is_tag(inside: &str) -> bool {
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let name = name.split([' ', '\t', '\n', '/']).next().unwrap_or_default().to_ascii_lowercase();
    INLINE.contains(&name.as_str())
}

/// Text with HTML's entities as their characters.
pub fn decode_entities(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, from_entity) = rest.split_at(start);
        decoded.push_str(before);
        let length = from_entity.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';').map(|end| end + 1);
        let (entity, behind) = from_entity.split_at(length.unwrap_or(1));
        let is_entity = |char: char| char.is_ascii_alphanumeric() || matches!(char, '&' | '#' | ';');
        if entity.chars().all(is_entity) {
            decoded.push_str(&entity_text(entity));
            rest = behind;
        } else {
            decoded.push('&');
            rest = from_entity.get(1..).unwrap_or_default();
        }
    }
    decoded + rest
}

/// The text of one entity, or the same if there is no such. The Markdown parser has the table of all 2,231 names.
fn entity_text(entity: &str) -> String {
    let text = Parser::new(entity).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    text.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_a_browser_would_show() {
        for (title, shown) in [
            ("Result&lt;T&gt; or Vec<T>", "Result<T> or Vec<T>"),
            ("I&#8217;ll say &ldquo;so&rdquo;&hellip;", "I\u{2019}ll say \u{201c}so\u{201d}\u{2026}"),
            ("<em>One</em><br/> <strike class=\"x\">two</strike>", "One two"),
            ("Q&A, AT&T; R&D &unknown; &", "Q&A, AT&T; R&D &unknown; &"),
            ("&amp;lt; &#x41;&#0;&#8;", "&lt; A\u{fffd}"),
            ("__attribute__ *args `code` # 1. [x](y)", "__attribute__ *args `code` # 1. [x](y)"),
            (" two\n  lines&nbsp;here ", "two lines here"),
            ("a < b > c <", "a < b > c <"),
        ] {
            assert_eq!(plain(title), shown, "{title}");
        }
    }

    #[test]
    fn makes_a_title_of_a_name() {
        for (slug, title) in [
            ("hello-world", "Hello World"),
            ("on_the-LAKE", "On_the Lake"),
            ("a b--c", "A b C"),
            ("swift-1.2", "Swift 1.2"),
            ("챗봇이란", "챗봇이란"),
            ("élan", "Élan"),
            ("--", "Untitled"),
            ("", "Untitled"),
        ] {
            assert_eq!(from_name(slug), title, "{slug}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_title_makes_it_panic(text in "\\PC*", html in "(<|>|&|;|#|/|em|br|amp|[0-9]|\\PC){0,30}") {
            plain(&text);
            plain(&html);
            proptest::prop_assert!(!from_name(&text).is_empty());
        }
    }
}
