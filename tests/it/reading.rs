//! What makes texts read well, from the file to the page.

use insta::assert_snapshot;

use super::html::{attributes, one, texts};
use super::site::{Draft, Site};

fn post(settings: &str, front_matter: &str, text: &str) -> Site {
    let draft = if settings.is_empty() { Draft::new() } else { Draft::new().file("lectern.toml", settings) };
    draft
        .post("2023-05-05-river-birds.md", "title: Birds of the river", "Birds.")
        .post("2025-01-01-text.md", &format!("title: Text\n{front_matter}"), text)
        .press()
}

fn prose(site: &Site) -> String {
    one(&site.page("2025/01/01/text.html"), ".prose").inner_html()
}

#[test]
fn boxes_of_every_kind_are_callouts() {
    let text = "> [!NOTE]\n> An alert.\n\n> [!bug]- A *title*\n> closed\n\n> Chirpy's.\n{: .prompt-danger }\n\n\
                **Watch out!** Minimal Mistakes'.\n{: .notice--warning}\n\n\
                <div class=\"notice--success\" markdown=\"1\">\n\n#### Done\n\nWith *Markdown*.\n</div>\n\n\
                - > [!question] In a list?\n  > Yes.\n\n> A quote.\n";
    let site = post("", "", text);
    assert_eq!(site.problems(), [""; 0]);
    assert_snapshot!("callouts", prose(&site));
}

#[test]
fn what_is_no_element_is_text_in_every_dialect() {
    let text = "A Vec<T>, <Swing Dev>, open(<path>) and <b>bold</b>.\n\n<system.web>\n\n*After*.\n";
    for settings in ["", "markdown = \"commonmark\"\n"] {
        let site = post(settings, "", text);
        assert_eq!(site.problems(), [""; 0]);
        let page = site.page("2025/01/01/text.html");
        assert_eq!(texts(&page, ".prose"), ["A Vec<T>, <Swing Dev>, open(<path>) and bold. <system.web> After."]);
        assert_eq!(texts(&page, ".prose em"), ["After"]);
    }
}

#[test]
fn the_html_of_boxes_is_the_same_in_every_dialect() {
    let text = "<div class=\"notice--info\">A <b>box</b>.</div>\n";
    for settings in ["", "markdown = \"commonmark\"\n"] {
        let page = post(settings, "", text).page("2025/01/01/text.html");
        assert_eq!(texts(&page, ".callout-note > .callout-title"), ["Info"]);
    }
    let site = Draft::new().post("2025-01-01-text.html", "title: Text", text).press_clean();
    assert_eq!(texts(&site.page("2025/01/01/text.html"), ".callout-note > .callout-title"), ["Info"]);
}

#[test]
fn the_common_markdown_has_more_signs() {
    let text = "H~2~O, x^2^, :tada: and ~~no~~. HTML it is.\n\n*[HTML]: Hyper Text\n";
    let common = prose(&post("markdown = \"commonmark\"\n", "", text));
    assert_eq!(
        common.trim(),
        "<!--<#>-->\n<p>H<sub>2</sub>O, x<sup>2</sup>, 🎉 and <del>no</del>. <abbr title=\"Hyper Text\">HTML</abbr> it is.</p>\n<!--</#>-->"
    );
    let kramdown = prose(&post("emoji = false\n", "", text));
    assert_eq!(
        kramdown.trim(),
        "<!--<#>-->\n<p>H~2~O, x^2^, :tada: and <del>no</del>. <abbr title=\"Hyper Text\">HTML</abbr> it is.</p>\n<!--</#>-->"
    );
}

#[test]
fn quotes_are_those_of_the_language() {
    // kramdown and the renderer disagree on the second one, so that it is written anew.
    let text = "Er sagte \"so\" und ging's an. 'Gut', **\"sagte\"**er, \"**ja**\".\n\n\
                `\"Code\"` \"Zitat\" -- „getippt“.\n{: .x}\n";
    let german = texts(&post("", "lang: de", text).page("2025/01/01/text.html"), ".prose").concat();
    assert!(german.contains("„so“ und ging’s an. ‚Gut‘, „sagte“er, „ja“."), "{german}");
    assert!(german.contains("\"Code\" „Zitat“ – „getippt“."), "{german}");
    let french = prose(&post("lang = \"fr\"\n", "", text));
    assert!(french.contains("«\u{202f}so\u{202f}»"), "{french}");
    let english = texts(&post("", "", text).page("2025/01/01/text.html"), ".prose").concat();
    assert!(english.contains("“so” und ging’s an. ‘Gut’"), "{english}");
    for site in [post("", "lang: de", text), post("lang = \"ja\"\n", "", text)] {
        assert!(!site.text("2025/01/01/text.md").contains(['\u{fdd0}', '\u{fdd1}', '\u{fdd2}', '\u{fdd3}']));
    }
    let own = "[kramdown]\nsmart_quotes = \"apos,apos,quot,quot\"\n";
    let chosen = texts(&post(own, "lang: de", text).page("2025/01/01/text.html"), ".prose").concat();
    assert!(chosen.contains("\"so\" und ging's an."), "{chosen}");
}

#[test]
fn links_by_name_lead_to_posts_and_wrong_names_are_told() {
    let text = "[[Birds of the river]], [[river-birds|these]], [[bird of the rivers]] and `[[code]]`, [[1]](/a/).\n";
    let site = post("base = \"/blog/\"\n", "", text);
    let page = site.page("2025/01/01/text.html");
    let birds = "/2023/05/05/river-birds.html";
    assert_eq!(attributes(&page, ".prose a", "href"), [birds, birds, "/a/"]);
    let told = site.problems();
    let told: Vec<&str> = told.iter().filter_map(|problem| Some(problem.split_once(": ")?.1)).collect();
    assert_eq!(
        told,
        [
            "no post is called `[[bird of the rivers]]`, so it is shown as it is written; did you mean \
             `[[Birds of the river]]`?",
            "there is no page `/a/`; mend the link or remove it"
        ]
    );
}

#[test]
fn footnotes_without_their_other_half_are_told() {
    let text = "a[^1] b[^2]\n\n[^1]: x\n[^1]: y\n[^3]: z\n";
    assert_snapshot!("footnotes", post("", "", text).problems().join("\n"));
    let common = post("markdown = \"commonmark\"\n", "", text);
    assert_snapshot!("footnotes_in_common_markdown", common.problems().join("\n"));
}

/// What kramdown's attributes make HTML of still has its notes.
#[test]
fn notes_in_cells_and_paragraphs_with_classes_are_found() {
    let text = "| a[^1] | b |\n|---|---|\n| c[^2] | d |\n{: .wide}\n\nLead.[^1]\n{: .lead}\n\n[^1]: One.\n[^2]: Two.\n";
    let site = post("", "", text);
    assert_eq!(site.problems(), [""; 0]);
    let page = site.page("2025/01/01/text.html");
    assert_eq!(attributes(&page, "a.footnote", "href"), ["#fn:1", "#fn:2", "#fn:1"]);
    assert_eq!(attributes(&page, "a.footnote-back", "href"), ["#fnref:1", "#fnref:1:1", "#fnref:2"]);
}

#[test]
fn contents_are_listed_where_they_are_asked_for() {
    let text = "Opening.\n\n## One\n\n### \"Two\" `2`\n\n## Three\n\nEnd.\n";
    let site = post("", "toc: true\ntoc_label: In this post", text);
    let page = site.page("2025/01/01/text.html");
    assert_eq!(texts(&page, ".toc summary"), ["In this post"]);
    assert_eq!(attributes(&page, ".toc a", "href"), ["#one", "#two-2", "#three"]);
    assert_eq!(texts(&page, ".toc a"), ["One", "“Two” 2", "Three"]);
    assert_eq!(texts(&site.page("index.html"), ".entries .excerpt").first().map(String::as_str), Some("Opening."));
    for (front_matter, text) in [
        ("", text),
        ("toc: false", text),
        ("toc: true", "## One\n\n## Two\n"),
        ("toc: true", "* toc\n{:toc}\n\n# A\n\n# B\n\n# C\n"),
    ] {
        assert_eq!(texts(&post("", front_matter, text).page("2025/01/01/text.html"), ".toc"), [""; 0], "{text}");
    }
}

#[test]
fn the_direction_is_that_of_the_language_and_of_each_block() {
    let site = post("", "lang: ar", "مرحبا.\n\n- one\n");
    let page = site.page("2025/01/01/text.html");
    assert_eq!(attributes(&page, ".prose", "dir"), ["rtl"]);
    assert_eq!(attributes(&page, "html", "dir"), [""; 0]);
    assert_eq!(attributes(&page, ".prose > *", "dir"), ["auto", "auto"]);
    let site = post("lang = \"he\"\n", "lang: en", "Text.\n");
    let page = site.page("2025/01/01/text.html");
    assert_eq!(
        (attributes(&page, ".prose", "dir"), attributes(&page, "html", "dir")),
        (vec!["ltr".into()], vec!["rtl".into()])
    );
    assert_eq!(attributes(&page, ".prose > *", "dir"), [""; 0]);
}

/// A heading that turns up or goes away would give all others the wrong ids.
#[test]
fn ids_of_headings_stay_with_them() {
    let text = "<T>\n# No heading\n\n> [!tip] T\n> ## Two\n\n## H~2~O :tada:\n\n| a |\n|---|\n\n## \"Last\"\n";
    for settings in ["", "markdown = \"commonmark\"\n", "lang = \"de\"\n"] {
        let site = post(settings, "", text);
        let page = site.page("2025/01/01/text.html");
        let ids = attributes(&page, ".heading > :first-child", "id");
        assert_eq!(ids.last().map(String::as_str), Some("last"), "{settings}");
        assert!(ids.contains(&"two".to_owned()) && ids.contains(&"h2o-tada".to_owned()), "{ids:?}");
    }
}
