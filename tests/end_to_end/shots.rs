//! Pictures of pages, for people to look at: each kind in each theme and width, as Chromium shows it.

use std::{fs, path::Path, process::ExitCode};

use base64::{Engine, prelude::BASE64_STANDARD};
use image::{DynamicImage, GenericImage, ImageFormat, RgbaImage};
use serde_json::{Value, json};

use crate::{
    blog::{ARCHIVE, CATEGORIES, GALLERY, HOME, KEYBOARD, LONG, MISSPELT, SAVED, TAG},
    browser::{Browser, Kind, Scripts},
    driver::Programs,
    runner::Site,
    tab::Tab,
};

/// Pages by the names that their pictures have.
const PAGES: &[(&str, &str)] = &[
    ("home", HOME.path),
    ("post", KEYBOARD.path),
    ("long", LONG.path),
    ("gallery", GALLERY.path),
    ("archive", ARCHIVE.path),
    ("categories", CATEGORIES.path),
    ("tag", TAG.path),
    ("missing", MISSPELT),
    ("saved", SAVED),
];

const THEMES: [&str; 3] = ["light", "dark", "sepia"];

/// A phone, a tablet, a desk, in CSS pixels.
const WIDTHS: [u32; 3] = [360, 768, 1440];

/// What fits between the margins of a sheet of A4.
const PAPER: u32 = 718;

/// The end of a long page is much like its middle.
const LONGEST: u64 = 3600;

/// The picture in the README: a window of this size in light, beside one in dark.
const README: (u32, u32) = (800, 640);

/// Takes all pictures of a site into a folder.
pub(crate) fn take(site: &Site, folder: &Path) -> Result<ExitCode, String> {
    let programs = Programs::of(Kind::Chromium)?;
    fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let browser = Browser::start(&programs, Scripts::On).await;
        let tab = Tab::new(&browser, site).await;
        tab.order("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
        for (page, path) in PAGES {
            for width in WIDTHS {
                set_size(&tab, width, 900);
                for theme in THEMES {
                    show(&tab, path, theme).await;
                    save(folder, &format!("{page}-{theme}-{width}"), &whole_page(&tab).await);
                }
            }
            set_size(&tab, PAPER, 1000);
            show(&tab, path, "light").await;
            tab.order("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
            save(folder, &format!("{page}-print"), &whole_page(&tab).await);
            tab.order("Emulation.setEmulatedMedia", &json!({ "media": "" }));
        }
        save(folder, "readme", &beside(&[readme(&tab, "light").await, readme(&tab, "dark").await]));
    });
    println!("the pictures are in {}", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// Shows a page in a theme that the reader has chosen on it, or the system for all pages.
async fn show(tab: &Tab<'_>, path: &str, theme: &str) {
    tab.prefer("prefers-color-scheme", if theme == "dark" { "dark" } else { "light" });
    tab.open(path).await;
    if theme == "sepia" {
        tab.choose("theme", theme).await;
        tab.open(path).await;
        let () = tab.run("localStorage.clear()", &[]).await;
    }
    let everything = "const done = arguments[0];
        const pictures = [...document.images];
        pictures.forEach((picture) => { picture.loading = 'eager'; });
        Promise.allSettled([document.fonts.ready, ...pictures.map((picture) => picture.decode())]).then(() => done(null));";
    let () = tab.run_async(everything, &[]).await;
}

async fn readme(tab: &Tab<'_>, theme: &str) -> DynamicImage {
    set_size(tab, README.0, README.1);
    show(tab, KEYBOARD.path, theme).await;
    photograph(tab, u64::from(README.1))
}

fn set_size(tab: &Tab<'_>, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
    tab.order("Emulation.setDeviceMetricsOverride", &size);
}

async fn whole_page(tab: &Tab<'_>) -> DynamicImage {
    let height: u64 = tab.get("document.documentElement.scrollHeight").await;
    photograph(tab, height.min(LONGEST))
}

/// The top of the page, as high as is said.
fn photograph(tab: &Tab<'_>, height: u64) -> DynamicImage {
    let width = tab.order("Page.getLayoutMetrics", &json!({}))["cssLayoutViewport"]["clientWidth"].take();
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    let taken = tab.order("Page.captureScreenshot", &json!({ "clip": clip, "captureBeyondViewport": true }));
    let Value::String(data) = &taken["data"] else { panic!("no picture: {taken}") };
    let bytes = BASE64_STANDARD.decode(data).expect("the picture is written in base 64");
    image::load_from_memory_with_format(&bytes, ImageFormat::Png).expect("the picture is a PNG")
}

fn beside(pictures: &[DynamicImage]) -> DynamicImage {
    let width = pictures.iter().map(DynamicImage::width).sum();
    let height = pictures.iter().map(DynamicImage::height).max().unwrap_or_default();
    let mut all = RgbaImage::new(width, height);
    let mut left = 0;
    for picture in pictures {
        all.copy_from(&picture.to_rgba8(), left, 0).expect("there is room");
        left += picture.width();
    }
    all.into()
}

fn save(folder: &Path, name: &str, picture: &DynamicImage) {
    picture.to_rgb8().save(folder.join(format!("{name}.png"))).expect("the picture can be written");
}
