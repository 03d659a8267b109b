//! The elements that an article may hold, their attributes, and the words that some of these may be. With the values in
//! [`super::attribute`], these tables are the whole policy.

/// An element that may stand in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// Lower-case.
    pub name: &'static str,
    /// Whether it has neither inside nor end tag.
    pub is_void: bool,
}

/// What becomes of a start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is written, with its harmless attributes.
    Keep(Element),
    /// It becomes a link to what it would have shown.
    LinkToSource,
    /// The tag goes, what is inside stays.
    DropTag,
    /// The element goes with all that is inside.
    DropInside,
    /// Not a tag of HTML at all, such as `Vec<T>` written without a backtick: the reader sees it.
    ShowAsText,
}

/// The fate of an element, by its lower-case name.
pub fn fate(name: &str) -> Fate {
    if let Some(name) = find(KEPT, name) {
        return Fate::Keep(Element { name, is_void: false });
    }
    if let Some(name) = find(VOID, name) {
        return Fate::Keep(Element { name, is_void: true });
    }
    if find(FRAMES, name).is_some() {
        return Fate::LinkToSource;
    }
    if find(DROPPED_WITH_INSIDE, name).is_some() {
        return Fate::DropInside;
    }
    if find(DROPPED, name).is_some() || name.contains('-') { Fate::DropTag } else { Fate::ShowAsText }
}

/// The elements that an article may hold, separated by blanks.
pub fn kept_elements() -> String {
    let formulas = MATH.split('\n').map(|row| row.split_once(' ').map_or(row, |(name, _)| name));
    [KEPT, VOID].into_iter().chain(formulas).collect::<Vec<_>>().join(" ")
}

/// The elements that go with all that is inside when an article is cleaned.
pub fn dropped_with_inside() -> impl Iterator<Item = &'static str> {
    let tables = [DROPPED_WITH_INSIDE, READ_IN_TWO_WAYS].into_iter();
    // An author's own MathML is gone by then; what is left are the formulas of the press.
    tables.flat_map(|table| table.split(' ')).filter(|name| *name != "math")
}

/// The schemes of the addresses that an article may name, pictures in the address itself included.
pub fn schemes() -> impl Iterator<Item = &'static str> {
    super::url::LINK_SCHEMES.into_iter().chain(["data"])
}

/// What every `input` says: it is the box of a task, which nobody can tick.
pub const INPUT_ATTRIBUTES: [(&str, &str); 2] = [("disabled", ""), ("type", "checkbox")];

/// Whether an element that an article may hold has neither inside nor end tag.
pub fn is_void(name: &str) -> bool {
    find(VOID, name).is_some()
}

/// Whether an element may play a role. Those of the page around the article are not among them.
pub(super) fn is_role(role: &str) -> bool {
    find(ROLES, role).is_some()
}

/// Whether an article may have a class. Those of one letter are what [`super::code`] makes code of.
pub(super) fn is_class(class: &str) -> bool {
    class.len() == 1
        || find(CLASSES, class).is_some()
        || CLASS_BEGINNINGS.split(' ').any(|beginning| class.starts_with(beginning))
}

/// The name of an attribute that `element` may have.
pub fn attribute(element: &str, name: &str) -> Option<&'static str> {
    find(FOR_ALL, name).or_else(|| {
        let mut rows = [FOR_ONE, MATH].into_iter().flat_map(|table| table.split('\n'));
        let own = rows.find_map(|row| row.split_once(' ').filter(|(known, _)| *known == element))?;
        find(own.1, name)
    })
}

/// A word of a table. The tables are text, since a list of names would cost the app a pointer for each.
fn find(table: &'static str, wanted: &str) -> Option<&'static str> {
    table.split(' ').find(|word| *word == wanted)
}

const KEPT: &str = "\
    a abbr address article aside audio b bdi bdo big blockquote caption center cite code colgroup \
    data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup i \
    ins kbd li mark nav ol p picture pre q rp rt ruby s samp section small span strike strong sub \
    summary sup table tbody td tfoot th thead time tr tt u ul var video";

const VOID: &str = "br col hr img input source track wbr";

const FRAMES: &str = "iframe embed frame";

const DROPPED_WITH_INSIDE: &str = "\
    script style svg math template object applet textarea select title noframes xmp";

/// Elements whose inside is text to one parser and HTML to another. The press leaves their tags out of an author's text
/// before; where they are met in a finished article, somebody meant harm.
const READ_IN_TWO_WAYS: &str = "iframe noembed noscript plaintext";

const DROPPED: &str = "\
    html head body base basefont link meta form button label fieldset legend option optgroup \
    datalist output progress meter font frameset noscript canvas dialog slot param main plaintext \
    marquee";

const FOR_ALL: &str =
    "class dir id lang role style title aria-describedby aria-checked aria-disabled aria-hidden aria-label";

const ROLES: &str = "\
    checkbox doc-backlink doc-endnote doc-endnotes doc-noteref doc-pullquote doc-tip group img list listitem math none note \
    presentation region";

/// Classes that the style sheets or the app know, or that Jekyll's themes give to texts.
const CLASSES: &str = "\
    align-center align-left align-right anchor bold button center code dark dl-horizontal emphasis figure heading highlight italic \
    large lead left light line math missing-image no_toc normal note nowrap right rounded rouge-table shadow small \
    table task task-list task-list-item text-center text-justify text-left text-right toc video w-25 w-50 w-75 w-100 \
    wikilink";

/// Families of classes.
const CLASS_BEGINNINGS: &str = "\
    callout code- embed footnote heading- language- markdown-alert math- media- notice prompt- table- toc-";

/// An element and its own attributes on each line.
const FOR_ONE: &str = "\
a href name rel target download data-frame
audio src controls loop muted preload
blockquote cite
col span
data value
del datetime cite
details open
div align tabindex
figure tabindex
img src srcset sizes alt width height loading decoding align
input type checked disabled
ins datetime cite
li value
ol start reversed type
p align
pre tabindex
q cite
source src srcset sizes type media width height
span tabindex
td colspan rowspan align headers
th colspan rowspan align headers scope
time datetime
track src kind srclang label default
video src poster controls loop muted preload width height playsinline";

/// The elements of MathML that the press makes of formulas, and after each on its line the attributes that it may have
/// beside `class`: presentation alone, without links, actions and other markup inside. What stands in them is text and
/// further elements of this table; `annotation` holds only text.
pub const MATH: &str = "\
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(table: &'static str) -> impl Iterator<Item = &'static str> {
        table.split(' ')
    }

    #[test]
    fn no_element_has_two_fates() {
        let mut all: Vec<&str> =
            [KEPT, VOID, FRAMES, DROPPED, DROPPED_WITH_INSIDE].into_iter().flat_map(words).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())));
    }

    #[test]
    fn every_element_with_attributes_of_its_own_is_kept() {
        for row in FOR_ONE.lines() {
            let element = words(row).next().expect("an element");
            assert!(matches!(fate(element), Fate::Keep(_)), "{element}");
        }
        assert_eq!(attribute("a", "href"), Some("href"));
        assert_eq!(attribute("td", "rowspan"), Some("rowspan"));
        assert_eq!(attribute("p", "href"), None);
    }

    #[test]
    fn no_event_handler_is_allowed_anywhere() {
        for name in ["onclick", "onerror", "srcdoc", "formaction", "is", "slot", ""] {
            for element in words(KEPT).chain(words(VOID)) {
                assert_eq!(attribute(element, name), None, "{element} {name}");
            }
        }
    }
}
