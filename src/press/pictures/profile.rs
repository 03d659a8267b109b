//! What colors a picture's numbers mean, if not the usual ones: telephones take photos in more colors than screens had.
//!
//! The library that writes WebP writes no profiles, but it is easily put in: a file is a list of parts, each with its
//! name and length (RFC 9649).

/// More than any profile of a camera or a screen; printers have such, and browsers take no notice of theirs.
const LONGEST: usize = 20_000;

/// A profile to put into copies; empty if the colors are the usual ones. `None` if copies would have wrong colors.
pub(super) fn of(profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let Some(profile) = profile else { return Some(Vec::new()) };
    // In the header: which color space the numbers are of.
    match profile.get(16..20)? {
        b"RGB " if is_usual(&profile) => Some(Vec::new()),
        b"RGB " if profile.len() <= LONGEST => Some(profile),
        _ => None,
    }
}

/// Whether a profile has the name of the usual colors, which is what browsers take if there is none.
fn is_usual(profile: &[u8]) -> bool {
    let wide: Vec<u8> = "sRGB".bytes().flat_map(|byte| [0, byte]).collect();
    profile.windows(4).any(|window| window == b"sRGB") || profile.windows(8).any(|window| window == wide)
}

/// Puts a profile into a WebP file; an empty one leaves it as it is.
pub(super) fn embed(webp: Vec<u8>, profile: &[u8], (width, height): (u32, u32), has_alpha: bool) -> Vec<u8> {
    const HEADER: usize = 12;
    let (Some(parts), false) = (webp.get(HEADER..), profile.is_empty()) else { return webp };
    // What the file has: flags, and the size less one in 24 bits each. A file with alpha may begin with one already.
    const HAS_PROFILE: u8 = 0x20;
    const HAS_ALPHA: u8 = 0x10;
    let flags = HAS_PROFILE | if has_alpha { HAS_ALPHA } else { 0 };
    let mut features = vec![flags, 0, 0, 0];
    for length in [width, height] {
        features.extend_from_slice(&length.saturating_sub(1).to_le_bytes()[..3]);
    }
    let parts = match parts.strip_prefix(b"VP8X") {
        Some(rest) => rest.get(4 + features.len()..).unwrap_or_default(),
        None => parts,
    };
    let mut body = b"WEBP".to_vec();
    for (name, part) in [(b"VP8X", features.as_slice()), (b"ICCP", profile)] {
        body.extend_from_slice(name);
        body.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
        body.extend_from_slice(part);
        body.extend(std::iter::repeat_n(0, part.len() % 2));
    }
    body.extend_from_slice(parts);
    let mut file = b"RIFF".to_vec();
    file.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    file.extend(body);
    file
}
