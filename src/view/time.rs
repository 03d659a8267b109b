//! A day, for readers and for machines.

use yew::prelude::*;

use crate::date::Timestamp;

/// The author's day in words, with the exact instant in the attribute.
pub(super) fn time(date: &Timestamp) -> Html {
    html! { <time datetime={date.as_str().to_owned()}>{ date.day().in_words() }</time> }
}
