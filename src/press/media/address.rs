//! The address of another site, taken apart.

use percent_encoding::percent_decode_str;

/// An `http` or `https` address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `http` or `https`; the latter where only `//` is written.
    pub scheme: &'static str,
    /// Lower-case, with a port if there is one.
    pub host: String,
    /// All that follows `://`, as written.
    pub behind_scheme: String,
    /// The parts of the path that are not empty, decoded.
    pub segments: Vec<String>,
    /// Decoded.
    pub query: Vec<(String, String)>,
}

impl Address {
    /// Reads an address; `None` for what is none of another site.
    pub fn parse(text: &str) -> Option<Address> {
        let text = text.trim();
        let (scheme, rest) = match text.split_once(':') {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => ("https", rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => ("http", rest),
            _ => ("https", text),
        };
        let behind_scheme = rest.strip_prefix("//")?;
        let end = behind_scheme.find(['/', '?', '#']).unwrap_or(behind_scheme.len());
        let (authority, rest) = behind_scheme.split_at(end);
        let host = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        let is_host = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(is_host) {
            return None;
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let segments = path.split('/').filter(|segment| !segment.is_empty()).map(decode).collect();
        let query = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(&value.replace('+', " ")))
        });
        Some(Address { scheme, host, behind_scheme: behind_scheme.to_owned(), segments, query: query.collect() })
    }

    /// The whole address.
    pub fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.behind_scheme)
    }

    /// Scheme and host.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.host)
    }

    /// The value of a key of the query, if it has one.
    pub fn parameter(&self, key: &str) -> Option<&str> {
        self.query.iter().find(|(known, value)| known == key && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// The host without the `www.` that says nothing.
    pub fn plain_host(&self) -> &str {
        self.host.strip_prefix("www.").unwrap_or(&self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_addresses_apart() {
        let address = Address::parse("//WWW.Example.org:81/a/b%20c/?d=e+f&g#h").expect("an address");
        assert_eq!((address.origin().as_str(), address.plain_host()), ("https://www.example.org:81", "example.org:81"));
        assert_eq!(address.segments, ["a", "b c"]);
        assert_eq!((address.parameter("d"), address.parameter("g")), (Some("e f"), None));
        assert_eq!(Address::parse("HTTP://a").map(|address| address.url()).as_deref(), Some("http://a"));
        for text in ["", "/a", "a.png", "data:image/png,x", "mailto:a@b", "https:", "https://", "https://a b/"] {
            assert_eq!(Address::parse(text), None, "{text}");
        }
    }
}
