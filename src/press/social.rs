//! A picture for every page that has none: what networks and messengers show where somebody links it.
//!
//! [`card`] says what is in it, [`title`] and [`text`] set the words in the bundled [`fonts`], [`draw`] draws them, and
//! [`cache`] keeps the picture until one of its words changes. Lines are set by parley rather than by an SVG's text, which
//! knows neither the width of a line nor where one may end.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::annotate::Annotated;
use super::blog::Blog;
use super::bundle::Profile;
use super::claims::Claims;
use super::config::Config;
use super::diagnostic::{Diagnostic, PictureProblem, Position, Problem};
use super::files::{self, FileError};
use super::icons::Icon;
use super::png;
use super::post::Post;
use super::progress::Progress;
use crate::permalink::Permalink;
use crate::site::{Site, SocialPictures};

mod cache;
mod card;
mod draw;
mod fonts;
mod outline;
mod text;
mod title;

use cache::{Cache, Key};
use card::{Card, Look};
use draw::{Missing, draw};
use fonts::Fonts;
use text::Typesetter;

/// Whether a site has such pictures: only one that is published, for they are named by their full addresses.
pub fn wanted(config: &Config, url: &str, profile: Profile) -> SocialPictures {
    match profile {
        Profile::Release if !url.is_empty() => config.social_pictures,
        _ => SocialPictures::None,
    }
}

/// A picture to be: the file on the site, what is in it, and whose it is.
pub struct Picture<'a> {
    file: String,
    card: Card,
    post: Option<&'a Post>,
}

/// The pictures that a site needs: one for itself, and one for each document that neither names one nor leads elsewhere.
/// A file of the author's in the place of one is as good.
pub fn plan<'a>(blog: &'a Blog, annotated: &[Annotated], site: &Site, claims: &mut Claims) -> Vec<Picture<'a>> {
    if site.social_pictures == SocialPictures::None {
        return Vec::new();
    }
    let of_site = Picture { file: Permalink::home().twin_file("png"), card: Card::of_site(site), post: None };
    let documents = blog.documents().zip(annotated);
    let without = documents
        .filter(|(post, notes)| post.image.is_empty() && notes.cover.is_none() && post.redirect_to.is_none())
        .map(|(post, _)| post);
    let of_documents = without.map(|post| Picture {
        file: post.permalink.twin_file("png"),
        card: Card::of_document(post, site),
        post: Some(post),
    });
    [of_site].into_iter().chain(of_documents).filter(|picture| claims.generated(&picture.file)).collect()
}

/// Draws pictures into the folder of the site, or takes them from the project's cache.
pub fn make(
    pictures: &[Picture<'_>],
    site: &Site,
    (config, icon): (&Config, &Icon),
    (project, staging): (&Path, &Path),
) -> Result<Vec<Diagnostic>, FileError> {
    if pictures.is_empty() {
        return Ok(Vec::new());
    }
    let (look, cache) = (Look::new(config, icon), Cache::of_project(project));
    let easel = Easel { site, look: &look, cache: &cache };
    let progress = Progress::new("drawing social pictures", pictures.len());
    let made = pictures.par_iter().map_init(Brushes::default, |brushes, picture| {
        let made = easel.make(picture, &staging.join(&picture.file), brushes);
        progress.step();
        made
    });
    let made: Vec<Made> = made.collect::<Result<_, FileError>>()?;
    cache.clean(&made.iter().map(|made| made.key.clone()).collect::<HashSet<Key>>());
    Ok(made.into_iter().filter_map(|made| made.problem).collect())
}

struct Easel<'a> {
    site: &'a Site,
    look: &'a Look,
    cache: &'a Cache,
}

/// What one thread draws with; nothing before it draws.
#[derive(Default)]
struct Brushes {
    bundled: Option<Typesetter>,
    with_machine: Option<Typesetter>,
}

struct Made {
    key: Key,
    problem: Option<Diagnostic>,
}

impl Easel<'_> {
    /// A title that cannot be drawn gives way to that of the site, and that one to none.
    fn make(&self, picture: &Picture<'_>, place: &Path, brushes: &mut Brushes) -> Result<Made, FileError> {
        let of_site = picture.card.without_title(self.site);
        let empty = Card { title: String::new(), ..of_site.clone() };
        let mut problem = None;
        let mut key = picture.card.key(self.look);
        for card in [&picture.card, &of_site, &empty] {
            key = card.key(self.look);
            if self.cache.copy(&key, place)? {
                break;
            }
            match self.draw(card, &key, place, brushes)? {
                Ok(()) => break,
                Err(missing) => problem = problem.or_else(|| picture.post.map(|post| told(post, missing))),
            }
        }
        Ok(Made { key, problem })
    }

    /// Draws with the bundled fonts, and with those of the machine if they lack something.
    fn draw(
        &self,
        card: &Card,
        key: &Key,
        place: &Path,
        brushes: &mut Brushes,
    ) -> Result<Result<(), Missing>, FileError> {
        let bundled = brushes.bundled.get_or_insert_with(|| Typesetter::new(Fonts::bundled()));
        let drawn = draw(card, self.look, bundled).or_else(|_| {
            let all = brushes.with_machine.get_or_insert_with(|| Typesetter::new(Fonts::with_machine()));
            draw(card, self.look, all)
        });
        let picture = match drawn {
            Ok(Some(picture)) => picture,
            Ok(None) => return Err(failed(place, io::Error::from(io::ErrorKind::OutOfMemory))),
            Err(missing) => return Ok(Err(missing)),
        };
        let file = png::encode(&picture).map_err(|error| failed(place, io::Error::other(error)))?;
        self.cache.put(key, &file);
        files::write(place, &file)?;
        Ok(Ok(()))
    }
}

fn failed(place: &Path, cause: io::Error) -> FileError {
    FileError::System { action: "draw", path: place.to_owned(), cause }
}

fn told(post: &Post, Missing(characters): Missing) -> Diagnostic {
    let title = post.values.iter().find(|entry| entry.key == "title");
    let position = title.map(|entry| entry.value.position).filter(|position| *position != Position::NOWHERE);
    let problem = Problem::Picture(PictureProblem::TitleNotDrawn { characters });
    Diagnostic::new(&post.source, position.unwrap_or(Position::START), problem)
}
