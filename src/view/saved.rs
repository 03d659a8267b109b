//! The posts that the reader has saved. Only the browser knows which: a script fills the list.

use yew::prelude::*;

use super::parts::heading;
use crate::site::Site;
use crate::words::Word;

/// The page of saved posts, without any.
pub(super) fn saved(site: &Site) -> Html {
    let words = &site.words;
    html! {
        <div class="saved" key="saved">
            { heading(words.get(Word::SavedPosts)) }
            <p>{ words.get(Word::SavedAbout) }</p>
            <p class="without-script">{ words.get(Word::SavedWithoutScript) }</p>
            <div data-place="saved"></div>
        </div>
    }
}
