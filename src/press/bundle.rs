//! The whole way of a site: from the posts folder and Trunk's `index.html` to a file for every route.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::addresses::OwnSite;
use super::annotate::{self, Annotated};
use super::around::around;
use super::blog::{Blog, Hidden};
use super::claims::Claims;
use super::config::{Config, GitDates};
use super::content_security_policy::{OtherHosts, with_policy};
use super::crawlers;
use super::dates::in_words::DateWords;
use super::diagnostic::{self, Diagnostic};
use super::feeds::Feeds;
use super::files;
use super::git::ChangeDates;
use super::hosting;
use super::icons::Icon;
use super::jekyll::layout::Layout;
use super::jekyll::site_folder;
use super::links;
use super::lists::lists;
use super::names;
use super::offline::{self, Kept, Offline};
use super::redirects::{self, Redirects};
use super::scripts;
use super::search;
use super::search_box::{OPEN_SEARCH, SearchBox};
use super::shrink::shrink;
use super::social;
use super::stylesheet;
use super::template::Template;
use super::web_manifest;
use super::words::Catalogue;
use crate::base::Base;
use crate::site::Site;
use crate::words::Words;

mod assets;
mod documents;
mod failure;
mod writer;

pub use failure::BundleFailure;
use writer::Writer;

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

/// The folder of posts, below the source.
const POSTS: &str = "posts";

/// Writes the site into the staging folder.
pub fn bundle(options: &Options) -> Result<Report, BundleFailure> {
    let started = Instant::now();
    if options.profile == Profile::Release {
        shrink(&options.staging).map_err(BundleFailure::App)?;
    }
    let index = options.staging.join("index.html");
    let base = options.public_url.as_str();

    let mut folder = site_folder::read_as(&options.source, Layout::Lectern);
    let own_rules = stylesheet::own_rules(&folder.config, &options.source, &mut folder.diagnostics);
    let template = stylesheet::join(&files::read_text(&index)?, &options.staging, base, &own_rules)?;
    let searcher = search::write_worker(&options.staging)?;
    let words = Catalogue::of(&folder.config.lang);
    let icon = Icon::of_project(&options.source, &mut folder.diagnostics);
    let (template, icons) = web_manifest::add_icons(
        &template,
        (&icon, &folder.config),
        (&options.staging, &options.public_url),
        options.profile,
    )?;
    let mut diagnostics = std::mem::take(&mut folder.diagnostics);
    let (documents, problems) = documents::read(&folder.documents, &folder.config, options.now);
    diagnostics.extend(problems);
    let mut claims = Claims::default();
    let config = &folder.config;
    let hidden = options.hidden.or(config.hidden);
    let (mut blog, problems) = Blog::new(documents, hidden, &mut claims);
    diagnostics.extend(problems);

    diagnostics.extend(documents::lower(&mut blog, &folder, options));
    let site = site(config, options, &blog, words.page.clone());
    let (copies, problems) = assets::claim(std::mem::take(&mut folder.assets), hidden, &mut claims);
    diagnostics.extend(problems);
    let urls = [config.url.as_str()].into_iter().chain(options.url.as_deref());
    let own_site = OwnSite::new(urls, [options.public_url.clone(), config.base.clone()]);
    let (old_addresses, problems) = redirects::claim(&blog, &own_site, &mut claims);
    diagnostics.extend(problems);
    let addresses = assets::addresses(own_site, options, &blog, &copies, &old_addresses);
    let (mut redirects, problems) = Redirects::new(&blog, &old_addresses, &addresses, POSTS);
    redirects.pages.extend(redirects::old_lists(config, blog.pinned().1.len(), &mut claims));
    diagnostics.extend(problems);
    let changes = match config.machines.git_dates {
        GitDates::Asked => ChangeDates::of(&options.source, POSTS),
        GitDates::Ignored => ChangeDates::default(),
    };
    let feeds = Feeds::plan(&blog, &config.machines, &changes, &mut claims);
    let (mut prepared, problems) = documents::prepare(&mut blog, &addresses);
    diagnostics.extend(links::gather(problems, &addresses));
    let (pictures, problems) = documents::look_at_pictures(&blog, &prepared, &copies, config.picture_copies, options);
    diagnostics.extend(problems);
    let days = DateWords::of(&config.lang);
    let linked: Vec<BTreeSet<String>> =
        prepared.iter_mut().map(|prepared| std::mem::take(&mut prepared.linked)).collect();
    let around = around(&blog, &config.lang, &days, &documents::like_posts(&blog, &config.lang), &linked);
    let annotated = documents::annotate(&mut blog, prepared, &pictures, &addresses, &options.public_url);

    let pictures = social::plan(&blog, &annotated, &site, &mut claims);
    let drawn = social::make(&pictures, &site, (config, &icon), (&options.source, &options.staging))?;
    diagnostics.extend(drawn);
    web_manifest::write(&icons, config, &site, &options.staging, &mut claims)?;

    let offline = Offline::of(config.offline, options.profile);
    let keeper = match offline {
        Offline::Possible => offline::write_keeper(&options.staging, &words.offline, words.lang)?,
        Offline::Off => String::new(),
    };
    let search_box = SearchBox::write(&options.staging, &words, &searcher.script, &mut claims)?;
    let facts = [("offlineFile", keeper.as_str()), ("searchFile", &search_box.file), ("searchPage", search_box.path())];
    let template = scripts::join(&template, &options.staging, base, &words, &facts)?;
    let template = search_box.with_link(&template, &site);
    let template = with_policy(&template, &other_hosts(config));
    let template = Template::parse(&template).map_err(BundleFailure::Template)?;

    let writer = Writer { staging: &options.staging, template: &template, site: &site, redirects: &redirects };
    let mut routes = writer.write_redirects()?;
    let written = writer.write_documents(&blog, &annotated, around, &feeds)?.into_iter();
    let (entries, searched): (Vec<_>, Vec<_>) = written.map(|written| (written.entry, written.searched)).unzip();
    let search = search::write_index(options, searched.into_iter().flatten().collect(), &searcher)?;
    routes += blog.posts.len() + blog.pages.len();
    writer.write_feeds(&feeds, &entries, &words)?;
    let lists = lists(&blog, &annotated, config.posts_per_page, &days);
    let matter = crawlers::Matter {
        site: &site,
        blog: &blog,
        descriptions: &descriptions(&blog, &annotated),
        lists: &writer::first_pages(&lists),
        redirects: &redirects,
        changes: &changes,
        words: &words,
    };
    let files = crawlers::files(&matter, &config.machines).into_iter();
    let files = files.filter(|file| file.file != OPEN_SEARCH || search_box.page.is_some());
    writer.write_crawler_files(files.filter(|file| claims.generated(&file.file)))?;
    routes += search_box.write_page(&options.staging, &template, &site, &words)?;
    let pages = writer.pages_with_data(&blog, &lists).into_iter().chain(search_box.page.clone()).collect();
    let kept = Kept { posts: blog.posts.len(), pages, search };
    routes += writer.write_lists(lists)?;
    writer.write_not_found()?;
    writer.write_names(&blog)?;
    diagnostics.extend(hosting::write(&options.source, &options.staging, &site.url)?);
    diagnostics.extend(assets::write(&copies, &options.staging));
    match offline {
        Offline::Possible => {
            offline::write_list(&options.staging, &site.base, &kept)?;
            let scripts = [keeper.as_str(), &search_box.file];
            offline::write_worker(&options.staging, &scripts, &template, &site, &words.offline)?;
        }
        Offline::Off => offline::write_last_worker(&options.staging)?,
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

/// Whom the author lets into the pages.
fn other_hosts(config: &Config) -> OtherHosts {
    let frames = config.frame_origins().into_iter().map(str::to_owned).collect();
    OtherHosts { media: config.media_sources().to_vec(), frames }
}

/// What each document is about.
fn descriptions(blog: &Blog, annotated: &[Annotated]) -> Vec<String> {
    blog.documents().zip(annotated).map(|(post, notes)| annotate::description(post, notes)).collect()
}

fn site(config: &Config, options: &Options, blog: &Blog, words: Words) -> Site {
    let url = options.url.clone().unwrap_or_else(|| config.url.clone()).trim_end_matches('/').to_owned();
    Site {
        title: config.title.clone(),
        description: config.description.clone(),
        author: config.author.clone(),
        social_pictures: social::wanted(config, &url, options.profile),
        url,
        base: options.public_url.clone(),
        lang: config.lang.clone(),
        navigation: blog.navigation(&words),
        edit: config.edit.clone(),
        comments: config.comments.clone(),
        words,
        name_shards: names::shard_count(blog.posts.len() + blog.pages.len()),
    }
}
