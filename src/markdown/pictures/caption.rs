//! Which paragraphs are pictures with captions.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::markdown::url;

/// Where the caption of a picture is that stands alone in its paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Caption {
    None,
    Title,
    Emphasis,
}

/// What makes a figure of a paragraph, of which all events but the first are given.
pub(super) fn caption(inside: &[Event<'_>]) -> Caption {
    let (is_link, rest) = match inside {
        [Event::Start(Tag::Link { .. }), rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let (has_title, rest) = match rest {
        [Event::Start(Tag::Image { title, dest_url, .. }), ..] if url::is_safe_medium(dest_url) => {
            (!title.is_empty(), behind_element(rest))
        }
        // One with attributes that Markdown has no signs for.
        [event, rest @ ..] if is_raw_picture(event) => (false, rest),
        _ => return Caption::None,
    };
    let rest = match rest {
        [Event::End(TagEnd::Link), rest @ ..] if is_link => rest,
        _ if is_link => return Caption::None,
        rest => rest,
    };
    match rest {
        [_] if has_title => Caption::Title,
        [space, emphasis @ ..] if is_space(space) && matches!(emphasis, [Event::Start(Tag::Emphasis), ..]) => {
            let is_last = behind_element(emphasis).len() == 1;
            if is_last { Caption::Emphasis } else { Caption::None }
        }
        _ => Caption::None,
    }
}

/// Whether a paragraph that begins so may be a figure.
pub(super) fn may_begin_figure(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Image { .. } | Tag::Link { .. })) || is_raw_picture(event)
}

fn is_raw_picture(event: &Event<'_>) -> bool {
    matches!(event, Event::InlineHtml(html) if html.starts_with("<img"))
}

/// Whether an event is what stands between a picture and its caption.
pub(super) fn is_space(event: &Event<'_>) -> bool {
    matches!(event, Event::SoftBreak | Event::HardBreak) || matches!(event, Event::Text(text) if **text == *" ")
}

/// What follows the element that some events begin with.
fn behind_element<'s, 'e>(events: &'s [Event<'e>]) -> &'s [Event<'e>] {
    let mut depth = 0_u32;
    for (position, event) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return &events[position + 1..];
        }
    }
    &[]
}
