//! Lectern: a blog reader that runs in the browser.
//!
//! Two programs share this library. The *press* (`lectern`, native) reads Markdown posts and writes a static
//! site: one real HTML page for every route. The *app* (`app`, WebAssembly) takes over the page that is
//! already on screen, and from then on fetches Markdown itself and renders it in place.
//!
//! ```text
//! core  <-  press, browser  <-  view        (`use` points left; the view is pure and knows neither edge)
//! ```
//!
//! - **core** is pure and gives the same result on a 64-bit host and in 32-bit WebAssembly. It never names
//!   yew, web-sys, gloo or `std::fs`, and stores no `usize`.
//! - **view** turns page data into HTML. It never fetches and knows no browser; one file holds the only door
//!   for raw HTML.
//! - **press** is the native edge, and its `files` module the only one that names `std::fs`.
//! - **browser** is the other edge, the only place that names web-sys and gloo.
//!
//! There is one Markdown renderer, one route type and one head function, and both edges use them.
//! `tests/it/layers.rs` holds the sources to these rules.

pub mod base;
pub mod bundle;
pub mod code;
pub mod data;
pub mod date;
pub mod direction;
pub mod head;
pub mod html;
pub mod markdown;
pub mod nearest;
pub mod page;
pub mod permalink;
pub mod route;
pub mod search;
pub mod site;
pub mod slug;
pub mod words;

pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod press;
