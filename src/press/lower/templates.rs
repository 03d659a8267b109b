//! What the templates of a site may ask for.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{Purpose, Surroundings};
use crate::bundle::Markup;
use crate::markdown;
use crate::press::config::{Config, MarkdownDialect};
use crate::press::decode::decode;
use crate::press::files;
use crate::press::heading_ids::heading_ids;
use crate::press::jekyll::layout::Layout;
use crate::press::jekyll::site_folder::SiteFolder;
use crate::press::kramdown::document::Options;
use crate::press::kramdown::lower::{Deviations, lower};
use crate::press::liquid::{self, Document, DocumentKind, Object, SiteData, Value};
use crate::press::media::includes::INCLUDES;
use crate::press::post::{Post, PostKind};

/// A text that another includes is never larger.
const LARGEST: u64 = 10_000_000;

/// A post as templates see it.
pub(super) fn document(post: &Post, zone: &TimeZone) -> Document {
    let values = post.values.iter().map(|entry| (entry.key.as_str(), liquid::value(&entry.value.value, zone)));
    Document {
        kind: match post.kind {
            PostKind::Post => DocumentKind::Post,
            PostKind::Draft => DocumentKind::Draft,
            PostKind::Page => DocumentKind::Page,
        },
        path: post.path_in_site.clone(),
        url: liquid::escaped_path(post.permalink.as_str()),
        markup: post.markup,
        title: post.title.clone(),
        date: post.written.as_ref().map(|written| written.instant),
        categories: post.categories.clone(),
        tags: post.tags.clone(),
        front_matter: Arc::new(values.collect::<Object>()),
        text: Arc::from(post.text.as_str()),
    }
}

/// What the site's templates may ask for.
pub(super) fn site_data(
    site: &SiteFolder,
    documents: &HashMap<String, Arc<Document>>,
    surroundings: Surroundings,
) -> SiteData {
    let zone = site.config.clock();
    let mut variables = variables(&site.config, &surroundings, &zone);
    variables.insert("data", liquid::value(&site.data, &zone));
    let mut includes = site.includes.clone();
    let environment = match surroundings.purpose {
        Purpose::Reading => {
            for (path, text) in INCLUDES {
                includes.entry(path.to_owned()).or_insert_with(|| text.to_owned());
            }
            "production"
        }
        Purpose::Comparison => "development",
    };
    SiteData {
        variables,
        includes,
        documents: documents.values().cloned().collect(),
        files: site.assets.iter().map(|asset| asset.path.clone()).collect(),
        url: surroundings.url,
        base: surroundings.base,
        time: surroundings.now,
        zone,
        environment: environment.to_owned(),
        markdownify: markdownify(&site.config, surroundings.purpose),
        read_file: reader_of_files(site),
    }
}

fn variables(config: &Config, surroundings: &Surroundings, zone: &TimeZone) -> Object {
    let further = config.site_variables.iter();
    let mut variables: Object =
        further.map(|entry| (entry.key.as_str(), liquid::value(&entry.value.value, zone))).collect();
    let own = [
        ("title", config.title.as_str()),
        ("description", &config.description),
        ("author", &config.author),
        ("url", &surroundings.url),
        ("baseurl", &surroundings.base),
        ("lang", &config.lang),
    ];
    for (key, text) in own {
        // The author of `_config.yml` is a map in many blogs, of which templates use the parts.
        if variables.get(key).is_none() {
            variables.insert(key, Value::text(text));
        }
    }
    variables
}

fn markdownify(config: &Config, purpose: Purpose) -> liquid::Convert {
    let (dialect, options) = (config.markdown, config.kramdown.clone());
    Box::new(move |text| html(text, dialect, &options, purpose.deviations()))
}

fn html(text: &str, dialect: MarkdownDialect, options: &Options, deviations: Deviations) -> String {
    match dialect {
        MarkdownDialect::Kramdown => {
            let lowered = lower(text, options, deviations);
            markdown::unfiltered(&lowered.text, Markup::Markdown, &lowered.heading_ids)
        }
        MarkdownDialect::CommonMark => markdown::unfiltered(text, Markup::Markdown, &heading_ids(text)),
    }
}

/// Files below the site's root; in a project of our own, the posts are there.
fn reader_of_files(site: &SiteFolder) -> liquid::ReadFile {
    let root = site.folder.clone();
    let places: HashMap<String, PathBuf> = site
        .documents
        .iter()
        .chain(&site.assets)
        .map(|file| {
            let path = match site.layout {
                Layout::Jekyll => file.path.clone(),
                Layout::Posts | Layout::Lectern => format!("_posts/{}", file.path),
            };
            (path, root.join(&file.file))
        })
        .collect();
    Box::new(move |path| {
        let bytes = files::read(places.get(path)?, LARGEST).ok()?;
        Some(decode(&bytes).0)
    })
}
