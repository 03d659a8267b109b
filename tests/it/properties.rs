//! What holds for every text.

use lectern::base::Base;
use lectern::bundle::Bundle;
use lectern::code::Code;
use lectern::markdown;
use lectern::permalink::Permalink;
use lectern::press::heading_ids::heading_ids;
use lectern::press::sanitize;
use lectern::route::{ListKind, Route, TermKind};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use super::corpus::{self, PIECES};
use super::fixture::{Fixture, bundle, words};
use super::html::{article_faults, as_parsed, one, page};
use super::json;

/// Anything at all, and what is likelier to hurt: pieces of markup without their other halves.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        4 => proptest::collection::vec(prop_oneof![9 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{0,8}"], 0..40)
            .prop_map(|pieces| pieces.concat()),
    ]
}

fn article(text: &str) -> String {
    Fixture { bundle: bundle(text), base: Base::parse("/repo/") }.article()
}

fn runs() -> impl Strategy<Value = String> {
    prop_oneof![3 => "([1-9][0-9]?[a-z_]){0,8}", 1 => "\\PC{0,20}"]
}

fn permalink() -> impl Strategy<Value = Permalink> {
    "(/[^/\\\\]{1,12}){0,4}/?".prop_filter_map("no path", |path| Permalink::parse(&path))
}

proptest! {
    #[test]
    fn no_article_runs_anything_or_leaves_its_place(text in text()) {
        prop_assert_eq!(article_faults(&article(&text)), [""; 0]);
    }

    #[test]
    fn no_html_document_runs_anything_or_leaves_its_place(text in text()) {
        let mut bundle = bundle(&text);
        bundle.metadata.markup = lectern::bundle::Markup::Html;
        prop_assert_eq!(article_faults(&sanitize::article(&bundle, &Base::parse("/"), &words())), [""; 0]);
    }

    #[test]
    fn pieces_are_whole_blocks_and_together_the_article(text in text(), times in 1_usize..60) {
        let text = format!("{text}\n\n").repeat(times);
        let (bundle, base) = (bundle(&text), Base::parse("/repo/"));
        let pieces: Vec<String> = markdown::pieces(&bundle, &base, &words()).collect();
        prop_assert_eq!(pieces.concat(), markdown::render(&bundle, &base, &words()));
    }

    /// What stands in a page is what was cleaned: a browser that reads it makes the same tree of it.
    #[test]
    fn a_clean_article_is_read_as_it_is_written(text in text()) {
        let clean = article(&text);
        prop_assert_eq!(as_parsed(&as_parsed(&clean)), as_parsed(&clean));
    }

    #[test]
    fn other_readers_of_a_text_do_not_panic(text in text()) {
        heading_ids(&text);
        markdown::targets(&text, lectern::bundle::Markup::Markdown);
        markdown::plain_text_blocks(&text).count();
    }

    /// Spans and lines may be those of another text, or nonsense: the code itself stays what it is.
    #[test]
    fn code_is_shown_whole_whatever_is_said_of_it(text in "[^\r\0~]{0,80}", spans in runs(), lines in runs(), first in any::<u32>()) {
        let mut bundle = bundle(&format!("~~~\n{text}\n~~~\n"));
        let code = Code { spans, lines, first_line: first, ..Code::default() };
        bundle.annotations.code = vec![code];
        let article = markdown::render(&bundle, &Base::parse("/"), &words());
        prop_assert_eq!(article_faults(&article), [""; 0]);
        let page = page(&article);
        prop_assert_eq!(one(&page, "figure > pre > code").text().collect::<String>(), format!("{text}\n"));
    }

    #[test]
    fn the_press_finds_runs_that_fit(text in "[^\r\0~]{0,80}", info in "(rust|js|html|diff|console|diff-c|yaml|php)( [a-z={}0-9\",-]{0,12})?") {
        let code = lectern::press::code::block(&info, &text);
        let covered: usize = lectern::code::runs(&code.spans).map(|(length, _)| length as usize).sum();
        prop_assert!(code.spans.is_empty() || covered == text.len(), "{:?}", code);
        let lines: usize = lectern::code::runs(&code.lines).map(|(length, _)| length as usize).sum();
        prop_assert!(code.lines.is_empty() || lines == text.lines().count(), "{:?}", code);
    }

    #[test]
    fn a_bundle_is_read_as_it_was_written(text in any::<String>(), title in any::<String>(), names in any::<Vec<String>>()) {
        let mut bundle = bundle(&text);
        bundle.metadata.title = title;
        bundle.metadata.tags = names;
        let read = Bundle::parse(&bundle.to_string(), json::read);
        prop_assert_eq!(read, Ok(bundle));
    }

    #[test]
    fn a_bundle_cut_short_is_noticed(text in "\\PC{1,200}", cut in 1_usize..300) {
        let whole = bundle(&text).to_string();
        let cut = whole.floor_char_boundary(whole.len().saturating_sub(cut));
        prop_assert!(Bundle::parse(&whole[..cut], json::read).is_err());
    }

    #[test]
    fn a_permalink_survives_its_address(permalink in permalink(), base in prop::sample::select(vec!["/", "/repo/"])) {
        let base = Base::parse(base);
        let href = base.href(&permalink);
        prop_assert!(!href.contains(['"', '<', '>', ' ', '#', '?']), "{}", href);
        let decode = |path| percent_decode_str(path).decode_utf8().ok();
        let read = base.strip(&href).and_then(decode).and_then(|path| Permalink::from_url_path(&path));
        let is_index_file = permalink.as_str().ends_with("/index.html");
        prop_assert!(is_index_file || read.as_ref() == Some(&permalink), "{} is read as {:?}", href, read);
        prop_assert_eq!(Permalink::parse(permalink.as_str()), Some(permalink));
    }

    #[test]
    fn no_path_becomes_a_file_outside(path in any::<String>()) {
        for permalink in [Permalink::parse(&path), Permalink::from_url_path(&path)].into_iter().flatten() {
            for file in [permalink.page_file(), permalink.twin_file("md")] {
                prop_assert!(!file.starts_with('/') && !file.contains('\\'), "{}", file);
                prop_assert!(file.split('/').all(|segment| !matches!(segment, "" | "." | "..")), "{}", file);
            }
        }
    }

    #[test]
    fn a_route_is_found_at_its_path(slug in "[a-z0-9\u{ac00}-\u{ac20}]{1,8}", year in 0_u32..=9999, page in 1_u32..2000) {
        let kinds = [
            ListKind::Home,
            ListKind::Archive,
            ListKind::Year(year),
            ListKind::Term(TermKind::Category, slug.clone()),
            ListKind::Term(TermKind::Tag, slug),
        ];
        for kind in kinds {
            let route = Route::List(kind, page);
            prop_assert_eq!(Route::of(&route.permalink()), route);
        }
    }

    #[test]
    fn every_path_is_a_route_with_that_path(permalink in permalink()) {
        let route = Route::of(&permalink);
        // Years and page numbers may be written with zeros in front, which is no page of the site.
        let is_list = !matches!(route, Route::Document(_));
        prop_assert!(is_list || route.permalink() == permalink);
    }
}

#[test]
fn made_up_texts_stay_in_their_place() {
    for text in corpus::texts() {
        assert_eq!(article_faults(&article(&text)), [""; 0], "{text:?}");
    }
}

/// Texts that take a careless parser minutes, or its whole stack. They need only end.
#[test]
fn large_and_odd_texts_are_rendered() {
    for (_, piece) in PATHOLOGICAL {
        markdown::render(&bundle(&piece.repeat(200_000 / piece.len())), &Base::parse("/"), &words());
        // The press lets no text this deep come so far, and the tree of one takes the square of its depth.
        article(&piece.repeat(10_000 / piece.len()));
    }
}

/// Pieces that are odd in large numbers.
pub(crate) const PATHOLOGICAL: [(&str, &str); 30] = [
    ("emphasis", "*a **b "),
    ("emphasis without end", "**a *b_c "),
    ("closing brackets", "]("),
    ("opening brackets", "["),
    ("links in links", "[a]("),
    ("pictures in pictures", "!["),
    ("quotes in quotes", "> "),
    ("lists in lists", "- "),
    ("backticks", "`a``b```"),
    ("tables", "| a |\n|---|\n"),
    ("cells", "|a"),
    ("notes", "[^a]"),
    ("notes and their texts", "[^a]\n\n[^a]: x\n\n"),
    ("nested notes", "[^a]: [^b]\n"),
    ("references", "[a]: b\n"),
    ("tags without end", "<div><b>"),
    ("tags that are never tags", "<a b "),
    ("end tags", "</div>"),
    ("end tags that never end", "</a"),
    ("comments without end", "<!--"),
    ("instructions without end", "<?a <!b "),
    ("character data without end", "<![CDATA["),
    ("quotes without end", "<a b=\""),
    ("entities", "&a&#1"),
    ("headings", "# a\n"),
    ("fences", "```a\n"),
    ("tilde", "~~a~"),
    ("quotation marks", "\"a'b"),
    ("definitions", "a\n: b\n"),
    ("addresses", "<a@b <http:"),
];
