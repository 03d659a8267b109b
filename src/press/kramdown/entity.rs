//! Character references and what they show.
