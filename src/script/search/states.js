// What is shown where there is nothing to show: before a query, without a result, and if the answer does not come. None of
// them is a dead end.

const HELP = [
  ["… …", "help-words"],
  ['"… …"', "help-phrase"],
  ["… -…", "help-without"],
  ["tag:… category:… author:…", "help-filter"],
  ["year:2024 after:2024-05 before:2025-01-31", "help-dates"],
];

const help = (isDialog) => {
  const { make } = site;
  const rows = HELP.map(([example, key]) => make("div", {}, make("dt", {}, make("kbd", { dir: "ltr" }, example)), make("dd", {}, words[key])));
  const keys = isDialog ? [make("p", {}, words["help-keys"])] : [];
  const open = site.searches.get().length ? {} : { open: "" };
  return make("details", open, make("summary", {}, words.help), make("dl", {}, ...rows), ...keys);
};

const recent = (choose, redraw) => {
  const { make, button, searches, filled } = site;
  const items = searches.get().map((query) => {
    const again = button(query, () => choose(query));
    again.dir = "auto";
    const remove = button("×", () => {
      searches.set(searches.get().filter((other) => other !== query));
      redraw();
    });
    remove.className = "remove";
    remove.ariaLabel = filled(words.forget, { query });
    return make("li", {}, again, remove);
  });
  if (!items.length) return [];
  const clear = button(words["forget-all"], () => {
    searches.clear();
    redraw();
  });
  return [make("h2", { class: "overline" }, words.recent), make("ul", { class: "recent" }, ...items), make("p", { class: "actions" }, clear)];
};

const elsewhere = () => {
  const { make, addressOf } = site;
  const links = { archive: words.archive, categories: words.categories, tags: words.tags };
  const items = Object.entries(links).map(([name, text]) => make("li", {}, make("a", { href: addressOf(`/${name}/`) }, text)));
  return [make("p", {}, words.elsewhere), make("ul", { class: "ways" }, ...items)];
};

// Shorter by one of its parts, filters first.
const shorter = (query, choose) => {
  const { make, button, filled } = site;
  const parts = [...new Set(partsOf(query))];
  if (parts.length < 2) return [];
  const sorted = [...parts.filter((part) => FILTER.test(part)), ...parts.filter((part) => !FILTER.test(part))];
  const buttons = sorted.slice(0, 6).map((part) => button(filled(words.shorter, { part }), () => choose(without(query, part))));
  return [make("p", { class: "actions" }, ...buttons)];
};

const nothing = (query, choose) => {
  const { make, filled } = site;
  return [make("p", {}, filled(words.none, { query: query.trim() })), ...shorter(query, choose), ...elsewhere()];
};

const failed = ({ reason, file }, hasHits, retry) => {
  const { make, button, filled } = site;
  const text = filled(words[reason] ?? words.damaged, { file: file || "" });
  const actions = reason === "unsupported" ? elsewhere() : [make("p", { class: "actions" }, button(words.retry, retry))];
  return [make("p", {}, text, hasHits ? ` ${words.partly}` : ""), ...actions];
};
