//! The press: posts in, a static site out. The native edge.
