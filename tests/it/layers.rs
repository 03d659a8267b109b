//! Which part of the sources may name which: the rules of `src/lib.rs`, checked by reading the sources.

use std::path::Path;

use super::site::files_below;

/// What a file may not do.
struct Rule {
    /// As it is told to whoever breaks it.
    text: &'static str,
    /// The files it is about, by their paths below `src`.
    applies: fn(&str) -> bool,
    /// What breaks it, in a source without comments, texts and tests.
    broken_by: fn(&str) -> Vec<String>,
}

const RULES: [Rule; 10] = [
    Rule {
        text: "core knows no framework, no browser, no system and neither edge",
        applies: is_core,
        broken_by: |source| {
            let names =
                ["yew", "web_sys", "gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "std::fs", "std::env"];
            [&names[..], &["std::time", "crate::press", "crate::browser", "crate::view"]]
                .concat()
                .into_iter()
                .filter(|name| mentions(source, name))
                .map(str::to_owned)
                .collect()
        },
    },
    Rule {
        text: "what core stores has the same size in a browser as on a host",
        applies: is_core,
        broken_by: |source| {
            stored_types(source).filter(|item| mentions(item, "usize") || mentions(item, "isize")).collect()
        },
    },
    Rule {
        text: "the view is pure: it knows no browser and neither edge",
        applies: |path| path.starts_with("view"),
        broken_by: |source| {
            let names = ["web_sys", "gloo", "js_sys", "wasm_bindgen", "std::fs", "crate::browser", "crate::press"];
            named(source, &names)
        },
    },
    Rule {
        text: "only src/browser and the worker's program name the browser",
        applies: |path| !path.starts_with("browser") && path != "browser.rs" && path != "bin/search.rs",
        broken_by: |source| named(source, &["web_sys", "gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"]),
    },
    Rule {
        text: "only src/press/files.rs names the file system",
        applies: |path| path != "press/files.rs",
        broken_by: |source| named(source, &["std::fs"]),
    },
    Rule {
        text: "only src/press/external/web.rs asks other machines",
        applies: |path| path != "press/external/web.rs",
        broken_by: |source| named(source, &["std::net", "ureq"]),
    },
    Rule {
        text: "only src/view/raw.rs puts text into a page as HTML",
        applies: |path| path != "view/raw.rs",
        broken_by: |source| named(source, &["from_html_unchecked"]),
    },
    Rule {
        text: "only src/browser/inert.rs makes HTML of text, and in a document that nobody sees",
        applies: |path| path != "browser/inert.rs",
        broken_by: |source| {
            named(source, &["set_inner_html", "set_outer_html", "insert_adjacent_html", "Reflect::set"])
        },
    },
    Rule {
        text: "the edges do not know each other",
        applies: |path| path.starts_with("press") || path.starts_with("browser"),
        // Each source has one of the two names at the most: that of its own side.
        broken_by: |source| {
            let both = ["crate::press", "crate::browser"].into_iter().all(|name| mentions(source, name));
            if both { vec!["crate::press and crate::browser".to_owned()] } else { Vec::new() }
        },
    },
    Rule {
        text: "nothing panics: that is the end of the app, and hides all other problems in the press",
        applies: |_| true,
        broken_by: |source| {
            let calls = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
            calls.into_iter().filter(|call| source.contains(call)).map(str::to_owned).collect()
        },
    },
];

/// Files longer than this are hard to keep in mind.
const LONGEST: usize = 250;

/// Longer files, each with the reason why it is one.
const LONG_FILES: [(&str, &str); 1] = [("press/diagnostic/problem.rs", "all messages, to be read as one text")];

fn is_core(path: &str) -> bool {
    let is_edge = path == "lib.rs" || ["press", "browser", "view"].iter().any(|edge| path == format!("{edge}.rs"));
    !is_edge
        && (!path.contains('/')
            || ["bundle/", "markdown/", "page/", "search/"].iter().any(|folder| path.starts_with(folder)))
}

fn sources() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = files_below(&folder).into_iter().filter(|path| path.ends_with(".rs"));
    files.map(|path| (path.clone(), std::fs::read_to_string(folder.join(path)).expect("a source"))).collect()
}

/// Everything that is wrong with a file.
fn faults(path: &str, source: &str) -> Vec<String> {
    let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
    if is_test {
        return Vec::new();
    }
    let code = without_tests(&without_comments_and_texts(source));
    let rules = RULES.iter().filter(|rule| (rule.applies)(path));
    rules
        .flat_map(|rule| {
            let found = (rule.broken_by)(&code).into_iter();
            found.map(|found| format!("src/{path}: {found} ({})", rule.text))
        })
        .collect()
}

#[test]
fn the_sources_keep_to_their_layers() {
    let sources = sources();
    assert!(60 < sources.len(), "the sources are elsewhere");
    let faults: Vec<String> = sources.iter().flat_map(|(path, source)| faults(path, source)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_are_short() {
    let sources = sources();
    let long = sources.iter().filter(|(_, source)| LONGEST < source.lines().count()).map(|(path, _)| path.as_str());
    let excused = LONG_FILES.map(|(path, _)| path);
    assert_eq!(long.collect::<Vec<_>>(), excused, "split the file, or give a reason in LONG_FILES");
}

/// Two programs of one mark must have one view.
#[test]
fn the_mark_covers_every_file_of_the_view() {
    let sources = sources();
    let (_, mark) = sources.iter().find(|(path, _)| path == "view/mark.rs").expect("the mark");
    let covered: Vec<&str> =
        mark.split("include_bytes!(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let view = sources.iter().filter_map(|(path, _)| path.strip_prefix("view/")).filter(|name| *name != "mark.rs");
    assert_eq!(covered, view.collect::<Vec<_>>());
}

#[test]
fn one_door_for_html_and_one_for_files() {
    for (name, door) in [("from_html_unchecked", "view/raw.rs"), ("std::fs", "press/files.rs")] {
        let sources = sources();
        let named = sources.iter().filter(|(path, source)| {
            !path.ends_with("/tests.rs") && mentions(&without_tests(&without_comments_and_texts(source)), name)
        });
        assert_eq!(named.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), [door]);
    }
}

#[test]
fn the_check_finds_what_it_is_for() {
    for (path, source, fault) in [
        ("page.rs", "use yew::prelude::*;", "yew"),
        ("markdown/tag.rs", "fn f() { std::env::var(\"x\") }", "std::env"),
        ("slug.rs", "use std::{env, fmt};", "std::env"),
        ("slug.rs", "use std::{fmt, fs};", "std::fs"),
        ("page.rs", "use crate::{press::blog, page};", "crate::press"),
        (
            "page.rs",
            "#[derive(Clone, Serialize)]\npub struct S {\n    /// d\n    pub(crate) a: Vec<(usize, u8)>,\n}",
            "usize",
        ),
        ("page.rs", "#[derive(Deserialize)]\nenum E { A(usize) }\n", "usize"),
        ("page.rs", "data! {\n    #[derive(Clone)]\n    pub struct S {\n        pub a: usize,\n    }\n}", "usize"),
        ("view/list.rs", "use crate::browser::dom;", "crate::browser"),
        ("view/list.rs", "let x = web_sys::window();", "web_sys"),
        ("view/list.rs", "Html::from_html_unchecked(x)", "from_html_unchecked"),
        ("press/blog.rs", "use std::fs::File;", "std::fs"),
        ("press/blog.rs", "use gloo::timers;", "gloo"),
        ("press/blog.rs", "x.unwrap()", ".unwrap()"),
        ("browser/dom.rs", "// fine\nx.expect(\"a dom\")", ".expect("),
        ("browser/dom.rs", "let quote = '\"'; todo!(\"x\")", "todo!("),
        ("bin/app.rs", "#[cfg(test)]\nmod tests;\nfn f() { panic!(\"x\") }", "panic!("),
    ] {
        let found = faults(path, source);
        assert!(found.iter().any(|found| found.contains(fault)), "{path}: {source} has {found:?}");
    }
    for (path, source) in [
        ("page.rs", "//! No yew, no web_sys.\n/* std::fs */ const A: &str = \"crate::press .unwrap()\";"),
        ("page.rs", "const A: &str = r#\"yew \" std::fs\"#;"),
        ("page.rs", "struct S { a: usize }\nfn f(gloomy: u8, yewish: u8) {}"),
        ("press/blog.rs", "fn f() { g().unwrap_or(1) }\n#[cfg(test)]\nmod tests {\n    fn t() { x.unwrap() }\n}\n"),
        ("press/blog/tests.rs", "use std::fs; x.unwrap()"),
        ("press/files.rs", "use std::fs;"),
        ("browser/dom.rs", "use web_sys::Window;"),
    ] {
        assert_eq!(faults(path, source), [""; 0], "{source}");
    }
}

fn named(source: &str, names: &[&str]) -> Vec<String> {
    names.iter().filter(|name| mentions(source, name)).map(|name| (*name).to_owned()).collect()
}

/// Whether a path such as `std::fs` is named, in full or in a group of imports.
fn mentions(source: &str, path: &str) -> bool {
    let is_word = |text: &str, start: usize, name: &str| {
        let is_part = |char: char| char.is_alphanumeric() || char == '_';
        !text[..start].ends_with(is_part) && !text[start + name.len()..].starts_with(is_part)
    };
    let has_word = |text: &str, name: &str| text.match_indices(name).any(|(start, _)| is_word(text, start, name));
    let in_group = path.rsplit_once("::").is_some_and(|(parent, name)| {
        let opening = format!("{parent}::{{");
        let groups: Vec<&str> = source.split(&opening).skip(1).collect();
        groups.iter().any(|rest| has_word(rest.split(';').next().unwrap_or_default(), name))
    });
    has_word(source, path) || in_group
}

/// Every type that is written to JSON or read from it, from its attribute or macro to its end.
fn stored_types(source: &str) -> impl Iterator<Item = String> + '_ {
    let starts = source.match_indices("#[derive(").map(|(start, _)| &source[start..]);
    let stored = starts.filter(|rest| rest.split(")]").next().is_some_and(|derive| derive.contains("erialize")));
    let declared = source.match_indices("data! {\n").map(|(start, opening)| &source[start + opening.len()..]);
    stored.chain(declared).map(|rest| rest[..rest.find("\n}").unwrap_or(rest.len())].to_owned()).map(|item| {
        // A type of one line ends there.
        let first_item_line = item.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
        let ends_here = first_item_line.ends_with(';') || first_item_line.ends_with('}');
        if ends_here { first_item_line.to_owned() } else { item }
    })
}

/// The source up to its module of tests, which stands last.
fn without_tests(source: &str) -> String {
    let tests = source.match_indices("#[cfg(test)]").find(|(start, _)| {
        let item = source[*start..].lines().nth(1).unwrap_or_default();
        item.trim_end().ends_with('{')
    });
    source[..tests.map_or(source.len(), |(start, _)| start)].to_owned()
}

/// The source with blanks for comments and for what stands in quotes.
fn without_comments_and_texts(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest, code.chars().next_back());
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            // Lines stay lines.
            code.extend(rest[..length].chars().filter(|char| *char == '\n'));
            code.push(' ');
            rest = &rest[length..];
        }
    }
    code
}

/// How long the comment or the quoted text is that begins here; 0 if none does.
fn skipped(rest: &str, before: Option<char>) -> usize {
    let through = |start: usize, end: &str| rest[start..].find(end).map_or(rest.len(), |at| start + at + end.len());
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return through(2, "*/");
    }
    for hashes in ["", "#", "##"] {
        let opening = format!("r{hashes}\"");
        if rest.starts_with(&opening) && !before.is_some_and(char::is_alphanumeric) {
            return through(opening.len(), &format!("\"{hashes}"));
        }
    }
    if rest.starts_with("'\"'") || rest.starts_with("'\\") {
        return through(2, "'");
    }
    if !rest.starts_with('"') {
        return 0;
    }
    let mut is_escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, char)| {
        let ends = *char == '"' && !is_escaped;
        is_escaped = *char == '\\' && !is_escaped;
        ends
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}
