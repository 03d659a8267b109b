//! Links and pictures: addresses resolved, dangerous ones taken out.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, url};
use crate::base::Base;
use crate::bundle::Links;

/// Resolves the address of every Markdown link and picture. One that may not be named loses its link or
/// picture and keeps its text.
pub(super) struct Resolver<'a> {
    events: Events<'a>,
    base: &'a Base,
    links: &'a Links,
    /// For each open link and picture, whether its tags were dropped.
    dropped: Vec<bool>,
    /// How deep in a picture, whose words are no place for tags.
    pictures: u32,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(events: Events<'a>, base: &'a Base, links: &'a Links) -> Self {
        Resolver { events, base, links, dropped: Vec::new(), pictures: 0 }
    }

    fn resolve(&self, address: &str) -> pulldown_cmark::CowStr<'a> {
        url::resolve(address, self.base, self.links).into_owned().into()
    }
}

impl<'a> Iterator for Resolver<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            let event = self.events.next()?;
            match &event {
                Event::Start(Tag::Image { .. }) => self.pictures += 1,
                Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
                Event::InlineHtml(_) if 0 < self.pictures => continue,
                _ => {}
            }
            match event {
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    self.dropped.push(!url::is_safe_link(&dest_url));
                    if url::is_safe_link(&dest_url) {
                        let dest_url = self.resolve(&dest_url);
                        return Some(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                    }
                }
                Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                    self.dropped.push(!url::is_safe_medium(&dest_url));
                    if url::is_safe_medium(&dest_url) {
                        let dest_url = self.resolve(&dest_url);
                        return Some(Event::Start(Tag::Image { link_type, dest_url, title, id }));
                    }
                }
                Event::End(TagEnd::Link | TagEnd::Image) if self.dropped.last() == Some(&true) => {
                    self.dropped.pop();
                }
                event @ Event::End(TagEnd::Link | TagEnd::Image) => {
                    self.dropped.pop();
                    return Some(event);
                }
                event => return Some(event),
            }
        }
    }
}
