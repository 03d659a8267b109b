use std::collections::HashMap;
use std::io::Read;

use super::*;
use crate::search::answer::{Answer, Order, Reason, Request};
use crate::search::engine::{Engine, Outcome};

mod blog;
mod cached;
mod damage;
mod facets;
mod queries;
mod words;

use blog::blog;

/// A blog that is searched as a browser does it, with a count of what it fetches.
struct Searched {
    engine: Engine,
    files: HashMap<FileName, Vec<u8>>,
    fetched: usize,
}

impl Searched {
    fn new(documents: &[Document]) -> Searched {
        let index = index(documents, Effort::Little, &IndexCache::default());
        let unpack = |packed: Vec<u8>| {
            let mut bytes = Vec::new();
            flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("a packed file");
            bytes
        };
        let files = index.files.into_iter().map(|(name, packed)| (name, unpack(packed))).collect();
        Searched { engine: Engine::new(index.root), files, fetched: 0 }
    }

    fn ask(&mut self, query: &str, order: Order) -> Answer {
        let request = Request { query: query.to_owned(), order, from: 0, count: 10 };
        for _ in 0..20 {
            let lacks = match self.engine.search(&request) {
                Outcome::Lacks(files) => files,
                Outcome::Found(answer) if answer.pending.is_empty() => return answer,
                Outcome::Found(answer) => answer.pending.iter().filter_map(|name| FileName::parse(name)).collect(),
            };
            for name in lacks {
                self.fetched += 1;
                match self.files.get(&name) {
                    Some(bytes) => self.engine.supply(name, bytes),
                    None => self.engine.give_up(name, Reason::Status),
                }
            }
        }
        panic!("{query} is never answered");
    }

    fn answer(&mut self, query: &str) -> Answer {
        self.ask(query, Order::Relevance)
    }

    /// The paths of the hits.
    fn paths(&mut self, query: &str) -> Vec<String> {
        self.answer(query).hits.into_iter().map(|hit| hit.path).collect()
    }
}
