//! The built site against validators that others have written. Each says so where it is left out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::{project::Project, report};

/// What the validator of HTML calls an error and is none, each with the reason.
const NO_ERRORS: [(&str, &str); 1] =
    [("Attribute “scriptlevel” not allowed", "MathML Core has it on every element, and browsers follow it")];

/// Looks at feeds and sitemap; it is given the folder of the site.
const FEEDS: &str = include_str!("validate/feeds.py");

/// Fails for a page that is not valid HTML.
pub(crate) fn html(project: &Project, dist: &Path) -> Result<()> {
    let sh = &project.sh;
    let (Ok(java), Ok(jar)) = (sh.var("JAVA"), sh.var("LECTERN_VNU")) else {
        report::note("left out, for there is no Java to run the validator");
        return Ok(());
    };
    let pages = pages(dist)?;
    let count = pages.len();
    let output = cmd!(sh, "{java} -Xss4m -jar {jar} --errors-only --format gnu {pages...}")
        .quiet()
        .ignore_status()
        .output()
        .context("the validator does not run")?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let errors: Vec<&str> = errors(&printed).collect();
    errors.iter().for_each(|error| report::note(error));
    ensure!(errors.is_empty(), "{} errors in the HTML of {count} pages", errors.len());
    // Only with errors does it end in any other way.
    ensure!(output.status.success() || printed.contains(": error: "), "the validator failed: {printed}");
    report::note(&format!("{count} pages are valid"));
    Ok(())
}

/// Fails for a feed that programs stumble over, and for a sitemap that is none.
pub(crate) fn feeds(project: &Project, dist: &Path) -> Result<()> {
    let Ok(python) = project.sh.var("LECTERN_FEEDPARSER") else {
        report::note("left out, for there is no feedparser");
        return Ok(());
    };
    cmd!(project.sh, "{python} -c {FEEDS} {dist}").quiet().run().context("feeds or sitemap are not as they should be")
}

/// The lines that tell of errors.
fn errors(printed: &str) -> impl Iterator<Item = &str> {
    let is_error = |line: &&str| line.contains(": error: ") && !NO_ERRORS.iter().any(|(text, _)| line.contains(text));
    printed.lines().filter(is_error)
}

/// All pages below a folder, sorted.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut pages, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("failed to list `{}`", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_error_is_left_out_and_what_is_one_is_not() {
        let printed = "\"file:a.html\":1.1-1.2: error: Attribute “scriptlevel” not allowed on element “mtable” at this point.\n\
                       \"file:a.html\":2.1-2.2: error: Stray end tag “p”.\n\
                       a note\n";
        assert_eq!(errors(printed).collect::<Vec<_>>(), ["\"file:a.html\":2.1-2.2: error: Stray end tag “p”."]);
    }
}
