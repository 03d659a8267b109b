//! The files of the index that are there, and the list of those that are lacking.

use std::cell::RefCell;

use crate::search::bytes::Damaged;
use crate::search::file_name::FileName;
use crate::search::places::{self, Place};
use crate::search::root::Root;
use crate::search::terms::Terms;
use crate::search::unit::Unit;
use crate::search::{endings, pairs};

/// Files as they are needed. What was given up counts as empty.
#[derive(Default)]
pub(super) struct Library {
    /// In the order of their names.
    files: Vec<(FileName, File)>,
    /// What was asked for in vain since the last time that this was taken, and before.
    lacking: RefCell<Vec<(FileName, Kind)>>,
    /// What was taken last.
    awaited: Vec<(FileName, Kind)>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Root,
    Terms,
    Endings,
    Postings,
    Places,
    Unit,
    Directory,
    Pairs,
}

enum File {
    Root(Root),
    Terms(Terms),
    Endings(Vec<String>),
    Bytes(Vec<u8>),
    Places(Vec<Place>),
    Unit(Unit),
    Directory(Vec<FileName>),
}

/// One way for each kind: what is there, or a note that it lacks.
macro_rules! shelf {
    ($name:ident, $kind:ident, $variant:ident, $content:ty) => {
        pub(super) fn $name(&self, name: FileName) -> Option<&$content> {
            match self.file(name) {
                Some(File::$variant(content)) => Some(content),
                _ => self.note(name, Kind::$kind),
            }
        }
    };
}

impl Library {
    shelf!(root, Root, Root, Root);
    shelf!(terms, Terms, Terms, Terms);
    shelf!(endings, Endings, Endings, [String]);
    shelf!(postings, Postings, Bytes, [u8]);
    shelf!(places, Places, Places, [Place]);
    shelf!(unit, Unit, Unit, Unit);
    shelf!(directory, Directory, Directory, [FileName]);
    shelf!(pairs, Pairs, Bytes, [u8]);

    /// The names of what was asked for in vain since the last time.
    pub(super) fn take_lacking(&mut self) -> Vec<FileName> {
        self.awaited = self.lacking.take();
        self.awaited.iter().map(|(name, _)| *name).collect()
    }

    /// Adds a file that was asked for.
    pub(super) fn supply(&mut self, name: FileName, bytes: &[u8]) -> Result<(), Damaged> {
        let Some(kind) = self.kind(name) else { return Ok(()) };
        let file = match kind {
            Kind::Root => File::Root(Root::read(bytes)?),
            Kind::Terms => File::Terms(Terms::read(bytes)?),
            Kind::Endings => File::Endings(endings::read(bytes)?),
            Kind::Postings | Kind::Pairs => File::Bytes(bytes.to_vec()),
            Kind::Places => File::Places(places::read(bytes)?),
            Kind::Unit => File::Unit(Unit::read(bytes)?),
            Kind::Directory => File::Directory(pairs::read_directory(bytes)?),
        };
        self.put(name, file);
        Ok(())
    }

    /// Goes on without a file.
    pub(super) fn give_up(&mut self, name: FileName) {
        let Some(kind) = self.kind(name) else { return };
        let file = match kind {
            Kind::Root => File::Root(Root::default()),
            Kind::Terms => File::Terms(Terms::default()),
            Kind::Endings => File::Endings(Vec::new()),
            Kind::Postings | Kind::Pairs => File::Bytes(Vec::new()),
            Kind::Places => File::Places(Vec::new()),
            Kind::Unit => File::Unit(Unit::default()),
            Kind::Directory => File::Directory(Vec::new()),
        };
        self.put(name, file);
    }

    /// Takes a list of numbers that turned out to be damaged for an empty one.
    pub(super) fn empty(&mut self, name: FileName) {
        self.put(name, File::Bytes(Vec::new()));
    }

    /// Forgets a file, so that it is asked for anew.
    pub(super) fn forget(&mut self, name: FileName) {
        self.files.retain(|(known, _)| *known != name);
    }

    fn file(&self, name: FileName) -> Option<&File> {
        let place = self.files.binary_search_by_key(&name, |(known, _)| *known).ok()?;
        self.files.get(place).map(|(_, file)| file)
    }

    fn put(&mut self, name: FileName, file: File) {
        self.forget(name);
        let place = self.files.partition_point(|(known, _)| *known < name);
        self.files.insert(place, (name, file));
    }

    fn kind(&self, name: FileName) -> Option<Kind> {
        self.awaited.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    fn note<T: ?Sized>(&self, name: FileName, kind: Kind) -> Option<&T> {
        let mut lacking = self.lacking.borrow_mut();
        if !lacking.iter().any(|(known, _)| *known == name) {
            lacking.push((name, kind));
        }
        None
    }
}
