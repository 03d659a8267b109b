//! What stands below a text: its tags, its series, the posts around it and like it, comments.

use yew::prelude::*;

use super::comments::comments;
use super::parts::{page_links, term_link, term_links, title_link};
use crate::bundle::{Metadata, SeriesPlace};
use crate::page::PageLink;
use crate::route::TermKind;
use crate::site::Site;
use crate::words::{Word, filled};

/// Everything below the text. What a document does not have is left out.
pub(super) fn endings(site: &Site, metadata: &Metadata) -> Html {
    let words = &site.words;
    let label = |word: Word| words.get(word).to_owned();
    let more = metadata.linked_from_more;
    let more = (0 < more).then(|| html! { <p>{ words.fill(Word::AndMore, "{count}", &more.to_string()) }</p> });
    let tags = term_links(site, TermKind::Tag, metadata);
    let has_neighbors = metadata.previous.is_some() || metadata.next.is_some();
    html! {
        <footer>
            { edit(site, metadata) }
            { (!tags.is_empty()).then(|| html! {
                <ul class="tags" aria-label={label(Word::Tags)}>{ for tags.into_iter().map(|tag| html! { <li>{ tag }</li> }) }</ul>
            }) }
            { metadata.series.as_ref().map(|place| series(site, place)) }
            { has_neighbors.then(|| html! {
                <nav class="neighbors" aria-label={label(Word::Neighbors)}>
                    { neighbor(site, "previous", Word::PreviousPost, &metadata.previous) }
                    { neighbor(site, "next", Word::NextPost, &metadata.next) }
                </nav>
            }) }
            { others(site, Word::Related, &metadata.related, None) }
            { others(site, Word::LinkedFrom, &metadata.linked_from, more) }
            { comments(site, metadata) }
        </footer>
    }
}

fn edit(site: &Site, metadata: &Metadata) -> Option<Html> {
    let address = format!("{}{}", site.edit, metadata.source);
    (!metadata.source.is_empty())
        .then(|| html! { <p class="edit"><a href={address} rel="external">{ site.words.get(Word::Edit) }</a></p> })
}

/// Where the post is in its series, and the way to its neighbors there.
fn series(site: &Site, place: &SeriesPlace) -> Html {
    let part = site.words.fill(Word::PartOf, "{part}", &place.part.to_string());
    html! {
        <nav class="series" aria-label={place.name.clone()}>
            <p>
                { term_link(site, TermKind::Series, &place.name, &place.slug) }
                <span>{ filled(&part, "{parts}", &place.parts.to_string()) }</span>
            </p>
            <div class="neighbors">
                { neighbor(site, "previous", Word::PreviousPost, &place.previous) }
                { neighbor(site, "next", Word::NextPost, &place.next) }
            </div>
        </nav>
    }
}

fn neighbor(site: &Site, class: &'static str, word: Word, page: &Option<PageLink>) -> Html {
    let inside =
        page.as_ref().map(|page| html! { <><span>{ site.words.get(word) }</span>{ title_link(site, page) }</> });
    html! { <div {class}>{ inside }</div> }
}

fn others(site: &Site, word: Word, pages: &[PageLink], more: Option<Html>) -> Option<Html> {
    (!pages.is_empty()).then(|| {
        html! {
            <section class="others">
                <h2>{ site.words.get(word) }</h2>
                { page_links(site, "pages", pages) }
                { more }
            </section>
        }
    })
}
