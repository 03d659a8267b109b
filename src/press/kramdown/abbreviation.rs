//! Words whose long form is known.

use super::document::Definitions;
use super::tree::Element;

/// Puts abbreviations in the place of short forms in text.
pub fn replace(element: &mut Element, definitions: &Definitions) {
    let _ = (element, definitions);
}
