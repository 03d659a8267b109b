// Pagefind, as its makers mean it to be used: its command indexes the pages, its module searches them.
import fs from "node:fs";
import path from "node:path";
import { packageFolder } from "./chromium.mjs";
import { filesBelow } from "./serve.mjs";

export const name = "pagefind";
const SEARCH_PAGE = "/search-box.html";

/** As many as Pagefind's own search box shows. */
const SHOWN = 5;

export const version = () =>
  JSON.parse(fs.readFileSync(path.join(packageFolder("pagefind"), "package.json"), "utf8")).version;

const binary = () =>
  path.join(packageFolder(`@pagefind/${process.platform}-${process.arch}`), "bin", "pagefind_extended");

/** The folder that is served. */
export const folder = (blog) => path.join(blog, "pages");

/** The command that makes the index; the search page is for afterwards, so that it is not indexed. */
export function build(blog) {
  fs.rmSync(path.join(folder(blog), "pagefind"), { recursive: true, force: true });
  fs.rmSync(path.join(folder(blog), SEARCH_PAGE), { force: true });
  return [binary(), "--site", folder(blog), "--quiet"];
}

// What Pagefind's user interface does, without its 300 ms of waiting and without its own weight: modules are loaded and
// started at the first focus, five results with an excerpt each are put in at once.
const searchPage = (lang) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,"></head><body>
<input type="search"><ol></ol>
<script type="module">
const input = document.querySelector("input"), list = document.querySelector("ol");
const wait = Number(new URLSearchParams(location.search).get("wait"));
const shown = Number(new URLSearchParams(location.search).get("shown") ?? ${SHOWN});
let engine, newest = 0;
const start = async () => { const module = await import("/pagefind/pagefind.js"); await module.init(); return module; };
input.addEventListener("focus", () => { engine ??= start(); });
input.addEventListener("input", async () => {
  const mine = ++newest, query = input.value;
  if (!query) return list.replaceChildren();
  const module = await (engine ??= start());
  const found = wait ? await module.debouncedSearch(query, {}, wait) : await module.search(query);
  if (!found || mine !== newest) return;
  const hits = await Promise.all(found.results.slice(0, shown).map((result) => result.data()));
  if (mine !== newest) return;
  list.replaceChildren(...hits.map((hit) => {
    const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
    link.href = hit.url; link.textContent = hit.meta.title; text.innerHTML = hit.excerpt;
    item.append(link, text);
    return item;
  }));
});
</script></body></html>
`;

/** Runs once after the build. */
export function finish(blog, lang) {
  fs.writeFileSync(path.join(folder(blog), SEARCH_PAGE), searchPage(lang));
}

/** The files of the index, by what they are for. */
export function files(blog) {
  const below = path.join(folder(blog), "pagefind");
  const { languages } = JSON.parse(fs.readFileSync(path.join(below, "pagefind-entry.json"), "utf8"));
  const engines = Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`);
  const partOf = (file) => {
    if (file.endsWith(".pf_fragment")) return "excerpts";
    if (/\.pf_index$|\.pf_meta$|\.pf_filter$|entry\.json$/.test(file)) return "index";
    if (["pagefind.js", "pagefind-worker.js", ...engines].includes(file)) return "program";
    return null; // Boxes that are not used here, wasm for other languages.
  };
  const found = filesBelow(below).map((file) => ({ file: path.join(below, file), part: partOf(file) }));
  return found.filter(({ part }) => part);
}

/** Where the search box is, and what it shows. */
export const box = {
  address: (options = {}) => `${SEARCH_PAGE}?${new URLSearchParams(options)}`,
  input: "input",
  list: "ol",
  hit: "ol > li",
  open: (tab) => tab.focus("input"),
};

/** Makes `window.ask(query)`, which gives up to ten paths and the number of all. */
export async function prepare(tab, origin) {
  await tab.goto(`${origin}${SEARCH_PAGE}`);
  await tab.evaluate(async () => {
    const module = await import("/pagefind/pagefind.js");
    await module.init();
    // What `data()` gives, without the excerpts, which take it long in long posts: a fragment is a word, then JSON.
    const read = async (id) => {
      const { body } = await fetch(`/pagefind/fragment/${id}.pf_fragment`);
      const text = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
      return decodeURI(JSON.parse(text.slice(text.indexOf("{"))).url);
    };
    const paths = new Map();
    const pathOf = (id) => paths.get(id) ?? paths.set(id, read(id)).get(id);
    window.ask = async (query) => {
      const { results } = await module.search(query);
      return { paths: await Promise.all(results.slice(0, 10).map(({ id }) => pathOf(id))), total: results.length };
    };
  });
}
