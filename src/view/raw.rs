//! The door for HTML that is already text: the only one.

use std::rc::Rc;

use yew::prelude::*;

/// Puts an article's HTML into the page. It must come from [`crate::markdown`], which lets nothing harmful out.
pub(super) fn raw(article: &Rc<str>) -> Html {
    Html::from_html_unchecked(AttrValue::from(article.clone()))
}
