//! The mark by which the app knows that a page was prerendered by the very view it has itself.
//!
//! Taking over a page of other markup would panic. Both programs compile this file, so equal marks mean equal
//! sources of the view.

/// A hash of the view's sources, in the page's root element and in the app.
pub const PRERENDER_MARK: u32 = {
    let mut hash = 0x811c_9dc5;
    let mut file = 0;
    while file < SOURCES.len() {
        hash = fnv1a(hash, SOURCES[file]);
        file += 1;
    }
    hash
};

/// Every other file of the view; a test keeps the list whole.
const SOURCES: [&[u8]; 16] = [
    include_bytes!("app.rs"),
    include_bytes!("archive.rs"),
    include_bytes!("comments.rs"),
    include_bytes!("contents.rs"),
    include_bytes!("cover.rs"),
    include_bytes!("document.rs"),
    include_bytes!("endings.rs"),
    include_bytes!("list.rs"),
    include_bytes!("not_found.rs"),
    include_bytes!("pagination.rs"),
    include_bytes!("parts.rs"),
    include_bytes!("raw.rs"),
    include_bytes!("saved.rs"),
    include_bytes!("shell.rs"),
    include_bytes!("terms.rs"),
    include_bytes!("trail.rs"),
];

const fn fnv1a(mut hash: u32, bytes: &[u8]) -> u32 {
    let mut position = 0;
    while position < bytes.len() {
        hash = (hash ^ bytes[position] as u32).wrapping_mul(0x0100_0193);
        position += 1;
    }
    hash
}
