//! Files that are not what they should be.

use proptest::prelude::*;

use super::*;

#[test]
fn a_file_that_is_gone_is_told_and_the_rest_is_found() {
    let mut blog = Searched::new(&blog());
    let whole = blog.answer("heron").total;
    assert_eq!(whole, 2);
    for name in blog.files.keys().copied().collect::<Vec<_>>() {
        let mut damaged = Searched { engine: Engine::new(root_of(&blog)), files: blog.files.clone(), fetched: 0 };
        damaged.files.remove(&name);
        let answer = damaged.answer("heron");
        assert!(answer.failed.is_some() || answer.hits.len() == 2, "{}", name.path());
        // Once it is there again, all is well.
        damaged.files.clone_from(&blog.files);
        damaged.engine.hope();
        let answer = damaged.answer("heron");
        assert_eq!((answer.hits.len(), answer.failed), (2, None), "{}", name.path());
    }
}

fn root_of(blog: &Searched) -> FileName {
    match Engine::new(index(&super::blog(), Effort::Little, &IndexCache::default()).root).search(&Request {
        query: "x".to_owned(),
        order: Order::Date,
        from: 0,
        count: 1,
    }) {
        Outcome::Lacks(files) => *files.first().expect("the root"),
        Outcome::Found(_) => panic!("{} files are there already", blog.files.len()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damage_of_any_kind_is_survived(seed: u32, query in "(heron|\"lower river\"|tag:rivers|図書館|hreon |before:2024-05-17|-kite| ){1,4}") {
        let mut blog = Searched::new(&blog());
        let mut names: Vec<FileName> = blog.files.keys().copied().collect();
        names.sort();
        let mut state = seed;
        for name in names {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if state >> 30 != 0 {
                continue;
            }
            let Some(bytes) = blog.files.get_mut(&name) else { continue };
            let place = state as usize % bytes.len().max(1);
            match (state >> 8) % 3 {
                0 => bytes.truncate(place),
                1 => bytes.iter_mut().skip(place).take(3).for_each(|byte| *byte = byte.wrapping_add(101)),
                _ => bytes.extend([0xff; 7]),
            }
        }
        let answer = blog.answer(&query);
        prop_assert!(answer.hits.len() <= 10);
    }
}
