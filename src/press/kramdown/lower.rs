//! A text of kramdown as Markdown that the renderer shows in the same way.
