//! Tags of languages.

/// Reads a tag such as `en`, `pt-BR` or `zh-Hant` (BCP 47, in shape only). `en_US` is mended. `None` for anything else.
pub fn language_tag(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next()?;
    let is_language = (2..=8).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_language && parts.all(is_part)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_shape_of_a_tag() {
        for (text, tag) in [
            ("en", Some("en")),
            (" pt_BR ", Some("pt-BR")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("e", None),
            ("", None),
        ] {
            assert_eq!(language_tag(text).as_deref(), tag, "{text}");
        }
        for text in ["English, mostly", "en-", "-en", "en\"", "d3", "українська"] {
            assert_eq!(language_tag(text), None, "{text}");
        }
    }
}
