use super::super::document::{Definitions, Options};
use super::parse;

#[test]
fn nothing_is_nothing() {
    assert!(parse("", &mut Definitions::default(), &Options::default()).is_empty());
}
