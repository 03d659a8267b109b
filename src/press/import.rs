//! `lectern import`: brings a Jekyll site over.
//!
//! [`plan`] says which file goes where, [`apply`] writes. Posts are brought byte for byte. Nothing is removed, and nothing
//! that is there already is replaced unless the author asks for it, so that an import can be repeated.

use std::fmt;
use std::path::PathBuf;

use super::diagnostic::Diagnostic;
use super::jekyll::layout::{Layout, NoBlog};
use super::jekyll::site_folder;

pub mod apply;
pub mod outside;
pub mod pages;
pub mod plan;
pub mod used;
mod words;

pub use apply::{Fate, Outcome};
pub use plan::{Left, What};

/// From where to where, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The Jekyll site, or a folder of posts.
    pub site: PathBuf,
    /// The Lectern project.
    pub project: PathBuf,
    /// What becomes of files that are there already and say something else.
    pub existing: Existing,
}

/// What becomes of files that are there already and say something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// They stay.
    Keep,
    /// They are replaced.
    Replace,
}

/// What an import did.
#[derive(Debug)]
pub struct Report {
    /// Every file that was to be there in the end.
    pub outcomes: Vec<Outcome>,
    /// What was not brought.
    pub left: Vec<Left>,
    /// What is wrong with the site's settings and folders. Nothing in the project tells it any more.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why nothing was brought.
#[derive(Debug)]
pub enum ImportFailure {
    /// There is no blog to bring.
    NoBlog(NoBlog),
    /// It is a Lectern project already.
    IsAProject(PathBuf),
    /// The project to bring it to is not one.
    NoProject(PathBuf),
}

/// Brings a site into a project.
pub fn import(options: &Options) -> Result<Report, ImportFailure> {
    if !options.project.join("Trunk.toml").is_file() {
        return Err(ImportFailure::NoProject(options.project.clone()));
    }
    let mut site = site_folder::read(&options.site).map_err(ImportFailure::NoBlog)?;
    if site.layout == Layout::Lectern {
        return Err(ImportFailure::IsAProject(options.site.clone()));
    }
    outside::let_in(&mut site, jiff::Timestamp::now());
    let plan = plan::plan(&site);
    let outcomes = apply::apply(&plan.items, &options.project, options.existing);
    Ok(Report { outcomes, left: plan.left, diagnostics: site.diagnostics })
}

impl fmt::Display for ImportFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportFailure::NoBlog(cause) => cause.fmt(formatter),
            ImportFailure::IsAProject(folder) => write!(
                formatter,
                "`{}` is a Lectern project already; name the folder of a Jekyll site, the one with `_config.yml`",
                folder.display()
            ),
            ImportFailure::NoProject(folder) => write!(
                formatter,
                "`{}` is no Lectern project, for it has no `Trunk.toml`; run this in your copy of Lectern, or name \
                 it with `--into`",
                folder.display()
            ),
        }
    }
}

impl std::error::Error for ImportFailure {}
