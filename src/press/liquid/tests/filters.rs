use super::*;

#[test]
fn texts() {
    all_shown(&[
        (
            "{{ page.text | escape }} {{ 'a&amp;<' | escape_once }} {{ 'a\"b' | xml_escape }}",
            "A &lt;b&gt;b&lt;/b&gt; a&amp;&lt; a&quot;b",
        ),
        (
            "{{ 'aXbX' | replace: 'X', 'y' }} {{ 'aXbX' | replace_first: 'X', 'y' }} {{ 'aXbX' | remove: 'X' }}",
            "ayby aybX ab",
        ),
        ("{{ 'aXbX' | remove_first: 'X' }} {{ 'aXbX' | replace_last: 'X', 'y' }}", "abX aXby"),
        ("{{ 'a' | append: page.number | prepend: nil }}{{ 1.5 | append: true }}", "a51.5true"),
        ("{{ 'hELLO w' | capitalize }} {{ 'ä' | upcase }} {{ 'Ä' | downcase }}", "Hello w Ä ä"),
        ("{{ 'größe und mehr' | truncate: 8 }} {{ 'a b c' | truncatewords: 2 }}", "größe... a b..."),
        ("{{ 'größe' | slice: -3, 2 }}{{ 'größe' | size }}", "öß5"),
        (
            "{{ ' a  b ' | strip }}|{{ ' a' | lstrip }}|{{ 'a ' | rstrip }}|{{ ' a  b ' | normalize_whitespace }}",
            "a  b|a|a|a b",
        ),
        ("{{ 'a,b,,' | split: ',' | join: '-' }} {{ 'abc' | split: '' | join: '.' }}", "a-b a.b.c"),
        (
            "{{ page.text | strip_html }} {{ 'a b/é' | url_encode }} {{ 'a+b%20c' | url_decode }}",
            "A b a+b%2F%C3%A9 a b c",
        ),
        ("{{ 'a b&é' | cgi_escape }} {{ 'a b' | uri_escape }}", "a+b%26%C3%A9 a%20b"),
        (
            "{{ 'Größe, 2!' | slugify }} {{ 'a b.c' | slugify: 'pretty' }} {{ 'ä b' | slugify: 'ascii' }}",
            "größe-2 a-b.c b",
        ),
        ("{{ 'one two' | number_of_words }} {{ '你好 world' | number_of_words: 'auto' }}", "2 3"),
        ("{{ '\"a\" -- b...' | smartify }}{{ 'x' | markdownify }}", "“a” – b…<p>x</p>\n"),
        ("{{ 'abc' | base64_encode }}{{ 'ab' | base64_encode }}", "YWJjYWI="),
    ]);
}

#[test]
fn numbers() {
    all_shown(&[
        ("{{ 5 | plus: 1 | minus: '2' | times: 2.5 }}", "10.0"),
        (
            "{{ 7 | divided_by: 2 }} {{ -7 | divided_by: 2 }} {{ 7.0 | divided_by: 2 }} {{ -7 | modulo: 3 }}",
            "3 -4 3.5 2",
        ),
        (
            "{{ 0.1 | plus: 0.2 }} {{ 1 | divided_by: 3.0 }} {{ '3 a' | plus: 1 }} {{ nil | plus: 1 }}",
            "0.3 0.3333333333333333 4 1",
        ),
        ("{{ 2.5 | round }} {{ 2.456 | round: 2 }} {{ 2.1 | ceil }} {{ 2.9 | floor }} {{ -5 | abs }}", "3 2.46 3 2 5"),
        ("{{ 4 | at_least: 5 }} {{ 4 | at_most: 3 }} {{ true | to_integer }}", "5 3 1"),
        ("{{ 100000000000000000.0 }} {{ 0.00001 }} {{ 3.0 }}", "1.0e+17 1.0e-05 3.0"),
        ("{{ 9223372036854775807 | plus: 1 }}", "9.22337203685478e+18"),
    ]);
}

#[test]
fn lists() {
    all_shown(&[
        (
            "{{ page.list | join: '-' }} {{ page.list | compact | size }} {{ page.list | first }} {{ page.list | last }}|",
            "3-b- 2 3 |",
        ),
        (
            "{% assign l = 'b,a,b' | split: ',' %}{{ l | sort }} {{ l | uniq }} {{ l | reverse }} {{ l | sort_natural }}",
            "abb ba bab abb",
        ),
        (
            "{% assign l = 'b,a' | split: ',' %}{{ l | push: 'c' }} {{ l | unshift: 'c' }} {{ l | pop }} {{ l | shift }} {{ l | concat: l }}",
            "bac cba b a baba",
        ),
        (
            "{% assign l = 'a,b,c' | split: ',' %}{{ l | array_to_sentence_string }} {{ l | slice: 1, 2 }}",
            "a, b, and c bc",
        ),
        (
            "{{ site.posts | map: 'slug' | join: ',' }} {{ site.posts | where: 'slug', 'third' | size }}",
            "third,second,first 1",
        ),
        ("{{ site.posts | where_exp: 'p', 'p.slug contains \"r\"' | map: 'slug' | join: ',' }}", "third,first"),
        ("{{ site.posts | sort: 'slug' | map: 'slug' | join: ',' }}", "first,second,third"),
        ("{% assign g = site.posts | group_by: 'collection' %}{{ g[0].name }}{{ g[0].size }}", "posts3"),
        ("{% assign f = site.posts | find: 'slug', 'second' %}{{ f.url }}", "/2015/second/"),
        ("{{ page.map | jsonify }} {{ page.list | inspect }}", "{\"a\":1,\"z\":\"last\"} [3, &quot;b&quot;, nil]"),
        ("{{ nil | default: 'd' }}{{ false | default: 'd', allow_false: true }}{{ '' | default: 1 }}", "dfalse1"),
    ]);
}

#[test]
fn dates_and_addresses() {
    all_shown(&[
        ("{{ page.date | date: '%-d %b %Y %H:%M %^a %L' }}", "2 Jan 2015 03:04 FRI 000"),
        (
            "{{ page.date | date_to_string }} {{ page.date | date_to_long_string: 'ordinal' }}",
            "02 Jan 2015 2nd January 2015",
        ),
        (
            "{{ page.date | date_to_xmlschema }} {{ page.date | date_to_rfc822 }}",
            "2015-01-02T03:04:05+00:00 Fri, 02 Jan 2015 03:04:05 +0000",
        ),
        (
            "{{ 'now' | date: '%Y' }} {{ 'no day' | date: '%Y' }} {{ '2015-03-04 05:06:07 +0200' | date: '%H %z' }}",
            "1970 no day 05 +0200",
        ),
        (
            "{{ '/a' | relative_url }} {{ 'a b' | relative_url }} {{ 'https://x.y/' | relative_url }}",
            "/blog/a /blog/a%20b https://x.y/",
        ),
        (
            "{{ '/a' | absolute_url }} {{ '/a/../b' | relative_url }} {{ '/a/index.html' | strip_index }}",
            "https://example.org/blog/a /blog/b /a/",
        ),
    ]);
}

#[test]
fn plain_yaml_scalars_are_rubys() {
    let text = |yaml: &str| {
        let yaml = crate::press::yaml::read_value(yaml).expect("YAML");
        let zone = TimeZone::get("America/New_York").expect("a zone");
        let front_matter = [("v", value(&yaml, &zone))].into_iter().collect();
        let page = post("_posts/2015-01-02-first.md", front_matter);
        engine(&page).render(&page, "{{ page.v }}", UnknownInCode::Keep).text
    };
    for (yaml, expected) in [
        ("yes", "true"),
        ("Off", "false"),
        ("~", ""),
        ("12", "12"),
        ("1_000", "1000"),
        ("0x1F", "31"),
        ("0123", "83"),
        ("12:30:45", "45045"),
        ("1.50", "1.5"),
        ("1.", "1.0"),
        ("1e3", "1e3"),
        ("1.0e+3", "1000.0"),
        ("1.2.3", "1.2.3"),
        (".inf", "Infinity"),
        ("2015-03-04", "2015-03-04"),
        ("2015-03-04 02:00:00", "2015-03-03 21:00:00 -0500"),
        ("2015-03-04T02:00:00+02:00", "2015-03-04 02:00:00 +0200"),
        ("2015-03-04 02:00:00 -5", "2015-03-04 02:00:00 -0500"),
        ("-5", "-5"),
        ("2015-03-04-x", "2015-03-04-x"),
        ("abc", "abc"),
    ] {
        assert_eq!(text(yaml), expected, "{yaml}");
    }
}
