//! What blocks are made of which text.
