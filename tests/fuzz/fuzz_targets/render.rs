//! Any text is rendered without a panic, and its pieces are the whole.

#![no_main]
#![allow(dead_code, reason = "the tests use the rest")]

use lectern::words::Words;
use lectern::base::Base;
use lectern::bundle::Markup;
use lectern::markdown;
use lectern::press::attempt::attempt;

#[path = "../../it/pathological/stages.rs"]
mod stages;

libfuzzer_sys::fuzz_target!(|text: &str| {
    // The parser panics at some texts; the press shows those as they are written.
    if attempt(|| markdown::targets(text, Markup::Markdown)).is_none() {
        return;
    }
    let (bundle, base) = (stages::bundle(text, Markup::Markdown), Base::parse("/repo/"));
    let pieces: String = markdown::pieces(&bundle, &base, &Words::NONE).collect();
    assert_eq!(pieces, markdown::render(&bundle, &base, &Words::NONE));
    markdown::plain_text_blocks(text).count();
});
