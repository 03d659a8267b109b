//! How browsers search the site from their own search box: OpenSearch 1.1.

use quick_xml::escape::escape;

use crate::press::words::Catalogue;
use crate::site::Site;
use crate::words::filled;

/// A short name must not be longer.
const LONGEST_NAME: usize = 16;

/// The description of the site's search, which is at `/search/?q=`.
pub(super) fn description(site: &Site, words: &Catalogue) -> String {
    let name: String = site.title.chars().take(LONGEST_NAME).collect();
    let about = words.files.get("search-site").map_or("", String::as_str);
    let about = filled(about, "{site}", &site.title);
    let template = format!("{}?q={{searchTerms}}", site.absolute("/search/"));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}\"/>\n</OpenSearchDescription>\n",
        escape(name.trim()),
        escape(&about),
        escape(&template)
    )
}
