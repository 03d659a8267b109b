//! Made-up posts, the same on every machine: prose, lists, code, tables, quotes, notes and pictures in about the
//! proportions of real blogs.

use std::fs;
use std::io;
use std::path::Path;

/// Writes a blog: posts of 2 to 10 kB, two a day at the most, in a few categories and many tags.
pub(crate) fn write(folder: &Path, posts: u32) -> io::Result<()> {
    let folder = folder.join("posts");
    fs::create_dir_all(folder.join("assets"))?;
    for number in 1..=8 {
        fs::write(folder.join(format!("assets/figure-{number}.svg")), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")?;
    }
    for number in 0..posts {
        let mut random = Random(number);
        let day = number / 2;
        let date = format!("{}-{:02}-{:02}", 2025 - day / 336, 12 - day / 28 % 12, 28 - day % 28);
        let title = random.words(3..8);
        let category = ["thoughts", "rust", "notes", "travel"][random.below(4)];
        let tags = format!("tag{}, tag{}", random.below(300), random.below(300));
        let bytes = 2_000 + random.below(8_000);
        let text = text(number, bytes);
        let post = format!(
            "---\nlayout: post\ntitle: \"{title}\"\ndate: {date} 12:00:00 -0700\ncategories: {category}\ntags: [{tags}]\n---\n\n{text}"
        );
        fs::write(folder.join(format!("{date}-{}-{number}.md", title.replace(' ', "-"))), post)?;
    }
    Ok(())
}

/// A text of about so many bytes.
pub(crate) fn text(number: u32, bytes: usize) -> String {
    let mut random = Random(number.wrapping_add(0x5eed));
    let mut text = String::with_capacity(bytes + 1000);
    let mut notes = 0;
    while text.len() < bytes {
        block(&mut text, &mut random, &mut notes);
        text.push_str("\n\n");
    }
    for note in 1..=notes {
        text.push_str(&format!("[^{note}]: {}.\n", random.words(6..14)));
    }
    text
}

fn block(text: &mut String, random: &mut Random, notes: &mut u32) {
    match random.below(100) {
        0..60 => text.push_str(&paragraph(random, notes)),
        60..70 => text.push_str(&format!("## {}", random.words(2..7))),
        70..82 => {
            let items: Vec<String> = (0..5).map(|_| format!("* {}", random.words(4..12))).collect();
            text.push_str(&items.join("\n"));
        }
        82..88 => {
            let lines: Vec<String> = (0..8)
                .map(|_| format!("    let {} = {}({});", random.word(), random.word(), random.below(99)))
                .collect();
            text.push_str(&format!("```rust\nfn {}() {{\n{}\n}}\n```", random.word(), lines.join("\n")));
        }
        88..92 => {
            let rows: Vec<String> =
                (0..4).map(|_| format!("| {} | {} |", random.words(1..3), random.words(1..3))).collect();
            text.push_str(&format!("| a | b |\n|:--|--:|\n{}", rows.join("\n")));
        }
        92..97 => text.push_str(&format!("> {}", paragraph(random, notes))),
        _ => text.push_str(&format!("![{}](assets/figure-{}.svg)", random.words(2..5), 1 + random.below(8))),
    }
}

fn paragraph(random: &mut Random, notes: &mut u32) -> String {
    let mut spans = Vec::new();
    for _ in 0..(6 + random.below(20)) {
        let words = random.words(2..6);
        spans.push(match random.below(40) {
            0 | 1 => format!("**{words}**"),
            2 | 3 => format!("*{words}*"),
            4 | 5 => format!("`{words}`"),
            6 | 7 => format!("[{words}](https://example.org/{})", random.word()),
            8 => format!("\"{words}\" -- it's <kbd>{}</kbd>", random.word()),
            9 if *notes < 12 => {
                *notes += 1;
                format!("{words}[^{notes}]")
            }
            10 => "naïve café 東京 🚀 5 < 6 AT&amp;T".to_owned(),
            11..15 => format!("{words}."),
            _ => words,
        });
    }
    spans.join(" ") + "."
}

/// Numbers in an order that nobody would guess, always the same (Marsaglia's xorshift).
struct Random(u32);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x9e37_79b9) ^ 0x5bd1_e995;
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        usize::try_from(self.0).unwrap_or(0) % end
    }

    /// Made up of syllables; short words are the more frequent ones.
    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 20] = [
            "ba", "co", "de", "fi", "ga", "lo", "me", "ni", "pa", "ro", "se", "tu", "va", "tra", "sho", "plen", "gri",
            "bro", "chu", "stan",
        ];
        let syllables = 1 + self.below(3).min(self.below(4));
        (0..syllables).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect()
    }

    fn words(&mut self, count: std::ops::Range<usize>) -> String {
        let count = count.start + self.below(count.end - count.start);
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}
