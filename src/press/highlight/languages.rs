//! Names of languages as authors write them behind a fence.
//!
//! The grammars know only endings of files. The rest of the names are those of Rouge, Pygments, highlight.js and Prism,
//! as far as blogs use them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A language that is known by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// As people name it; empty for text that is in no language.
    pub label: &'static str,
    /// The name of its grammar; empty if there is none.
    pub grammar: &'static str,
}

/// What was typed into a terminal, which has no grammar but its own rules.
pub const TERMINAL: &str = "Terminal";

/// The language of a word, which may be in capitals.
pub fn language(word: &str) -> Option<Language> {
    ALL.get(word.to_lowercase().as_str()).copied()
}

static ALL: LazyLock<HashMap<&'static str, Language>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim);
        let (label, grammar) = (cells.next()?, cells.next()?);
        Some((Language { label, grammar }, cells.next()?))
    });
    rows.flat_map(|(language, words)| words.split(' ').map(move |word| (word, language))).collect()
});

/// Label, grammar and words on each line.
pub(super) const TABLE: &str = "\
| |text txt plain plaintext plain-text none nohighlight no-highlight output ascii raw
Terminal| |console terminal shell-session shellsession sh-session bash-session term cli
ActionScript|ActionScript|actionscript actionscript3 as as3
Ada|Ada|ada ada95 ada2005
Apache|Apache Conf|apache apacheconf apache2 htaccess
AppleScript|AppleScript|applescript osascript
Arduino|C++|arduino ino
AsciiDoc|AsciiDoc (Asciidoctor)|asciidoc adoc
ASP.NET|HTML|aspx aspx-cs aspx-vb aspnet cshtml razor
ASP|HTML (ASP)|asp
Assembly|x86_64 Assembly|asm assembly nasm yasm x86asm gas
ARM assembly|ARM Assembly|arm armasm
Astro|HTML|astro
AWK|AWK|awk gawk
Bash|Bourne Again Shell (bash)|bash
Shell|Bourne Again Shell (bash)|sh shell shellscript ksh dash ash
Zsh|Bourne Again Shell (bash)|zsh
Batch|Batch File|batch bat cmd dosbatch winbatch
BibTeX|BibTeX|bibtex bib
C|C|c h
C#|C#|csharp cs c# c-sharp
C++|C++|cpp c++ cc cxx hpp
CUDA|C++|cuda cu
OpenCL|C|opencl
Metal|C++|metal
Clojure|Clojure|clojure clj cljs edn clojurescript
CMake|CMake|cmake
CoffeeScript|CoffeeScript|coffeescript coffee coffee-script
Lisp|Lisp|lisp common-lisp commonlisp cl elisp emacs-lisp emacs wat wast
Scheme|Lisp|scheme scm guile
Racket|Racket|racket rkt
Crystal|Crystal|crystal cr
CSS|CSS|css
SCSS|SCSS|scss
Sass|Sass|sass
Less|Less|less
Stylus|Stylus|stylus styl
CSV|Comma Separated Values|csv
TSV|Tab Separated Values|tsv
Cron|Crontab|crontab cron
D|D|d dlang
Dart|Dart|dart flutter
Docker|Dockerfile (with bash)|dockerfile docker containerfile
Environment|DotENV|dotenv env .env
Elixir|Elixir|elixir ex exs iex
EEx|HTML (EEx)|eex heex leex html+eex html-eex
Elm|Elm|elm
Email|Email|email eml
ERB|HTML (Rails)|erb eruby html+erb html-erb rhtml html+ruby
Erlang|Erlang|erlang erl
F#|F#|fsharp fs f#
Fish|Fish|fish
Fortran|Fortran (Modern)|fortran f90 f95
GDScript|GDScript (Godot Engine)|gdscript godot
Git|Git Config|gitconfig
Git ignore|Git Ignore|gitignore dockerignore ignore
Commit message|Git Commit|git-commit gitcommit commit
GLSL|GLSL|glsl hlsl shader shaderlab
Gnuplot|gnuplot|gnuplot
Go|Go|go golang
Go module|Gomod|gomod go-mod go.mod
GraphQL|GraphQL|graphql gql
Groovy|Groovy|groovy jenkinsfile jenkins
Gradle|Groovy|gradle
Graphviz|Graphviz (DOT)|dot graphviz gv
Haml|Ruby Haml|haml
Handlebars|HTML (Jinja2)|handlebars hbs mustache
Hack|PHP Source|hack hacklang hh
Haskell|Haskell|haskell hs ghci
Literate Haskell|Literate Haskell|lhaskell lhs
HCL|Terraform|hcl
Terraform|Terraform|terraform tf opentofu
HTML|HTML|html htm xhtml html5 markup
HTTP|HTTP Request and Response|http https http-request
Idris|Idris|idris idr
INI|INI|ini dosini cfg conf config inf reg editorconfig
Java|Java|java
JSP|Java Server Page (JSP)|jsp
Properties|Java Properties|properties java-properties
JavaScript|JavaScript|javascript js mjs cjs node nodejs angularjs jquery
JSX|JavaScript (Babel)|jsx react
Jinja|HTML (Jinja2)|jinja jinja2 j2 django nunjucks njk html+jinja
Liquid|HTML (Jinja2)|liquid
jq|JQ|jq
JSON|JSON|json jsonc json5 jsonl ndjson json-ld jsonld geojson webmanifest
Jsonnet|jsonnet|jsonnet libsonnet
Julia|Julia|julia jl
Kotlin|Kotlin|kotlin kt kts
LaTeX|LaTeX|latex
TeX|TeX|tex
Lean|Lean 4|lean lean4
LiveScript|LiveScript|livescript ls
LLVM|LLVM|llvm
Log|log|log logs syslog
Lua|Lua|lua luau
Makefile|Makefile|make makefile mk gnumakefile mf
Markdown|Markdown|markdown md mkd mdown mdx kramdown gfm
MATLAB|MATLAB|matlab octave m-lab
MediaWiki|MediaWiki|mediawiki wikitext wiki
nginx|nginx|nginx nginxconf
Nim|Nim|nim nimrod
Ninja|Ninja|ninja
Nix|Nix|nix nixos
NSIS|NSIS|nsis
Objective-C|Objective-C|objc objective-c objectivec obj-c objectc mm
Objective-C++|Objective-C++|objcpp objc++ objective-c++ obj-c++
OCaml|OCaml|ocaml ml mli reason reasonml rescript
Odin|Odin|odin
Org|orgmode|org orgmode org-mode
Pascal|Pascal|pascal delphi objectpascal lazarus
Perl|Perl|perl pl pm
PHP|PHP Source|php php3 php4 php5 php7 php8 html+php
Property list|XML|plist
PowerShell|PowerShell|powershell posh ps1 pwsh ps
Protocol Buffers|Protocol Buffer|protobuf proto proto3
Puppet|Puppet|puppet pp
PureScript|PureScript|purescript purs
Python|Python|python py python2 python3 py3 py2 pycon python-repl pyi ipython jupyter sage
Starlark|Python|starlark bazel bzl build
Cython|Python|cython pyx
QML|QML|qml
R|R|r rlang splus
Regular expression|Regular Expression|regex regexp
Rego|Rego|rego
reStructuredText|reStructuredText|rst restructuredtext rest
Robot Framework|Robot Framework|robot robotframework
Ruby|Ruby|ruby rb irb gemfile rakefile jruby rspec podfile fastlane
Rails|Ruby on Rails|rails
Rust|Rust|rust rs
Scala|Scala|scala sbt
Slim|Ruby Slim|slim
Solidity|Solidity|solidity sol
SQL|SQL|sql mysql postgres postgresql psql pgsql plpgsql plsql tsql t-sql sqlite sqlite3 mssql mariadb
SML|SML|sml
SSH|SSH Config|ssh-config sshconfig ssh_config
Svelte|Svelte|svelte
SVG|XML|svg
Swift|Swift|swift
systemd|INI|systemd service desktop unit
Tcl|Tcl|tcl
Textile|Textile|textile
TOML|TOML|toml
TSX|TypeScriptReact|tsx
Twig|HTML (Twig)|twig html+twig
TypeScript|TypeScript|typescript ts mts cts deno angular
Typst|Typst|typst typ
Verilog|Verilog|verilog
SystemVerilog|SystemVerilog|systemverilog sv
VHDL|VHDL|vhdl vhd
Vim|VimL|vim viml vimscript vimrc nvim
Visual Basic|HTML (ASP)|vb vbnet vb.net vba vbscript visualbasic
Vue|Vue Component|vue vue-html
Vyper|Vyper|vyper vy
WGSL|WGSL|wgsl
XML|XML|xml xsd xsl xslt rss atom xaml wsdl csproj msbuild pom storyboard xib resx
YAML|YAML|yaml yml docker-compose compose openapi cloudformation github-actions
Zig|Zig|zig";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::highlight::grammar;

    #[test]
    fn every_grammar_is_there_and_no_word_stands_twice() {
        let mut words: Vec<&str> = Vec::new();
        for line in TABLE.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(cells[1].is_empty() || grammar(cells[1]).is_some_and(|grammar| grammar.name == cells[1]), "{line}");
            assert_eq!(cells[2].to_lowercase(), cells[2]);
            words.extend(cells[2].split(' '));
        }
        let count = words.len();
        words.sort_unstable();
        let mut twice = words.windows(2).filter(|pair| pair[0] == pair[1]);
        assert_eq!(twice.next(), None);
        assert!(400 < count);
    }

    /// The words of more than two posts in a survey of 10,917 that no highlighter knows by that name, and some of others.
    #[test]
    fn words_of_real_blogs_are_known() {
        for (word, label) in [
            ("objc", "Objective-C"),
            ("aspx-cs", "ASP.NET"),
            ("terminal", TERMINAL),
            ("console", TERMINAL),
            ("shell-session", TERMINAL),
            ("batch", "Batch"),
            ("angularjs", "JavaScript"),
            ("markup", "HTML"),
            ("viml", "Vim"),
            ("hack", "Hack"),
            ("csharp", "C#"),
            ("C++", "C++"),
            ("jsx", "JSX"),
            ("vue", "Vue"),
            ("liquid", "Liquid"),
            ("text", ""),
            ("plaintext", ""),
        ] {
            assert_eq!(language(word).map(|language| language.label), Some(label), "{word}");
        }
        assert_eq!(language("coq"), None);
    }
}
