//! A site full of attacks, pressed into the app and the frame of the built one.

use std::{fs, path::Path, sync::OnceLock};

use lectern::press::words::Catalogue;
use lectern::{
    base::Base,
    bundle::{Annotations, Bundle},
    press::{
        blog::Hidden,
        bundle::{Options, Profile, bundle},
        sanitize,
    },
};
use scraper::{Html, Selector};
use tempfile::TempDir;

use self::vectors::{Attack, Means};

#[path = "../it/json.rs"]
mod json;
#[path = "../it/attacks/vectors.rs"]
mod vectors;

/// What notes that a script ran or was stopped, put at the top of every page. The page's own policy begins below it.
pub(crate) const CANARY: &str = include_str!("attacks/canary.js");

/// What a careless reader does with an article; gives what was noted and what the page then looks like.
pub(crate) const PROVOKE: &str = include_str!("attacks/provoke.js");

/// How many attacks share a page: enough to be quick, few enough to be looked through.
const PER_PAGE: usize = 12;

/// The site.
pub(crate) struct AttackedSite {
    /// All its files, with the canary in those that are pages.
    pub(crate) files: Vec<(String, String)>,
    /// The pages with attacks.
    pub(crate) pages: Vec<AttackedPage>,
}

/// A page with attacks.
pub(crate) struct AttackedPage {
    /// Its file, relative to the site.
    pub(crate) file: String,
    /// The attacks on it, as a failure tells of them.
    pub(crate) attacks: String,
    /// Whether it looks like [`HARMLESS`] around the article.
    pub(crate) is_like_the_harmless: bool,
    /// What the press was given, if it is all in the text.
    text: String,
}

/// What nobody has cleaned before the app gets it.
pub(crate) struct Unclean {
    /// The file of the page's data.
    pub(crate) file: String,
    /// The data, with the attacks as they were written.
    pub(crate) data: String,
    /// What the press would make of such data.
    pub(crate) article: String,
}

/// A page without attacks.
pub(crate) const HARMLESS: &str = "2022/01/01/harmless.html";

/// In what language attacks on the text are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// Markdown posts.
    Markdown,
    /// HTML posts.
    Html,
}

/// Presses the site. `page` is any page of the built one; `host` the host that attacks ask.
pub(crate) fn press(page: &str, base: &str, host: &str, language: Language) -> AttackedSite {
    // With other quotation marks, the press leaves the script in place, whose parts are joined already.
    let template = template(page).replace("type=\"text/plain\"", "type='text/plain'");
    let attacks: Vec<Attack> = vectors::all(host).into_iter().filter(|attack| language.fits(attack)).collect();
    let alone = match language {
        Language::Markdown => &SWALLOWING_IN_MARKDOWN,
        Language::Html => &SWALLOWING_IN_HTML,
    };
    let groups = groups(&attacks, alone.get_or_init(|| swallowing(&attacks, &template, base, language)));
    let source = source();
    for group in &groups {
        let number = group[0].number;
        match group[0].means {
            Means::File => write(&source, &format!("2021-01-01-attack-{number}.md"), &group[0].source),
            Means::FileName => write(&source, &group[0].source, "---\ntitle: A post\n---\ntext\n"),
            Means::Text | Means::Html => {
                write_post(&source, number, &text_of(group), language);
            }
        }
    }
    let files = pressed(&source, &template, base);
    let pages = pages(&groups, &files);
    let with_canary = |(file, text): (String, String)| {
        let text = if file.ends_with(".html") { text.replacen("<head>", &canary(), 1) } else { text };
        (file, text)
    };
    AttackedSite { files: files.into_iter().map(with_canary).collect(), pages }
}

impl AttackedSite {
    /// The data of a page as if its attacks had come past the press; `None` if they are not in its text.
    pub(crate) fn unclean(&self, page: &AttackedPage, base: &str) -> Option<Unclean> {
        let file = page.file.replace(".html", ".md");
        let (_, data) = self.files.iter().find(|(name, _)| page.is_like_the_harmless && *name == file)?;
        let mut bundle = Bundle::parse(data, json::read).expect("the data of a page");
        bundle.metadata.length = u32::try_from(page.text.len()).expect("a short text");
        bundle.text.clone_from(&page.text);
        bundle.annotations = Annotations::default();
        Some(Unclean {
            file,
            data: bundle.to_string(),
            article: sanitize::article(&bundle, &Base::parse(base), &Catalogue::of("en").page),
        })
    }
}

/// What [`swallowing`] gives, which is the same for every host.
static SWALLOWING_IN_MARKDOWN: OnceLock<Vec<usize>> = OnceLock::new();
static SWALLOWING_IN_HTML: OnceLock<Vec<usize>> = OnceLock::new();

/// The beginning of a page's head.
pub(crate) fn canary() -> String {
    format!("<head><script>{CANARY}</script>")
}

impl Language {
    fn fits(self, attack: &Attack) -> bool {
        match self {
            Language::Markdown => attack.means != Means::Html,
            Language::Html => attack.fits_html(),
        }
    }
}

/// Attacks of one class share a page; those that take what follows with them have one for themselves.
fn groups<'a>(attacks: &'a [Attack], swallowing: &[usize]) -> Vec<Vec<&'a Attack>> {
    let class = |attack: &Attack| attack.name.split(':').next().unwrap_or_default().to_owned();
    // What never ends takes the next attack's quotation mark for its end.
    let is_alone = |attack: &Attack| {
        matches!(attack.means, Means::File | Means::FileName)
            || class(attack) == "dangling"
            || swallowing.contains(&attack.number)
    };
    let mut groups: Vec<Vec<&Attack>> = Vec::new();
    let mut open: Vec<&Attack> = Vec::new();
    for attack in attacks {
        if is_alone(attack) {
            groups.push(vec![attack]);
            continue;
        }
        if open.len() == PER_PAGE || open.first().is_some_and(|first| class(first) != class(attack)) {
            groups.push(std::mem::take(&mut open));
        }
        open.push(attack);
    }
    groups.extend((!open.is_empty()).then_some(open));
    groups
}

fn text_of(group: &[&Attack]) -> String {
    let texts: Vec<String> = group.iter().map(|attack| format!("{}\n", attack.source)).collect();
    texts.join("\n")
}

/// The numbers of the attacks after which a paragraph is not what it is elsewhere.
fn swallowing(attacks: &[Attack], template: &str, base: &str, language: Language) -> Vec<usize> {
    let source = source();
    let of_texts: Vec<&Attack> =
        attacks.iter().filter(|attack| matches!(attack.means, Means::Text | Means::Html)).collect();
    for attack in &of_texts {
        let after = match language {
            Language::Markdown => "\n\nThe end.\n",
            Language::Html => "\n\n<p>The end.</p>\n",
        };
        write_post(&source, attack.number, &format!("{}{after}", attack.source), language);
    }
    let files = pressed(&source, template, base);
    let last = Selector::parse(".prose > p").expect("a selector");
    let swallows = |attack: &&Attack| {
        let file = format!("2021/01/01/attack-{}.html", attack.number);
        let (_, html) = files.iter().find(|(name, _)| *name == file).expect("the page of an attack");
        let page = Html::parse_document(html);
        !page.select(&last).any(|paragraph| paragraph.text().eq(["The end."]))
    };
    of_texts.into_iter().filter(swallows).map(|attack| attack.number).collect()
}

fn pages(groups: &[Vec<&Attack>], files: &[(String, String)]) -> Vec<AttackedPage> {
    // Pages of redirects are none of the app's, and are left at once.
    let is_page = |(file, text): &&(String, String)| file.ends_with(".html") && text.contains("id=\"lectern-page\"");
    let mut left: Vec<&(String, String)> = files.iter().filter(is_page).collect();
    let mut pages = Vec::new();
    for group in groups {
        let number = group[0].number;
        let names: Vec<String> = group.iter().map(|attack| format!("{} {}", attack.number, attack.name)).collect();
        let is_like_the_harmless = matches!(group[0].means, Means::Text | Means::Html);
        let file = format!("2021/01/01/attack-{number}.html");
        // Nobody's reading of HTML keeps such a character, but not all leave it out in the same way.
        let text = text_of(group).replace('\0', "");
        if let Some(position) = left.iter().position(|(left, _)| *left == file) {
            left.remove(position);
            pages.push(AttackedPage { file, attacks: names.join("; "), is_like_the_harmless, text });
        }
    }
    // Attacks on addresses have led elsewhere, and lists show what posts say of themselves.
    let is_attacked = |(file, text): &&&(String, String)| file != "404.html" && text.contains("wned(");
    pages.extend(left.iter().filter(is_attacked).map(|(file, _)| AttackedPage {
        file: file.clone(),
        attacks: "an attack by front matter or by a file's name".to_owned(),
        is_like_the_harmless: false,
        text: String::new(),
    }));
    pages
}

/// What the posts have in common, so that their pages differ in nothing but the article.
const FRONT_MATTER: &str = "title: A post\ndescription: Words";

/// A blog of harmless posts, before, between and after those with attacks, with a file that is called for as a picture
/// and is none.
fn source() -> TempDir {
    let source = TempDir::new().expect("a folder");
    fs::create_dir(source.path().join("posts")).expect("a folder");
    write(&source, "x", "no picture");
    for name in ["2020-01-01-first.md", "2022-01-01-harmless.md", "2024-02-01-last.md"] {
        write(&source, name, &format!("---\n{FRONT_MATTER}\n---\nWords.\n"));
    }
    source
}

fn write_post(source: &TempDir, number: usize, text: &str, language: Language) {
    let ending = if language == Language::Html { "html" } else { "md" };
    let time = format!("{:02}:{:02}", number / 60, number % 60);
    let post = format!("---\n{FRONT_MATTER}\ndate: 2021-01-01 {time}:00\n---\n{text}");
    write(source, &format!("2021-01-01-attack-{number}.{ending}"), &post);
}

fn write(source: &TempDir, name: &str, text: &str) {
    fs::write(source.path().join("posts").join(name), text).expect("a file of the blog");
}

/// All files that the press makes of a blog.
fn pressed(source: &TempDir, template: &str, base: &str) -> Vec<(String, String)> {
    let staging = TempDir::new().expect("a folder");
    fs::write(staging.path().join("index.html"), template).expect("a template");
    let options = Options {
        source: source.path().to_owned(),
        staging: staging.path().to_owned(),
        public_url: Base::parse(base),
        url: None,
        hidden: Hidden::default(),
        profile: Profile::Debug,
        now: "2026-07-01T12:00:00Z".parse().expect("a time"),
    };
    bundle(&options).unwrap_or_else(|failure| panic!("the attacks cannot be pressed: {failure}"));
    let mut paths = Vec::new();
    crate::host::collect(staging.path(), &mut paths);
    // The index of the search is no text, and only its worker reads it.
    paths.retain(|path| path.extension().is_none_or(|extension| extension != "idx"));
    let relative = |path: &Path| path.strip_prefix(staging.path()).expect("below").to_string_lossy().into_owned();
    paths.iter().map(|path| (relative(path), fs::read_to_string(path).expect("a text"))).collect()
}

/// A page of the built site as Trunk left it for the press: the same app, styles and frame, and nothing of the page nor of
/// what only a site to be published has.
pub(crate) fn template(page: &str) -> String {
    let is_wanted = |line: &&str| {
        !["manifest", "apple-touch-icon"].iter().any(|rel| line.contains(&format!("<link rel=\"{rel}\"")))
    };
    let page = &page.split_inclusive('\n').filter(is_wanted).collect::<String>();
    let mut template = String::with_capacity(page.len());
    for (position, tag) in page.split('<').enumerate() {
        let is_of_this_page =
            tag.split('>').next().is_some_and(|tag| tag.trim_end_matches(['/', ' ']).ends_with("data-page"));
        if !is_of_this_page {
            template.push_str(if 0 < position { "<" } else { "" });
            template.push_str(tag);
        }
    }
    let root = template.find("<div id=\"lectern\"").expect("the root element");
    let data = root + template[root..].find("id=\"lectern-page\"").expect("the page's data");
    let end = data + template[data..].find("</script>").expect("the end of the data") + "</script>".len();
    template.replace_range(root..end, "<div id=\"lectern\"></div>");
    template
}
