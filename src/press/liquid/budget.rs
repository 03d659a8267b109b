//! How much a post's Liquid may cost: no template can hang or exhaust the press.

/// A limit is reached: the piece of the post in which it happens shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// More text, rounds or work than a page can need.
    TooMuch,
    /// Blocks or includes in one another.
    TooDeep,
}

/// What is left for a post.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    output: u64,
    steps: u64,
    work: u64,
    includes: u64,
    /// Into how many parts the whole is divided: more after each piece that used up its own.
    share: u64,
}

/// Bytes that loops and includes may write.
const OUTPUT: u64 = 10_000_000;

/// Nodes to be shown, each round of a loop anew.
const STEPS: u64 = 3_000_000;

/// Bytes and values that filters and comparisons may look at.
const WORK: u64 = 200_000_000;

/// Files to be included.
const INCLUDES: u64 = 20_000;

/// The longest text a value may have, in bytes.
pub(super) const LONGEST_TEXT: usize = 10_000_000;

impl Budget {
    pub(super) fn new() -> Budget {
        Budget { output: OUTPUT, steps: STEPS, work: WORK, includes: INCLUDES, share: 1 }
    }

    /// After a piece that used up everything: a quarter of what it had for all that follows.
    pub(super) fn renew(&mut self) {
        self.share = self.share.saturating_mul(4);
        self.output = OUTPUT / self.share;
        self.steps = STEPS / self.share;
        self.work = WORK / self.share;
        self.includes = INCLUDES / self.share;
    }

    /// Bytes written.
    pub(super) fn output(&mut self, bytes: usize) -> Result<(), Stop> {
        take(&mut self.output, bytes)
    }

    /// A node or a round.
    pub(super) fn step(&mut self) -> Result<(), Stop> {
        take(&mut self.steps, 1)
    }

    /// Bytes or values looked at.
    pub(super) fn work(&mut self, amount: usize) -> Result<(), Stop> {
        take(&mut self.work, amount)
    }

    /// A file included.
    pub(super) fn include(&mut self) -> Result<(), Stop> {
        take(&mut self.includes, 1)
    }
}

fn take(left: &mut u64, amount: usize) -> Result<(), Stop> {
    let amount = u64::try_from(amount).unwrap_or(u64::MAX);
    *left = left.checked_sub(amount).ok_or(Stop::TooMuch)?;
    Ok(())
}
