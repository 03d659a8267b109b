//! The way to the other pages of a list.

use yew::prelude::*;

use super::parts::{link, remark};
use crate::page::List;
use crate::site::Site;

/// Links to newer and older posts; empty where the list has one page.
pub(super) fn pagination(site: &Site, list: &List) -> Html {
    let to = |page: u32, text: &str| link(site, &list.permalink_of(page), text);
    let newer = (1 < list.page).then(|| to(list.page - 1, "← Newer posts"));
    let older = (list.page < list.pages).then(|| to(list.page + 1, "Older posts →"));
    let place = (1 < list.pages).then(|| remark(format!("Page {} of {}", list.page, list.pages)));
    html! {
        <nav class="pagination" aria-label="Pages">
            <div>{ newer }</div>
            <div>{ place }</div>
            <div>{ older }</div>
        </nav>
    }
}
