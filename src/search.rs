//! Search: an index that the press writes and the browser reads, a few small files for each query.
//!
//! ```text
//! root ──▶ terms, endings ──▶ postings ──▶ places ──▶ units          pairs
//! (where)  (which words)      (which parts) (where)    (their texts)  (words side by side)
//! ```
//!
//! All of it is pure: [`engine::Engine`] never fetches, but says which files it lacks, and is asked again when they are there.
//! Scores are whole numbers, so the press and every browser come to the same order. What a query brings grows with
//! its words, not with the blog: nothing here holds a list of all posts or of all words.

pub mod answer;
pub mod bytes;
pub mod endings;
pub mod engine;
pub mod file_name;
pub mod json;
pub mod pairs;
pub mod places;
pub mod postings;
pub mod query;
pub mod root;
pub mod terms;
pub mod tokens;
pub mod unit;
pub mod weights;

mod fold;
mod order;
mod spelling;
