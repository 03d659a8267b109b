//! Pages in a window as narrow as wanted: in a frame, since the windows of some browsers have a least width.

use serde::de::DeserializeOwned;

use crate::tab::Tab;

/// Makes a frame for [`look`].
pub(crate) async fn open(tab: &Tab<'_>) {
    let page = "<!doctype html><title>Frame</title><iframe height=640 style='border: 0'></iframe>";
    tab.host.put("frame.html", page);
    tab.load("/frame.html").await;
}

/// Shows a page in the frame, and gives what a script finds once the app has taken the page over. In the script,
/// `page` is the frame's window and `root` its root element.
pub(crate) async fn look<T: DeserializeOwned>(tab: &Tab<'_>, width: u32, path: &str, script: &str) -> T {
    let script = format!(
        "const [address, width, done] = arguments;
        const frame = document.querySelector('iframe');
        const look = (page, root) => {{ {script} }};
        frame.width = width;
        frame.onload = () => {{
            const {{ contentWindow: page, contentDocument: {{ documentElement: root }} }} = frame;
            const lookWhenTakenOver = () => {{
                if (root.dataset.app === 'ready') return done(look(page, root));
                page.requestAnimationFrame(lookWhenTakenOver);
            }};
            lookWhenTakenOver();
        }};
        frame.src = address;"
    );
    tab.run_async(&script, &[tab.at(path).into(), width.into()]).await
}
