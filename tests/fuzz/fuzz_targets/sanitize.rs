//! No article of any text holds what harms, when it is read again, either. It need not be read as it is written: there
//! are trees that no writing gives back, such as links in links around tables.

#![no_main]
#![allow(dead_code, reason = "the tests use the rest")]

use lectern::bundle::Markup;
use lectern::markdown;
use lectern::press::attempt::attempt;
use scraper::{ElementRef, Html};

#[path = "../../it/attacks/article.rs"]
mod article;
#[path = "../../it/pathological/stages.rs"]
mod stages;

libfuzzer_sys::fuzz_target!(|text: &str| {
    check(&stages::article(text, Markup::Html));
    if attempt(|| markdown::targets(text, Markup::Markdown)).is_some() {
        check(&stages::article(text, Markup::Markdown));
    }
});

fn check(clean: &str) {
    let page = Html::parse_fragment(&format!("<div>{clean}</div>"));
    let all: Vec<ElementRef<'_>> = page.root_element().child_elements().collect();
    assert_eq!(all.len(), 1, "it leaves its place: {clean}");
    assert!(article::faults(all[0]).is_empty(), "{:?} in {clean}", article::faults(all[0]));
}
