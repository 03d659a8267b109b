//! The door for HTML that is already text: the only one.

use std::rc::Rc;

use yew::prelude::*;

/// Puts an article's HTML into the page, after it was cleaned by the press. One that stands in the page already is left
/// as it is, whatever its HTML.
///
/// The blank line in front is the node by which Yew finds the article again when the page goes away: the app may change
/// all others.
pub(super) fn raw(article: &Rc<str>) -> Html {
    Html::from_html_unchecked(AttrValue::from(format!("\n{article}")))
}
