//! Liquid, the template language of Jekyll, as far as posts use it.
