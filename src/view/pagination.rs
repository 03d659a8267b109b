//! The way to the other pages of a list.

use yew::prelude::*;

use crate::page::List;
use crate::site::Site;

/// Links to newer and older posts; an empty container where the list has one page.
pub(super) fn pagination(site: &Site, list: &List) -> Html {
    let to = |page: u32| site.base.href(&list.permalink_of(page));
    let newer = (1 < list.page).then(|| html! { <a rel="prev" href={to(list.page - 1)}>{ "← Newer posts" }</a> });
    let older =
        (list.page < list.pages).then(|| html! { <a rel="next" href={to(list.page + 1)}>{ "Older posts →" }</a> });
    html! {
        <div class="pagination">
            if 1 < list.pages {
                <nav aria-label="Pages">
                    <div>{ newer }</div>
                    <p>{ format!("Page {} of {}", list.page, list.pages) }</p>
                    <div>{ older }</div>
                </nav>
            }
        </div>
    }
}
