//! Front matter of any text is read without a panic, and the text below it is not lost.

#![no_main]

use lectern::press::front_matter;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (document, _) = front_matter::read(text, Vec::new());
    assert!(text.ends_with(&document.text));
});
