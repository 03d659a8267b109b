//! Made-up texts of pieces that are likely to get in each other's way. The tests in the browser make the same ones.

/// Pieces of Markdown and HTML: openings without ends, ends without openings, and whatever else authors slip on.
pub(crate) const PIECES: [&str; 118] = [
    "\n",
    "\n\n",
    "\n\n\n",
    " ",
    "  \n",
    "\t",
    "    ",
    "\\",
    "word",
    " a few words ",
    "x",
    "챗봇",
    "שלום",
    "日本語。",
    "🎉",
    "&amp;",
    "&lt;script&gt;",
    "&#106;",
    "&colon;",
    "&",
    ";",
    "<",
    ">",
    "\"",
    "'",
    "--",
    "...",
    "\u{a0}",
    "\u{2028}",
    "\u{0}",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "```html\n",
    "\n~~~\n",
    "\n# ",
    "\n## ",
    " {#id .class onclick=x}\n",
    "\n===\n",
    "\n---\n",
    "\n> ",
    "\n> > ",
    "\n> [!NOTE]\n> ",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n- [ ] ",
    "\n- [x] ",
    "\n| a | b |\n|:--|--:|\n| ",
    " | ",
    " |\n| ",
    "\nTerm\n: ",
    "\n: ",
    "[",
    "]",
    "](",
    ")",
    "![",
    "](/x.png \"t\")",
    "](javascript:alert(1))",
    "](JAVA&#83;CRIPT:x)",
    "<javascript:alert(1)>",
    "<a@b.c>",
    "https://example.org/?a=1&b=2",
    "[^1]",
    "\n[^1]: ",
    "[^\"><b>]",
    "\n[^\"><b>]: ",
    "\n    ",
    "[r]",
    "\n[r]: /r \"title\"\n",
    "\n[r]: javascript:x\n",
    "<div>",
    "</div>",
    "\n<div>\n",
    "\n</div>\n",
    "<div class=\"a\" onclick=\"x()\">",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=\"/x\">",
    "<a href=javascript:x>",
    "</a>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<dl>",
    "<dd>",
    "</dl>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<h2>",
    "</h2>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<svg onload=x>",
    "</svg>",
    "<iframe src=\"https://example.org\" title=\"<x>\">",
    "</article>",
    "</main>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"data:text/html,x\">",
    "Vec<T>",
    "<section id=\"",
    "<br>",
];

/// How many texts [`texts`] makes.
pub(crate) const TEXTS: u32 = 2000;

/// Texts of up to sixty pieces.
pub(crate) fn texts() -> impl Iterator<Item = String> {
    (1..=TEXTS).map(|number| {
        let mut random = Random(number);
        let pieces = 1 + random.below(60);
        (0..pieces).map(|_| PIECES[random.below(PIECES.len() as u32) as usize]).collect()
    })
}

/// FNV-1a: one number for many bytes.
pub(crate) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Numbers in an order that nobody would guess, always the same (Marsaglia's xorshift).
struct Random(u32);

impl Random {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(0x9e37_79b9) ^ 0x5bd1_e995;
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end
    }
}
