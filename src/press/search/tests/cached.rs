//! What is kept from one run to the next.

use proptest::prelude::*;

use super::super::counts::{Counted, count};
use super::super::pair_cache::KnownPairs;
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
        assert!(files_of(&documents, &IndexCache::of_project(project.path())) == fresh);
    }
    // A changed post is counted anew.
    documents[0].title.push_str(" anew");
    let changed = files_of(&documents, &IndexCache::of_project(project.path()));
    assert!(changed == files_of(&documents, &IndexCache::default()));
    assert!(changed != fresh);
}

/// A change of a blog, and what it is for.
type Change = (&'static str, fn(&mut Vec<Document>));

const CHANGES: [Change; 10] = [
    ("nothing", |_| {}),
    ("a sentence more", |posts| write(&mut posts[20], "The heron left the nest.")),
    ("a post without a text", |posts| posts[7].sections.clear()),
    ("an eleventh post with two words", |posts| posts.iter_mut().take(11).for_each(|post| write(post, "otters swim"))),
    ("the twelfth, with which all twelve have the pair", |posts| write(&mut posts[40], "otters swim")),
    ("eleven again", |posts| posts[3].sections.truncate(1)),
    ("a part more in the middle, so that all others behind it have other numbers", |posts| {
        write(&mut posts[50], &"river heron water ".repeat(400));
    }),
    ("two posts in the place of each other", |posts| posts.swap(10, 60)),
    ("fewer posts, and fewer files of pairs", |posts| posts.truncate(30)),
    ("too few for pairs", |posts| posts.truncate(5)),
];

fn write(post: &mut Document, text: &str) {
    post.sections.push(Section { blocks: vec![Block::Text(text.to_owned())], ..Section::default() });
}

#[test]
fn an_index_of_a_changed_blog_is_the_same_as_one_made_anew() {
    let project = tempfile::tempdir().expect("a folder");
    let mut posts = many(150);
    for (what, change) in CHANGES.into_iter().chain([("all posts again", (|posts| *posts = many(150)) as fn(&mut _))]) {
        change(&mut posts);
        let cached = files_of(&posts, &IndexCache::of_project(project.path()));
        assert!(cached == files_of(&posts, &IndexCache::default()), "{what}");
    }
}

#[test]
fn a_damaged_cache_is_none() {
    let documents = many(40);
    let fresh = files_of(&documents, &IndexCache::default());
    for name in ["search-counts", "search-pairs"] {
        let project = tempfile::tempdir().expect("a folder");
        files_of(&documents, &IndexCache::of_project(project.path()));
        let file = files::kept_in(project.path()).join(name);
        let whole = files::read(&file, u64::MAX).expect("the cache");
        let (half, more) = (whole[..whole.len() / 2].to_vec(), [&whole[..40], &[0xff; 9], &whole[40..]].concat());
        for bytes in [half, Vec::new(), b"\x07x".to_vec(), more] {
            files::write(&file, &bytes).expect("damage");
            assert!(files_of(&documents, &IndexCache::of_project(project.path())) == fresh, "{name}");
        }
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
        let _ = KnownPairs::read(&bytes);
    }
}
