//! The press: posts in, a static site out. The native edge.
//!
//! In reading order: [`command_line`] calls [`bundle`], which walks the posts folder ([`source`]), reads each file
//! ([`post`]), puts the posts in order ([`blog`]), computes what no browser should have to ([`annotate`]) and
//! writes a file for every route ([`pages`], [`template`]). Whatever is wrong with an author's file becomes a
//! [`diagnostic`], never the end of the run. Only [`files`] names `std::fs`.

pub mod command_line;

pub mod bundle;
pub mod check;
pub mod external;
pub mod import;
pub mod new;

pub mod config;
pub mod decode;
pub mod defaults;
pub mod front_matter;
pub mod hidden;
pub mod jekyll;
pub mod parsable;
pub mod post;
pub mod source;
pub mod words;
pub mod yaml;

pub mod dates;
pub mod language;
pub mod permalink_style;

pub mod kramdown;
pub mod liquid;
pub mod lower;
pub mod maths;
pub mod reading;
pub mod tex;

pub mod addresses;
pub mod annotate;
pub mod around;
pub mod backlinks;
pub mod blog;
pub mod claims;
pub mod code;
pub mod cover;
pub mod crawlers;
pub mod edits;
pub mod excerpt;
pub mod git;
pub mod heading_ids;
pub mod highlight;
mod html_elements;
pub mod images;
pub mod line_map;
mod line_table;
pub mod links;
pub mod lists;
pub mod marks;
pub mod media;
pub mod names;
pub mod old_urls;
pub mod pictures;
pub mod raw_html;
pub mod redirects;
pub mod related;
pub mod repeated_title;
pub mod sections;
pub mod tag_text;

pub mod content_security_policy;
pub mod hashed;
pub mod hosting;
pub mod icons;
pub mod offline;
pub mod pages;
mod png;
pub mod sanitize;
pub mod scripts;
pub mod search;
pub mod search_box;
pub mod shrink;
pub mod social;
pub mod stylesheet;
pub mod template;
pub mod theme_colors;
pub mod web_manifest;

pub mod attempt;
pub mod diagnostic;
pub mod feeds;
pub mod files;
pub mod nearest_name;
pub mod progress;
