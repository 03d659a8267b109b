//! A new tab of a browser, with the site on a host of its own: all that a scenario needs.

use fantoccini::{Client, Locator, elements::Element};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    browser::{Browser, Kind},
    host::Host,
    runner::Site,
    wait::until,
};

/// What scripts of tests may use. They make HTML of text by `trusted`, since pages demand trusted types; `comparable` is
/// the inside of an element in which the order of attributes, which means nothing, is the same everywhere.
const PRELUDE: &str = "const trusted = (html) => window.lecternPolicy?.createHTML(html) ?? html;
    // Without what scripts add beside the app: states of buttons, marks of what was read, offers, lists of their own.
    const asWritten = (root) => {
        const drop = (selector, ...names) => root.querySelectorAll(selector).forEach((element) =>
            names.forEach((name) => element.removeAttribute(name)));
        drop('[data-tool]', 'aria-label', 'aria-pressed', 'title');
        drop('[data-state]', 'data-state');
        drop('[aria-description]', 'aria-description');
        drop('.contents [aria-current]', 'aria-current');
        drop('img[aria-haspopup]', 'role', 'tabindex', 'aria-haspopup', 'aria-label');
        root.querySelectorAll('.copy').forEach((button) => button.remove());
        root.querySelectorAll('[data-place]').forEach((place) => place.replaceChildren());
        return root;
    };
    const comparable = (root) => {
        for (const element of root.querySelectorAll('*')) {
            const names = element.getAttributeNames().sort();
            const values = names.map((name) => element.getAttribute(name));
            for (const name of names) element.removeAttribute(name);
            names.forEach((name, position) => element.setAttribute(name, values[position]));
        }
        // What an element was once meant to be, browsers write even if its attribute is gone.
        return root.innerHTML.replaceAll(/ is=\"[^\"]*\"/g, '');
    };\n";

/// What a scenario works with.
pub(crate) struct Tab<'a> {
    /// Where the site is.
    pub(crate) host: Host,
    /// Gives the browser commands.
    pub(crate) client: &'a Client,
    browser: &'a Browser,
    site: &'a Site,
}

impl Tab<'_> {
    /// Opens an empty tab and closes all others.
    pub(crate) async fn new<'a>(browser: &'a Browser, site: &'a Site) -> Tab<'a> {
        let client = &browser.client;
        let old = client.windows().await.expect("the browser runs");
        client.switch_to_window(old[0].clone()).await.expect("a tab is open");
        let new = client.new_window(true).await.expect("a new tab");
        for tab in old {
            client.switch_to_window(tab).await.expect("the old tab");
            client.close_window().await.expect("the old tab closes");
        }
        client.switch_to_window(new.handle).await.expect("the new tab");
        browser.focus();
        // What the old tab still had to say is of no concern here.
        browser.take_complaints(true).await;
        let host = Host::start(&site.dist, site.base).await;
        Tab { host, client, browser, site }
    }

    /// Which browser this is.
    pub(crate) fn kind(&self) -> Kind {
        self.browser.kind
    }

    /// What is hosted.
    pub(crate) fn site(&self) -> &Site {
        self.site
    }

    /// The same tab for another site, which gets a host of its own.
    pub(crate) async fn at_site<'b>(&'b self, site: &'b Site) -> Tab<'b> {
        let host = Host::start(&site.dist, site.base).await;
        Tab { host, client: self.client, browser: self.browser, site }
    }

    /// The path of the site's root: `/` or `/repo/`.
    pub(crate) fn base(&self) -> &str {
        self.site.base
    }

    /// A path of the site as the address bar shows it, with the base.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{}", self.site.base, path.trim_start_matches('/'))
    }

    /// Loads a page as the address bar does.
    pub(crate) async fn load(&self, path: &str) {
        let address = format!("{}{}", self.host.origin(), self.at(path));
        self.client.goto(&address).await.unwrap_or_else(|error| panic!("{address} does not load: {error}"));
    }

    /// Loads a page and waits until the app has taken it over.
    pub(crate) async fn open(&self, path: &str) {
        self.load(path).await;
        self.until_taken_over().await;
    }

    /// Waits until the app has taken the page over.
    pub(crate) async fn until_taken_over(&self) {
        self.until("the app has taken the page over", "document.documentElement.dataset.app === 'ready'").await;
    }

    /// Waits until an expression of JavaScript is true.
    pub(crate) async fn until(&self, what: &str, condition: &str) {
        // A page that is just being left cannot be asked; the next one can.
        let script = format!("return Boolean({condition})");
        until(&format!("{what} ({condition})"), async || {
            matches!(self.client.execute(&script, Vec::new()).await, Ok(Value::Bool(true)))
        })
        .await;
    }

    /// Waits until a page is shown that has this heading.
    pub(crate) async fn until_shown(&self, heading: &str) {
        let heading = Value::from(heading);
        let what = format!("the page {heading} is shown");
        self.until(&what, &format!("document.querySelector('main h1')?.textContent === {heading}")).await;
    }

    /// The value of an expression of JavaScript.
    pub(crate) async fn get<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.run(&format!("return {expression}"), &[]).await
    }

    /// Runs a script; `arguments` holds what is given.
    pub(crate) async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let answer = self.client.execute(&format!("{PRELUDE}{script}"), arguments.to_vec()).await;
        let answer = answer.unwrap_or_else(|error| panic!("this script fails: {script}\n{error}"));
        let shown = answer.to_string();
        serde_json::from_value(answer).unwrap_or_else(|error| panic!("{script}\ngives {shown}: {error}"))
    }

    /// Runs a script that may wait; it gets a function as its last argument, for the result.
    pub(crate) async fn run_async<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let answer = self.client.execute_async(&format!("{PRELUDE}{script}"), arguments.to_vec()).await;
        let answer = answer.unwrap_or_else(|error| panic!("this script fails: {script}\n{error}"));
        serde_json::from_value(answer).expect("the script gives what is wanted")
    }

    /// The first element that a selector matches.
    pub(crate) async fn find(&self, selector: &str) -> Element {
        let found = self.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("there is no {selector}: {error}"))
    }

    /// Clicks with the mouse.
    pub(crate) async fn click(&self, selector: &str) {
        let clicked = self.find(selector).await.click().await;
        clicked.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// Clicks a button by its words.
    pub(crate) async fn press(&self, words: &str) {
        let button = self.client.find(Locator::XPath(&format!("//button[. = '{words}']"))).await;
        let button = button.unwrap_or_else(|error| panic!("there is no button {words}: {error}"));
        button.click().await.unwrap_or_else(|error| panic!("{words} cannot be pressed: {error}"));
    }

    /// Clicks the first link below a place that leads to a path of the site.
    pub(crate) async fn follow(&self, place: &str, path: &str) {
        self.click(&format!("{place} a[href=\"{}\"]", self.at(path))).await;
    }

    /// The text of the page itself, without the site's header and footer; white space counts as one blank.
    pub(crate) async fn text(&self) -> String {
        self.get("document.querySelector('main').textContent.replace(/\\s+/g, ' ')").await
    }

    /// The HTML of the main part as the app has it, and as the press wrote it into the page's file.
    pub(crate) async fn main_parts(&self) -> [String; 2] {
        let script = "const done = arguments[0];
            const main = (page) => {
                const main = page.querySelector('main').cloneNode(true);
                // The heading has had the focus; and Yew's marks are there only until the app takes over.
                main.querySelector('h1').removeAttribute('tabindex');
                // The search box fills its own place, and only a page without scripts says that it needs them.
                main.querySelector('.prose > #search')?.replaceChildren();
                main.querySelector('.prose > .without-script')?.remove();
                const html = comparable(asWritten(main)).replaceAll('<!--<#>-->', '').replaceAll('<!--</#>-->', '');
                return html.replace(/(class=\"prose\"[^>]*>)\\n+/, '$1');
            };
            fetch(location.pathname).then((answer) => answer.text()).then((html) =>
                done([main(document), main(new DOMParser().parseFromString(trusted(html), 'text/html'))]));";
        self.run_async(script, &[]).await
    }

    /// The page's heading.
    pub(crate) async fn heading(&self) -> String {
        self.get("document.querySelector('main h1').textContent").await
    }

    /// The path in the address bar.
    pub(crate) async fn path(&self) -> String {
        self.get("location.pathname").await
    }

    /// Puts a link at the top of the main part, and returns a selector for it.
    pub(crate) async fn add_link(&self, href: &str) -> &'static str {
        let script = "const link = document.createElement('a');
            link.id = 'added';
            link.href = arguments[0];
            link.textContent = 'a link of the test';
            document.getElementById('added')?.remove();
            document.querySelector('main h1').before(link);";
        let () = self.run(script, &[href.into()]).await;
        "#added"
    }

    /// Remembers this document, for [`Tab::assert_same_document`].
    pub(crate) async fn remember_document(&self) {
        let () = self.run("window.remembered = true", &[]).await;
    }

    /// Fails if the browser has loaded a page since.
    pub(crate) async fn assert_same_document(&self) {
        assert!(self.get::<bool>("window.remembered === true").await, "a page was loaded anew");
    }

    /// Where the page is scrolled to, in whole pixels.
    pub(crate) async fn position(&self) -> i64 {
        self.get("Math.trunc(window.scrollY)").await
    }

    /// Scrolls at once, as soon as the page is long enough for that: the end of a page may come after its heading.
    pub(crate) async fn scroll_to(&self, position: i64) {
        let scroll =
            format!("(scrollTo({{ top: {position}, behavior: 'instant' }}), Math.abs(scrollY - {position}) < 1)");
        self.until("the page is scrolled", &scroll).await;
    }

    /// How far anything on the page has been moved by what came later, each time: Chromium alone knows.
    pub(crate) async fn shifts(&self) -> Vec<Value> {
        let script = "const done = arguments[0];
            const shifts = [];
            const note = (list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
                ({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent) })));
            const observer = new PerformanceObserver(note);
            observer.observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => {
                note({ getEntries: () => observer.takeRecords() });
                done(shifts);
            }));";
        self.run_async(script, &[]).await
    }

    /// Tells pages what their reader prefers, such as `prefers-color-scheme` or `forced-colors`: Chromium alone
    /// takes this.
    pub(crate) fn prefer(&self, feature: &str, value: &str) {
        self.order("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": feature, "value": value }] }));
    }

    /// Keeps a choice of the reader's in this browser, as the panel of settings does; pages that are loaded from now on
    /// follow it. Some page of the site must be open.
    pub(crate) async fn choose(&self, name: &str, value: &str) {
        let script = "const [base, name, value] = arguments;
            const settings = { version: 1, data: { [name]: value } };
            localStorage.setItem(`lectern:${base}:settings`, JSON.stringify(settings));";
        let () = self.run(script, &[self.base().into(), name.into(), value.into()]).await;
    }

    /// Gives the browser itself an order: Chromium alone takes these.
    pub(crate) fn order(&self, command: &str, parameters: &Value) -> Value {
        self.browser.order(command, parameters)
    }

    /// What pages complained of, for a scenario that expects it. What is left at the end fails a scenario.
    pub(crate) async fn take_complaints(&self) -> Vec<String> {
        self.browser.take_complaints(false).await
    }

    /// As [`Tab::take_complaints`], with the browser's own notes on failed requests.
    pub(crate) async fn take_all_complaints(&self) -> Vec<String> {
        self.browser.take_complaints(true).await
    }
}
