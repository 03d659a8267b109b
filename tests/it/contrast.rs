//! The colors of code can be read on every background that code may have.

use std::collections::HashMap;
use std::path::Path;

use lectern::press::highlight::classes::LETTERS;

/// What the Web Content Accessibility Guidelines ask of text (AA, 1.4.3).
const LEAST: f64 = 4.5;

const BACKGROUNDS: [&str; 4] = ["paper-raised", "code-marked", "code-inserted", "code-deleted"];

#[test]
fn code_has_contrast_in_both_themes() {
    let colors = colors();
    let classes = LETTERS.chars().map(|letter| format!("code-{letter}"));
    for name in classes.chain(["ink".to_owned()]) {
        for background in BACKGROUNDS {
            for theme in [0, 1] {
                let contrast = contrast(&colors[&name][theme], &colors[background][theme]);
                assert!(LEAST <= contrast, "{name} on {background}, theme {theme}: {contrast:.2}");
            }
        }
    }
}

#[test]
fn every_class_of_code_has_a_color() {
    let style = style("code.css");
    for letter in LETTERS.chars() {
        assert!(style.contains(&format!("\nfigure.code .{letter} {{ color: var(--code-{letter});")), "{letter}");
    }
}

#[test]
fn contrast_is_what_the_guidelines_say() {
    assert_eq!(contrast("#000000", "#ffffff").round() as u32, 21);
    assert_eq!((contrast("#777777", "#ffffff") * 100.0).round() as u32, 448);
}

fn style(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/style").join(name);
    std::fs::read_to_string(path).expect("a style sheet")
}

/// Names, and the colors of the light and of the dark theme.
fn colors() -> HashMap<String, [String; 2]> {
    let tokens = style("tokens.css");
    let pairs = tokens.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.split_once(')')?.0.split_once(", ")?;
        Some((name.to_owned(), [light.to_owned(), dark.to_owned()]))
    });
    pairs.collect()
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: &str) -> f64 {
    let channel = |start: usize| {
        let value = u8::from_str_radix(&color[start..start + 2], 16).expect("a color");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
