// The search box: loaded when the reader first seems to want it, with the tools of the first script. The press puts `words`,
// `style` and the name of the worker above these parts and joins them into one module.
//
// The box (`box.js`) is the same in the dialog over any page (`dialog.js`) and on the page of its own (`page.js`). It shows
// what a worker answers (`questions.js`) and changes nothing but the text of the query: filters, too, are words of it.

let site;

// Posts that are shown at a time.
const COUNT = 5;
const MOST_SEARCHES = 10;

const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

// A text as the worker sends it: every second part is to be marked.
const marked = (text) => text.map((part, at) => (at % 2 ? site.make("mark", {}, part) : part));

const addressOfHit = ({ path }, { anchor } = {}) => site.addressOf(path) + (anchor ? `#${encodeURIComponent(anchor)}` : "");

// The page of a search; its order is told only if it is not the usual one.
const addressOfSearch = (query, order) => {
  const values = new URLSearchParams(query.trim() ? { q: query.trim() } : {});
  if (order === "date") values.set("sort", order);
  return site.addressOf(site.searchPage) + (values.size ? `?${values}` : "");
};

const rememberSearch = (query) => {
  const text = query.trim().replace(/\s+/g, " ");
  if (!text) return;
  const others = site.searches.get().filter((other) => other !== text);
  site.searches.set([text, ...others].slice(0, MOST_SEARCHES));
};
