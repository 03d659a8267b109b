//! Attacks of every kind, rendered natively: nothing of them may be left that runs, loads or leaves its place.

use lectern::base::Base;
use lectern::bundle::Markup;
use lectern::press::sanitize;
use scraper::Html;

use super::fixture::bundle;
use super::html::{all, article_faults, one};
use super::site::{Draft, Site};
use vectors::{Attack, Means};

pub(crate) mod article;
pub(crate) mod frame;
pub(crate) mod vectors;

fn attacks() -> Vec<Attack> {
    vectors::all(vectors::HOST)
}

/// The article of a text by itself, as readers get it.
fn article(text: &str, markup: Markup) -> String {
    let mut bundle = bundle(text);
    bundle.metadata.markup = markup;
    sanitize::article(&bundle, &Base::parse("/repo/"), &crate::fixture::words())
}

/// Fails with all that was found.
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn there_are_attacks_of_every_class() {
    let attacks = attacks();
    assert!(400 < attacks.len(), "{}", attacks.len());
    let mut names: Vec<&str> = attacks.iter().map(|attack| attack.name.as_str()).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count, "each has a name of its own");
    let tells = |attack: &&Attack| attack.source.contains(&format!("({})", attack.number));
    assert!(250 < attacks.iter().filter(tells).count());
}

#[test]
fn texts_are_rendered_without_what_harms() {
    let mut faults = Vec::new();
    for attack in attacks() {
        let markups: &[Markup] = match attack.means {
            Means::Text if attack.fits_html() => &[Markup::Markdown, Markup::Html],
            Means::Text => &[Markup::Markdown],
            Means::Html => &[Markup::Html],
            Means::File | Means::FileName => &[],
        };
        for markup in markups {
            let html = article(&attack.source, *markup);
            let around = Html::parse_fragment(&format!("<div>{html}</div>"));
            let found = article::faults(one(&around, "html > div:first-child"));
            let place = article_faults(&html).into_iter().filter(|fault| fault.starts_with("it closes"));
            faults.extend(found.into_iter().chain(place).map(|fault| format!("{} ({markup:?}): {fault}", attack.name)));
        }
    }
    assert_none(&faults);
}

/// What the posts have in common, so that their pages differ in nothing but the article.
const FRONT_MATTER: &str = "title: A post\ndescription: Words";

/// Each attack as a post of one site, between posts without harm, whose pages all look alike around the article.
#[test]
fn posts_are_pressed_without_what_harms() {
    for (ending, wanted) in [("md", Markup::Markdown), ("html", Markup::Html)] {
        let attacks: Vec<Attack> = attacks().into_iter().filter(|attack| fits(attack, wanted)).collect();
        let harmless = ["2020-01-01-first.md", "2022-01-01-harmless.md", "2024-01-01-last.md"];
        let mut draft = harmless.iter().fold(site(), |draft, name| draft.post(name, FRONT_MATTER, "Words."));
        for Attack { number, source, .. } in &attacks {
            let front_matter = format!("{FRONT_MATTER}\ndate: 2021-01-01 {:02}:{:02}:00", number / 60, number % 60);
            draft = draft.post(&format!("2021-01-01-attack-{number}.{ending}"), &front_matter, source);
        }
        let site = draft.press();
        let usual = frame::outline(&site.page("2022/01/01/harmless.html"));
        let mut faults = site_faults(&site);
        for Attack { number, name, .. } in &attacks {
            let file = format!("2021/01/01/attack-{number}.html");
            let page = site.page(&file);
            let outline = frame::outline(&page);
            if let Some(line) = outline.lines().zip(usual.lines()).position(|(one, other)| one != other) {
                faults.push(format!("{name}: the page is another from line {line} on:\n{outline}"));
            }
            let found = all(&page, ".prose").into_iter().flat_map(article::faults);
            faults.extend(found.map(|fault| format!("{name}: {fault}")));
        }
        assert_none(&faults);
    }
}

fn fits(attack: &Attack, markup: Markup) -> bool {
    match markup {
        Markup::Markdown => attack.means == Means::Text,
        Markup::Html => attack.fits_html(),
    }
}

#[test]
fn front_matter_stays_data() {
    let attacks = attacks();
    let of_files = || attacks.iter().filter(|attack| attack.means == Means::File);
    let draft = of_files().fold(site(), |draft, attack| {
        draft.file(&format!("posts/2021-01-01-attack-{}.md", attack.number), &attack.source)
    });
    let draft = draft.file("posts/_pages/page.md", "---\ntitle: </script><img src=x onerror=pwned(0)>\n---\ntext\n");
    let draft = draft.file("lectern.toml", SETTINGS);
    let site = draft.press();
    let mut faults = site_faults(&site);
    for attack in of_files() {
        let stored = format!("attack-{}.html", attack.number);
        let found = site.files().into_iter().filter(|file| file.ends_with(&stored)).flat_map(|file| {
            let page = site.page(&file);
            all(&page, ".prose").into_iter().flat_map(article::faults).collect::<Vec<_>>()
        });
        faults.extend(found.map(|fault| format!("{}: {fault}", attack.name)));
    }
    assert_none(&faults);
}

/// What an author, or whoever gave the author a template, may have written into the settings.
const SETTINGS: &str = r#"
title = "\u0000</title></script><script>pwned(0)</script>"
description = "\"><script>pwned(0)</script>"
author = "<img src=x onerror=pwned(0)>"
url = "javascript:pwned(0)"
lang = "en\" onclick=\"pwned(0)"
"#;

#[test]
#[cfg(unix)]
fn names_of_files_stay_names() {
    let attacks = attacks();
    let names = attacks.iter().filter(|attack| attack.means == Means::FileName);
    let draft = names.fold(site(), |draft, attack| {
        draft.file(&format!("posts/{}", attack.source), "---\ntitle: A post\n---\ntext\n")
    });
    let site = draft.press();
    assert_none(&site_faults(&site));
}

/// A blog with a file that is called for as a picture and is none.
fn site() -> Draft {
    Draft::new().base("/repo/").file("posts/x", "no picture")
}

/// What is wrong with the pages of a site around their articles, and with the data they carry.
fn site_faults(site: &Site) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, page) in site.pages() {
        faults.extend(frame::faults(&page).into_iter().map(|fault| format!("{file}: {fault}")));
        if !all(&page, "script[type='application/json']").is_empty() {
            site.payload(&file);
        }
    }
    faults
}
