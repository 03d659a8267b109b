//! The way from the home page to the page shown.

use yew::prelude::*;

use super::parts::{item, title_link};
use crate::page::Page;
use crate::site::Site;
use crate::words::Word;

/// Links to the pages above; nothing where there are none.
pub(super) fn trail(site: &Site, page: &Page) -> Option<Html> {
    let pages = page.trail(&site.words);
    let links = pages.iter().map(|page| item(page.permalink.as_str(), title_link(site, page)));
    let label = site.words.get(Word::Trail).to_owned();
    (!pages.is_empty()).then(|| html! { <nav class="trail" aria-label={label}><ol>{ for links }</ol></nav> })
}
