//! `lectern check`: what becomes of a Jekyll site, and what will look different.
