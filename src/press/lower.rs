//! From a post as written to Markdown that the renderer knows: Liquid first, then kramdown, as in Jekyll.
