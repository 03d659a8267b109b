//! The frame around every page: header, progress, notice, main part, footer, announcer.

use yew::prelude::*;

use super::app::{Action, AppProps, Status};
use super::parts::{feed_link, item, link, tool};
use crate::page::{Page, PageLink};
use crate::permalink::Permalink;
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::words::Word;

/// The id of the main part. Headings cannot have it by chance: ids made of text hold no colon.
pub const CONTENT_ID: &str = "lectern:content";

/// The frame with a page inside.
pub(super) fn shell(props: &AppProps, page: Html) -> Html {
    let site: &Site = &props.site;
    html! {
        <>
            <a class="skip-link" href="#lectern:content">{ site.words.get(Word::Skip) }</a>
            { header(site, &props.page) }
            <div class="status">{ status(props) }</div>
            <main id={CONTENT_ID} tabindex="-1">{ page }</main>
            { footer(site) }
            <p class="visually-hidden" role="status" aria-live="polite">{ props.announcement.clone() }</p>
        </>
    }
}

fn header(site: &Site, page: &Page) -> Html {
    let current = page.permalink();
    let items = site.navigation.iter().map(|PageLink { title, permalink }| {
        let is_current = (current.as_ref() == Some(permalink)).then_some("page");
        let link = html! { <a href={site.base.href(permalink)} aria-current={is_current}>{ title }</a> };
        item(permalink.as_str(), link)
    });
    html! {
        <header class="site-header">
            <p class="site-title">{ link(site, &Permalink::home(), &site.title) }</p>
            <nav aria-label={site.words.get(Word::SiteLinks).to_owned()}><ul>{ for items }</ul></nav>
            <div class="tools">
                { tool(site, "search", Word::Search) }
                { tool(site, "theme", Word::Theme) }
                { tool(site, "settings", Word::Settings) }
            </div>
        </header>
    }
}

fn footer(site: &Site) -> Html {
    let words = &site.words;
    html! {
        <footer class="site-footer">
            <p>{ imprint(site) }</p>
            { feed_link(site, &ListKind::Home) }
            <p>{ link(site, &Route::Saved.permalink(), words.get(Word::SavedPosts)) }</p>
            <p><a class="to-top" href="#lectern:content">{ words.get(Word::BackToTop) }</a></p>
        </footer>
    }
}

/// The blog and who writes it, unless the blog is called like its author.
fn imprint(site: &Site) -> String {
    let mut imprint = site.title.clone();
    if !site.author.is_empty() && site.author != site.title {
        imprint.push_str(" · ");
        imprint.push_str(&site.author);
    }
    imprint
}

fn status(props: &AppProps) -> Html {
    let words = &props.site.words;
    match &props.status {
        Status::Settled => html! {},
        Status::Loading => {
            let label = words.get(Word::Loading).to_owned();
            html! { <div class="progress" role="progressbar" aria-label={label}></div> }
        }
        Status::Failed { target, reason } => html! {
            <div class="notice" role="alert">
                <p><strong>{ words.fill(Word::CouldNotOpen, "{page}", target) }{ " " }</strong>{ reason.clone() }</p>
                <p class="notice-actions">
                    { button(props, "retry", Word::TryAgain, Action::Retry) }
                    { button(props, "dismiss", Word::StayHere, Action::Dismiss) }
                </p>
            </div>
        },
    }
}

fn button(props: &AppProps, class: &'static str, word: Word, action: Action) -> Html {
    let on_action = props.on_action.clone();
    let onclick = move |_: MouseEvent| on_action.emit(action);
    let text = props.site.words.get(word);
    html! { <button type="button" key={class} data-action={class} {onclick}>{ text }</button> }
}
