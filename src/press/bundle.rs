//! The whole way of a site: from the posts folder and Trunk's `index.html` to a file for every route.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::annotate::{self, Annotated};
use super::blog::{Blog, Hidden, Shown, page_link};
use super::claims::Claims;
use super::config::Config;
use super::decode::decode;
use super::diagnostic::{self, Diagnostic, Problem};
use super::files::{self, FileError};
use super::lists::lists;
use super::names;
use super::pages::render;
use super::parsable::make_parsable;
use super::post::{Post, read_post};
use super::progress::Progress;
use super::relative_links::SitePaths;
use super::shrink::{ShrinkError, shrink};
use super::source::{self, SourceFile, SourceKind};
use super::stylesheet;
use super::template::{MissingPart, Template};
use crate::base::Base;
use crate::bundle::Bundle;
use crate::markdown;
use crate::page::StoredPage;
use crate::permalink::Permalink;
use crate::route::Route;
use crate::site::Site;
use crate::view::mark::PRERENDER_MARK;

/// Where things are and what is wanted.
#[derive(Clone, Debug)]
pub struct Options {
    /// Holds `posts` and `lectern.toml`.
    pub source: PathBuf,
    /// Trunk's output: holds the finished `index.html` and receives all else.
    pub staging: PathBuf,
    /// The path that Trunk built for.
    pub public_url: Base,
    /// Scheme and host, over that of `lectern.toml`.
    pub url: Option<String>,
    /// What the app is built for.
    pub profile: Profile,
    /// Which hidden posts are shown.
    pub hidden: Hidden,
    /// The present, which tells future posts.
    pub now: jiff::Timestamp,
}

/// What the app is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Profile {
    /// To work on: its files stay as they are.
    Debug,
    /// To publish: its files are made small.
    Release,
}

/// What a run did.
#[derive(Debug)]
pub struct Report {
    /// Everything that is wrong with the author's files, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
    /// Posts shown.
    pub posts: usize,
    /// Standalone pages.
    pub pages: usize,
    /// Documents that are drafts, of the future or unpublished.
    pub hidden: u32,
    /// HTML files written.
    pub routes: usize,
    /// From start to end.
    pub time: Duration,
}

/// Why no site could be written. Trouble with a single post is no such reason.
#[derive(Debug)]
pub enum BundleFailure {
    /// A file of the output, or the template.
    File(FileError),
    /// The app's own files.
    App(ShrinkError),
    /// The template.
    Template(MissingPart),
    /// Page data that cannot be written as JSON.
    Data(serde_json::Error),
}

/// The folder of posts, below the source.
const POSTS: &str = "posts";

/// The settings, beside it.
const CONFIG: &str = "lectern.toml";

/// Bytes of settings that nobody writes.
const LONGEST_CONFIG: u64 = 1_000_000;

/// Writes the site into the staging folder.
pub fn bundle(options: &Options) -> Result<Report, BundleFailure> {
    let started = Instant::now();
    if options.profile == Profile::Release {
        shrink(&options.staging).map_err(BundleFailure::App)?;
    }
    let index = options.staging.join("index.html");
    let base = options.public_url.as_str();
    let template = stylesheet::join(&files::read_text(&index)?, &options.staging, base)?;
    let template = Template::parse(&template).map_err(BundleFailure::Template)?;

    let (config, mut diagnostics) = read_config(&options.source)?;
    let (files, problems) = source::walk(&options.source.join(POSTS), POSTS);
    diagnostics.extend(problems);
    let (assets, documents): (Vec<SourceFile>, Vec<SourceFile>) =
        files.into_iter().partition(|file| file.kind == SourceKind::Asset);

    let (documents, problems) = read_documents(&documents, &config, options.now);
    diagnostics.extend(problems);
    let mut claims = Claims::default();
    let (blog, problems) = Blog::new(documents, options.hidden, &mut claims);
    diagnostics.extend(problems);

    let site = site(&config, options, &blog);
    let (copies, problems) = claim_assets(assets, options.hidden, &mut claims);
    diagnostics.extend(problems);
    let site_paths = site_paths(&blog, &copies);
    let (annotated, problems) = annotate_all(&blog, &site_paths);
    diagnostics.extend(problems);

    let writer = Writer { staging: &options.staging, template: &template, site: &site };
    let mut routes = writer.write_documents(&blog, &annotated)?;
    routes += writer.write_lists(lists(&blog, &annotated, config.posts_per_page))?;
    writer.write_not_found()?;
    writer.write_names(&blog)?;
    for copy in &copies {
        if let Err(error) = files::copy(&copy.asset.file, &options.staging.join(&copy.site_path)) {
            let problem = Problem::Unreadable { cause: error.cause() };
            diagnostics.push(Diagnostic::of_file(&copy.asset.shown, problem));
        }
    }

    diagnostic::sort(&mut diagnostics);
    Ok(Report {
        diagnostics,
        posts: blog.posts.len(),
        pages: blog.pages.len(),
        hidden: blog.hidden,
        routes: routes + 1,
        time: started.elapsed(),
    })
}

/// The blog's configuration; a blog without a `lectern.toml` has the defaults.
fn read_config(source: &Path) -> Result<(Config, Vec<Diagnostic>), FileError> {
    let path = source.join(CONFIG);
    let bytes = if path.exists() { files::read(&path, LONGEST_CONFIG)? } else { Vec::new() };
    let (text, problems) = if bytes.is_empty() { (String::new(), Vec::new()) } else { decode(&bytes) };
    let (config, mut diagnostics) = Config::read(CONFIG, &text);
    diagnostics.extend(problems.into_iter().map(|(position, problem)| Diagnostic::new(CONFIG, position, problem)));
    Ok((config, diagnostics))
}

fn read_documents(files: &[SourceFile], config: &Config, now: jiff::Timestamp) -> (Vec<Post>, Vec<Diagnostic>) {
    let progress = Progress::new("reading", files.len());
    let read = files.par_iter().map(|file| {
        progress.step();
        match source::read(file) {
            Ok(bytes) => {
                let (mut post, mut diagnostics) = read_post(file, &bytes, config, now);
                diagnostics.extend(post.as_mut().and_then(make_parsable));
                (post, diagnostics)
            }
            Err(diagnostic) => (None, vec![diagnostic]),
        }
    });
    let (posts, diagnostics): (Vec<Option<Post>>, Vec<Vec<Diagnostic>>) = read.collect::<Vec<_>>().into_iter().unzip();
    (posts.into_iter().flatten().collect(), diagnostics.into_iter().flatten().collect())
}

fn site(config: &Config, options: &Options, blog: &Blog) -> Site {
    Site {
        title: config.title.clone(),
        description: config.description.clone(),
        author: config.author.clone(),
        url: options.url.clone().unwrap_or_else(|| config.url.clone()).trim_end_matches('/').to_owned(),
        base: options.public_url.clone(),
        lang: config.lang.clone(),
        pages: blog.pages.iter().map(page_link).collect(),
        name_shards: names::shard_count(blog.posts.len() + blog.pages.len()),
    }
}

/// An asset and its place below the site's root.
struct Copy {
    asset: SourceFile,
    site_path: String,
}

fn claim_assets(assets: Vec<SourceFile>, hidden: Hidden, claims: &mut Claims) -> (Vec<Copy>, Vec<Diagnostic>) {
    let mut copies = Vec::new();
    let mut diagnostics = Vec::new();
    for asset in assets {
        if asset.is_of_drafts() && hidden.drafts == Shown::No {
            continue;
        }
        let site_path = asset.site_path();
        match claims.file(&site_path, &asset.shown) {
            Ok(()) => copies.push(Copy { asset, site_path }),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    (copies, diagnostics)
}

fn site_paths(blog: &Blog, copies: &[Copy]) -> SitePaths {
    let assets = copies.iter().map(|copy| (copy.asset.path.clone(), format!("/{}", copy.site_path)));
    let documents = blog.addresses().map(|(source, permalink)| (below_posts(source), permalink.to_string()));
    assets.chain(documents).collect()
}

fn below_posts(source: &str) -> String {
    source.strip_prefix(POSTS).unwrap_or(source).trim_start_matches('/').to_owned()
}

fn annotate_all(blog: &Blog, site_paths: &SitePaths) -> (Vec<Annotated>, Vec<Diagnostic>) {
    let all: Vec<&Post> = blog.posts.iter().chain(&blog.pages).collect();
    let annotated = all.par_iter().map(|post| annotate::annotate(post, &below_posts(&post.source), site_paths));
    let (annotated, diagnostics): (Vec<_>, Vec<Vec<_>>) = annotated.collect::<Vec<_>>().into_iter().unzip();
    (annotated, diagnostics.into_iter().flatten().collect())
}

struct Writer<'a> {
    staging: &'a Path,
    template: &'a Template,
    site: &'a Site,
}

impl Writer<'_> {
    fn write_documents(&self, blog: &Blog, annotated: &[Annotated]) -> Result<usize, BundleFailure> {
        let all: Vec<(usize, &Post)> = blog.posts.iter().chain(&blog.pages).enumerate().collect();
        let progress = Progress::new("rendering", all.len());
        all.par_iter().zip(annotated).try_for_each(|((position, post), notes)| {
            let is_post = *position < blog.posts.len();
            let neighbors = if is_post { blog.neighbors(*position) } else { (None, None) };
            let bundle = annotate::bundle(post, notes, neighbors);
            progress.step();
            self.write_document(bundle)
        })?;
        Ok(all.len())
    }

    fn write_document(&self, bundle: Bundle) -> Result<(), BundleFailure> {
        let permalink = bundle.metadata.permalink.clone();
        self.write(&permalink.twin_file("md"), &bundle.to_string())?;
        let article = markdown::render(&bundle, &self.site.base);
        self.write_page(&permalink.page_file(), StoredPage::Document(bundle.metadata), &article)
    }

    fn write_lists(&self, lists: Vec<StoredPage>) -> Result<usize, BundleFailure> {
        let count = lists.len();
        lists.into_par_iter().try_for_each(|list| {
            let Some(permalink) = list_permalink(&list) else { return Ok(()) };
            let json = serde_json::to_string(&list).map_err(BundleFailure::Data)?;
            self.write(&permalink.twin_file("json"), &json)?;
            self.write_page(&permalink.page_file(), list, "")
        })?;
        Ok(count)
    }

    fn write_not_found(&self) -> Result<(), BundleFailure> {
        self.write_page("404.html", StoredPage::NotFound, "")
    }

    fn write_names(&self, blog: &Blog) -> Result<(), BundleFailure> {
        let shards = names::shards(blog.links(), self.site.name_shards);
        for (number, shard) in (0_u32..).zip(shards) {
            let json = serde_json::to_string(&shard).map_err(BundleFailure::Data)?;
            self.write(&crate::nearest::shard_file(number), &json)?;
        }
        Ok(())
    }

    fn write_page(&self, file: &str, page: StoredPage, article: &str) -> Result<(), BundleFailure> {
        let rendered = render(self.site, page, article).map_err(BundleFailure::Data)?;
        self.write(file, &self.template.fill(&rendered, PRERENDER_MARK))
    }

    fn write(&self, file: &str, text: &str) -> Result<(), BundleFailure> {
        Ok(files::write(&self.staging.join(file), text.as_bytes())?)
    }
}

fn list_permalink(list: &StoredPage) -> Option<Permalink> {
    match list {
        StoredPage::List(list) => Some(list.permalink_of(list.page)),
        StoredPage::Terms(terms) => Some(Route::Terms(terms.kind).permalink()),
        StoredPage::Document(_) | StoredPage::NotFound => None,
    }
}

impl From<FileError> for BundleFailure {
    fn from(error: FileError) -> BundleFailure {
        BundleFailure::File(error)
    }
}

impl fmt::Display for BundleFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BundleFailure::File(error) => error.fmt(formatter),
            BundleFailure::App(error) => error.fmt(formatter),
            BundleFailure::Template(part) => part.fmt(formatter),
            BundleFailure::Data(error) => write!(formatter, "page data cannot be written: {error}"),
        }
    }
}

impl std::error::Error for BundleFailure {}
