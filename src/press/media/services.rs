//! Services whose frames are known: what to call them, and where a reader finds the same as a page.

use super::address::Address;
use super::pattern::{fill, find};

mod table;

use table::SERVICES;

/// A service.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// As `embeds` of `lectern.toml` has it.
    pub name: &'static str,
    /// What its frames are, for a reader: `Video on YouTube`.
    pub shown: &'static str,
    /// The form of its frames.
    pub shape: Shape,
    /// Where its frames come from.
    pub origin: &'static str,
    /// What it has, by the addresses of frames: a pattern, the page of the same, the frame to open.
    ways: &'static [(&'static str, &'static str, &'static str)],
}

/// The form of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As a film: sixteen to nine.
    Wide,
    /// As a film taken upright: nine to sixteen.
    Tall,
    /// As a player of sounds: a low bar.
    Low,
}

/// What a frame shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// Of which service.
    pub service: &'static Service,
    /// The page of the same.
    pub page: String,
    /// The frame to open, with all that the service knows to spare its visitors.
    pub frame: String,
    /// Its form.
    pub shape: Shape,
}

/// What a frame of an address shows; `None` if its service is not known.
pub fn embed(address: &Address) -> Option<Embed> {
    let ways = SERVICES.iter().flat_map(|service| service.ways.iter().map(move |way| (service, way)));
    let mut ways = ways.filter_map(|(service, (pattern, page, frame))| {
        let names = find(pattern, address)?;
        let shape = if pattern.contains("/shorts/") { Shape::Tall } else { service.shape };
        Some(Embed { service, page: fill(page, &names), frame: fill(frame, &names), shape })
    });
    let mut embed = ways.next()?;
    let start = ["start", "t"].iter().find_map(|key| address.parameter(key)).and_then(seconds);
    if let (Some(start), "youtube") = (start, embed.service.name) {
        embed.page.push_str(&format!("&t={start}s"));
        embed.frame.push_str(&format!("&start={start}"));
    }
    Some(embed)
}

/// The names of all services.
pub fn names() -> impl Iterator<Item = &'static str> {
    SERVICES.iter().map(|service| service.name)
}

/// Where the frames of some services come from.
pub fn origins(names: &[&str]) -> Vec<&'static str> {
    SERVICES.iter().filter(|service| names.contains(&service.name)).map(|service| service.origin).collect()
}

/// Seconds of `90`, `90s` or `1m30s`.
fn seconds(text: &str) -> Option<u32> {
    let mut seconds: u32 = 0;
    let mut number = String::new();
    for char in text.chars().chain(['s']) {
        let factor = match char {
            '0'..='9' => {
                number.push(char);
                continue;
            }
            'h' => 3600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        let length: u32 = if number.is_empty() { 0 } else { number.parse().ok()? };
        seconds = seconds.checked_add(length.checked_mul(factor)?)?;
        number.clear();
    }
    (0 < seconds).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_frames_are_found() {
        for (address, page, frame) in [
            (
                "https://www.youtube.com/embed/dQw4w9WgXcQ?start=90",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s",
                "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=90",
            ),
            (
                "//youtu.be/a_b-c?t=1m30s",
                "https://www.youtube.com/watch?v=a_b-c&t=90s",
                "https://www.youtube-nocookie.com/embed/a_b-c?autoplay=1&start=90",
            ),
            (
                "http://www.youtube.com/embed/videoseries?list=PL1",
                "https://www.youtube.com/playlist?list=PL1",
                "https://www.youtube-nocookie.com/embed/videoseries?list=PL1&autoplay=1",
            ),
            (
                "//player.vimeo.com/video/76979871?h=8272103f6e&title=0",
                "https://vimeo.com/76979871/8272103f6e",
                "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1",
            ),
            (
                "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1&color=%23ff5500",
                "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi%2Esoundcloud%2Ecom%2Ftracks%2F1",
                "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi%2Esoundcloud%2Ecom%2Ftracks%2F1&auto_play=true",
            ),
        ] {
            let embed = embed(&Address::parse(address).expect(address)).expect(address);
            assert_eq!((embed.page.as_str(), embed.frame.as_str()), (page, frame));
        }
        for address in ["https://www.youtube.com/", "https://youtube.com.evil.org/embed/a", "https://vimeo.com/a/b/c"] {
            assert_eq!(embed(&Address::parse(address).expect(address)), None, "{address}");
        }
    }

    #[test]
    fn every_frame_comes_from_where_its_service_says() {
        for service in &SERVICES {
            for (pattern, page, frame) in service.ways {
                assert!(frame.starts_with(&format!("{}/", service.origin)), "{pattern}");
                assert!(page.starts_with("https://"), "{pattern}");
            }
        }
        let names: std::collections::HashSet<&str> = names().collect();
        assert_eq!(names.len(), SERVICES.len());
        assert_eq!(origins(&["vimeo", "nothing"]), ["https://player.vimeo.com"]);
    }
}
