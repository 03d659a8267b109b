//! All terms of a kind.

use yew::prelude::*;

use super::parts::{counted_term, heading, item};
use crate::page::{TermCount, Terms};
use crate::site::Site;
use crate::words::Word;

/// The page of all terms of a kind.
pub(super) fn terms(site: &Site, terms: &Terms) -> Html {
    let words = &site.words;
    let items = terms.terms.iter().map(|counted| term(site, terms, counted));
    let advice = if terms.terms.is_empty() { words.get(Word::NoneYet) } else { "" };
    html! {
        <div class="terms" key={terms.kind.folder()}>
            { heading(words.get(terms.kind.word())) }
            <ul>{ for items }</ul>
            <p class="empty">{ advice }</p>
        </div>
    }
}

fn term(site: &Site, terms: &Terms, counted: &TermCount) -> Html {
    let of_term = counted_term(site, terms.kind, &counted.term, counted.posts);
    let parts =
        counted.parts.iter().map(|(part, posts)| item(&part.slug, counted_term(site, terms.kind, part, *posts)));
    let parts = (!counted.parts.is_empty()).then(|| html! { <ul>{ for parts }</ul> });
    item(&counted.term.slug, html! { <>{ of_term }{ parts }</> })
}
