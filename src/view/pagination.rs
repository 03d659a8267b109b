//! The way to the other pages of a list.

use yew::prelude::*;

use super::parts::{link, remark};
use crate::head;
use crate::page::List;
use crate::site::Site;
use crate::words::Word;

/// Links to newer and older posts; empty where the list has one page.
pub(super) fn pagination(site: &Site, list: &List) -> Html {
    let words = &site.words;
    let to = |page: u32, word: Word| link(site, &list.permalink_of(page), words.get(word));
    let newer = (1 < list.page).then(|| to(list.page - 1, Word::NewerPosts));
    let older = (list.page < list.pages).then(|| to(list.page + 1, Word::OlderPosts));
    let place = (1 < list.pages).then(|| remark(&head::place(site, list)));
    html! {
        <nav class="pagination" aria-label={words.get(Word::Pages).to_owned()}>
            <div class="newer">{ newer }</div>
            <div>{ place }</div>
            <div class="older">{ older }</div>
        </nav>
    }
}
