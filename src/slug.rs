//! Names made fit for a path or an id.

/// Lower-case, with every run of other than letters and digits of any script as one hyphen, none at the ends:
/// Jekyll's `slugify` in its default mode. Empty if there is no letter or digit.
pub fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_alphanumeric() {
            slug.extend(char.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// The path segment of a category or tag. Like [`slugify`], but signs that tell names apart are spelled out,
/// so that C, C++ and C# are three, and a name of signs alone is its code points. Never empty for a name that
/// is not. Names with one slug are one term.
pub fn term_slug(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    for (position, char) in name.trim().chars().enumerate() {
        match char {
            '+' => spelled.push_str("plus"),
            '#' => spelled.push_str("sharp"),
            '.' if position == 0 => spelled.push_str("dot"),
            other => spelled.push(other),
        }
    }
    let slug = slugify(&spelled);
    if !slug.is_empty() {
        return slug;
    }
    let code_points: Vec<String> = name.chars().map(|char| format!("u{:x}", u32::from(char))).collect();
    code_points.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_letters_of_every_script() {
        assert_eq!(slugify("Élan & Vital!"), "élan-vital");
        assert_eq!(slugify("챗봇이란 2"), "챗봇이란-2");
        assert_eq!(slugify("--C++--"), "c");
        assert_eq!(slugify("!?"), "");
    }

    #[test]
    fn tells_terms_apart() {
        assert_eq!(term_slug("C++"), "cplusplus");
        assert_eq!(term_slug("C#"), "csharp");
        assert_eq!(term_slug(".NET"), "dotnet");
        assert_eq!(term_slug("Rust"), term_slug("rust"));
        assert_eq!(term_slug("!?"), "u21-u3f");
    }
}
