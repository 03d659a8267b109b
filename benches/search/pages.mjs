#!/usr/bin/env node
// From a pressed site: the posts as pages with nothing but the article, for engines that read HTML, and their texts.
//   node pages.mjs BLOG_DIR...
// Reads BLOG/site, writes BLOG/pages and BLOG/posts.json: `[{ path, lang, title, blocks: [{ kind, text }] }]`, kind
// being "heading", "code" or "text". In a text, an empty line stands where code, a formula or a picture was.
import fs from "node:fs";
import path from "node:path";
import { launch } from "./chromium.mjs";
import { filesBelow } from "./serve.mjs";

const BATCH = 50;

/** Runs in the browser, whose parser knows HTML best. */
function readPages(sources) {
  const BLOCKS = "p, li, dt, dd, td, th, figcaption, summary, pre, h1, h2, h3, h4, h5, h6";
  const textOf = (element) => {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll("code, math, sup, img, svg, br, ul, ol, dl, p, pre, table")) {
      part.replaceWith("\n\n");
    }
    return copy.textContent;
  };
  const blockOf = (element) => {
    if (element.matches("pre")) return { kind: "code", text: element.textContent };
    const kind = element.matches("h1, h2, h3, h4, h5, h6") ? "heading" : "text";
    return { kind, text: textOf(element) };
  };
  return sources.map((source) => {
    const page = new DOMParser().parseFromString(source, "text/html");
    const title = page.querySelector("article h1");
    const prose = page.querySelector("article .prose");
    if (!title || !prose) return null;
    const lang = page.querySelector("article").lang || page.documentElement.lang;
    const blocks = [...prose.querySelectorAll(BLOCKS)].map(blockOf).filter(({ text }) => text.trim());
    return { lang, title: title.textContent, heading: title.outerHTML, prose: prose.innerHTML, blocks };
  });
}

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const pageOf = ({ lang, title, heading, prose }) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body><main><article data-pagefind-body>${heading}${prose}</article></main></body></html>
`;

const pathOf = (name) => `/${name.split(path.sep).join("/").replace(/(^|\/)index\.html$/, "$1")}`;

async function derive(browser, blog) {
  const site = path.join(blog, "site");
  const pages = path.join(blog, "pages");
  fs.rmSync(pages, { recursive: true, force: true });
  const isPost = (name) => fs.readFileSync(path.join(site, name), "utf8").includes('"@type":"BlogPosting"');
  const names = filesBelow(site).filter((name) => name.endsWith(".html")).filter(isPost).sort();
  const tab = await browser.newPage();
  const posts = [];
  for (let at = 0; at < names.length; at += BATCH) {
    const batch = names.slice(at, at + BATCH);
    const read = await tab.evaluate(readPages, batch.map((name) => fs.readFileSync(path.join(site, name), "utf8")));
    for (const [i, post] of read.entries()) {
      if (!post) continue;
      const file = path.join(pages, batch[i]);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, pageOf(post));
      posts.push({ path: pathOf(batch[i]), lang: post.lang, title: post.title, blocks: post.blocks });
    }
  }
  await tab.close();
  fs.writeFileSync(path.join(blog, "posts.json"), JSON.stringify(posts));
  console.log(`${blog}: ${posts.length} posts`);
}

const browser = await launch();
for (const blog of process.argv.slice(2)) await derive(browser, blog);
await browser.close();
