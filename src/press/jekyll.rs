//! A Jekyll site: where its files are and what its `_config.yml` says.
