// Keys for readers who like them. They can be turned off, and never count while something is typed.

const go = (path) => {
  const link = document.querySelector(`:is(.site-header, .site-footer) a[href='${addressOf(path)}']`);
  if (link) link.click();
  else location.assign(addressOf(path));
};
const follow = (selector) => document.querySelector(selector)?.click();

// The next post of a list or section of a text, or the one before.
const step = (forward) => {
  const posts = [...document.querySelectorAll(":is(.entries h2, .titles li, .saved-list li) > a")];
  if (posts.length) {
    const at = posts.indexOf(document.activeElement);
    const next = posts[at < 0 ? (forward ? 0 : posts.length - 1) : at + (forward ? 1 : -1)];
    next?.focus();
    return next?.scrollIntoView({ block: "nearest" });
  }
  const headings = [...document.querySelectorAll(".prose :is(h1, h2, h3)")];
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  const next = forward ? headings.find((_, at) => 40 < tops[at]) : headings.findLast((_, at) => tops[at] < -1);
  next?.scrollIntoView();
};

const isMac = /Mac|iP/.test(navigator.platform);
const SEARCH_KEYS = `${isMac ? "⌘" : "Ctrl"} K`;

const KEYS = {
  j: ["key-next", () => step(true)],
  k: ["key-previous", () => step(false)],
  n: ["key-newer", () => follow(".document > footer > .neighbors .next a, .pagination .newer a")],
  p: ["key-older", () => follow(".document > footer > .neighbors .previous a, .pagination .older a")],
  "/": ["key-search", openSearch],
  [SEARCH_KEYS]: ["key-search", openSearch],
  t: ["key-theme", nextTheme],
  s: ["key-save", toggleSaved],
  "g h": ["key-home", () => go("/")],
  "g a": ["key-archive", () => go("/archive/")],
  "g s": ["key-saved", () => go("/saved/")],
  "?": ["key-help", () => showKeys()],
};

let sheet;

const showKeys = () => {
  if (sheet?.open) return sheet.close();
  const close = button("×", () => sheet.close());
  close.ariaLabel = words.close;
  close.className = "close";
  const rows = Object.entries(KEYS).map(([keys, [name]]) =>
    make("div", {}, make("dt", {}, ...keys.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, words[name])),
  );
  sheet = make("dialog", { class: "sheet", "aria-label": words.keys }, close, make("h2", {}, words.keys), make("dl", {}, ...rows));
  sheet.addEventListener("close", () => sheet.remove());
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
  document.body.append(sheet);
  sheet.showModal();
};

const isTyping = ({ target, isComposing }) =>
  isComposing || target.isContentEditable || target.matches?.("input:not([type='radio'], [type='range']), textarea, select");

let first = "";
const forgetFirst = later(() => (first = ""), 1500);
const pressKey = (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  // While something is typed, too.
  const isSearch = key === "k" && (isMac ? metaKey : ctrlKey);
  if (event.defaultPrevented || altKey || chosen("keys") === "off") return;
  if (!isSearch && (ctrlKey || metaKey || isTyping(event) || (sheet?.open && key !== "?"))) return;
  const [, act] = KEYS[isSearch ? SEARCH_KEYS : first + key] ?? KEYS[key] ?? [];
  first = key === "g" && !first ? "g " : "";
  forgetFirst();
  if (!act) return;
  event.preventDefault();
  act();
};
