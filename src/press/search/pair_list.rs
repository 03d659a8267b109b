//! Pairs of words as bytes: there are a million of them in a thousand posts, and they are gone over once.

use std::borrow::Cow;

use crate::search::bytes::{Damaged, Reader, put_bytes, put_number};

/// Pairs of words by their numbers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PairList<'a>(Cow<'a, [u8]>);

impl<'a> PairList<'a> {
    /// Takes pairs in their order.
    pub(super) fn new(pairs: &[(u32, u32)]) -> PairList<'static> {
        let mut bytes = Vec::new();
        let mut last = 0;
        for (one, other) in pairs {
            put_number(&mut bytes, one.saturating_sub(last));
            put_number(&mut bytes, *other);
            last = *one;
        }
        PairList(Cow::Owned(bytes))
    }

    /// The pairs in their order. Damage ends them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u32)> {
        let mut reader = Reader::new(&self.0);
        let mut last = 0_u32;
        std::iter::from_fn(move || {
            last = last.checked_add(reader.number().ok()?)?;
            Some((last, reader.number().ok()?))
        })
    }

    pub(super) fn put(&self, output: &mut Vec<u8>) {
        put_bytes(output, &self.0);
    }

    pub(super) fn read(reader: &mut Reader<'a>) -> Result<PairList<'a>, Damaged> {
        let length = reader.count()?;
        reader.bytes(length).map(|bytes| PairList(Cow::Borrowed(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn gives_what_it_takes(mut pairs: Vec<(u32, u32)>) {
            pairs.sort_unstable();
            prop_assert!(PairList::new(&pairs).iter().eq(pairs));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            PairList(Cow::Owned(bytes)).iter().for_each(drop);
        }
    }
}
