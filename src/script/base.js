// What browsers can add to pages by themselves, with the app or without. In JavaScript, since in WebAssembly the same
// takes four times the bytes. The press puts the words of the site's language above these parts and joins them all into
// one module, which `boot.js` loads once the page has been painted.
//
// Events are heard at the document, so that they work for every page, whoever brings it. Nothing is put among the
// nodes of the app before it has taken the page over.

const root = document.documentElement;

// The site's own folder on its host, with a slash at both ends.
const base = new URL(".", import.meta.url).pathname;

const make = (name, attributes, ...inside) => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...inside);
  return element;
};

const button = (text, act) => {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", act);
  return element;
};

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const later = (act, delay) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
};

// The path of a page below the site's folder; nothing for other sites.
const pathOf = ({ origin, pathname }) =>
  origin === location.origin && pathname.startsWith(base)
    ? decoded(pathname.slice(base.length - 1)).replace(/\/index\.html$/, "/")
    : undefined;

const addressOf = (path) => base + encodeURI(path.slice(1)).replace(/[?#]/g, encodeURIComponent);

// Each part does here what it has to do whenever another page stands in the document.
const shown = [];

// Shows what is kept for reading offline, and forgets what was read: both not before that script has come.
const offline = { show() {}, forget() {} };

// The post on screen; a standalone page is none.
const post = () => document.querySelector(".document:has(.byline time)");

const status = make("p", { class: "visually-hidden", role: "status" });
document.body.append(status);

// Tells who cannot see it. The same words are only told again if there was something else between.
const forget = later(() => (status.textContent = ""), 3000);
const say = (text) => {
  status.textContent = text;
  forget();
};

// A box at the edge of the window for what is worth a word, with what can be done about it.
let notice;
const dismiss = () => {
  const hadFocus = notice?.contains(document.activeElement);
  notice?.remove();
  notice = undefined;
  if (hadFocus) document.getElementById("lectern:content")?.focus({ preventScroll: true });
};
const tell = (text, ...actions) => {
  dismiss();
  const close = button("×", dismiss);
  close.ariaLabel = words.dismiss;
  notice = make("div", { class: "toast" }, make("p", {}, text, ...actions), close);
  document.body.append(notice);
  say(notice.querySelector("p").innerText);
  return notice;
};
