//! Articles, cleaned: what stands in a page runs nothing, asks no other host, and stays in its place.
//!
//! The policy is the renderer's own ([`crate::markdown::allowed`], [`crate::markdown::attribute`]). Here ammonia applies
//! it to the tree that html5ever makes of an article, in the app `browser/sanitize.rs` to the one of the browser; both
//! parsers follow the same standard.

use std::collections::{HashMap, HashSet};

use ammonia::Builder;

use crate::base::Base;
use crate::bundle::{Bundle, Links};
use crate::markdown::allowed;
use crate::markdown::attribute::{Surroundings, allowed_value};
use crate::markdown::pieces;
use crate::words::Words;

/// The article of a bundle as it may stand in a page. Each piece is cleaned by itself, as in the app.
pub fn article(bundle: &Bundle, base: &Base, words: &Words) -> String {
    let kept = allowed::kept_elements();
    let cleaner = cleaner(&kept, base.clone(), bundle.annotations.links.clone());
    pieces(bundle, base, words).map(|piece| as_it_is_read(in_order(cleaner.clean(&piece).to_string()))).collect()
}

/// The cleaner adds attributes in any order, but equal texts shall give equal pages.
fn in_order(html: String) -> String {
    html.replace(r#"<input type="checkbox" disabled="">"#, r#"<input disabled="" type="checkbox">"#)
}

/// Readers of HTML leave out a line break right behind `<pre>`, but writers add none where text begins with one (HTML
/// standard, "serializing HTML fragments").
fn as_it_is_read(html: String) -> String {
    const START: &str = "<pre";
    if !html.contains(START) {
        return html;
    }
    let mut output = String::with_capacity(html.len() + 8);
    let mut parts = html.split_inclusive('>');
    while let Some(tag) = parts.next() {
        output.push_str(tag);
        let is_start = tag.rsplit_once('<').is_some_and(|(_, name)| name.starts_with("pre"));
        if is_start && parts.clone().next().is_some_and(|behind| behind.starts_with('\n')) {
            output.push('\n');
        }
    }
    output
}

fn cleaner(kept: &str, base: Base, links: Links) -> Builder<'_> {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(kept.split(' ').collect())
        .clean_content_tags(allowed::dropped_with_inside().collect())
        // Every attribute comes before the filter, which alone decides.
        .tag_attributes(HashMap::new())
        .generic_attributes(HashSet::new())
        .generic_attribute_prefixes(HashSet::from([""]))
        .url_schemes(allowed::schemes().collect())
        .attribute_filter(move |element, name, value| {
            allowed_value(element, name, value, Surroundings { base: &base, links: &links })
        })
        // A text field could pass for one of the page.
        .set_tag_attribute_values(HashMap::from([("input", HashMap::from(allowed::INPUT_ATTRIBUTES))]))
        .link_rel(None);
    cleaner
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::tests::bundle;

    fn cleaned(text: &str) -> String {
        article(&bundle(text), &Base::parse("/repo/"), &Words::NONE)
    }

    #[test]
    fn what_is_allowed_stays_as_it_is() {
        for html in [
            "<p>A <kbd>key</kbd>, <a href=\"https://example.org/?a=1&amp;b=2\" title=\"t\">a link</a>.</p>\n",
            "<div class=\"language-rust\" id=\"x\" style=\"color: blue\">x</div>\n",
            "<ul>\n<li><input disabled=\"\" type=\"checkbox\">\nx</li>\n</ul>\n",
        ] {
            assert_eq!(cleaned(html), html);
        }
    }

    #[test]
    fn what_is_not_allowed_goes() {
        for (text, html) in [
            ("<b onclick=alert(1)>x</b>", "<p><b>x</b></p>\n"),
            ("a <script>alert(1)</script> b", "<p>a  b</p>\n"),
            ("<form action=/x><input name=q value=v>x</form>", "<input disabled=\"\" type=\"checkbox\">x"),
            ("<img src=/x.png onerror=x>", "<img src=\"/repo/x.png\">"),
            ("</div></article>x", "x"),
        ] {
            assert_eq!(cleaned(text), html);
        }
    }
}
