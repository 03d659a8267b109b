//! The root: a page inside the site's frame.

use std::rc::Rc;

use yew::prelude::*;

use super::{archive, document, list, not_found, shell, terms};
use crate::page::Page;
use crate::route::ListKind;
use crate::site::Site;

/// All that is on screen.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The site's own data.
    pub site: Rc<Site>,
    /// The page to show.
    pub page: Rc<Page>,
    /// What a navigation is doing meanwhile.
    #[prop_or_default]
    pub status: Status,
    /// What a screen reader is to say; empty on the first page, which it reads anyway.
    #[prop_or_default]
    pub announcement: AttrValue,
    /// Called after a new page stands in the document; never in the press.
    #[prop_or_default]
    pub on_shown: Callback<()>,
    /// The reader wants to try the failed page again.
    #[prop_or_default]
    pub on_retry: Callback<()>,
    /// The reader has read the failure.
    #[prop_or_default]
    pub on_dismiss: Callback<()>,
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

/// See the [module](self).
#[component]
pub fn App(props: &AppProps) -> Html {
    let on_shown = props.on_shown.clone();
    use_effect_with(PageIdentity(props.page.clone()), move |_| on_shown.emit(()));
    shell::shell(props, page(&props.site, &props.page))
}

fn page(site: &Site, page: &Page) -> Html {
    match page {
        Page::Document(shown) => document::document(site, shown),
        Page::List(shown) => match shown.kind {
            ListKind::Archive | ListKind::Year(_) => archive::archive(site, shown),
            ListKind::Home | ListKind::Term(..) => list::list(site, shown),
        },
        Page::Terms(shown) => terms::terms(site, shown),
        Page::NotFound(missing) => not_found::not_found(site, missing),
    }
}

/// Pages are compared by identity here: equal data shown again is a new page to the reader.
struct PageIdentity(Rc<Page>);

impl PartialEq for PageIdentity {
    fn eq(&self, other: &PageIdentity) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
