//! What an article may hold, told a second time: this list knows nothing of the renderer's own, and what is not in it
//! is a fault. Whoever lets the renderer write more adds it here too, and has thought about it twice.

use scraper::node::Element;
use scraper::{ElementRef, Node};
use url::Url;

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// Elements and, after each, the attributes that it alone may have.
const ELEMENTS: &str = "\
    a href name rel target download hreflang
    abbr
    address
    article
    aside
    audio src controls loop muted preload
    b
    bdi
    bdo
    big
    blockquote cite
    br
    caption
    center
    cite
    code
    col span
    colgroup span
    data value
    dd
    del datetime cite
    details open
    dfn
    div align tabindex
    dl
    dt
    em
    figcaption
    figure
    font color
    footer
    h1 align
    h2 align
    h3 align
    h4 align
    h5 align
    h6 align
    header
    hgroup
    hr
    i
    img src alt width height loading align decoding srcset sizes
    input type checked disabled
    ins datetime cite
    kbd
    li value
    mark
    nav
    ol start reversed type
    p align
    picture
    pre tabindex
    q cite
    rp
    rt
    ruby
    s
    samp
    section
    small
    source src type media srcset sizes width height
    span tabindex
    strike
    strong
    sub
    summary
    sup
    table align border cellpadding cellspacing width
    tbody align
    td colspan rowspan align headers valign width
    tfoot align
    th colspan rowspan align headers scope valign width
    thead align
    time datetime
    tr align valign
    track src kind srclang label default
    tt
    u
    ul type
    var
    video src poster controls loop muted preload width height playsinline
    wbr";

/// Elements of MathML and their attributes: how a formula looks. HTML in them is a fault, as is what is no formula.
const FORMULAS: &str = "\
    annotation encoding
    math display
    mfrac displaystyle linethickness scriptlevel
    mi mathvariant
    mmultiscripts
    mn
    mo form largeop lspace maxsize minsize movablelimits rspace stretchy symmetric
    mover accent
    mpadded height width
    mphantom
    mprescripts
    mroot
    mrow displaystyle mathcolor scriptlevel
    mspace width
    msqrt
    msub
    msubsup
    msup
    mtable displaystyle scriptlevel
    mtd
    mtext mathsize
    mtr
    munder accentunder
    munderover
    semantics";

/// Attributes of all elements.
const ATTRIBUTES: [&str; 12] = [
    "aria-checked",
    "aria-disabled",
    "class",
    "dir",
    "id",
    "lang",
    "title",
    "style",
    "role",
    "aria-label",
    "aria-hidden",
    "aria-describedby",
];

/// Schemes of links.
const SCHEMES: [&str; 8] = ["http", "https", "mailto", "tel", "sms", "xmpp", "irc", "ircs"];

/// Properties of styles: how a text looks, never where it stands or what is loaded for it.
const PROPERTIES: [&str; 20] = [
    "background",
    "background-color",
    "border",
    "border-color",
    "border-collapse",
    "color",
    "display",
    "float",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "max-width",
    "text-align",
    "text-decoration",
    "vertical-align",
    "white-space",
    "width",
];

/// Functions within styles.
const FUNCTIONS: [&str; 4] = ["rgb", "rgba", "hsl", "hsla"];

/// Beginnings of words that a role may have: a text's own parts, not those of a page.
const ROLES: [&str; 7] = ["checkbox", "doc-", "note", "img", "math", "region", "group"];

/// Ids and classes that belong to the page around.
const IDS: [&str; 3] = ["lectern", "lectern-page", "lectern:content"];
const CLASSES: [&str; 10] = [
    "skip-link",
    "site-header",
    "site-title",
    "site-footer",
    "status",
    "progress",
    "visually-hidden",
    "document",
    "byline",
    "prose",
];

/// What an element holds that no article may.
pub(crate) fn faults(article: ElementRef<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for node in article.descendants().skip(1) {
        match node.value() {
            Node::Element(element) => {
                let around = node.parent().and_then(|parent| parent.value().as_element()).map(|around| &around.name.ns);
                if around.is_some_and(|around| *around == *MATHML && element.name.ns != *around) {
                    faults.push(format!("<{}> in a formula", element.name()));
                }
                faults.extend(element_faults(element));
            }
            Node::Comment(comment) if !matches!(&**comment, "<#>" | "</#>") => {
                faults.push(format!("a comment: {:?}", &**comment));
            }
            Node::Comment(_) | Node::Text(_) => {}
            other => faults.push(format!("{other:?}")),
        }
    }
    faults
}

fn element_faults(element: &Element) -> Vec<String> {
    let name = element.name();
    if element.name.ns == *MATHML {
        return formula_faults(element);
    }
    if element.name.ns != *"http://www.w3.org/1999/xhtml" {
        return vec![format!("<{name}> of {}", element.name.ns)];
    }
    let mut rows = ELEMENTS.lines().map(|row| row.split_ascii_whitespace());
    let Some(own) = rows.find_map(|mut row| (row.next() == Some(name)).then_some(row)) else {
        return vec![format!("<{name}>")];
    };
    let own: Vec<&str> = own.collect();
    let is_fault =
        |(key, value): &(&str, &str)| !own.contains(key) && !ATTRIBUTES.contains(key) || !is_harmless(name, key, value);
    let mut faults: Vec<String> =
        element.attrs().filter(is_fault).map(|(key, value)| format!("<{name} {key}={value:?}>")).collect();
    if name == "input" && (element.attr("type") != Some("checkbox") || element.attr("disabled").is_none()) {
        faults.push("an <input> that is no ticked box".to_owned());
    }
    faults
}

fn formula_faults(element: &Element) -> Vec<String> {
    let name = element.name();
    let mut rows = FORMULAS.lines().map(|row| row.split_ascii_whitespace());
    let Some(own) = rows.find_map(|mut row| (row.next() == Some(name)).then_some(row)) else {
        return vec![format!("<{name}> in a formula")];
    };
    let own: Vec<&str> = own.collect();
    let is_fault = |(key, value): &(&str, &str)| {
        let is_plain = value.chars().all(|char| char.is_ascii_alphanumeric() || "#.-/ ".contains(char));
        !own.contains(key) && *key != "class" || !is_plain
    };
    element.attrs().filter(is_fault).map(|(key, value)| format!("<{name} {key}={value:?}>")).collect()
}

fn is_harmless(element: &str, key: &str, value: &str) -> bool {
    match key {
        "href" | "cite" => is_link(value),
        "src" | "poster" => is_medium(value),
        "srcset" => {
            value.split(',').all(|candidate| is_medium(candidate.split_ascii_whitespace().next().unwrap_or("")))
        }
        "style" => is_style(value),
        "id" => !IDS.contains(&value),
        "class" => value.split_ascii_whitespace().all(|class| !CLASSES.contains(&class)),
        "role" => value.split_ascii_whitespace().all(|role| ROLES.iter().any(|start| role.starts_with(start))),
        "target" => value == "_blank",
        "tabindex" => value == "0",
        "name" => element == "a" && !IDS.contains(&value),
        "width" | "height" => value.trim_end_matches(['%', 'p', 'x']).chars().all(|char| char.is_ascii_digit()),
        _ => true,
    }
}

/// Whether an address, read as browsers do, leads to where a reader may go.
fn is_link(address: &str) -> bool {
    resolve(address).is_none_or(|url| SCHEMES.contains(&url.scheme()))
}

/// Pictures may stand in the address itself. Those of SVG too: as pictures they neither run nor load anything.
fn is_medium(address: &str) -> bool {
    let Some(url) = resolve(address) else { return true };
    matches!(url.scheme(), "http" | "https") || url.scheme() == "data" && url.path().starts_with("image/")
}

/// `None` for what is no address at all, which browsers do not follow.
fn resolve(address: &str) -> Option<Url> {
    Url::parse("https://blog.test/repo/2024/01/01/a.html").expect("an address").join(address).ok()
}

/// Whether a style says only how a text looks. What browsers read in more than one way is not harmless.
fn is_style(style: &str) -> bool {
    let is_odd = |char: char| !char.is_ascii() || matches!(char, '\\' | '@' | '{' | '}' | '<' | '*' | '!');
    if style.contains(is_odd) || style.contains("//") {
        return false;
    }
    style.split(';').filter(|declaration| !declaration.trim().is_empty()).all(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let mut functions = value.match_indices('(').map(|(end, _)| {
            let start = value[..end].rfind(|char: char| !char.is_ascii_alphanumeric() && char != '-');
            value[start.map_or(0, |start| start + 1)..end].to_ascii_lowercase()
        });
        PROPERTIES.contains(&property.trim().to_ascii_lowercase().as_str())
            && !value.contains(':')
            && !value.to_ascii_lowercase().contains("url")
            && functions.all(|name| FUNCTIONS.contains(&name.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn found(article: &str) -> Vec<String> {
        faults(Html::parse_fragment(article).root_element())
    }

    #[test]
    fn plain_articles_have_no_fault() {
        for article in [
            "<h2 id=\"a\">A</h2><p class=\"x\" style=\"color: rgb(1, 2, 3); text-align: center\">b <a href=\"/c\">d</a></p>",
            "<img src=\"data:image/png;base64,AAAA\" alt=\"\" width=\"100%\" height=\"9\"><a href=\"mailto:a@b\">c</a>",
            "<math display=\"block\"><mi class=\"math-bold\">x</mi><mspace width=\"0.5em\"></mspace></math>",
            "<input type=\"checkbox\" disabled=\"\" checked=\"\"><sup role=\"doc-noteref\"><a href=\"#fn:1\">1</a></sup>",
        ] {
            assert_eq!(found(article), [""; 0], "{article}");
        }
    }

    #[test]
    fn everything_else_is_one() {
        for article in [
            "<script></script>",
            "<x-y></x-y>",
            "<svg></svg>",
            "<math href=\"/x\"></math>",
            "<math><maction></maction></math>",
            "<math><mtext><b>x</b></mtext></math>",
            "<math><annotation-xml></annotation-xml></math>",
            "<!-- c -->",
            "<b onclick=\"x\">c</b>",
            "<a href=\"java\tscript:x\">c</a>",
            "<a href=\" \u{1}javascript:x\">c</a>",
            "<a href=\"data:image/png,x\">c</a>",
            "<img src=\"data:text/html,x\">",
            "<img src=\"a\" srcset=\"a 1x, javascript:x 2x\">",
            "<p style=\"background: URL (x)\">c</p>",
            "<p style=\"position: fixed\">c</p>",
            "<p style=\"color: r\\67 b(x)\">c</p>",
            "<p style=\"width: calc(1px)\">c</p>",
            "<p id=\"lectern\">c</p>",
            "<p class=\"a prose\">c</p>",
            "<img name=\"body\" src=\"a\">",
            "<input type=\"text\">",
            "<a href=\"/x\" target=\"lectern\">c</a>",
        ] {
            assert_eq!(found(article).len(), 1, "{article}: {:?}", found(article));
        }
    }
}
