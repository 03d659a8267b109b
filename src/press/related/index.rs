//! From words to the posts that have them, and from there to the posts that are alike.

use rayon::prelude::*;

use super::words::Word;
use super::{MOST, as_f32};

/// So many words tell a post from others well enough.
const WORDS_OF_A_POST: usize = 40;

/// Words that more than this part of the posts have say little.
const MOST_COMMON: f32 = 0.4;

/// Posts that are less alike, from 0 to 1, are not told.
const LEAST_LIKENESS: f32 = 0.1;

/// The posts of one language. Words are numbered by their places in the list of those that posts share.
pub(super) struct Index {
    /// For each post its strongest words, as a list of length 1.
    posts: Vec<Vec<(usize, f32)>>,
    /// For each word the posts that have it among their strongest.
    words: Vec<Vec<(usize, f32)>>,
}

impl Index {
    /// Takes the words of each post, in order, each once and with its weight in the post.
    pub(super) fn new(posts: &[&[(Word, f32)]]) -> Index {
        let shared = shared_words(posts);
        let posts: Vec<Vec<(usize, f32)>> =
            posts.par_iter().map(|post| strongest(post, &shared, posts.len())).collect();
        let mut words = vec![Vec::new(); shared.len()];
        for (position, post) in posts.iter().enumerate() {
            for (word, weight) in post {
                if let Some(word) = words.get_mut(*word) {
                    word.push((position, *weight));
                }
            }
        }
        Index { posts, words }
    }

    /// For each post those most like it, best first, and earlier ones first among equals.
    pub(super) fn alike(&self) -> Vec<Vec<usize>> {
        let count = self.posts.len();
        let scratch = || (vec![0.0_f32; count], Vec::new());
        let posts = self.posts.par_iter().enumerate();
        posts.map_init(scratch, |(likeness, met), (position, _)| self.alike_to(position, likeness, met)).collect()
    }

    /// `likeness` holds a zero for each post, and does so again afterwards; `met` is empty, and is so again.
    fn alike_to(&self, position: usize, likeness: &mut [f32], met: &mut Vec<usize>) -> Vec<usize> {
        for (word, weight) in self.posts.get(position).into_iter().flatten() {
            for (other, other_weight) in self.words.get(*word).into_iter().flatten() {
                if let Some(likeness) = likeness.get_mut(*other).filter(|_| *other != position) {
                    if *likeness == 0.0 {
                        met.push(*other);
                    }
                    *likeness += weight * other_weight;
                }
            }
        }
        let rated = met.drain(..).filter_map(|other| Some((std::mem::take(likeness.get_mut(other)?), other)));
        let mut rated: Vec<(f32, usize)> = rated.filter(|(likeness, _)| LEAST_LIKENESS <= *likeness).collect();
        rated.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        rated.truncate(MOST);
        rated.into_iter().map(|(_, other)| other).collect()
    }
}

/// The words that some posts share, in order, each with the number of posts that have it.
fn shared_words(posts: &[&[(Word, f32)]]) -> Vec<(Word, usize)> {
    let mut all: Vec<Word> = posts.iter().flat_map(|post| post.iter().map(|(word, _)| *word)).collect();
    all.par_sort_unstable();
    let runs = all.chunk_by(|one, other| one == other).filter(|run| 1 < run.len());
    runs.filter_map(|run| Some((*run.first()?, run.len()))).collect()
}

/// The strongest words of a post that it shares with others, but not with most. Their squares make 1 at the most: places
/// that are left go to words that no other post has, and these make it the less like any other.
fn strongest(post: &[(Word, f32)], shared: &[(Word, usize)], posts: usize) -> Vec<(usize, f32)> {
    let most = 2.0_f32.max(as_f32(posts) * MOST_COMMON);
    let rarity = |having: usize| (1.0 + as_f32(posts) / as_f32(having)).ln();
    let (mut strongest, mut own) = (Vec::new(), Vec::new());
    for (word, weight) in post {
        match shared.binary_search_by_key(word, |(word, _)| *word) {
            Ok(place) => {
                let having = shared.get(place).map_or(0, |(_, having)| *having);
                if as_f32(having) <= most {
                    strongest.push((place, weight * rarity(having)));
                }
            }
            Err(_) => own.push(weight * rarity(1)),
        }
    }
    strongest.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    strongest.truncate(WORDS_OF_A_POST);
    own.sort_by(|one, other| other.total_cmp(one));
    let own = own.into_iter().take(WORDS_OF_A_POST - strongest.len());
    let length =
        strongest.iter().map(|(_, weight)| *weight).chain(own).map(|weight| weight * weight).sum::<f32>().sqrt();
    strongest.iter_mut().for_each(|(_, weight)| *weight /= length);
    strongest
}
