//! What readers say to a text, on GitHub. A link by itself; a script puts Giscus in its place when it is asked for, so that
//! no reader is known to another site before.

use yew::prelude::*;

use crate::bundle::Metadata;
use crate::site::{Comments, Site};
use crate::words::Word;

/// The link, where a document has comments.
pub(super) fn comments(site: &Site, metadata: &Metadata) -> Option<Html> {
    let Comments { repo, repo_id, category, category_id } =
        site.comments.as_ref().filter(|_| !metadata.comments.is_empty())?.clone();
    let words = &site.words;
    Some(html! {
        <section class="comments">
            <h2>{ words.get(Word::Comments) }</h2>
            <p>
                <a href={format!("https://github.com/{repo}/discussions")} rel="external" data-term={metadata.comments.clone()}
                    data-repo={repo} data-repo-id={repo_id} data-category={category} data-category-id={category_id}>
                    { words.get(Word::ShowComments) }
                </a>
            </p>
        </section>
    })
}
