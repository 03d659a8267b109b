use std::sync::Arc;

use super::*;
use crate::bundle::Markup;

mod filters;
mod lenient;
mod limits;
mod tags;

/// A post of a small site.
fn post(path: &str, front_matter: Object) -> Arc<Document> {
    let date = "2015-01-02T03:04:05Z".parse().expect("a timestamp");
    let (_, slug) = document::day_and_slug(path.rsplit('/').next().expect("a name")).expect("a dated name");
    let slug = slug.strip_suffix(".md").expect("Markdown");
    Arc::new(Document {
        kind: DocumentKind::Post,
        path: path.to_owned(),
        url: format!("/2015/{slug}/"),
        markup: Markup::Markdown,
        title: format!("Title of {slug}"),
        date: Some(date),
        categories: vec!["Rivers".to_owned()],
        tags: vec!["water".to_owned()],
        front_matter: Arc::new(front_matter),
        text: "First paragraph.\n\nSecond one.\n".into(),
    })
}

fn front_matter() -> Object {
    let list = Value::list(vec![Value::Integer(3), Value::text("b"), Value::Nil]);
    let map: Object = [("a", Value::Integer(1)), ("z", Value::text("last"))].into_iter().collect();
    [("list", list), ("map", Value::object(map)), ("number", Value::Integer(5)), ("text", Value::text("A <b>b</b>"))]
        .into_iter()
        .collect()
}

fn includes() -> BTreeMap<String, String> {
    [
        ("note.html", "<p>{{ include.text }}: {{ page.number }}</p>{% assign noted = 'yes' %}"),
        ("links.md", "[river]: https://example.org/river"),
        ("itself.html", "x{% include itself.html %}"),
        ("bad.html", "one\n{% nothing %}"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into_iter()
    .collect()
}

fn engine(page: &Arc<Document>) -> Engine {
    let others =
        [post("_posts/2015-2-3-second.md", Object::new()), post("_posts/old/2014-01-01-third.md", Object::new())];
    Engine::new(SiteData {
        variables: [("title", Value::text("Rivers"))].into_iter().collect(),
        includes: includes(),
        documents: [page.clone()].into_iter().chain(others).collect(),
        files: vec!["assets/map.pdf".to_owned()],
        url: "https://example.org".to_owned(),
        base: "/blog".to_owned(),
        time: jiff::Timestamp::UNIX_EPOCH,
        zone: TimeZone::UTC,
        environment: "production".to_owned(),
        markdownify: Box::new(|text| format!("<p>{}</p>\n", text.trim())),
        read_file: Box::new(|path| (path == "_posts/part.md").then(|| "a part".to_owned())),
    })
}

fn rendered(text: &str, unknown_in_code: UnknownInCode) -> Rendered {
    let page = post("_posts/2015-01-02-first.md", front_matter());
    engine(&page).render(&page, text, unknown_in_code)
}

/// The text, without problems.
fn shown(text: &str) -> String {
    rendered(text, UnknownInCode::Keep).text
}

fn problems(text: &str) -> Vec<(u32, LiquidProblem)> {
    rendered(text, UnknownInCode::Keep).problems
}

fn all_shown(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(shown(text), *expected, "{text}");
    }
}
