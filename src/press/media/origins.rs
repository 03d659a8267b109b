//! The sites that a blog takes pictures, films and sounds from, as its settings name them.

use super::address::Address;

/// Sources as a content security policy writes them: `https://i.imgur.com`, `https://*.example.org`, `https:`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins(Vec<String>);

impl Origins {
    /// Every site that is asked through an encrypted connection.
    pub fn all() -> Origins {
        Origins(vec!["https:".to_owned()])
    }

    /// Reads one of the settings; `None` for what is no source.
    pub fn parse_one(text: &str) -> Option<String> {
        let text = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let text = text.as_str();
        if matches!(text, "https:" | "http:") {
            return Some(text.to_owned());
        }
        let (scheme, host) = text.split_once("://").unwrap_or(("https", text));
        let name = host.strip_prefix("*.").unwrap_or(host);
        let (name, port) = name.split_once(':').map_or((name, None), |(name, port)| (name, Some(port)));
        let is_label = |label: &str| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        let is_port = port.is_none_or(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
        let is_known = matches!(scheme, "https" | "http") && name.contains('.') || name == "localhost";
        (is_known && is_port && name.split('.').all(is_label)).then(|| format!("{scheme}://{host}"))
    }

    /// Adds a source that [`Origins::parse_one`] gave.
    pub fn add(&mut self, source: String) {
        if !self.0.contains(&source) {
            self.0.push(source);
        }
    }

    /// The sources, in the order of the settings.
    pub fn sources(&self) -> &[String] {
        &self.0
    }

    /// The scheme by which an address may be asked: the encrypted one if that is allowed. `None` if neither is.
    pub fn safest(&self, address: &Address) -> Option<&'static str> {
        ["https", "http"].into_iter().filter(|scheme| *scheme == "https" || address.scheme == "http").find(|scheme| {
            self.0.iter().any(|source| match source.strip_prefix(scheme).and_then(|rest| rest.strip_prefix(':')) {
                None => false,
                Some("") => true,
                Some(host) => matches(host.trim_start_matches('/'), &address.host),
            })
        })
    }
}

fn matches(allowed: &str, host: &str) -> bool {
    match allowed.strip_prefix('*') {
        Some(end) => host.ends_with(end),
        None => allowed == host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_those_of_a_policy() {
        for (text, source) in [
            ("https://I.imgur.com/", Some("https://i.imgur.com")),
            ("i.imgur.com", Some("https://i.imgur.com")),
            ("https://*.example.org", Some("https://*.example.org")),
            ("http://localhost:8000", Some("http://localhost:8000")),
            ("https:", Some("https:")),
            ("https://a.b/c", None),
            ("https://a.b; script-src *", None),
            ("*", None),
            ("'self'", None),
            ("data:", None),
            ("javascript:", None),
            ("", None),
        ] {
            assert_eq!(Origins::parse_one(text).as_deref(), source, "{text}");
        }
    }

    #[test]
    fn the_encrypted_way_is_taken_where_it_is_allowed() {
        let origins =
            Origins(vec!["https://a.org".to_owned(), "https://*.b.org".to_owned(), "http://c.org".to_owned()]);
        for (address, scheme) in [
            ("https://a.org/x", Some("https")),
            ("http://a.org/x", Some("https")),
            ("http://c.org/x", Some("http")),
            ("https://c.org/x", None),
            ("//x.b.org/x", Some("https")),
            ("https://b.org/x", None),
            ("https://a.org.evil.org/", None),
        ] {
            let address = Address::parse(address).expect("an address");
            assert_eq!(origins.safest(&address), scheme, "{address:?}");
        }
        let address = Address::parse("http://z.org/").expect("an address");
        assert_eq!((Origins::all().safest(&address), Origins::default().safest(&address)), (Some("https"), None));
    }
}
