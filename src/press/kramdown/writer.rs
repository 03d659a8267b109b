//! A tree as Markdown for the renderer.
