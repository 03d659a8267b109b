//! Which addresses an article may name, and where they lead.

use std::borrow::Cow;

use crate::base::Base;
use crate::bundle::Links;

/// Schemes that neither run script nor reach into the reader's machine.
pub(super) const LINK_SCHEMES: [&str; 8] = ["http", "https", "mailto", "tel", "sms", "xmpp", "irc", "ircs"];

/// Whether a link may lead to a decoded address.
pub fn is_safe_link(address: &str) -> bool {
    scheme(address).is_none_or(|scheme| LINK_SCHEMES.contains(&scheme.as_str()))
}

/// Whether a picture or other medium may come from a decoded address: as for links, but pictures may also stand
/// in the address itself.
pub fn is_safe_medium(address: &str) -> bool {
    let lower = address.trim_ascii_start().get(..11).map(str::to_ascii_lowercase);
    lower.as_deref() == Some("data:image/") || is_safe_link(address)
}

/// Where an address leads once the site is served below `base`: what the press has resolved, else a path from
/// the site's root below the base, else the address itself.
pub(super) fn resolve<'a>(address: &'a str, base: &Base, links: &Links) -> Cow<'a, str> {
    let (target, suffix) = address.split_at(address.find(['#', '?']).unwrap_or(address.len()));
    if let Ok(position) = links.binary_search_by(|(known, _)| known.as_str().cmp(target)) {
        let resolved = &links[position].1;
        return Cow::Owned(base.join_encoded(resolved) + suffix);
    }
    match target.strip_prefix('/') {
        Some(rest) if !rest.starts_with('/') && base.strip(target).is_none() => {
            Cow::Owned(format!("{}{rest}{suffix}", base.as_str()))
        }
        _ => Cow::Borrowed(address),
    }
}

/// The scheme of an address, lower-case; whatever stands before a colon that no path begins before.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = before_path(address).split_once(':')?;
    Some(scheme.trim_ascii_start().to_ascii_lowercase())
}

fn before_path(address: &str) -> &str {
    address.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_schemes_pass() {
        for safe in ["https://a.b", "HTTP://a", "mailto:a@b", "/a:b", "a/b:c", "#x", "?a:b", "", "post.md", "//host/x"]
        {
            assert!(is_safe_link(safe), "{safe}");
        }
        for unsafe_address in [
            "javascript:alert(1)",
            " JavaScript:x",
            "java\tscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "blob:x",
        ] {
            assert!(!is_safe_link(unsafe_address), "{unsafe_address}");
            assert!(!is_safe_medium(unsafe_address), "{unsafe_address}");
        }
        assert!(is_safe_medium("data:image/png;base64,AAAA"));
    }

    #[test]
    fn resolves_against_the_base() {
        let links = vec![("a.md".to_owned(), "/2024/a.html".to_owned())];
        let base = Base::parse("/repo/");
        for (address, resolved) in [
            ("a.md", "/repo/2024/a.html"),
            ("a.md#x", "/repo/2024/a.html#x"),
            ("/archive/", "/repo/archive/"),
            ("/repo/archive/", "/repo/archive/"),
            ("/repository/", "/repo/repository/"),
            ("//host/x", "//host/x"),
            ("#x", "#x"),
            ("b.md", "b.md"),
            ("https://a.b/a.md", "https://a.b/a.md"),
        ] {
            assert_eq!(resolve(address, &base, &links), resolved);
        }
        assert_eq!(resolve("/x", &Base::parse("/"), &links), "/x");
    }
}
