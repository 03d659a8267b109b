use super::*;

fn permalink(path: &str) -> Permalink {
    Permalink::parse(path).expect(path)
}

#[test]
fn only_those_in_a_circle_lead_back() {
    let (a, b, c, d) = (permalink("/a/"), permalink("/b/"), permalink("/c/"), permalink("/d/"));
    let here = |path: &str| Destination::Here(path.to_owned(), String::new());
    let destinations =
        HashMap::from([(&a, here("/b/")), (&b, here("/a/index.html")), (&c, here("/a/")), (&d, here("/e/"))]);
    for (from, expected) in [(&a, true), (&b, true), (&c, false), (&d, false)] {
        assert_eq!(leads_back(from, &destinations), expected, "{from}");
    }
}
