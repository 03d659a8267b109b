//! Addresses that are not to be asked for.

/// A host, or the beginning of an address: `example.org`, `*.example.org`, `https://example.org/shop/`. `*` stands for any
/// characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(String);

impl Pattern {
    /// Reads one of the settings. `None` for what would match nothing, or everything.
    pub fn parse(text: &str) -> Option<Pattern> {
        let text = text.trim();
        let pattern = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
        let host = pattern.split('/').next().unwrap_or_default();
        let is_host = host.contains(|char: char| char.is_alphanumeric())
            && host.chars().all(|char| char.is_alphanumeric() || "-._:*[]".contains(char));
        is_host.then(|| Pattern(format!("{}{}", host.to_lowercase(), pattern.get(host.len()..).unwrap_or_default())))
    }

    /// As it is compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an address is one of those meant.
    pub fn matches(&self, address: &str) -> bool {
        let address = address.split_once("://").map_or(address, |(_, behind)| behind);
        if self.0.contains('/') {
            return begins(&self.0, address);
        }
        let host = address.split(['/', '?', '#']).next().unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        [host, name].iter().any(|host| is_like(&self.0, host))
    }
}

fn begins(pattern: &str, text: &str) -> bool {
    is_like(&format!("{}*", pattern.trim_end_matches('*')), text)
}

/// Whether a text is like a pattern in which `*` stands for anything.
fn is_like(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_hosts_and_beginnings_of_addresses() {
        for (pattern, address, does) in [
            ("example.org", "https://example.org/a", true),
            ("Example.org", "http://example.org", true),
            ("https://example.org", "http://example.org:8080/a", true),
            ("example.org", "https://www.example.org/", false),
            ("example.org", "https://example.org.evil.org/", false),
            ("*.example.org", "https://www.example.org/", true),
            ("*.example.org", "https://example.org/", false),
            ("example.org:8080", "http://example.org:8080/", true),
            ("example.org:8080", "http://example.org/", false),
            ("example.org/a", "https://example.org/a/b?c", true),
            ("example.org/a", "https://example.org/b", false),
            ("example.org/*/edit", "https://example.org/x/y/edit?z", true),
            ("example.org/*", "https://example.org/x", true),
        ] {
            let parsed = Pattern::parse(pattern).expect(pattern);
            assert_eq!(parsed.matches(address), does, "{pattern} {address}");
        }
        for text in ["", "*", "https://", "a b.org", "/x"] {
            assert_eq!(Pattern::parse(text), None, "{text}");
        }
    }
}
