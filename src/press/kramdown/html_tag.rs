//! Tags of HTML, their attributes, and what may stand inside.
