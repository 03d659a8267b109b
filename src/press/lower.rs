//! From a post as written to Markdown that the renderer knows: Liquid first, then kramdown, as in Jekyll.
//!
//! [`templates`] gives Liquid what it may ask for. Posts must have their final addresses before, since they may ask for
//! each other's.

use std::collections::HashMap;
use std::sync::Arc;

use super::config::MarkdownDialect;
use super::cover;
use super::diagnostic::{Diagnostic, MarkdownProblem, Position, Problem};
use super::heading_ids::{each_once, heading_ids};
use super::jekyll::site_folder::SiteFolder;
use super::kramdown::document::{AfterFence, Maths, Options, QUOTE_MARKS, UnknownTags};
use super::kramdown::lower::{Contents, Deviations, Lowered, lower};
use super::line_map::LineMap;
use super::liquid::{Document, Engine, UnknownInCode, is_liquid};
use super::maths;
use super::media::{self, Policy};
use super::parsable::make_parsable;
use super::post::{Liquid, Post};
use super::raw_html;
use super::reading::Reading;
use super::repeated_title::without_repeated_title;
use crate::bundle::Markup;

pub mod templates;

/// Lowers the texts of one site.
pub struct Lowering {
    /// None for a site without any Liquid, which then costs nothing.
    templates: Option<Templates>,
    dialect: MarkdownDialect,
    kramdown: Options,
    media: Policy,
    purpose: Purpose,
    reading: Reading,
}

struct Templates {
    engine: Engine,
    /// By the path of their source.
    documents: HashMap<String, Arc<Document>>,
}

/// What a lowered text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be read: code that looks like Liquid is kept, a title is said once, and whatever else is better on purpose.
    Reading,
    /// To be compared with what Jekyll shows.
    Comparison,
}

/// Where a site is, and when and what for its texts are lowered.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Scheme and host.
    pub url: String,
    /// What templates put before a path of the site: empty where the renderer does that, else such as `/blog`.
    pub base: String,
    /// The present.
    pub now: jiff::Timestamp,
    /// What the texts are for.
    pub purpose: Purpose,
}

impl Purpose {
    fn deviations(self) -> Deviations {
        match self {
            Purpose::Reading => Deviations::OnPurpose,
            Purpose::Comparison => Deviations::None,
        }
    }
}

impl Lowering {
    /// Gets ready for the texts of a site. `posts` are all that may ask for each other.
    pub fn new<'a>(site: &SiteFolder, posts: impl Iterator<Item = &'a Post>, surroundings: Surroundings) -> Lowering {
        let posts: Vec<&Post> = posts.collect();
        let purpose = surroundings.purpose;
        let media = Policy::of(&site.config, &surroundings.url);
        let templates =
            posts.iter().any(|post| is_liquid(&post.text)).then(|| Templates::new(site, &posts, surroundings));
        let dialect = site.config.markdown;
        let (after_fence, unknown_tags) = match purpose {
            Purpose::Reading => (AfterFence::Options, UnknownTags::Text),
            Purpose::Comparison => (AfterFence::OneWord, UnknownTags::Elements),
        };
        let kramdown = Options { after_fence, unknown_tags, ..site.config.kramdown.clone() };
        let reading = Reading::new(&site.config, posts.iter().copied());
        Lowering { templates, dialect, kramdown, media, purpose, reading }
    }

    /// Lowers a post's text in its place. What could not be done is told by the lines of its file.
    pub fn lower(&self, post: &mut Post) -> Vec<Diagnostic> {
        let mut diagnostics = self.evaluate_liquid(post);
        if post.markup == Markup::Html {
            if self.purpose == Purpose::Reading {
                diagnostics.extend(self.reading.after(post));
            }
            diagnostics.extend(self.clean(post));
            return diagnostics;
        }
        if self.purpose == Purpose::Reading {
            diagnostics.extend(self.reading.before(post));
        }
        match self.dialect {
            MarkdownDialect::Kramdown => diagnostics.extend(self.rewrite(post)),
            MarkdownDialect::CommonMark if self.purpose == Purpose::Reading => maths::write_plainly(post),
            MarkdownDialect::CommonMark => {}
        }
        if self.purpose == Purpose::Reading {
            self.say_title_once(post);
        }
        let unparsable = make_parsable(post);
        if unparsable.is_some() {
            post.heading_ids.clear();
        } else if self.dialect == MarkdownDialect::CommonMark {
            post.heading_ids = heading_ids(&post.text);
        }
        if unparsable.is_none() && self.purpose == Purpose::Reading {
            diagnostics.extend(self.reading.after(post));
        }
        diagnostics.extend(unparsable);
        diagnostics.extend(self.clean(post));
        diagnostics
    }

    fn evaluate_liquid(&self, post: &mut Post) -> Vec<Diagnostic> {
        if post.liquid == Liquid::AsWritten || !is_liquid(&post.text) {
            return Vec::new();
        }
        let Some(Templates { engine, documents }) = &self.templates else { return Vec::new() };
        let Some(document) = documents.get(&post.source) else { return Vec::new() };
        let unknown_in_code = match self.purpose {
            Purpose::Reading => UnknownInCode::Keep,
            Purpose::Comparison => UnknownInCode::Drop,
        };
        let rendered = engine.render(document, &post.text, unknown_in_code);
        let problems = rendered.problems.into_iter();
        let diagnostics =
            problems.map(|(line, problem)| diagnostic(post, line, Problem::Liquid(problem))).collect::<Vec<_>>();
        replace_text(post, rendered.text);
        diagnostics
    }

    fn rewrite(&self, post: &mut Post) -> Vec<Diagnostic> {
        let maths = match self.purpose {
            Purpose::Reading => maths::in_kramdown(&post.values),
            Purpose::Comparison => Maths::AsInJekyll,
        };
        let smart_quotes = self.quote_marks(post);
        let options = Options { maths, smart_quotes, ..self.kramdown.clone() };
        let Lowered { text, heading_ids, differences, warnings, contents } =
            lower(&post.text, &options, self.purpose.deviations());
        if contents == Contents::Written {
            post.contents = None;
        }
        let warnings = warnings.into_iter().map(|(line, warning)| (line, MarkdownProblem::Kramdown(warning)));
        let differences = differences.iter().map(|difference| (difference.line, MarkdownProblem::LooksDifferent));
        let problems = warnings.chain(differences);
        let diagnostics = problems.map(|(line, problem)| diagnostic(post, line, Problem::Markdown(problem))).collect();
        replace_text(post, text);
        post.heading_ids = each_once(heading_ids);
        diagnostics
    }

    fn clean(&self, post: &mut Post) -> Vec<Diagnostic> {
        match self.purpose {
            Purpose::Reading => {
                // Scripts and frames are gone afterwards, and with them what they show.
                let mut diagnostics = media::rewrite(post, &self.media);
                cover::keep_to_policy(post, &self.media);
                diagnostics.extend(raw_html::clean(post));
                diagnostics
            }
            Purpose::Comparison => Vec::new(),
        }
    }

    /// The quotes to be written: marks, where [`Reading`] is to put those of the language in their place. Not if the
    /// author chose some.
    fn quote_marks(&self, post: &Post) -> [char; 4] {
        let chosen = self.kramdown.smart_quotes;
        let is_chosen = chosen != Options::default().smart_quotes;
        let is_wanted = self.purpose == Purpose::Reading && !is_chosen && self.reading.quotes(post).is_some();
        if is_wanted { QUOTE_MARKS } else { chosen }
    }

    fn say_title_once(&self, post: &mut Post) {
        if let Some(text) = without_repeated_title(&post.text, &post.title) {
            // Its lines are still there, so that no other line has moved.
            post.text = text;
            if !post.heading_ids.is_empty() {
                post.heading_ids.remove(0);
            }
        }
    }
}

impl Templates {
    fn new(site: &SiteFolder, posts: &[&Post], surroundings: Surroundings) -> Templates {
        let zone = site.config.clock();
        let document = |post: &&Post| (post.source.clone(), Arc::new(templates::document(post, &zone)));
        let documents: HashMap<String, Arc<Document>> = posts.iter().map(document).collect();
        Templates { engine: Engine::new(templates::site_data(site, &documents, surroundings)), documents }
    }
}

fn replace_text(post: &mut Post, text: String) {
    if text != post.text {
        post.lines = post.lines.then(&LineMap::between(&post.text, &text));
        post.text = text;
    }
}

fn diagnostic(post: &Post, line: u32, problem: Problem) -> Diagnostic {
    Diagnostic::new(&post.source, Position { line: post.file_line(line), column: 1 }, problem)
}
