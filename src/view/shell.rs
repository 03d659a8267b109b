//! The frame around every page: header, progress, notice, main part, footer, announcer.

use yew::prelude::*;

use super::app::{AppProps, Status};
use crate::page::Page;
use crate::permalink::Permalink;
use crate::route::{ListKind, Route, TermKind};
use crate::site::Site;

/// The id of the main part. Headings cannot have it by chance: ids made of text hold no colon.
pub const CONTENT_ID: &str = "lectern:content";

/// The frame with a page inside.
pub(super) fn shell(props: &AppProps, page: Html) -> Html {
    html! {
        <>
            <a class="skip-link" href={format!("#{CONTENT_ID}")}>{ "Skip to content" }</a>
            { header(&props.site, &props.page) }
            <div class="status">{ status(props) }</div>
            <main id={CONTENT_ID} tabindex="-1">{ page }</main>
            { footer(&props.site) }
            <p class="visually-hidden" role="status" aria-live="polite">{ props.announcement.clone() }</p>
        </>
    }
}

fn header(site: &Site, page: &Page) -> Html {
    let current = page.permalink();
    let lists = [
        ("Archive", Route::List(ListKind::Archive, 1)),
        ("Categories", Route::Terms(TermKind::Category)),
        ("Tags", Route::Terms(TermKind::Tag)),
    ];
    let lists = lists.iter().map(|(title, route)| (*title, route.permalink()));
    let pages = site.pages.iter().map(|link| (link.title.as_str(), link.permalink.clone()));
    html! {
        <header class="site-header">
            <a class="site-title" href={site.base.href(&Permalink::home())}>{ &site.title }</a>
            <nav aria-label="Site">
                <ul>
                    { for lists.chain(pages).map(|(title, target)| nav_item(site, title, &target, current.as_ref())) }
                </ul>
            </nav>
        </header>
    }
}

fn nav_item(site: &Site, title: &str, target: &Permalink, current: Option<&Permalink>) -> Html {
    let is_current = (current == Some(target)).then_some("page");
    html! {
        <li key={target.as_str()}><a href={site.base.href(target)} aria-current={is_current}>{ title }</a></li>
    }
}

fn status(props: &AppProps) -> Html {
    match &props.status {
        Status::Settled => html! {},
        Status::Loading => html! { <div class="progress" role="progressbar" aria-label="Loading the page"></div> },
        Status::Failed { target, reason } => {
            let on_retry = props.on_retry.reform(|_: MouseEvent| ());
            let on_dismiss = props.on_dismiss.reform(|_: MouseEvent| ());
            html! {
                <div class="notice" role="alert">
                    <p><strong>{ "Could not open " }<span class="target">{ target.clone() }</span>{ "." }</strong>
                        { " " }{ reason.clone() }</p>
                    <p class="notice-actions">
                        <button type="button" class="retry" onclick={on_retry}>{ "Try again" }</button>
                        <button type="button" class="dismiss" onclick={on_dismiss}>{ "Stay on this page" }</button>
                    </p>
                </div>
            }
        }
    }
}

fn footer(site: &Site) -> Html {
    let words = if site.author.is_empty() { site.title.clone() } else { format!("{} · {}", site.title, site.author) };
    html! {
        <footer class="site-footer"><p>{ words }</p></footer>
    }
}
