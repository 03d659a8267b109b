//! What is kept from one run to the next.

use proptest::prelude::*;

use super::super::counts::{Counted, count};
use super::super::split::split;
use super::blog::many;
use super::*;
use crate::press::files;

fn files_of(documents: &[Document], cache: &IndexCache) -> Vec<(FileName, Vec<u8>)> {
    index(documents, Effort::Little, cache).files
}

#[test]
fn an_index_is_the_same_with_a_cache_and_without_one() {
    let project = tempfile::tempdir().expect("a folder");
    let mut documents = blog();
    documents.extend(many(50));
    let fresh = files_of(&documents, &IndexCache::default());
    for _ in 0..2 {
        assert_eq!(files_of(&documents, &IndexCache::of_project(project.path())), fresh);
    }
    // A changed post is counted anew.
    documents[0].title.push_str(" anew");
    let changed = files_of(&documents, &IndexCache::of_project(project.path()));
    assert_eq!(changed, files_of(&documents, &IndexCache::default()));
    assert_ne!(changed, fresh);
}

#[test]
fn a_damaged_cache_is_none() {
    let project = tempfile::tempdir().expect("a folder");
    let documents = blog();
    let fresh = files_of(&documents, &IndexCache::of_project(project.path()));
    let file = project.path().join("target/lectern/search-counts");
    let whole = files::read(&file, u64::MAX).expect("the cache");
    let halves = (whole[..whole.len() / 2].to_vec(), [&whole[..40], &[0xff; 9], &whole[40..]].concat());
    for bytes in [halves.0, Vec::new(), b"\x07x".to_vec(), halves.1] {
        files::write(&file, &bytes).expect("damage");
        assert_eq!(files_of(&documents, &IndexCache::of_project(project.path())), fresh);
    }
}

#[test]
fn what_is_counted_is_read_as_it_is_kept() {
    for document in blog().iter().chain(&many(3)) {
        let counted = count(&split(document), document);
        assert_eq!(Counted::read(&counted.to_bytes()), Ok(counted));
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        let _ = Counted::read(&bytes);
    }
}
