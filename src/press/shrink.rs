//! Makes the app's two files smaller before they are published.
//!
//! wasm-bindgen joins its loader and the WebAssembly module by some 170 long names with hashes, which gzip cannot
//! shorten; they stand in both files. Short ones save about 6 kB of download. What panics would say of the files of this
//! machine is left out, too.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

use wasm_encoder::reencode::{self, Error, Reencode};
use wasm_encoder::{DataSection, ExportSection, ImportSection, Module};
use wasmparser::{CustomSectionReader, Data, Export, Import, ImportSectionReader};

use self::paths::Paths;
use super::files::{self, FileError};

mod paths;

/// Why the app's files stay as they are.
#[derive(Debug)]
pub enum ShrinkError {
    /// A file cannot be read or written.
    File(FileError),
    /// The module is none.
    Module(String),
}

/// Shrinks each pair of a loader and its module (`app-….js`, `app-…_bg.wasm`) in a folder, other scripts and style
/// sheets, in place.
pub fn shrink(folder: &Path) -> Result<(), ShrinkError> {
    for script in files::list(folder).map_err(ShrinkError::File)? {
        if script.path.extension().is_none_or(|extension| extension != "js" && extension != "css") {
            continue;
        }
        let text = String::from_utf8_lossy(&read(&script.path)?).into_owned();
        let text = match module_of(&script.path) {
            Some(module) => with_module(&text, &module)?,
            None => text,
        };
        files::write(&script.path, without_indentation(&text).as_bytes()).map_err(ShrinkError::File)?;
    }
    Ok(())
}

/// Shrinks a module in its place. Returns its loader with the names that fit.
fn with_module(loader: &str, module: &Path) -> Result<String, ShrinkError> {
    let mut shortener = Shortener { names: HashMap::new(), paths: Paths::here() };
    let mut short = Module::new();
    shortener
        .parse_core_module(&mut short, wasmparser::Parser::new(0), &read(module)?)
        .map_err(|error| ShrinkError::Module(error.to_string()))?;
    files::write(module, &short.finish()).map_err(ShrinkError::File)?;
    shortener.shorten_functions(loader);
    Ok(with_short_names(loader, &shortener.names))
}

fn read(path: &Path) -> Result<Vec<u8>, ShrinkError> {
    files::read(path, u64::MAX).map_err(ShrinkError::File)
}

fn module_of(loader: &Path) -> Option<PathBuf> {
    let name = loader.file_name()?.to_str()?.strip_suffix(".js")?;
    let module = loader.with_file_name(format!("{name}_bg.wasm"));
    module.exists().then_some(module)
}

/// Gives every imported function a short name.
struct Shortener {
    names: HashMap<String, String>,
    paths: Paths,
}

impl Reencode for Shortener {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<std::convert::Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let short = self.shorten(import.name);
            self.parse_import(imports, Import { name: &short, ..import })?;
        }
        Ok(())
    }

    /// What tools told about themselves is of no use to a browser.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<std::convert::Infallible>> {
        Ok(())
    }

    fn parse_data(&mut self, section: &mut DataSection, data: Data<'_>) -> Result<(), Error<std::convert::Infallible>> {
        let without_paths = self.paths.removed_from(data.data);
        reencode::utils::parse_data(self, section, Data { data: &without_paths, ..data })
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<std::convert::Infallible>> {
        let short = if is_generated(export.name) { self.shorten(export.name) } else { export.name.to_owned() };
        reencode::utils::parse_export(self, exports, Export { name: &short, ..export })
    }
}

impl Shortener {
    fn shorten(&mut self, name: &str) -> String {
        let next = format!("_{:x}", self.names.len());
        self.names.entry(name.to_owned()).or_insert(next).clone()
    }

    /// Gives the loader's own functions short names, but for those it exports.
    fn shorten_functions(&mut self, glue: &str) {
        let (_, exports) = glue.rsplit_once("export {").unwrap_or_default();
        for (_, declared) in glue.match_indices("function ").map(|(start, word)| glue.split_at(start + word.len())) {
            let name = declared.split('(').next().unwrap_or_default();
            if !name.is_empty() && name.chars().all(is_of_name) && !exports.contains(name) {
                self.shorten(name);
            }
        }
    }
}

/// Names that only the two files know.
fn is_generated(name: &str) -> bool {
    name.starts_with("__wb") || name.starts_with("wasm_bindgen__")
}

/// The loader with other names, each replaced where it stands as a whole word.
fn with_short_names(glue: &str, names: &HashMap<String, String>) -> String {
    let mut output = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_of_name) {
        let (before, from_word) = rest.split_at(start);
        let end = from_word.find(|char| !is_of_name(char)).unwrap_or(from_word.len());
        let (word, after) = from_word.split_at(end);
        output.push_str(before);
        output.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    output.push_str(rest);
    output
}

fn is_of_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '$')
}

/// Drops indentation, blank lines and comments on lines of their own. A text over several lines would lose
/// characters, so a loader that holds one stays as it is.
pub(super) fn without_indentation(glue: &str) -> String {
    if glue.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return glue.to_owned();
    }
    let mut in_comment = false;
    let mut output = String::with_capacity(glue.len());
    for line in glue.lines().map(str::trim) {
        let is_comment = in_comment || line.starts_with("/*") || line.starts_with("//");
        in_comment = (in_comment || line.starts_with("/*")) && !line.ends_with("*/");
        if !is_comment && !line.is_empty() {
            output.push_str(line);
            output.push('\n');
        }
    }
    output
}

impl fmt::Display for ShrinkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShrinkError::File(error) => error.fmt(formatter),
            ShrinkError::Module(error) => write!(formatter, "the app's module cannot be read: {error}"),
        }
    }
}

impl std::error::Error for ShrinkError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_whole_words_only() {
        let names = HashMap::from([("__wbg_a_1".to_owned(), "_0".to_owned())]);
        assert_eq!(
            with_short_names("{__wbg_a_1: f(__wbg_a_12), \"__wbg_a_1\"}é", &names),
            "{_0: f(__wbg_a_12), \"_0\"}é"
        );
    }

    #[test]
    fn drops_what_no_browser_reads() {
        assert_eq!(without_indentation("/**\n * doc\n */\n  a();\n\n  // x\n  b(`c`);\n"), "a();\nb(`c`);\n");
        assert_eq!(without_indentation("  a(`x\n  y`);\n"), "  a(`x\n  y`);\n");
    }

    #[test]
    fn style_sheets_lose_no_rule() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/style");
        let parts = files::list(&folder).expect("the style sheets");
        assert!(10 < parts.len());
        for part in parts {
            let text = files::read_text(&part.path).expect("a style sheet");
            let rules = |text: &str| {
                let mut parts = text.split("/*");
                let first = parts.next().unwrap_or_default().to_owned();
                let others = parts.map(|rest| rest.split_once("*/").expect("the end of a comment").1);
                others.fold(first, |all, part| all + part).lines().map(str::trim).collect::<String>()
            };
            assert_eq!(rules(&without_indentation(&text)), rules(&text), "{}", part.path.display());
        }
    }
}
