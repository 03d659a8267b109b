//! Pages as HTML. Data comes in by props; nothing here fetches or knows a browser.
//!
//! [`app::App`] is the only component: it is a function of its props, in the press as in the browser. Its parts
//! are plain functions, one to a file, which cost the reader less than components and leave no marks in the
//! page. A list stands alone in its container, with keys, since Yew 0.23 pairs siblings without keys from the
//! back.

pub mod app;
mod raw;

mod archive;
mod comments;
mod contents;
mod cover;
mod document;
mod endings;
mod list;
pub mod mark;
mod not_found;
mod pagination;
mod parts;
mod saved;
pub mod shell;
mod terms;
mod trail;
