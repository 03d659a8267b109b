//! Colors of the stylesheet, for what is drawn and for what browsers draw around pages.

use csscolorparser::Color;

use super::config::Config;

/// A color: red, green and blue.
pub type Rgb = [u8; 3];

/// A property's color on a light page and on a dark one. A value that is no color by itself, such as `var(--x)`, is as if
/// it were not set.
pub fn light_and_dark(config: &Config, property: &str) -> (Rgb, Rgb) {
    let (own, default) = config.theme_value(property);
    own.and_then(pair).or_else(|| pair(default)).unwrap_or(([255; 3], [0; 3]))
}

/// As CSS writes it.
pub fn hexadecimal([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn pair(value: &str) -> Option<(Rgb, Rgb)> {
    let inside = value.trim().strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    let Some(inside) = inside else { return color(value).map(|color| (color, color)) };
    // A comma may also stand inside of one of the two colors.
    inside.match_indices(',').find_map(|(comma, _)| Some((color(&inside[..comma])?, color(&inside[comma + 1..])?)))
}

fn color(value: &str) -> Option<Rgb> {
    let [red, green, blue, alpha] = value.trim().parse::<Color>().ok()?.to_rgba8();
    (alpha == u8::MAX).then_some([red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_css_calls_a_color() {
        for (value, light, dark) in [
            ("#17566f", [0x17, 0x56, 0x6f], [0x17, 0x56, 0x6f]),
            ("light-dark( #fff , black )", [255; 3], [0; 3]),
            ("light-dark(rgb(1, 2, 3), hsl(0, 100%, 50%))", [1, 2, 3], [255, 0, 0]),
            ("oklch(1 0 0)", [255; 3], [255; 3]),
        ] {
            assert_eq!(pair(value), Some((light, dark)), "{value}");
        }
        for value in ["var(--ink)", "light-dark(#fff)", "rgb(0 0 0 / 50%)", ""] {
            assert_eq!(pair(value), None, "{value}");
        }
    }

    #[test]
    fn the_theme_goes_before_the_stylesheet() {
        let (config, _) = Config::read("lectern.toml", "[theme]\naccent = \"#123456\"\npaper = \"var(--x)\"\n");
        assert_eq!(light_and_dark(&config, "accent"), ([0x12, 0x34, 0x56], [0x12, 0x34, 0x56]));
        assert_eq!(light_and_dark(&config, "paper"), light_and_dark(&Config::default(), "paper"));
        assert_eq!(hexadecimal(light_and_dark(&config, "accent").0), "#123456");
    }
}
