//! Small blogs whose posts a person can tell apart.

use proptest::prelude::*;

use super::*;

fn related(posts: &[Matter]) -> Vec<Vec<usize>> {
    super::related(posts, Matter::clone)
}

fn post(title: &str, terms: &[&str], text: &str) -> Matter {
    let terms = terms.iter().map(|term| (*term).to_owned()).collect();
    Matter { title: title.to_owned(), terms, text: text.to_owned(), lang: "en".to_owned() }
}

fn in_language(lang: &str, posts: &[Matter]) -> Vec<Matter> {
    posts.iter().map(|post| Matter { lang: lang.to_owned(), ..post.clone() }).collect()
}

fn birds_and_bread() -> Vec<Matter> {
    vec![
        post(
            "Herons at dawn",
            &["birds"],
            "A grey heron stood in the shallows and waited for fish while the mist rose.",
        ),
        post(
            "Sourdough, again",
            &["baking"],
            "The dough rose overnight; flour, water, salt and a warm oven made bread.",
        ),
        post(
            "Where kingfishers nest",
            &["birds"],
            "In the bank above the shallows a kingfisher dives for fish near the heron.",
        ),
        post(
            "A loaf of rye",
            &["baking"],
            "Rye flour makes a heavy dough, so the bread needs a hot oven and patience.",
        ),
        post("On moving house", &[], "Boxes everywhere, and the kettle was packed first."),
    ]
}

#[test]
fn finds_posts_on_the_same_matter() {
    assert_eq!(related(&birds_and_bread()), [vec![2], vec![3], vec![0], vec![1], vec![]]);
}

#[test]
fn a_shared_tag_is_worth_more_than_a_word() {
    let posts = [
        post("One", &["rivers"], "A walk along the Tejo, slowly, with bread and cheese for lunch."),
        post("Two", &[], "Cheese and bread for lunch, slowly melted under the grill."),
        post("Three", &["rivers"], "Paddling down a canal all afternoon until the lock closed."),
        post("Four", &["music"], "Learning the cello late in life takes stubborn neighbors."),
    ];
    assert_eq!(related(&posts).first(), Some(&vec![2, 1]));
}

#[test]
fn finds_chinese_posts_on_the_same_matter() {
    let posts = [
        post("夜讀紅樓夢", &[], "昨夜又讀紅樓夢，寶玉與黛玉在大觀園裡葬花，令人嘆息。"),
        post("學做麵包", &[], "今天用酵母做麵包，麵團發酵了一夜，烤箱預熱後放進去。"),
        post("黛玉葬花", &[], "大觀園裡黛玉葬花一段，是紅樓夢最動人的文字。"),
        post("酵母的脾氣", &[], "天冷時酵母慢，麵團發酵要更久，麵包才會鬆軟。"),
    ];
    assert_eq!(related(&in_language("zh-TW", &posts)), [vec![2], vec![3], vec![0], vec![1]]);
}

#[test]
fn posts_in_other_languages_are_not_related() {
    let mut posts = in_language("en-GB", &birds_and_bread());
    posts.extend(in_language("pt", &birds_and_bread()));
    let positions = related(&posts);
    assert_eq!(positions.first(), Some(&vec![2]));
    assert_eq!(positions.get(5), Some(&vec![7]));
}

#[test]
fn small_blogs_have_little_to_relate() {
    assert_eq!(related(&[]), Vec::<Vec<usize>>::new());
    assert_eq!(related(&[post("Alone", &["one"], "Nobody else here.")]), [Vec::<usize>::new()]);
    assert_eq!(related(&[Matter::default(), Matter::default()]), [Vec::<usize>::new(), Vec::new()]);
}

#[test]
fn among_equals_the_first_come_first() {
    let mut posts = vec![post("The same", &[], "Twice told tales of herons and weirs."); 6];
    posts.extend(birds_and_bread());
    posts.extend(birds_and_bread());
    let positions = related(&posts);
    assert_eq!(positions.first(), Some(&vec![1, 2, 3, 4]));
    assert_eq!(positions.get(3), Some(&vec![0, 1, 2, 4]));
}

proptest! {
    #[test]
    fn never_itself_never_twice_never_many(
        posts in proptest::collection::vec(
            ("[a-e ]{0,12}|\\PC{0,6}", proptest::collection::vec("[a-c]{1,2}", 0..3), "(heron |weir |夜讀紅 |\\PC){0,12}", "en|pt|"),
            0..12,
        ),
    ) {
        let posts: Vec<Matter> =
            posts.into_iter().map(|(title, terms, text, lang)| Matter { title, terms, text, lang }).collect();
        let found = related(&posts);
        prop_assert_eq!(found.len(), posts.len());
        for (position, related) in found.iter().enumerate() {
            prop_assert!(related.len() <= MOST && !related.contains(&position));
            prop_assert!(related.iter().all(|other| *other < posts.len()));
            let mut once = related.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), related.len());
        }
        prop_assert_eq!(&found, &related(&posts));
    }
}
