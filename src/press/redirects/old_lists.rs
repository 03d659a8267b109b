//! Where the pages of the home list were before.

use super::{Destination, Redirect};
use crate::permalink::Permalink;
use crate::press::claims::Claims;
use crate::press::config::Config;
use crate::route::{ListKind, Route};

/// The redirects of `paginate_path`: one for the second and each later page of the list, and one for the folder in which
/// the list was, if that was not the root. An address that something else has is not to be had.
pub fn old_lists(config: &Config, posts: usize, claims: &mut Claims) -> Vec<Redirect> {
    let Some((before, after)) = config.paginate_path.split_once(":num") else { return Vec::new() };
    let per_page = usize::try_from(config.posts_per_page.get()).unwrap_or(usize::MAX);
    let pages = u32::try_from(posts.div_ceil(per_page)).unwrap_or(u32::MAX);
    let folder = before.rfind('/').and_then(|slash| before.get(..=slash)).filter(|folder| *folder != "/");
    // Jekyll puts a page into a folder of its own, slash or not.
    let address = |page: u32| format!("{before}{page}{}/", after.trim_end_matches('/'));
    let nothing_moved = Permalink::parse(&address(2)) == Some(Route::List(ListKind::Home, 2).permalink());
    if nothing_moved {
        return Vec::new();
    }
    let first = folder.map(|folder| (folder.to_owned(), 1));
    let mut redirects = Vec::new();
    for (from, page) in first.into_iter().chain((2..=pages).map(|page| (address(page), page))) {
        let to = Route::List(ListKind::Home, page).permalink();
        let Some(from) = Permalink::parse(&from).filter(|from| *from != to) else { continue };
        if claims.redirect(&from, "paginate_path").is_ok() {
            let title = if page == 1 { "Posts".to_owned() } else { format!("Posts, page {page}") };
            let to = Destination::Here(to.to_string(), String::new());
            redirects.push(Redirect { from, title, lang: String::new(), to });
        }
    }
    redirects
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redirects(paginate_path: &str, posts: usize) -> Vec<String> {
        let config = Config { paginate_path: paginate_path.to_owned(), ..Config::default() };
        let shown = |redirect: &Redirect| match &redirect.to {
            Destination::Here(to, _) => format!("{} {to}", redirect.from),
            Destination::Elsewhere(url) => url.clone(),
        };
        old_lists(&config, posts, &mut Claims::default()).iter().map(shown).collect()
    }

    #[test]
    fn pages_of_before_lead_to_those_of_now() {
        assert_eq!(redirects("/page:num", 21), ["/page2/ /page/2/", "/page3/ /page/3/"]);
        assert_eq!(redirects("/blog/page-:num/", 11), ["/blog/ /", "/blog/page-2/ /page/2/"]);
        assert_eq!(redirects("/page/:num/", 21), Vec::<String>::new());
        assert_eq!(redirects("/page:num", 10), Vec::<String>::new());
        assert_eq!(redirects("", 21), Vec::<String>::new());
    }

    #[test]
    fn what_is_there_stays() {
        let config = Config { paginate_path: "/page:num".to_owned(), ..Config::default() };
        let mut claims = Claims::default();
        let taken = Permalink::parse("/page2/").expect("a path");
        claims.redirect(&taken, "posts/x.md").expect("free");
        assert_eq!(old_lists(&config, 30, &mut claims).len(), 1);
    }
}
