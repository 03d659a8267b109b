//! Clicks that are not the app's business.

use std::time::Duration;

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    key::Key,
};
use serde_json::Value;

use crate::{
    blog::{ABOUT, NETWORK},
    tab::Tab,
    wait::until,
};

/// Modifiers, other buttons, other targets and other places: the app prevents none of them.
pub(super) async fn that_are_the_browsers_stay_so(tab: &Tab<'_>) {
    tab.open(ABOUT.path).await;
    let results: Value = tab
        .run(
            "const here = arguments[0];
            const elsewhere = 'https://example.org/';
            const cases = {
                plain: [{ href: here }, {}],
                control: [{ href: here }, { ctrlKey: true }],
                meta: [{ href: here }, { metaKey: true }],
                shift: [{ href: here }, { shiftKey: true }],
                alt: [{ href: here }, { altKey: true }],
                middle: [{ href: here }, { button: 1 }],
                'new tab': [{ href: here, target: '_blank' }, {}],
                download: [{ href: here, download: '' }, {}],
                external: [{ href: here, rel: 'external' }, {}],
                'other origin': [{ href: elsewhere }, {}],
                mail: [{ href: 'mailto:hello@example.org' }, {}],
                picture: [{ href: here.replace(/[^/]*$/, 'picture.png') }, {}],
            };
            const prevented = {};
            // Asked last, after the app; then nothing is followed, for this document is still needed.
            addEventListener('click', (event) => {
                prevented[event.target.title] = event.defaultPrevented;
                event.preventDefault();
            });
            addEventListener('auxclick', (event) => {
                prevented[event.target.title] = event.defaultPrevented;
                event.preventDefault();
            });
            for (const [title, [attributes, click]] of Object.entries(cases)) {
                const link = document.createElement('a');
                for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
                link.title = title;
                document.querySelector('.prose').append(link);
                const type = click.button ? 'auxclick' : 'click';
                link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...click }));
                link.remove();
            }
            return prevented;",
            &[tab.at(NETWORK.path).into()],
        )
        .await;
    let results = results.as_object().expect("a result for each click");
    assert_eq!(results.len(), 12);
    for (click, prevented) in results {
        assert_eq!(prevented, &Value::Bool(click == "plain"), "{click}");
    }
}

/// The real thing, with a key held down: a second tab, and this page stays.
pub(super) async fn with_control_open_a_tab(tab: &Tab<'_>) {
    tab.open(ABOUT.path).await;
    tab.remember_document().await;
    tab.add_link(&tab.at(NETWORK.path)).await;
    let link = tab.find("#added").await;
    let hold = KeyActions::new("keyboard".to_owned())
        .then(KeyAction::Down { value: Key::Control.into() })
        .then(KeyAction::Pause { duration: Duration::ZERO })
        .then(KeyAction::Pause { duration: Duration::ZERO })
        .then(KeyAction::Pause { duration: Duration::ZERO });
    let click = MouseActions::new("mouse".to_owned())
        .then(PointerAction::Pause { duration: Duration::ZERO })
        .then(PointerAction::MoveToElement { element: link, duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    let actions = fantoccini::actions::Actions::from(hold).and(click);
    tab.client.perform_actions(actions).await.expect("keyboard and mouse work");
    tab.client.release_actions().await.expect("keys go up again");
    until("there is a second tab", async || tab.client.windows().await.is_ok_and(|tabs| tabs.len() == 2)).await;
    tab.assert_same_document().await;
    assert_eq!(tab.heading().await, ABOUT.heading);

    let here = tab.client.window().await.expect("this tab");
    let tabs = tab.client.windows().await.expect("two tabs");
    let other = tabs.into_iter().find(|other| *other != here).expect("another tab");
    tab.client.switch_to_window(other).await.expect("the new tab");
    tab.until_shown(NETWORK.heading).await;
    tab.client.close_window().await.expect("the new tab closes");
    tab.client.switch_to_window(here).await.expect("this tab again");
}
