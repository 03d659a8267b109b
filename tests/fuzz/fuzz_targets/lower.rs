//! Any text of kramdown is lowered without a panic, and each of its headings has an id.

#![no_main]

use lectern::markdown::headings;
use lectern::press::attempt::attempt;
use lectern::press::kramdown::document::Options;
use lectern::press::kramdown::lower::{Deviations, lower};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let lowered = lower(text, &Options::default(), Deviations::OnPurpose);
    // The parser of Markdown panics at some texts; the press shows those as they are written.
    if let Some(headings) = attempt(|| headings(&lowered.text)) {
        assert_eq!(lowered.heading_ids.len(), headings.len());
    }
});
