//! The searcher: answers queries in a worker, beside the page. The worker's script brings the files that it lacks.

use lectern::search::answer::{Order, Reason, Request};
use lectern::search::engine::{Engine, Outcome};
use lectern::search::file_name::FileName;
use lectern::search::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What the worker's script holds.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Searcher(Engine);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Searcher {
    /// A searcher of the index with a root. A name that is none leads to no file, which the first answer says.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(constructor))]
    pub fn new(root: &str) -> Searcher {
        Searcher(Engine::new(FileName::parse(root).unwrap_or_else(|| FileName::of_hash([0; 5]))))
    }

    /// Gives the searcher a file, unpacked.
    pub fn supply(&mut self, name: &str, bytes: &[u8]) {
        if let Some(name) = FileName::parse(name) {
            self.0.supply(name, bytes);
        }
    }

    /// Lets the searcher go on without a file. `reason` is `damaged`, `status` or `offline`.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(js_name = giveUp))]
    pub fn give_up(&mut self, name: &str, reason: &str) {
        let reason = match reason {
            "damaged" => Reason::Damaged,
            "status" => Reason::Status,
            _ => Reason::Offline,
        };
        if let Some(name) = FileName::parse(name) {
            self.0.give_up(name, reason);
        }
    }

    /// Lets the searcher ask anew for what it went on without.
    pub fn hope(&mut self) {
        self.0.hope();
    }

    /// The answer to a query as JSON, or `{"lacks":[…]}`: the files that must be there first. `order` is `date`, or
    /// else by relevance.
    pub fn search(&mut self, query: &str, order: &str, from: u32, count: u32) -> String {
        let order = if order == "date" { Order::Date } else { Order::Relevance };
        match self.0.search(&Request { query: query.to_owned(), order, from, count }) {
            Outcome::Found(answer) => json::answer(&answer),
            Outcome::Lacks(files) => json::lacks(&files.iter().map(FileName::path).collect::<Vec<_>>()),
        }
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("this program runs in a browser; build it with `cargo xtask serve`");
}
