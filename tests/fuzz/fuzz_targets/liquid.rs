//! Templates of any text are evaluated without a panic, and in time.

#![no_main]
#![allow(dead_code, reason = "the tests use the rest")]

#[path = "../../it/pathological/stages.rs"]
mod stages;

libfuzzer_sys::fuzz_target!(|text: &str| {
    stages::evaluate(text);
});
