#!/usr/bin/env node
// Derives known-item queries from the posts of a blog: what someone would type who looks for one post he has read.
//   node queries.mjs BLOG_DIR... [--per-blog 300]
// Reads BLOG/posts.json, writes BLOG/queries.json: `[{ kind, query, path, others }]`. `others` counts the other posts
// that hold all words of the query in any order: how much an engine that looks at words alone is left to guess.
import fs from "node:fs";
import path from "node:path";
import { Cjk } from "./queries-cjk.mjs";
import { Spaced } from "./queries-spaced.mjs";
import { Dice, seedOf } from "./random.mjs";

const options = { perBlog: 300 };
const blogs = [];
for (let i = 2; i < process.argv.length; i++) {
  if (process.argv[i] === "--per-blog") options.perBlog = Number(process.argv[++i]);
  else blogs.push(process.argv[i]);
}

const isCjk = (posts) => posts.every(({ lang }) => /^(zh|ja)/.test(lang));

function derive(blog) {
  const posts = JSON.parse(fs.readFileSync(path.join(blog, "posts.json"), "utf8"));
  const texts = isCjk(posts) ? new Cjk(posts) : new Spaced(posts);
  const chosen = new Dice(1).shuffle(posts.map((_, number) => number)).slice(0, options.perBlog);
  const queries = [];
  // Left out: what fits another post as well, what has too few words, what has no word to misspell. Clashes: typos that
  // were words of the blog, drawn again.
  const counts = { posts: chosen.length, clashes: 0, noTypo: 0, ambiguous: 0, none: 0 };
  for (const number of chosen) {
    const dice = new Dice(seedOf(posts[number].path));
    for (const kind of ["title", "phrase"]) {
      const found = kind === "title" ? texts.title(number, dice) : texts.phrase(number, dice);
      if (!found.query) {
        counts[found.reason]++;
        continue;
      }
      queries.push({ kind, query: found.query, path: posts[number].path, others: found.others });
      const typo = texts.misspell(found.query, dice);
      counts.clashes += typo.clashes;
      if (!typo.query) counts.noTypo++;
      else queries.push({ kind: `${kind}-typo`, query: typo.query, path: posts[number].path, others: found.others });
    }
  }
  fs.writeFileSync(path.join(blog, "queries.json"), JSON.stringify(queries, null, 1));
  fs.writeFileSync(path.join(blog, "queries-counts.json"), JSON.stringify({ ...counts, queries: queries.length }));
  console.log(`${path.basename(blog)}: ${queries.length} queries`, JSON.stringify(counts));
}

blogs.forEach(derive);
