//! Files that are copied as they are.

use std::path::Path;

use super::{Options, POSTS};
use crate::press::addresses::{Addresses, OwnSite};
use crate::press::blog::{Blog, Hidden, Shown};
use crate::press::claims::Claims;
use crate::press::diagnostic::{Diagnostic, Problem};
use crate::press::files;
use crate::press::redirects::OldAddress;
use crate::press::source::SourceFile;

/// An asset and its place below the site's root.
pub(super) struct Copy {
    pub(super) asset: SourceFile,
    pub(super) site_path: String,
}

/// Assets that are to be copied, each with a place of its own.
pub(super) fn claim(assets: Vec<SourceFile>, hidden: Hidden, claims: &mut Claims) -> (Vec<Copy>, Vec<Diagnostic>) {
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

/// All addresses of the site.
pub(super) fn addresses(
    own_site: OwnSite,
    options: &Options,
    blog: &Blog,
    copies: &[Copy],
    old: &[OldAddress],
) -> Addresses {
    let mut addresses = Addresses::new(own_site, blog, POSTS).with_files_in(options.staging.clone());
    for copy in copies {
        addresses.add_file(&copy.asset.path, &copy.site_path);
    }
    addresses.add_old(blog, old);
    addresses
}

/// Copies them; tells of those that cannot be read.
pub(super) fn write(copies: &[Copy], staging: &Path) -> Vec<Diagnostic> {
    let failed = copies.iter().filter_map(|copy| {
        let error = files::copy(&copy.asset.file, &staging.join(&copy.site_path)).err()?;
        Some(Diagnostic::of_file(&copy.asset.shown, Problem::Unreadable { cause: error.cause() }))
    });
    failed.collect()
}
