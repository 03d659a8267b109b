//! What an attribute of an article may say. With the names in [`super::allowed`], this is the whole policy: the press
//! and the app clean every article by it, each with a parser of its own.

use std::borrow::Cow;

use super::allowed;
use super::style_attribute::allowed_style;
use super::url;
use crate::base::Base;
use crate::bundle::Links;

/// Where an article is, for the addresses in it.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Where the host serves the site.
    pub base: &'a Base,
    /// What the press has resolved.
    pub links: &'a Links,
}

/// The value that an attribute may keep; `None` if the attribute has to go. `element` and `name` are lower-case, the
/// value is decoded.
pub fn allowed_value<'v>(element: &str, name: &str, value: &'v str, around: Surroundings<'_>) -> Option<Cow<'v, str>> {
    allowed::attribute(element, name)?;
    match name {
        "href" | "cite" => url::is_safe_link(value).then(|| around.resolve(value)),
        "src" | "poster" => url::is_safe_medium(value).then(|| around.resolve(value)),
        // The app makes a frame of it, which a script must not be.
        "data-frame" => value.starts_with("https://").then_some(Cow::Borrowed(value)),
        "srcset" => candidates(value, around).map(Cow::Owned),
        "id" | "name" | "aria-describedby" => (!is_own_id(value)).then_some(Cow::Borrowed(value)),
        "class" => Some(allowed_classes(value)).filter(|classes| !classes.is_empty()),
        "style" => allowed_style(value).map(Cow::Owned),
        "role" => allowed::is_role(value).then_some(Cow::Borrowed(value)),
        // A text field or a button would have no use, but could look as if it had one.
        "type" if element == "input" => (value == "checkbox").then_some(Cow::Borrowed(value)),
        "tabindex" => (value == "0").then_some(Cow::Borrowed(value)),
        "target" => (value == "_blank").then_some(Cow::Borrowed(value)),
        _ => Some(Cow::Borrowed(value)),
    }
}

impl Surroundings<'_> {
    fn resolve<'v>(self, address: &'v str) -> Cow<'v, str> {
        // White space around an address means nothing.
        url::resolve(address.trim_ascii(), self.base, self.links)
    }
}

/// Whether an element of the page around the article has this id, or one of its scripts looks for it.
pub fn is_own_id(id: &str) -> bool {
    id.starts_with("lectern")
}

/// The addresses of a set of pictures, each with its width. One that is not safe takes all of them away.
fn candidates(value: &str, around: Surroundings<'_>) -> Option<String> {
    let mut allowed = String::with_capacity(value.len());
    for candidate in value.split(", ") {
        let (address, width) = candidate.trim_ascii().split_once(' ').unwrap_or((candidate.trim_ascii(), ""));
        if !url::is_safe_medium(address) {
            return None;
        }
        if !allowed.is_empty() {
            allowed.push_str(", ");
        }
        allowed.push_str(&around.resolve(address));
        if !width.is_empty() {
            allowed.push(' ');
            allowed.push_str(width);
        }
    }
    Some(allowed)
}

/// Classes that mean something in an article. The others could only borrow the look of the page around it.
fn allowed_classes(value: &str) -> Cow<'_, str> {
    if value.split_ascii_whitespace().all(allowed::is_class) {
        return Cow::Borrowed(value);
    }
    let mut kept = String::new();
    for class in value.split_ascii_whitespace().filter(|class| allowed::is_class(class)) {
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(class);
    }
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(element: &str, name: &str, value: &str) -> Option<String> {
        let links = vec![("a.md".to_owned(), "/2024/a.html".to_owned())];
        let around = Surroundings { base: &Base::parse("/repo/"), links: &links };
        allowed_value(element, name, value, around).map(Cow::into_owned)
    }

    #[test]
    fn addresses_are_safe_and_resolved() {
        for (element, name, value, kept) in [
            ("a", "href", " a.md#x ", Some("/repo/2024/a.html#x")),
            ("a", "href", "java\nscript:x", None),
            ("a", "href", "\u{1}javascript:x", None),
            ("img", "src", "data:image/png;base64,AA", Some("data:image/png;base64,AA")),
            ("a", "href", "data:image/svg+xml,x", None),
            ("img", "srcset", "/a.webp 480w, /b.webp 960w", Some("/repo/a.webp 480w, /repo/b.webp 960w")),
            ("img", "srcset", "/a.webp 480w, javascript:x 2x", None),
            ("p", "href", "/x", None),
            ("a", "data-frame", "https://example.org/x", Some("https://example.org/x")),
            ("a", "data-frame", "javascript:x", None),
        ] {
            assert_eq!(allowed(element, name, value).as_deref(), kept, "{element} {name}={value}");
        }
    }

    #[test]
    fn values_that_reach_out_of_the_article_go() {
        assert_eq!(allowed("p", "id", "lectern"), None);
        assert_eq!(allowed("p", "id", "lectern-page"), None);
        assert_eq!(allowed("p", "id", "a-part").as_deref(), Some("a-part"));
        assert_eq!(allowed("div", "class", "skip-link site-header language-rust").as_deref(), Some("language-rust"));
        assert_eq!(allowed("div", "tabindex", "1"), None);
        assert_eq!(allowed("div", "role", "banner"), None);
        assert_eq!(allowed("p", "onclick", "x"), None);
        assert_eq!(allowed("p", "style", "color: red; position: fixed").as_deref(), Some("color: red"));
    }
}
