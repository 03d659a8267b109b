//! Addresses with places for names: `player.vimeo.com/video/{id}?h={hash}`.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::address::Address;

/// Names and what stands in their places.
pub(super) type Names<'a> = Vec<(&'static str, &'a str)>;

/// What stands in the places of a pattern. A path that ends with `*` may go on.
pub(super) fn find<'a>(pattern: &'static str, address: &'a Address) -> Option<Names<'a>> {
    let (place, query) = pattern.split_once('?').unwrap_or((pattern, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    if host != address.plain_host() {
        return None;
    }
    let mut names = Vec::new();
    let mut segments = address.segments.iter();
    let mut goes_on = false;
    for wanted in path.split('/').filter(|wanted| !wanted.is_empty()) {
        if wanted == "*" {
            goes_on = true;
            break;
        }
        take(&mut names, wanted, segments.next()?)?;
    }
    if !goes_on && segments.next().is_some() {
        return None;
    }
    for wanted in query.split('&').filter(|wanted| !wanted.is_empty()) {
        let (key, value) = wanted.split_once('=')?;
        take(&mut names, value, address.parameter(key)?)?;
    }
    Some(names)
}

/// Notes what stands in the place of a name, or compares.
fn take<'a>(names: &mut Names<'a>, wanted: &'static str, found: &'a str) -> Option<()> {
    let Some(name) = wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) else {
        return (wanted == found).then_some(());
    };
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.' | '~' | ',' | '@');
    let is_address = name == "url" && (found.starts_with("https://") || found.starts_with("http://"));
    (is_address || found.chars().all(is_plain)).then(|| names.push((name, found)))
}

/// A template with its places filled. A whole address stands as it is at the beginning, and encoded elsewhere.
pub(super) fn fill(template: &str, names: &Names<'_>) -> String {
    let mut filled = template.to_owned();
    for (name, value) in names {
        let place = format!("{{{name}}}");
        if filled == place {
            return (*value).to_owned();
        }
        let value =
            if *name == "url" { utf8_percent_encode(value, NON_ALPHANUMERIC).to_string() } else { (*value).to_owned() };
        filled = filled.replace(&place, &value);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pattern: &'static str, address: &str, template: &str) -> Option<String> {
        let address = Address::parse(address)?;
        find(pattern, &address).map(|names| fill(template, &names))
    }

    #[test]
    fn places_are_found_and_filled() {
        let pattern = "vimeo.com/video/{id}?h={hash}";
        assert_eq!(filled(pattern, "//www.vimeo.com/video/1/?a=b&h=c", "{id}/{hash}").as_deref(), Some("1/c"));
        for address in
            ["https://vimeo.com/video/1", "https://vimeo.com/video/1/2?h=c", "https://vimeo.com/video/<1>?h=c"]
        {
            assert_eq!(filled(pattern, address, "{id}"), None, "{address}");
        }
        assert_eq!(filled("a.b/{id}/*", "https://a.b/c/d/e", "{id}").as_deref(), Some("c"));
        let wrapped = "https://a.b/?url=https%3A%2F%2Fc.d%2Fe";
        assert_eq!(filled("a.b?url={url}", wrapped, "{url}").as_deref(), Some("https://c.d/e"));
        assert_eq!(filled("a.b?url={url}", wrapped, "x?u={url}").as_deref(), Some("x?u=https%3A%2F%2Fc%2Ed%2Fe"));
        assert_eq!(filled("a.b?url={url}", "https://a.b?url=javascript:x", "{url}"), None);
    }
}
