//! Tags without a body that need the site or name something on the web.

use std::sync::Arc;

use crate::bundle::Markup;
use crate::html::escape;
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::UnknownInCode;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::context::Context;
use crate::press::liquid::document::Document;
use crate::press::liquid::filters::relative_url;
use crate::press::liquid::fragment::is_space;

impl Context<'_> {
    /// What a tag shows, and whether it is what it should be. A link that leads nowhere shows where it would.
    pub(super) fn plugin(&mut self, name: &str, markup: &Arc<str>) -> Result<(String, bool), Stop> {
        let markup = self.inner_text(markup)?;
        let found = match name {
            "post_url" => self.post_url(&markup),
            "link" => self.link(&markup),
            _ => {
                let address = address(name, &markup);
                address.map(|(address, text)| match name {
                    // What is made of frames is known elsewhere.
                    "youtube" | "vimeo" if self.unknown_in_code == UnknownInCode::Keep => {
                        format!("<iframe src=\"{}\"></iframe>", escape(&address))
                    }
                    _ => self.shown_link(&address, &text),
                })
            }
        };
        if let Some(found) = found {
            return Ok((found, true));
        }
        let address = relative_url(&self.engine.site.base, &format!("/{}", markup.trim_start_matches('/')));
        let markup = markup.to_string();
        let (problem, shown) = match name {
            "post_url" => (LiquidProblem::PostNotFound { name: markup }, address),
            "link" => (LiquidProblem::LinkNotFound { path: markup }, address),
            _ => (LiquidProblem::NothingToLink { tag: name.to_owned() }, String::new()),
        };
        self.report(problem);
        Ok((shown, false))
    }

    fn post_url(&self, name: &str) -> Option<String> {
        let name = name.trim_matches(['"', '\'']).trim_start_matches('/');
        self.post(name).or_else(|| self.post(without_extension(name)?)).map(|post| self.url_of(post))
    }

    /// The post with a name: in its folder, or wherever it is if the folder is not given or wrong.
    fn post(&self, name: &str) -> Option<&'_ Arc<Document>> {
        let engine = self.engine;
        let (folder, stem) = name.rfind('/').map_or(("", name), |slash| name.split_at(slash + 1));
        let extensions = ["md", "markdown", "html", "mkd", "mkdn", "textile"];
        for posts in [format!("_posts/{folder}"), format!("{folder}_posts/")] {
            for extension in extensions {
                if let Some(post) = engine.document_at(&format!("{posts}{stem}.{extension}")) {
                    return Some(post);
                }
            }
        }
        engine.post_of(stem)
    }

    fn link(&self, path: &str) -> Option<String> {
        let path = path.trim_matches(['"', '\'']).trim_start_matches('/');
        if let Some(document) = self.engine.document_at(path) {
            return Some(self.url_of(document));
        }
        let is_file = self.engine.site.files.iter().any(|file| file == path);
        is_file.then(|| relative_url(&self.engine.site.base, &format!("/{path}")))
    }

    fn url_of(&self, document: &Document) -> String {
        relative_url(&self.engine.site.base, &document.url)
    }

    fn shown_link(&self, address: &str, text: &str) -> String {
        match self.page.markup {
            Markup::Html => format!("<a href=\"{}\">{}</a>", escape(address), escape(text)),
            Markup::Markdown => {
                let mut escaped = String::with_capacity(text.len());
                for char in text.chars() {
                    if "[]\\`*_<>".contains(char) {
                        escaped.push('\\');
                    }
                    escaped.push(char);
                }
                format!("[{escaped}]({address})")
            }
        }
    }
}

/// What a tag of a gist or a video leads to, and the text for it.
fn address(tag: &str, markup: &str) -> Option<(String, String)> {
    let word = markup.split(is_space).map(|word| word.trim_matches(['"', '\''])).find(|word| !word.is_empty())?;
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "/:.?=&%#_-~+@,;!".contains(char);
    if !word.chars().all(is_plain) {
        return None;
    }
    if word.starts_with("https://") || word.starts_with("http://") {
        return Some((word.to_owned(), word.to_owned()));
    }
    let is_id = word.chars().all(|char| char.is_ascii_alphanumeric() || "-_/".contains(char));
    let (address, text) = match tag {
        "gist" if is_id => (format!("https://gist.github.com/{word}"), format!("Gist {word}")),
        "youtube" if is_id => (format!("https://www.youtube.com/watch?v={word}"), String::new()),
        "vimeo" if is_id => (format!("https://vimeo.com/{word}"), String::new()),
        _ => return None,
    };
    let text = if text.is_empty() { address.clone() } else { text };
    Some((address, text))
}

fn without_extension(name: &str) -> Option<&str> {
    name.rfind('.').and_then(|dot| name.get(..dot))
}
