//! What a site's texts show from elsewhere, so that it is shown after an import, too.

use rayon::prelude::*;

use crate::press::diagnostic::{Diagnostic, MediaProblem, Problem};
use crate::press::jekyll::site_folder::SiteFolder;
use crate::press::lower::{Lowering, Purpose, Surroundings};
use crate::press::media::origins::Origins;
use crate::press::media::services;
use crate::press::post::{Post, read_post};
use crate::press::progress::Progress;
use crate::press::source;

/// Puts into the settings whose pictures and players the texts show. They are read as they will be.
pub fn let_in(site: &mut SiteFolder, now: jiff::Timestamp) {
    site.config.media_from = Origins::default();
    site.config.embeds = services::names().collect();
    let read = site.documents.par_iter().filter_map(|document| {
        let bytes = source::read(document).ok()?;
        read_post(document, &bytes, &site.config, now).0
    });
    let posts: Vec<Post> = read.collect();
    let surroundings =
        Surroundings { url: site.config.url.clone(), base: String::new(), now, purpose: Purpose::Reading };
    let lowering = Lowering::new(site, posts.iter(), surroundings);
    let progress = Progress::new("reading", posts.len());
    let lowered = posts.par_iter().map(|post| {
        let mut post = post.clone();
        let diagnostics = lowering.lower(&mut post);
        progress.step();
        (post.text, diagnostics)
    });
    let (texts, diagnostics): (Vec<String>, Vec<Vec<Diagnostic>>) = lowered.collect::<Vec<_>>().into_iter().unzip();
    drop(lowering);
    let mut origins: Vec<String> = diagnostics.into_iter().flatten().filter_map(origin).collect();
    origins.sort();
    origins.into_iter().for_each(|origin| site.config.media_from.add(origin));
    site.config.embeds.retain(|name| {
        let frames: Vec<String> =
            services::origins(&[*name]).into_iter().map(|origin| format!("data-frame=\"{origin}/")).collect();
        texts.iter().any(|text| frames.iter().any(|frame| text.contains(frame.as_str())))
    });
}

fn origin(diagnostic: Diagnostic) -> Option<String> {
    match diagnostic.problem {
        Problem::Media(MediaProblem::Outside { origin, .. }) => Origins::parse_one(&origin),
        _ => None,
    }
}
