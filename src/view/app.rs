//! The root: a page inside the site's frame.

use std::rc::Rc;

use yew::prelude::*;

use super::{archive, document, list, not_found, saved, shell, terms};
use crate::page::Page;
use crate::route::ListKind;
use crate::site::Site;

/// See the [module](self). A component with methods, since hooks would add to what each reader downloads.
pub struct App;

/// All that is on screen.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The site's own data.
    pub site: Rc<Site>,
    /// The page to show.
    pub page: Rc<Page>,
    /// What a navigation is doing meanwhile.
    pub status: Status,
    /// What a screen reader is to say; empty on the first page, which it reads anyway.
    pub announcement: AttrValue,
    /// Hears what happens in the page; in the press nobody does.
    pub on_action: Callback<Action>,
}

/// What happens in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Another page is about to be put into the document. It stands there before the browser gets to do anything, unlike
    /// by the time of `rendered`: before that Yew may let the browser paint, and on slow devices it does.
    Turned,
    /// The reader wants to try the failed page again.
    Retry,
    /// The reader has read the failure.
    Dismiss,
}

/// What a navigation is doing while the old page is still shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Status {
    /// Nothing, or nothing worth telling yet.
    #[default]
    Settled,
    /// It takes longer than a moment.
    Loading,
    /// The next page could not be had.
    Failed {
        /// What the reader asked for.
        target: AttrValue,
        /// What went wrong, in a sentence that says what to do.
        reason: AttrValue,
    },
}

/// Yew asks whether anything changed. Pages and sites are compared by identity: their parts are many, and an equal
/// page shown again is a new one to the reader.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
            && Rc::ptr_eq(&self.site, &other.site)
            && self.status == other.status
            && self.announcement == other.announcement
    }
}

impl AppProps {
    /// A page with nothing going on and nobody to tell.
    pub fn of_page(site: Rc<Site>, page: Rc<Page>) -> AppProps {
        AppProps {
            site,
            page,
            status: Status::Settled,
            announcement: AttrValue::default(),
            on_action: Callback::noop(),
        }
    }
}

impl Component for App {
    type Message = ();
    type Properties = AppProps;

    fn create(_: &Context<App>) -> App {
        App
    }

    /// Pages are compared by identity: equal data shown again is a new page to the reader.
    fn changed(&mut self, context: &Context<App>, old: &AppProps) -> bool {
        let props = context.props();
        if !Rc::ptr_eq(&old.page, &props.page) {
            props.on_action.emit(Action::Turned);
        }
        true
    }

    fn view(&self, context: &Context<App>) -> Html {
        let props = context.props();
        shell::shell(props, page(props))
    }
}

fn page(props: &AppProps) -> Html {
    let site: &Site = &props.site;
    match &*props.page {
        Page::Document(shown) => document::document(site, &props.page, shown),
        Page::List(shown) => match shown.kind {
            ListKind::Archive | ListKind::Year(_) => archive::archive(site, &props.page, shown),
            ListKind::Home | ListKind::Term(..) => list::list(site, &props.page, shown),
        },
        Page::Terms(shown) => terms::terms(site, shown),
        Page::Saved => saved::saved(site),
        Page::NotFound(missing) => not_found::not_found(site, missing),
    }
}
