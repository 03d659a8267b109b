//! What the grammars' many scopes mean to a reader: a letter for each kind of thing that has a color.

use std::sync::LazyLock;

use syntect::parsing::Scope;

use crate::code::PLAIN;

/// Comments.
pub const COMMENT: char = 'c';
/// Keywords.
pub const KEYWORD: char = 'k';
/// Types, classes, modules.
pub const TYPE: char = 't';
/// Functions and methods.
pub const FUNCTION: char = 'f';
/// Variables that are marked as such: parameters, `$name`, `self`.
pub const VARIABLE: char = 'v';
/// Strings.
pub const STRING: char = 's';
/// What is special within strings: escapes, placeholders, regular expressions.
pub const ESCAPE: char = 'e';
/// Numbers and other constants.
pub const CONSTANT: char = 'n';
/// Operators.
pub const OPERATOR: char = 'o';
/// Names of elements in HTML and the like.
pub const TAG: char = 'g';
/// Attributes, annotations and decorators.
pub const ATTRIBUTE: char = 'a';
/// Keys of data, properties of styles.
pub const PROPERTY: char = 'p';
/// What is for a preprocessor, a compiler or a tool rather than for the program.
pub const META: char = 'm';
/// Headings and emphasis in markup.
pub const HEADING: char = 'h';

/// Every letter but that of plain text.
pub const LETTERS: &str = "acefghkmnopstv";

/// What a scope says about the text in it: a letter, or nothing, so that what is around it counts.
pub fn letter(scope: Scope) -> Option<char> {
    RULES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, letter)| *letter)
}

/// The letter of text in a scope with a letter of its own, inside of text with another.
///
/// A key that is a string is a key, and whatever stands in a comment or a heading is that.
pub fn within(around: char, own: char) -> char {
    match (around, own) {
        (COMMENT | HEADING, _) if own != PLAIN => around,
        (PROPERTY | ATTRIBUTE | TAG, STRING | KEYWORD | CONSTANT) => around,
        (ESCAPE, OPERATOR | KEYWORD | CONSTANT) | (STRING, OPERATOR) | (META | KEYWORD, VARIABLE | KEYWORD) => around,
        _ => own,
    }
}

static RULES: LazyLock<Vec<(Scope, char)>> = LazyLock::new(|| {
    let mut rules: Vec<(&str, char)> = TABLE
        .iter()
        .flat_map(|(letter, prefixes)| prefixes.split_whitespace().map(|prefix| (prefix, *letter)))
        .collect();
    // The most special rule first.
    rules.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.matches('.').count()));
    rules.into_iter().filter_map(|(prefix, letter)| Some((Scope::new(prefix).ok()?, letter))).collect()
});

const TABLE: [(char, &str); 15] = [
    (
        PLAIN,
        "source text meta.interpolation meta.embedded meta.template.expression meta.substitution \
         string.unquoted.plain string.unquoted.argument.shell meta.string.shell",
    ),
    (COMMENT, "comment markup.quote"),
    (
        KEYWORD,
        "keyword storage keyword.operator.word keyword.operator.when keyword.operator.logical.python \
         keyword.operator.logical.sql keyword.operator.new variable.language support.keyword support.function.test \
         support.function.viml entity.other.jinja2.delimiter",
    ),
    (
        TYPE,
        "entity.name.type entity.name.class entity.name.struct entity.name.enum entity.name.union entity.name.trait \
         entity.name.interface entity.name.namespace entity.name.module entity.name.impl entity.name.exception \
         entity.other.inherited-class support.class support.type support.module support.struct storage.type.numeric \
         storage.type.buildin storage.type.haskell storage.type.elm",
    ),
    (
        FUNCTION,
        "entity.name.function entity.type.function entity.name.method support.function support.method \
         variable.function support.command",
    ),
    (
        VARIABLE,
        "variable.parameter variable.other.readwrite.shell variable.other.normal.shell variable.other.php \
         variable.other.powershell support.variable variable.other.readwrite.powershell variable.other.perl \
         variable.other.readwrite.perl variable.other.readwrite.instance variable.other.readwrite.class \
         variable.other.readwrite.global variable.other.makefile variable.other.viml variable.other.jinja2 \
         variable.declaration.sass variable.other.sass variable.other.less punctuation.definition.variable.shell \
         punctuation.definition.variable.php punctuation.definition.variable.perl \
         punctuation.definition.variable.powershell punctuation.definition.variable.ruby",
    ),
    (STRING, "string markup.raw constant.other.symbol constant.other.keyword"),
    (
        ESCAPE,
        "constant.character.escape string.regexp constant.other.placeholder punctuation.section.interpolation \
         punctuation.section.embedded markup.underline.link constant.other.character-class",
    ),
    (CONSTANT, "constant keyword.other.unit support.constant variable.other.constant entity.name.constant"),
    (OPERATOR, "keyword.operator"),
    (TAG, "entity.name.tag"),
    (
        ATTRIBUTE,
        "entity.other.attribute-name variable.annotation punctuation.definition.annotation variable.parameter.option \
         storage.modifier.attribute entity.name.label",
    ),
    (
        PROPERTY,
        "support.type.property-name support.type.custom-property meta.mapping.key entity.name.tag.yaml \
         entity.name.tag.toml keyword.name.ini keyword.other.http-header keyword.directive.module \
         variable.other.member.powershell",
    ),
    (
        META,
        "keyword.control.import.include keyword.control.directive support.macro entity.name.macro meta.preprocessor \
         keyword.other.preprocessor meta.diff",
    ),
    (HEADING, "markup.heading entity.name.section entity.section entity.name.table markup.bold markup.italic"),
];
