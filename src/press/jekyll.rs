//! A Jekyll site: where its files are and what its `_config.yml` says.
//!
//! [`layout`] tells what kind of folder an author names, [`site_folder`] reads what posts need of it, [`config`] its
//! settings, [`slugify`] how it makes names fit for addresses.

pub mod config;
pub mod exclusion;
pub mod layout;
pub mod places;
pub mod site_data;
pub mod site_folder;
pub mod slugify;
