//! The picture above a text.

use yew::prelude::*;

use crate::bundle::{Metadata, copy_of};
use crate::site::Site;

/// The picture, if the document has one. It is what readers see first, so it is loaded first.
pub(super) fn cover(site: &Site, metadata: &Metadata) -> Option<Html> {
    let cover = metadata.cover.as_ref()?;
    let picture = &cover.picture;
    let address = |path: &str| if path.starts_with('/') { site.base.join_encoded(path) } else { path.to_owned() };
    let size = |length: u32| (0 < length).then(|| length.to_string());
    let copies = picture.copies.iter().map(|width| format!("{} {width}w", address(&copy_of(&cover.address, *width))));
    let copies: Vec<String> = copies.collect();
    let sources = (!copies.is_empty()).then(|| copies.join(", "));
    let sizes = sources.as_ref().map(|_| "(min-width: 46rem) 42rem, 92vw");
    Some(html! {
        <figure class="cover">
            <img src={address(&cover.address)} alt={cover.alt.clone()} width={size(picture.width)} height={size(picture.height)}
                srcset={sources} {sizes} fetchpriority="high" />
        </figure>
    })
}
