//! Which posts are like which, by their words: what to read next.
//!
//! Each post becomes a short list of the words that tell it from the other posts, weighted by how often it has them and
//! how few others do (TF-IDF). Two posts are as alike as the angle between their lists is small. An index from words
//! to posts finds the likely ones, so that the time does not grow with the square of the posts.

use std::collections::BTreeMap;

use rayon::prelude::*;

mod index;
mod words;

use index::Index;
use words::{Word, add_words, term_word};

/// What is known of a post's matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matter {
    /// Plain text.
    pub title: String,
    /// Names of categories and tags.
    pub terms: Vec<String>,
    /// Plain text, best without code.
    pub text: String,
    /// BCP 47 tag. Posts in another language are not looked at: they would be no help to the reader.
    pub lang: String,
}

/// At the most so many posts are told for each.
pub const MOST: usize = 4;

/// A word of the title counts as if the text had it so often.
const TITLE_COUNT: usize = 4;

/// A category or tag as a whole counts as if the text had it so often.
const TERM_COUNT: usize = 8;

/// For each post, the positions of those most like it, best first. `matter` tells what a post is about; it is not kept.
pub fn related<T: Sync>(posts: &[T], matter: impl Fn(&T) -> Matter + Sync) -> Vec<Vec<usize>> {
    let counted = posts.par_iter().map(|post| {
        let matter = matter(post);
        (main_language(&matter.lang), counted_words(&matter))
    });
    let (languages, counted): (Vec<String>, Vec<Vec<(Word, f32)>>) = counted.unzip();
    let mut by_language: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, language) in languages.into_iter().enumerate() {
        by_language.entry(language).or_default().push(position);
    }
    let mut related = vec![Vec::new(); posts.len()];
    for positions in by_language.values() {
        let counted: Vec<&[(Word, f32)]> =
            positions.iter().filter_map(|position| counted.get(*position)).map(Vec::as_slice).collect();
        for (position, found) in positions.iter().zip(Index::new(&counted).alike()) {
            if let Some(related) = related.get_mut(*position) {
                *related = found.into_iter().filter_map(|found| positions.get(found).copied()).collect();
            }
        }
    }
    related
}

/// The words of a post in order, each once, with a number that grows with how often it is there, but more slowly.
fn counted_words(post: &Matter) -> Vec<(Word, f32)> {
    let mut words = Vec::new();
    add_words(&post.title, &mut words);
    for term in &post.terms {
        add_words(term, &mut words);
    }
    words = words.repeat(TITLE_COUNT);
    words.extend(post.terms.iter().flat_map(|term| [term_word(term); TERM_COUNT]));
    add_words(&post.text, &mut words);
    words.sort_unstable();
    let runs = words.chunk_by(|one, other| one == other);
    runs.filter_map(|run| Some((*run.first()?, 1.0 + as_f32(run.len()).ln()))).collect()
}

/// `pt` of `pt-BR`.
fn main_language(lang: &str) -> String {
    lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

#[allow(clippy::cast_precision_loss, reason = "numbers of words and posts are small")]
fn as_f32(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests;
