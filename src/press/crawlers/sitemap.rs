//! The list of pages for search engines, by the protocol of sitemaps.org, version 0.9.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::CrawlerFile;
use crate::site::Site;

/// A page to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// In full.
    pub(super) address: String,
    /// When it was last changed, if that is known.
    pub(super) changed: Option<jiff::Timestamp>,
}

/// More must not stand in one file.
const MOST_ADDRESSES: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One file, or files for all parts and one that names them.
pub(super) fn files(site: &Site, addresses: &[Address]) -> Vec<CrawlerFile> {
    in_parts(site, addresses, MOST_ADDRESSES)
}

fn in_parts(site: &Site, addresses: &[Address], most: usize) -> Vec<CrawlerFile> {
    let first = "sitemap.xml".to_owned();
    if addresses.len() <= most {
        return vec![CrawlerFile { file: first, text: xml("urlset", "url", addresses) }];
    }
    let parts = addresses.chunks(most).zip(1_u32..).map(|(part, number)| {
        let file = format!("sitemap-{number}.xml");
        let changed = part.iter().filter_map(|address| address.changed).max();
        let entry = Address { address: site.absolute(&format!("/{file}")), changed };
        (entry, CrawlerFile { file, text: xml("urlset", "url", part) })
    });
    let (entries, mut files): (Vec<Address>, Vec<CrawlerFile>) = parts.unzip();
    files.push(CrawlerFile { file: first, text: xml("sitemapindex", "sitemap", &entries) });
    files
}

fn xml(root: &str, element: &str, addresses: &[Address]) -> String {
    let mut writer = Writer::new(Vec::new());
    // A writer into memory refuses nothing.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = writer.create_element(root).with_attribute(("xmlns", NAMESPACE)).write_inner_content(|writer| {
        for Address { address, changed } in addresses {
            writer.create_element(element).write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(address))?;
                if let Some(changed) = changed {
                    writer.create_element("lastmod").write_text_content(BytesText::new(&changed.to_string()))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    });
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;
    use crate::words::Words;

    fn site() -> Site {
        Site {
            title: "Notes".to_owned(),
            description: String::new(),
            author: String::new(),
            url: "https://example.org".to_owned(),
            base: Base::parse("/repo/"),
            lang: "en".to_owned(),
            navigation: Vec::new(),
            social_pictures: Default::default(),
            edit: String::new(),
            comments: None,
            words: Words::NONE,
            name_shards: 1,
        }
    }

    #[test]
    fn many_addresses_are_in_files_of_their_own() {
        let address = |number: u32| Address {
            address: format!("https://example.org/repo/{number}?a&b"),
            changed: jiff::Timestamp::from_second(i64::from(number)).ok(),
        };
        let files = in_parts(&site(), &(0..5).map(address).collect::<Vec<_>>(), 2);
        let names: Vec<&str> = files.iter().map(|file| file.file.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        assert_eq!(files[2].text.matches("<url>").count(), 1);
        assert!(files[2].text.contains("<loc>https://example.org/repo/4?a&amp;b</loc>"), "{}", files[2].text);
        let index = &files[3].text;
        assert!(index.contains("<sitemapindex xmlns=") && index.matches("<sitemap>").count() == 3, "{index}");
        assert!(
            index.contains("<loc>https://example.org/repo/sitemap-2.xml</loc><lastmod>1970-01-01T00:00:03Z</lastmod>")
        );
    }
}
