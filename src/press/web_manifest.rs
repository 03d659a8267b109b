//! What makes a site one that can be installed: a manifest, icons, and the tags that name them.
//!
//! Names of icons change with their pixels, so that hosts and readers may keep them. The manifest's own name stays, for
//! systems ask for it again and again. Only a published site has these; an icon of the blog's own is on its pages anyway.

use std::path::Path;

use serde::Serialize;

use super::bundle::Profile;
use super::claims::Claims;
use super::config::Config;
use super::files::{self, FileError};
use super::icons::Icon;
use super::png;
use super::stylesheet::hash_bytes;
use super::theme_colors::{hexadecimal, light_and_dark};
use crate::base::Base;
use crate::direction::is_right_to_left;
use crate::html::escape;
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::words::Word;

/// Its name on the site.
pub const MANIFEST: &str = "manifest.webmanifest";

/// What iPhones put on their screens.
const APPLE_SIZE: u32 = 180;

/// Icons of the manifest: their sizes, and whether a system may cut a shape out of them.
const ICONS: [(u32, Cut); 3] = [(192, Cut::No), (512, Cut::No), (512, Cut::Maskable)];

/// Whether a system may cut a shape out of an icon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    No,
    Maskable,
}

/// The icons of a site, written, by their addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Icons {
    manifest: Vec<ManifestIcon>,
}

/// <https://www.w3.org/TR/appmanifest/>, by its members' names.
#[derive(Serialize)]
struct Manifest<'a> {
    id: &'a str,
    name: &'a str,
    short_name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    lang: &'a str,
    dir: &'static str,
    start_url: &'a str,
    scope: &'a str,
    display: &'static str,
    background_color: String,
    theme_color: String,
    icons: &'a [ManifestIcon],
    shortcuts: Vec<Shortcut<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ManifestIcon {
    src: String,
    sizes: String,
    r#type: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Shortcut<'a> {
    name: &'a str,
    url: String,
}

/// Writes the icons into the staging folder, and returns the template with tags for them and for the manifest.
pub fn add_icons(
    template: &str,
    (icon, config): (&Icon, &Config),
    (staging, base): (&Path, &Base),
    profile: Profile,
) -> Result<(String, Icons), FileError> {
    let template = with_own_icon(template, icon, staging, base)?;
    if profile == Profile::Debug {
        return Ok((template, Icons::default()));
    }
    let paper = light_and_dark(config, "paper");
    let write = |name: &str, size: u32, cut: Cut| {
        let picture = if cut == Cut::Maskable { icon.draw_filled(size, paper.0) } else { icon.draw(size) };
        let file = png::encode(&picture).map_err(|error| FileError::System {
            action: "draw",
            path: staging.join(name),
            cause: std::io::Error::other(error),
        })?;
        let name = format!("{name}-{:016x}.png", hash_bytes(&file));
        files::write(&staging.join(&name), &file)?;
        Ok(base.join(&name))
    };
    let manifest = ICONS.map(|(size, cut)| {
        let (name, purpose) = if cut == Cut::Maskable { ("icon-maskable", "maskable") } else { ("icon", "any") };
        let src = write(&format!("{name}-{size}"), size, cut)?;
        Ok(ManifestIcon { src, sizes: format!("{size}x{size}"), r#type: "image/png", purpose })
    });
    let manifest = manifest.into_iter().collect::<Result<_, FileError>>()?;
    // Where nothing is drawn, that system shows black.
    let apple = write("apple-touch-icon", APPLE_SIZE, Cut::Maskable)?;
    let tags = [
        format!("<link rel=\"apple-touch-icon\" href=\"{}\">", escape(&apple)),
        format!("<link rel=\"manifest\" href=\"{}\">", escape(&base.join(MANIFEST))),
        theme_color("light", &hexadecimal(paper.0)),
        theme_color("dark", &hexadecimal(paper.1)),
    ];
    Ok((before_head_end(&template, &tags), Icons { manifest }))
}

/// Writes the manifest, unless the author has made one.
pub fn write(
    icons: &Icons,
    config: &Config,
    site: &Site,
    staging: &Path,
    claims: &mut Claims,
) -> Result<(), FileError> {
    if icons.manifest.is_empty() || !claims.generated(MANIFEST) {
        return Ok(());
    }
    let paper = hexadecimal(light_and_dark(config, "paper").0);
    let shortcut =
        |word: Word, route: Route| Shortcut { name: site.words.get(word), url: site.base.href(&route.permalink()) };
    let manifest = Manifest {
        id: site.base.as_str(),
        name: &site.title,
        short_name: &site.title,
        description: &site.description,
        lang: &site.lang,
        dir: if is_right_to_left(&site.lang) { "rtl" } else { "ltr" },
        start_url: site.base.as_str(),
        scope: site.base.as_str(),
        display: "standalone",
        background_color: paper.clone(),
        theme_color: paper,
        icons: &icons.manifest,
        shortcuts: vec![
            shortcut(Word::Archive, Route::List(ListKind::Archive, 1)),
            shortcut(Word::SavedPosts, Route::Saved),
        ],
    };
    let json = serde_json::to_string(&manifest).unwrap_or_default();
    files::write(&staging.join(MANIFEST), json.as_bytes())
}

/// The template with the blog's own icon, if it has one, in the place of the built-in one.
fn with_own_icon(template: &str, icon: &Icon, staging: &Path, base: &Base) -> Result<String, FileError> {
    let Some(own) = &icon.own else { return Ok(template.to_owned()) };
    let name = format!("icon-{:016x}.{}", hash_bytes(&own.bytes), own.format.extension());
    files::write(&staging.join(&name), &own.bytes)?;
    let media_type = own.format.media_type();
    let tag = format!("<link rel=\"icon\" type=\"{media_type}\" href=\"{}\">", escape(&base.join(&name)));
    Ok(match icon_tag(template) {
        Some(built_in) => template.replacen(built_in, &tag, 1),
        None => before_head_end(template, &[tag]),
    })
}

/// The tag of the icon, as Trunk writes it.
fn icon_tag(template: &str) -> Option<&str> {
    let place = template.find("rel=\"icon\"")?;
    let start = template[..place].rfind("<link")?;
    let end = place + template[place..].find('>')? + 1;
    template.get(start..end)
}

fn theme_color(scheme: &str, color: &str) -> String {
    format!("<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{color}\">")
}

pub(super) fn before_head_end(template: &str, tags: &[String]) -> String {
    let Some((head, rest)) = template.find("</head").map(|end| template.split_at(end)) else {
        return template.to_owned();
    };
    let tags: String = tags.iter().map(|tag| format!("  {tag}\n  ")).collect();
    format!("{head}{tags}{rest}")
}
