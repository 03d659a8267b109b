//! The renderer and the press as their users see them, in one program, so that there is one to link.
//!
//! What they give is kept as snapshots beside the tests: after a wanted change, run the tests again with
//! `INSTA_UPDATE=always` and read what is different before it is committed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

/// Made-up texts, the same in every run and on every machine.
mod corpus;
/// Texts with what the press would have found out about them.
mod fixture;
/// Pages as a browser sees them.
mod html;
/// Page data read back from JSON.
mod json;
/// Pictures made for one test.
mod picture_files;
/// Sites made for one test, in folders that go away with it.
mod site;

/// What stands around texts and lists.
mod around;
/// Attacks of every kind.
mod attacks;
/// Every wrong input there is, in one site that is built all the same.
mod bad_input;
/// Posts in their order, and what depends on it: neighbors, lists, terms, addresses.
mod blog;
/// Jekyll sites before they are brought over.
mod check;
/// The program as authors call it.
mod command_line;
/// Examples of the specifications of Markdown.
mod conformance;
/// Colors of code.
mod contrast;
/// What programs find beside the pages.
mod crawlers;
/// Links to other sites, asked of a server that misbehaves in each way.
mod external;
/// Both formats of feeds.
mod feed_formats;
/// Feeds as readers of feeds see them.
mod feeds;
/// What pages say of themselves.
mod head;
/// Hosts of the finished site.
#[cfg(unix)]
mod hosts;
/// A Jekyll site brought over.
mod import;
/// A Jekyll site with everything that blogs have, against the real Jekyll.
mod jekyll;
/// Which part of the sources may name which.
mod layers;
/// Links in every way of writing them, and pictures.
mod links;
/// Markdown's features, one by one.
mod markdown;
/// What texts show and play from elsewhere.
mod media;
/// What browsers keep of a site.
mod offline;
/// This repository's own posts.
mod own_posts;
/// Written pages, inside and in their heads, and where their links lead.
mod pages;
/// Inputs that are odd in large numbers.
mod pathological;
/// Pictures of a site, and their copies.
mod pictures;
/// What holds for every text.
mod properties;
/// What makes texts read well: callouts, quotes, signs, links by name, contents.
mod reading;
/// Addresses that lead elsewhere.
mod redirects;
/// What readers search with.
mod search;
mod search_box;
/// Pictures that the press draws.
mod social;
/// What holds for texts put together of attacks.
mod splices;
/// HTML without a single error of parsing.
mod validity;
/// Sites that can be installed.
mod web_manifest;
