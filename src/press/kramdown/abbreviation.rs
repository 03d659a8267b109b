//! Words whose long form is known.
