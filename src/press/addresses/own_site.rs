//! Which addresses are the site's own.

use percent_encoding::percent_decode_str;

use crate::base::Base;

/// Where the site is, has been or will be.
#[derive(Clone, Debug, Default)]
pub struct OwnSite {
    /// Names of hosts, lower-case, without `www.`.
    hosts: Vec<String>,
    /// The folder for which this site is written, then others that it may have been in.
    bases: Vec<Base>,
}

/// Where an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// To another site, or to no page at all: a mail, a telephone.
    Elsewhere,
    /// To this site by its name. What follows are the decoded paths that may be meant, the best first.
    Whole(Vec<String>),
    /// To this site, from its root. The first path is the one that the renderer would take.
    Root(Vec<String>),
    /// To a decoded path relative to the text.
    Relative(String),
}

impl OwnSite {
    /// A site with addresses of hosts (`https://example.org`; empty ones are none) and folders.
    pub fn new<'a>(urls: impl IntoIterator<Item = &'a str>, bases: impl IntoIterator<Item = Base>) -> OwnSite {
        let hosts = urls.into_iter().filter_map(|url| url.split_once("://"));
        let mut own_site = OwnSite::default();
        for (_, rest) in hosts {
            let host = host_name(rest.split('/').next().unwrap_or_default());
            if !host.is_empty() && !own_site.hosts.contains(&host) {
                own_site.hosts.push(host);
            }
        }
        for base in bases {
            if !own_site.bases.contains(&base) {
                own_site.bases.push(base);
            }
        }
        own_site
    }

    /// Where an address leads to, of which query and fragment are cut off.
    pub fn place(&self, target: &str) -> Place {
        let (scheme, behind) = match target.split_once(':') {
            Some((scheme, behind)) if !scheme.contains('/') => (Some(scheme.to_ascii_lowercase()), behind),
            _ => (None, target),
        };
        if scheme.is_some_and(|scheme| !matches!(scheme.as_str(), "http" | "https")) {
            return Place::Elsewhere;
        }
        let decode = |path: &str| percent_decode_str(path).decode_utf8_lossy().into_owned();
        if let Some(rest) = behind.strip_prefix("//") {
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let path = if path.is_empty() { "/".to_owned() } else { decode(path) };
            let paths: Vec<String> =
                self.bases.iter().filter_map(|base| base.strip(&path)).map(str::to_owned).collect();
            let is_own = self.hosts.contains(&host_name(host)) && !paths.is_empty();
            return if is_own { Place::Whole(paths) } else { Place::Elsewhere };
        }
        let path = decode(behind);
        if !path.starts_with('/') {
            return Place::Relative(path);
        }
        let mut paths: Vec<String> =
            self.bases.iter().filter_map(|base| base.strip(&path)).map(str::to_owned).collect();
        let is_renderers_first = self.bases.first().is_some_and(|base| base.strip(&path).is_some());
        paths.insert(if is_renderers_first { paths.len() } else { 0 }, path);
        paths.dedup();
        Place::Root(paths)
    }
}

fn host_name(host: &str) -> String {
    let lower = host.to_ascii_lowercase();
    lower.strip_prefix("www.").unwrap_or(&lower).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_own_addresses_from_others() {
        let own = OwnSite::new(["https://www.example.org", ""], [Base::parse("/repo/"), Base::parse("/")]);
        let paths = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
        for (target, place) in [
            ("http://example.org", Place::Whole(paths(&["/"]))),
            ("HTTPS://WWW.Example.org/a%20b/", Place::Whole(paths(&["/a b/"]))),
            ("//example.org/repo/a/", Place::Whole(paths(&["/a/", "/repo/a/"]))),
            ("https://example.com/a/", Place::Elsewhere),
            ("https://blog.example.org/a/", Place::Elsewhere),
            ("//cdn.example.com/x.js", Place::Elsewhere),
            ("mailto:a@example.org", Place::Elsewhere),
            ("/a/", Place::Root(paths(&["/a/"]))),
            ("/repo/a/", Place::Root(paths(&["/a/", "/repo/a/"]))),
            ("a:b", Place::Elsewhere),
            ("./a:b", Place::Relative("./a:b".to_owned())),
        ] {
            assert_eq!(own.place(target), place, "{target}");
        }
        let in_folder = OwnSite::new(["https://example.org"], [Base::parse("/blog/")]);
        assert_eq!(in_folder.place("https://example.org/shop/"), Place::Elsewhere);
        assert_eq!(in_folder.place("/shop/"), Place::Root(paths(&["/shop/"])));
    }
}
