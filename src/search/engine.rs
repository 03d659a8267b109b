//! Finds posts. The engine fetches nothing: it says which files lack, is given them, and is asked again.

use super::answer::{Answer, Failure, MarkedWord, Order, Reason, Request};
use super::bytes::Damaged;
use super::file_name::FileName;
use super::query::{Query, Word};
use super::tokens::is_pair;

mod dictionary;
mod excerpt;
mod expansion;
mod facets;
mod filters;
mod hits;
mod letters;
mod library;
mod matching;
mod neighbors;
mod ranking;
mod spelled;

use excerpt::Marker;
use expansion::{Closeness, Scope, expand};
use library::Library;
use matching::{Blog, Matches, Sought, Trouble};
use ranking::{Ranked, rank};

/// The index of a blog as far as it is there.
pub struct Engine {
    root: FileName,
    library: Library,
    failures: Vec<(FileName, Reason)>,
}

/// What a search comes to.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// These files must be there first.
    Lacks(Vec<FileName>),
    /// What was found.
    Found(Answer),
}

/// So many words are told to be marked on the pages of hits.
const MOST_MARKED: usize = 60;

impl Engine {
    /// An engine of which only the name of the root is known.
    pub fn new(root: FileName) -> Engine {
        Engine { root, library: Library::default(), failures: Vec::new() }
    }

    /// Gives the engine a file that it lacks. One that is damaged counts as empty, and the next answer says so.
    pub fn supply(&mut self, name: FileName, bytes: &[u8]) {
        if self.library.supply(name, bytes) == Err(Damaged) {
            self.give_up(name, Reason::Damaged);
        }
    }

    /// Goes on without a file, as if it were empty. The next answer says why.
    pub fn give_up(&mut self, name: FileName, reason: Reason) {
        self.library.give_up(name);
        self.failures.push((name, reason));
    }

    /// Forgets that files could not be had, so that they are asked for anew.
    pub fn hope(&mut self) {
        for (name, _) in std::mem::take(&mut self.failures) {
            self.library.forget(name);
        }
    }

    /// Searches. Everything that lacks and can be known already is told at once.
    pub fn search(&mut self, request: &Request) -> Outcome {
        loop {
            self.library.take_lacking();
            match self.answer(request) {
                Ok(mut answer) => {
                    answer.pending = self.library.take_lacking().iter().map(FileName::path).collect();
                    answer.failed = self.failure();
                    return Outcome::Found(answer);
                }
                Err(Trouble::Lacking) => return Outcome::Lacks(self.library.take_lacking()),
                Err(Trouble::Damaged(file)) => {
                    self.library.empty(file);
                    self.failures.push((file, Reason::Damaged));
                }
            }
        }
    }

    fn failure(&self) -> Option<Failure> {
        let (file, reason) = self.failures.first()?;
        Some(Failure { reason: *reason, file: file.path() })
    }

    fn answer(&self, request: &Request) -> Result<Answer, Trouble> {
        let query = Query::parse(&request.query);
        let root = self.library.root(self.root).ok_or(Trouble::Lacking)?;
        let blog = Blog { root, library: &self.library, documents: root.documents_of_units() };
        if query.is_empty() {
            return Ok(Answer::default());
        }
        let without = self.look_up(&words_without(&query), Scope::AsTyped, &blog)?;
        let Found { sought, matches, ranked: Ranked { documents, is_close, .. } } =
            self.find(&query, request.order, &without, &blog)?;

        let marker = Marker::new(&query.words, &sought);
        let window = documents.iter().skip(request.from as usize).take(request.count as usize);
        let hits = hits::hits(&blog, &matches, &window.copied().collect::<Vec<_>>(), &marker)?;
        let facets = match facets::facets(&blog, &documents) {
            Ok(facets) => Some(facets),
            Err(Trouble::Lacking) => None,
            Err(trouble) => return Err(trouble),
        };
        Ok(Answer {
            total: u32::try_from(documents.len()).unwrap_or(u32::MAX),
            hits,
            facets,
            meant: spelled::meant(&request.query, &query.words, &sought, documents.len()),
            close: is_close,
            words: marked(&query.words, &sought),
            ..Answer::default()
        })
    }

    /// Looks for the words as they are typed. Where that finds little, looks for those spelled nearly alike: first in the
    /// places of words that the blog does not have, then of all.
    fn find(&self, query: &Query, order: Order, without: &[Sought], blog: &Blog<'_>) -> Result<Found, Trouble> {
        let mut scopes = vec![Scope::AsTyped; query.words.len()];
        loop {
            let sought = self.look_up_all(&query.words, &scopes, blog)?;
            blog.ask_for_postings(sought.iter().chain(without).flat_map(|word| &word.candidates))?;
            let mut matches = blog.matches(&sought)?;
            neighbors::prefer(blog, &sought, &mut matches)?;
            let passing = passing(blog, query, &sought, without)?;
            let order = if query.words.is_empty() { Order::Date } else { order };
            let ranked = rank(&matches, &sought, &passing, order);
            let wider = wider(&query.words, &scopes, &sought, &ranked);
            if ranked.is_enough || wider == scopes {
                return Ok(Found { sought, matches, ranked });
            }
            scopes = wider;
        }
    }

    /// Asks for all parts of the dictionary at once.
    fn look_up_all(&self, words: &[Word], scopes: &[Scope], blog: &Blog<'_>) -> Result<Vec<Sought>, Trouble> {
        let scopes = scopes.iter().enumerate();
        let expanded: Vec<_> =
            scopes.map(|(place, scope)| expand(words, place, *scope, blog.root, &self.library)).collect();
        let expanded: Vec<_> = expanded.into_iter().collect::<Option<_>>().ok_or(Trouble::Lacking)?;
        let units = u32::try_from(blog.documents.len()).unwrap_or(u32::MAX);
        Ok(expanded.into_iter().map(|expanded| Sought::new(expanded, units)).collect())
    }

    fn look_up(&self, words: &[Word], scope: Scope, blog: &Blog<'_>) -> Result<Vec<Sought>, Trouble> {
        self.look_up_all(words, &vec![scope; words.len()], blog)
    }
}

/// What the words may stand for next: at first only those that the blog does not have, then all.
fn wider(words: &[Word], scopes: &[Scope], sought: &[Sought], ranked: &Ranked) -> Vec<Scope> {
    let is_unknown = |word: &Sought| word.candidates.is_empty();
    if sought.iter().any(is_unknown) && !scopes.contains(&Scope::Nearly) {
        let scope = |word| if is_unknown(word) { Scope::Nearly } else { Scope::AsTyped };
        return sought.iter().map(scope).collect();
    }
    // Posts that nearly have some pairs of letters are no better than those that have all of them.
    let is_as_typed = !ranked.is_close && !ranked.documents.is_empty();
    let stays = |word: &Word| is_as_typed && is_pair(&word.text);
    words.iter().map(|word| if stays(word) { Scope::AsTyped } else { Scope::Nearly }).collect()
}

/// What the words of a query come to.
struct Found {
    sought: Vec<Sought>,
    matches: Matches,
    ranked: Ranked,
}

fn words_without(query: &Query) -> Vec<Word> {
    let word = |text: &String| Word { text: text.clone(), is_beginning: false, is_quoted: false, start: 0, end: 0 };
    query.without.iter().map(word).collect()
}

/// Documents that the filters let in, that have the phrases, and none of the words that must not be there.
fn passing(blog: &Blog<'_>, query: &Query, sought: &[Sought], without: &[Sought]) -> Result<Vec<bool>, Trouble> {
    let mut passing = filters::passing(blog, &query.filters)?;
    for (first, last) in &query.phrases {
        let units = neighbors::phrase(blog, query, sought, (*first as usize, *last as usize))?;
        let mut has_phrase = vec![false; passing.len()];
        for document in units.iter().filter_map(|unit| blog.documents.get(*unit as usize)) {
            has_phrase.get_mut(*document as usize).into_iter().for_each(|has| *has = true);
        }
        passing.iter_mut().zip(has_phrase).for_each(|(passes, has)| *passes &= has);
    }
    let candidates = without.iter().flat_map(|word| &word.candidates);
    for candidate in candidates.filter(|candidate| candidate.closeness <= Closeness::Kin) {
        for document in blog.documents_of(&blog.postings(candidate)?) {
            passing.get_mut(document as usize).into_iter().for_each(|passes| *passes = false);
        }
    }
    Ok(passing)
}

fn marked(words: &[Word], sought: &[Sought]) -> Vec<MarkedWord> {
    let begun = words.iter().filter(|word| word.is_beginning);
    let mut marked: Vec<MarkedWord> =
        begun.map(|word| MarkedWord { word: word.text.clone(), is_prefix: true }).collect();
    let found = sought.iter().flat_map(|word| &word.candidates);
    marked.extend(found.map(|found| MarkedWord { word: found.term.word.clone(), is_prefix: false }));
    marked.truncate(MOST_MARKED);
    marked
}
