//! The browser edge: the only modules that name web-sys and gloo.
//!
//! [`boot`] takes over the page on screen, [`reader`] holds what is shown and loads the next page, [`links`]
//! and [`history`] tell it what the reader wants, the others do one thing each. The view gets it all by props.

pub mod article;
pub mod boot;

mod document_head;
mod dom;
mod fetch;
mod fetch_error;
mod focus;
mod history;
mod inert;
mod json;
mod links;
mod names;
mod prefetch;
mod reader;
mod sanitize;
mod scroll;
mod store;
mod transition;
