//! In which direction languages are written.

/// Languages that are written from right to left, by the first part of their tags.
const RIGHT_TO_LEFT: &str = " ar arc azb ckb dv fa he iw ks lrc mzn nqo pnb ps sd syr ug ur yi ";

/// Whether texts of a language (a BCP 47 tag) begin on the right. A script in the tag, such as Latin, is not looked at.
pub fn is_right_to_left(lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or_default().to_ascii_lowercase();
    !primary.is_empty() && RIGHT_TO_LEFT.split(' ').any(|known| known == primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_directions() {
        for lang in ["ar", "fa-IR", "HE", "ur"] {
            assert!(is_right_to_left(lang), "{lang}");
        }
        for lang in ["en", "", "de-AR", "a", "az"] {
            assert!(!is_right_to_left(lang), "{lang}");
        }
    }
}
