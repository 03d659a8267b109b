//! Ids of headings.
