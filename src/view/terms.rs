//! All categories or all tags.

use yew::prelude::*;

use super::document::term_link;
use crate::page::Terms;
use crate::route::TermKind;
use crate::site::Site;

/// The page of all terms of a kind.
pub(super) fn terms(site: &Site, terms: &Terms) -> Html {
    let none = match terms.kind {
        TermKind::Category => "No post names a category yet.",
        TermKind::Tag => "No post has a tag yet.",
    };
    let items = terms.terms.iter().map(|(term, count)| html! {
        <li key={term.slug.as_str()}>{ term_link(site, terms.kind, &term.name, &term.slug) }{ " " }<span class="count">{ *count }</span></li>
    });
    html! {
        <div class="terms" key={terms.kind.folder()}>
            <h1>{ terms.heading() }</h1>
            <div>
                if terms.terms.is_empty() { <p class="empty">{ none }</p> } else { <ul>{ for items }</ul> }
            </div>
        </div>
    }
}
