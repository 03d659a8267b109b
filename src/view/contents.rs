//! The sections of a document: beside the text where there is room, else in a drawer, which the browser itself opens and
//! closes.

use yew::prelude::*;

use super::parts::item;
use crate::bundle::{Metadata, Section};
use crate::site::Site;
use crate::words::Word;

/// The id of the list. Headings cannot have it by chance: ids made of text hold no colon.
const ID: &str = "lectern:contents";

/// A button for the drawer, and the list; nothing where a text has too few sections.
pub(super) fn contents(site: &Site, metadata: &Metadata) -> Option<Html> {
    let sections = metadata.contents.as_slice();
    let label = site.words.get(Word::Contents);
    (!sections.is_empty()).then(|| {
        html! {
            <div class="contents">
                <button type="button" class="contents-button" popovertarget={ID}>{ label }</button>
                <nav id={ID} popover="auto" aria-label={label.to_owned()}>
                    <p class="overline">{ label }</p>
                    <ol>{ for sections.chunk_by(|_, next| 1 < next.level).map(section) }</ol>
                </nav>
            </div>
        }
    })
}

/// A section and those within it.
fn section(sections: &[Section]) -> Html {
    let Some((first, parts)) = sections.split_first() else { return html! {} };
    let inside =
        (!parts.is_empty()).then(|| html! { <ol>{ for parts.iter().map(|part| item(&part.id, link(part))) }</ol> });
    item(&first.id, html! { <>{ link(first) }{ inside }</> })
}

fn link(section: &Section) -> Html {
    html! { <a href={format!("#{}", section.id)}>{ &section.title }</a> }
}
