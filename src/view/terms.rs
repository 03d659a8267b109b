//! All categories or all tags.

use yew::prelude::*;

use super::parts::{count, heading, item, term_link};
use crate::page::Terms;
use crate::site::Site;

/// The page of all terms of a kind.
pub(super) fn terms(site: &Site, terms: &Terms) -> Html {
    let items = terms.terms.iter().map(|(term, posts)| {
        let link = term_link(site, terms.kind, &term.name, &term.slug);
        item(&term.slug, html! { <>{ link }{ " " }{ count(*posts) }</> })
    });
    let advice = if terms.terms.is_empty() { "None yet." } else { "" };
    html! {
        <div class="terms" key={terms.kind.folder()}>
            { heading(terms.kind.heading()) }
            <ul>{ for items }</ul>
            <p class="empty">{ advice }</p>
        </div>
    }
}
