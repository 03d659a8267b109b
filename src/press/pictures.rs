//! The pictures of a site: how large each is, and smaller copies of the large ones.
//!
//! Each file is looked at once, however many texts show it. [`size`] needs only its beginning; [`copies`] are made of
//! few, and [`cache`] keeps them from one run to the next.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::diagnostic::{Diagnostic, PictureProblem, Problem};
use super::files::{self, FileError};
use super::progress::Progress;
use crate::bundle::{Picture, copy_of};

pub mod cache;
pub mod copies;
mod figure;
mod profile;
pub mod size;
mod svg;
pub mod tags;

use cache::Cache;
use size::Size;

/// Whether smaller copies of large pictures are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copies {
    /// They are.
    #[default]
    Made,
    /// They are not.
    None,
}

/// A picture of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its place on the site: `/assets/dawn.jpg`.
    pub place: String,
    /// Where it is.
    pub file: PathBuf,
    /// Its file, as shown to the author.
    pub shown: String,
}

/// What is known of the pictures of a site, by their places.
#[derive(Debug, Default)]
pub struct Pictures(HashMap<String, Picture>);

/// A picture is never larger than GitHub takes.
const LARGEST: u64 = 100_000_000;

/// Pixels of all pictures that are worked on at one time.
const PIXELS_AT_ONCE: u64 = copies::MOST_PIXELS;

impl Pictures {
    /// Looks at pictures, and puts the copies of those that have some into the folder of the site. `is_free` tells whether
    /// nothing else has a place.
    pub fn look_at(
        sources: &[Source],
        copies: Copies,
        cache: &Cache,
        staging: &Path,
        is_free: impl Fn(&str) -> bool + Sync,
    ) -> (Pictures, Vec<Diagnostic>) {
        let measured: Vec<Result<Size, PictureProblem>> =
            sources.par_iter().map(|source| measure(&source.file)).collect();
        let mut pictures = HashMap::new();
        let mut diagnostics = Vec::new();
        let mut large = Vec::new();
        for (source, measured) in sources.iter().zip(measured) {
            match measured {
                Ok(size) => {
                    let (width, height) = (size.width, size.height);
                    pictures.insert(source.place.clone(), Picture { width, height, copies: Vec::new() });
                    if copies == Copies::Made && size.format.is_some() && self::copies::LARGE.0 < width {
                        large.push((source, size));
                    }
                }
                Err(problem) => diagnostics.push(diagnostic(source, problem)),
            }
        }
        let workshop = Workshop { cache, staging, is_free };
        for (source, made) in workshop.copy(&large) {
            match made {
                Ok(widths) => {
                    if let Some(picture) = pictures.get_mut(&source.place) {
                        picture.copies = widths;
                    }
                }
                Err(problem) => diagnostics.push(diagnostic(source, problem)),
            }
        }
        (Pictures(pictures), diagnostics)
    }

    /// What is known of the picture at a place.
    pub fn at(&self, place: &str) -> Option<&Picture> {
        self.0.get(place)
    }
}

struct Workshop<'a, F> {
    cache: &'a Cache,
    staging: &'a Path,
    is_free: F,
}

type Made = Result<Vec<u32>, PictureProblem>;

impl<F: Fn(&str) -> bool + Sync> Workshop<'_, F> {
    /// The widths of the copies of each. What the cache has is taken from there; then the others are made, not so many
    /// at a time that their pixels fill the memory.
    fn copy<'s>(&self, large: &[(&'s Source, Size)]) -> Vec<(&'s Source, Made)> {
        let found: Vec<Option<Made>> = large.par_iter().map(|(source, _)| self.known(source)).collect();
        let (mut done, mut rest) = (Vec::new(), Vec::new());
        for ((source, size), found) in large.iter().zip(found) {
            match found {
                Some(made) => done.push((*source, made)),
                None => rest.push((*source, *size)),
            }
        }
        let progress = Progress::new("making smaller pictures", rest.len());
        while !rest.is_empty() {
            let mut pixels = 0;
            let count = rest.iter().take_while(|(_, size)| {
                let is_first = pixels == 0;
                pixels += u64::from(size.width) * u64::from(size.height);
                is_first || pixels <= PIXELS_AT_ONCE
            });
            let batch: Vec<(&Source, Size)> = rest.drain(..count.count()).collect();
            done.par_extend(batch.par_iter().map(|(source, size)| {
                let made = self.make(source, *size);
                progress.step();
                (*source, made)
            }));
        }
        done
    }

    /// From the cache, if it has them.
    fn known(&self, source: &Source) -> Option<Made> {
        let bytes = match files::read(&source.file, LARGEST) {
            Ok(bytes) if bytes.len() <= copies::LARGE.1 => return Some(Ok(Vec::new())),
            Ok(bytes) => bytes,
            Err(error) => return Some(Err(unreadable(&error))),
        };
        let copies = self.cache.get(&bytes)?;
        Some(self.write(source, copies))
    }

    fn make(&self, source: &Source, size: Size) -> Made {
        let bytes = files::read(&source.file, LARGEST).map_err(|error| unreadable(&error))?;
        let copies = copies::copies(&bytes, size)?;
        self.cache.put(&bytes, &copies);
        self.write(source, copies)
    }

    /// Puts copies beside their picture, but for those whose place is taken.
    fn write(&self, source: &Source, copies: Vec<copies::Copy>) -> Made {
        let mut widths = Vec::new();
        for (width, bytes) in copies {
            let place = copy_of(&source.place, width);
            if (self.is_free)(&place) {
                let file = self.staging.join(place.trim_start_matches('/'));
                files::write(&file, &bytes).map_err(|error| unreadable(&error))?;
                widths.push(width);
            }
        }
        Ok(widths)
    }
}

fn measure(file: &Path) -> Result<Size, PictureProblem> {
    let beginning = files::beginning(file, size::BEGINNING).map_err(|error| unreadable(&error))?;
    match size::size(&beginning) {
        Err(PictureProblem::NoPicture) if u64::try_from(beginning.len()) == Ok(size::BEGINNING) => {
            size::size(&files::read(file, LARGEST).map_err(|error| unreadable(&error))?)
        }
        measured => measured,
    }
}

fn unreadable(error: &FileError) -> PictureProblem {
    PictureProblem::Unreadable { cause: error.cause() }
}

fn diagnostic(source: &Source, problem: PictureProblem) -> Diagnostic {
    Diagnostic::of_file(&source.shown, Problem::Picture(problem))
}
