//! All categories or all tags.

use yew::prelude::*;

use super::document::term_link;
use crate::page::{Page, Terms};
use crate::route::TermKind;
use crate::site::Site;

/// The page of all terms of a kind.
pub(super) fn terms(site: &Site, terms: &Terms) -> Html {
    let (class, none) = match terms.kind {
        TermKind::Category => ("terms categories", "No post names a category yet."),
        TermKind::Tag => ("terms tags", "No post has a tag yet."),
    };
    let items = terms.terms.iter().map(|(name, count)| html! {
        <li key={name.as_str()}>{ term_link(site, terms.kind, name) }{ " " }<span class="count">{ *count }</span></li>
    });
    html! {
        <div {class} key={terms.kind.folder()}>
            <h1>{ Page::Terms(terms.clone()).heading() }</h1>
            <div>
                if terms.terms.is_empty() { <p class="empty">{ none }</p> } else { <ul>{ for items }</ul> }
            </div>
        </div>
    }
}
