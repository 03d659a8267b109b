//! What Jekyll shows for a tree, as HTML.
