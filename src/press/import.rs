//! `lectern import`: brings a Jekyll site over.
