//! The fonts that pictures are drawn with.
//!
//! They come with the program, so that a title looks the same on every machine; `fonts/README.md` says how they were
//! made. Only a character that is in none of them is looked for among the machine's own.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use brotli_decompressor::BrotliDecompress;
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::FontFamilyName;
use rayon::prelude::*;

/// Declares fonts by the names of their files.
macro_rules! fonts {
    ($($name:literal),*) => { [$(($name, include_bytes!(concat!("fonts/", $name, ".br")).as_slice())),*] };
}

/// Bundled fonts, each asked for a character before those behind it.
const FONTS: [(&str, &[u8]); 24] = fonts![
    "text",
    "arabic",
    "armenian",
    "bengali",
    "devanagari",
    "ethiopic",
    "georgian",
    "gujarati",
    "gurmukhi",
    "hebrew",
    "kannada",
    "khmer",
    "lao",
    "malayalam",
    "myanmar",
    "oriya",
    "sinhala",
    "tamil",
    "telugu",
    "thaana",
    "thai",
    "cjk",
    "hangul",
    "emoji"
];

/// The one whose quotation marks are as wide as its letters.
const CJK: &str = "cjk";

/// Where systems keep fonts.
const FOLDERS: [&str; 5] =
    ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];

/// Where their users do, below their own folders.
const OWN_FOLDERS: [&str; 3] = [".local/share/fonts", ".fonts", "Library/Fonts"];

/// Fonts without letters: their outlines are colors, or boxes.
const USELESS: [&str; 5] = ["emoji", "lastresort", "last resort", "adobe blank", "fallback"];

/// Fonts in the order in which they are asked for a character.
#[derive(Clone)]
pub(super) struct Fonts {
    pub(super) context: FontContext,
    families: Arc<Vec<FontFamilyName<'static>>>,
}

impl Fonts {
    /// Those that come with the program.
    pub(super) fn bundled() -> Fonts {
        static BUNDLED: OnceLock<Fonts> = OnceLock::new();
        BUNDLED.get_or_init(read_bundled).clone()
    }

    /// Those, and behind them the machine's own.
    pub(super) fn with_machine() -> Fonts {
        static ALL: OnceLock<Fonts> = OnceLock::new();
        ALL.get_or_init(|| add_machine(Fonts::bundled())).clone()
    }

    /// The names of all, in their order for a language.
    pub(super) fn families(&self, lang: &str) -> Vec<FontFamilyName<'static>> {
        let mut families = self.families.to_vec();
        let is_wide = ["ja", "zh"].iter().any(|wide| lang.starts_with(wide));
        if let Some(places) = FONTS.iter().position(|(name, _)| *name == CJK).filter(|_| is_wide) {
            families.get_mut(..=places).unwrap_or_default().rotate_right(1);
        }
        families
    }
}

fn read_bundled() -> Fonts {
    let mut context = FontContext {
        collection: Collection::new(CollectionOptions { shared: false, system_fonts: false }),
        source_cache: SourceCache::default(),
    };
    let unpacked: Vec<Vec<u8>> = FONTS.par_iter().map(|(_, packed)| unpack(packed)).collect();
    let mut families = Vec::new();
    for ((name, _), font) in FONTS.iter().zip(unpacked) {
        let named = FontInfoOverride { family_name: Some(name), ..FontInfoOverride::default() };
        context.collection.register_fonts(Blob::new(Arc::new(font)), Some(named));
        families.push(FontFamilyName::named(name));
    }
    Fonts { context, families: Arc::new(families) }
}

fn unpack(mut packed: &[u8]) -> Vec<u8> {
    let mut font = Vec::new();
    // What is cut short is no font, and its letters are missing; a test looks at each.
    let _ = BrotliDecompress(&mut packed, &mut font);
    font
}

fn add_machine(mut fonts: Fonts) -> Fonts {
    let home = std::env::home_dir().into_iter();
    let own = home.flat_map(|home| OWN_FOLDERS.map(|folder| home.join(folder)));
    let folders = FOLDERS.iter().map(PathBuf::from).chain(own).filter(|folder| folder.is_dir());
    fonts.context.collection.load_fonts_from_paths(folders);
    let names = fonts.context.collection.family_names().map(str::to_owned);
    let is_useful = |name: &String| {
        let lower = name.to_lowercase();
        !USELESS.iter().any(|useless| lower.contains(useless)) && !FONTS.iter().any(|(bundled, _)| lower == *bundled)
    };
    let mut names: Vec<String> = names.filter(is_useful).collect();
    names.sort_by_cached_key(|name| (!name.contains("Sans"), name.clone()));
    let machine = names.into_iter().map(|name| FontFamilyName::Named(name.into()));
    fonts.families = Arc::new(fonts.families.iter().cloned().chain(machine).collect());
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_is_whole() {
        for (name, packed) in FONTS {
            let font = unpack(packed);
            let font = skrifa::FontRef::new(&font).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(skrifa::MetadataProvider::charmap(&font).map(' ').is_some() || name != "text");
        }
    }
}
