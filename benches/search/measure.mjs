#!/usr/bin/env node
// Measures one engine on blogs; README.md says what must be there before.
//   node measure.mjs pagefind|lectern BLOG_DIR... [--out results] [--only build,relevance,bytes,time]
//     [--runs 20] [--keys 60] [--repeat 3]
// Writes DIR/ENGINE-BLOG.json; parts that are not measured this time stay as they were.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { time, typical, weigh, weighTyped } from "./box.mjs";
import { launch } from "./chromium.mjs";
import * as lectern from "./lectern.mjs";
import * as pagefind from "./pagefind.mjs";
import { relevance } from "./relevance.mjs";
import { serve, transferred } from "./serve.mjs";
import { groupBy, sum } from "./stats.mjs";
import { run } from "./usage.mjs";

const { values: options, positionals: [engineName, ...blogs] } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "results" },
    only: { type: "string", default: "build,relevance,bytes,time" },
    runs: { type: "string", default: "20" },
    keys: { type: "string", default: "60" },
    repeat: { type: "string", default: "3" },
  },
});
const engine = { lectern, pagefind }[engineName];
if (!engine || !blogs.length) {
  console.error("usage: measure.mjs pagefind|lectern BLOG_DIR... [--out DIR] [--only build,relevance,bytes,time]");
  process.exit(2);
}
const wants = (part) => options.only.split(",").includes(part);
const read = (blog, file) => JSON.parse(fs.readFileSync(path.join(blog, file), "utf8"));

/** Builds a few times, keeps the fastest; null if the engine has no command of its own. */
async function build(blog, lang) {
  const runs = [];
  for (let i = 0; i < Number(options.repeat); i++) {
    const command = engine.build(blog);
    if (!command) return null;
    runs.push(await run(command));
  }
  engine.finish(blog, lang);
  return { ...runs.toSorted((a, b) => a.seconds - b.seconds)[0], runs };
}

function sizes(blog, posts) {
  const files = engine.files(blog).map(({ file, part }) => {
    const bytes = fs.readFileSync(file);
    return { part, raw: bytes.length, transferred: transferred(file, bytes).length };
  });
  const total = (list) => ({
    files: list.length, raw: sum(list.map(({ raw }) => raw)), transferred: sum(list.map((file) => file.transferred)),
  });
  const parts = Object.entries(groupBy(files, ({ part }) => part)).map(([part, list]) => [part, total(list)]);
  const textOf = ({ title, blocks }) => [title, ...blocks.map(({ text }) => text)].join("\n");
  const text = sum(posts.map((post) => Buffer.byteLength(textOf(post))));
  return { posts: posts.length, text, all: total(files), ...Object.fromEntries(parts) };
}

async function measure(browser, blog) {
  const posts = read(blog, "posts.json");
  const queries = read(blog, "queries.json");
  const file = path.join(options.out, `${engineName}-${path.basename(blog)}.json`);
  const result = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  const save = () => fs.writeFileSync(file, JSON.stringify(result, null, 1));
  const head = { engine: engineName, version: engine.version(), blog: path.basename(blog), chromium: browser.version() };
  Object.assign(result, head, { date: new Date().toISOString(), load: os.loadavg()[0] });
  if (wants("build")) result.build = (await build(blog, posts[0].lang)) ?? result.build;
  result.size = sizes(blog, posts);
  save();
  const server = await serve(engine.folder(blog));
  if (wants("relevance")) result.relevance = await relevance(browser, engine, server, blog, queries);
  save();
  if (wants("bytes")) {
    const few = typical(queries, 2 * Number(options.runs));
    result.bytes = await weigh(browser, engine, server, few, {});
    result.bytesTyped = await weighTyped(browser, engine, server, few.slice(0, Number(options.runs)));
  }
  save();
  if (wants("time")) result.time = await time(browser, engine, server, typical(queries, Number(options.keys)));
  save();
  await server.close();
  console.log(`${new Date().toISOString()} ${engineName} ${path.basename(blog)}`);
}

fs.mkdirSync(options.out, { recursive: true });
for (const blog of blogs) {
  const browser = await launch(); // A new one each, so that none pays for the memory of those before.
  await measure(browser, blog);
  await browser.close();
}
