// Lectern's own search: a press with search in it makes the index along with the site.
import fs from "node:fs";
import path from "node:path";
import { BLANK, filesBelow } from "./serve.mjs";

export const name = "lectern";

// What the files of the index are called, and how the search box looks to a script.
const WORKER = /^search-worker-[^/]*\.js$/;
const INDEX = /^search[-/]/;
const INPUT = "dialog[open] .search-field input";
const LIST = "dialog[open] [role=listbox]:not([hidden])";

/** The environment variable LECTERN_VERSION says which, as the press has no number that tells its builds apart. */
export const version = () => process.env.LECTERN_VERSION ?? "unreleased";

export const folder = (blog) => path.join(blog, "site");

/** The command that makes the index, if LECTERN_BUILD has one; `BLOG` in it stands for the folder of the blog. */
export function build(blog) {
  const command = process.env.LECTERN_BUILD;
  return command ? ["sh", "-c", command.replaceAll("BLOG", path.resolve(blog))] : null;
}

export function finish() {}

const partOf = (file) => (/\.(js|wasm)$/.test(file) ? "program" : "index");

export function files(blog) {
  const names = filesBelow(folder(blog)).map((file) => file.split(path.sep).join("/"));
  const found = names.filter((file) => INDEX.test(file) && !file.endsWith(".html"));
  return found.map((file) => ({ file: path.join(folder(blog), file), part: partOf(file) }));
}

export const box = {
  address: () => "/",
  input: INPUT,
  list: LIST,
  hit: `${LIST} [role=option]`,
  /** The shortcut works once the app's script has arrived, so it is tried until the box is there. */
  open: async (tab) => {
    for (let attempt = 0; attempt < 20; attempt++) {
      await tab.keyboard.press("Control+k");
      const there = await tab.waitForSelector(INPUT, { timeout: 500 }).catch(() => null);
      if (there) return tab.focus(INPUT);
    }
    throw new Error(`no search box matches ${INPUT}`);
  },
};

/** Makes `window.ask(query)` out of messages to the worker; a later answer of the same id only adds facets. */
export async function prepare(tab, origin, blog) {
  const worker = fs.readdirSync(folder(blog)).find((file) => WORKER.test(file));
  if (!worker) throw new Error(`${folder(blog)} has no search-worker-*.js; press it with a press that has search`);
  // A page of the blog would refuse to start a worker from a text that is no trusted type.
  await tab.goto(`${origin}${BLANK}`);
  await tab.evaluate((address) => {
    const worker = new Worker(address, { type: "module" });
    const waiting = new Map();
    let last = 0;
    worker.onerror = ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message ?? "the worker failed"));
    };
    worker.onmessage = ({ data }) => {
      waiting.get(data.id)?.resolve(data);
      waiting.delete(data.id);
    };
    window.ask = async (query) => {
      const id = ++last;
      const answer = await new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        setTimeout(() => reject(new Error(`no answer to ${query}`)), 20e3);
        worker.postMessage({ id, query, order: "relevance", from: 0, count: 10 });
      });
      const failed = answer.failed ? JSON.stringify(answer.failed) : null;
      return { paths: (answer.hits ?? []).map(({ path }) => path), total: answer.total ?? 0, failed };
    };
  }, `/${worker}`);
}
