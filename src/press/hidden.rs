//! Posts that are hidden by default.

/// Which of the hidden posts are shown all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hidden {
    /// Those in `_drafts`.
    pub drafts: Shown,
    /// Those of days to come.
    pub future: Shown,
    /// Those that say `published: false`.
    pub unpublished: Shown,
}

/// Whether something hidden by default is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shown {
    /// It is not.
    #[default]
    No,
    /// It is.
    Yes,
}

impl Hidden {
    /// What is shown if either of two says so, such as a flag and a setting.
    pub fn or(self, other: Hidden) -> Hidden {
        Hidden {
            drafts: self.drafts.or(other.drafts),
            future: self.future.or(other.future),
            unpublished: self.unpublished.or(other.unpublished),
        }
    }
}

impl Shown {
    fn or(self, other: Shown) -> Shown {
        if self == Shown::Yes { self } else { other }
    }
}

impl From<bool> for Shown {
    fn from(shown: bool) -> Shown {
        if shown { Shown::Yes } else { Shown::No }
    }
}
