//! Pieces that many pages share. Each is compiled once, which keeps the app small.

use yew::prelude::*;

use crate::bundle::Metadata;
use crate::date::Timestamp;
use crate::page::{Entry, PageLink, Term};
use crate::permalink::Permalink;
use crate::route::{FeedFormat, ListKind, Route, TermKind};
use crate::site::Site;
use crate::words::Word;

/// A link to a page.
pub(super) fn link(site: &Site, target: &Permalink, text: &str) -> Html {
    html! { <a href={site.base.href(target)}>{ text }</a> }
}

/// A page under its own title.
pub(super) fn title_link(site: &Site, page: &PageLink) -> Html {
    link(site, &page.permalink, &page.title)
}

/// A link to the posts of a term.
pub(super) fn term_link(site: &Site, kind: TermKind, name: &str, slug: &str) -> Html {
    link(site, &Route::term(kind, slug).permalink(), name)
}

/// Links to the posts of terms that a document has.
pub(super) fn term_links(site: &Site, kind: TermKind, metadata: &Metadata) -> Vec<Html> {
    let (names, slugs) = match kind {
        TermKind::Category => (&metadata.categories, &metadata.category_slugs),
        TermKind::Author => (&metadata.authors, &metadata.author_slugs),
        _ => (&metadata.tags, &metadata.tag_slugs),
    };
    names.iter().zip(slugs).map(|(name, slug)| term_link(site, kind, name, slug)).collect()
}

/// A day in words, with the exact instant in the attribute.
pub(super) fn time(date: &Timestamp, day: &str) -> Html {
    html! { <time datetime={date.as_str().to_owned()}>{ day }</time> }
}

/// The page's heading.
pub(super) fn heading(text: &str) -> Html {
    html! { <h1>{ text }</h1> }
}

/// An item of a list, told from its neighbors by the key.
pub(super) fn item(key: &str, content: Html) -> Html {
    html! { <li {key}>{ content }</li> }
}

/// A small remark on one line.
pub(super) fn remark(text: &str) -> Html {
    html! { <span>{ text }</span> }
}

/// How long a text takes to read.
pub(super) fn minutes(site: &Site, minutes: u32) -> Html {
    remark(&site.words.fill(Word::Minutes, "{minutes}", &minutes.to_string()))
}

/// A number of posts behind a name.
pub(super) fn count(posts: u32) -> Html {
    html! { <span class="count">{ posts }</span> }
}

/// A term and how many posts it has.
pub(super) fn counted_term(site: &Site, kind: TermKind, term: &Term, posts: u32) -> Html {
    html! { <>{ term_link(site, kind, &term.name, &term.slug) }{ " " }{ count(posts) }</> }
}

/// Posts by title, each behind its day.
pub(super) fn titles<'a>(site: &Site, entries: impl IntoIterator<Item = &'a Entry>) -> Html {
    let title = |entry: &Entry| {
        let content = html! { <>{ time(&entry.date, &entry.day) }{ title_link(site, &entry.link) }</> };
        item(entry.link.permalink.as_str(), content)
    };
    html! { <ol class="titles">{ for entries.into_iter().map(title) }</ol> }
}

/// Links to pages by title.
pub(super) fn page_links(site: &Site, class: &'static str, pages: &[PageLink]) -> Html {
    let links = pages.iter().map(|page| item(page.permalink.as_str(), title_link(site, page)));
    html! { <ul {class}>{ for links }</ul> }
}

/// A link to the feed of a list; nothing for lists without one.
pub(super) fn feed_link(site: &Site, list: &ListKind) -> Option<Html> {
    let address = site.base.join(&list.feed(FeedFormat::Atom)?);
    Some(
        html! { <p><a href={address} rel="alternate" type="application/atom+xml">{ site.words.get(Word::Feed) }</a></p> },
    )
}

/// A button of the scripts, which alone know what it does; without scripts it is hidden.
pub(super) fn tool(site: &Site, name: &'static str, word: Word) -> Html {
    let label = site.words.get(word).to_owned();
    html! { <button type="button" class="tool" data-tool={name} aria-label={label.clone()} title={label}></button> }
}
