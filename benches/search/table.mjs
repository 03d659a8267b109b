#!/usr/bin/env node
// What `measure.mjs` found, as tables in Markdown, engines side by side.
//   node table.mjs RESULTS_DIR [RESULTS_DIR...]
import fs from "node:fs";
import path from "node:path";
import { filesBelow } from "./serve.mjs";

const results = process.argv.slice(2).flatMap((folder) => filesBelow(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"))))
  .filter(({ engine, size }) => engine && size);
if (!results.length) {
  console.error("usage: table.mjs RESULTS_DIR [RESULTS_DIR...]");
  process.exit(2);
}
// Generated blogs by their number of posts, then the others.
const rankOf = ({ blog }) => Number(/^gen-(\d+)$/.exec(blog)?.[1] ?? 1e9);
results.sort((a, b) => rankOf(a) - rankOf(b) || a.blog.localeCompare(b.blog) || a.engine.localeCompare(b.engine));

const whole = (number) => (number == null ? "" : Math.round(number).toLocaleString("en-US"));
const kilobytes = (bytes) => (bytes == null ? "" : bytes < 100e3 ? (bytes / 1000).toFixed(1) : whole(bytes / 1000));
const share = (number) => (number == null ? "" : number.toFixed(3));
const range = (spread) =>
  (spread ? `${kilobytes(spread.median)} (${kilobytes(spread.low)}–${kilobytes(spread.high)})` : "");
const milliseconds = (times) => (times ? [times.low, times.median, times.p95].map(whole).join(" / ") : "");

function table(title, columns) {
  const names = ["blog", "engine", ...Object.keys(columns)];
  const cellsOf = (result) => Object.values(columns).map((cell) => cell(result));
  const rows = results.map((result) => [result.blog, result.engine, ...cellsOf(result)]);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = names.map((_, at) => (at < 2 ? "---" : "--:"));
  console.log([`### ${title}`, "", line(names), line(rule), ...rows.map(line), ""].join("\n"));
}

table("Index (kB of 1,000 bytes)", {
  posts: ({ size }) => whole(size.posts),
  text: ({ size }) => kilobytes(size.text),
  "index and excerpts": ({ size }) => kilobytes((size.index?.raw ?? 0) + (size.excerpts?.raw ?? 0)),
  "as transferred": ({ size }) => kilobytes((size.index?.transferred ?? 0) + (size.excerpts?.transferred ?? 0)),
  "of the text": ({ size }) => share(((size.index?.raw ?? 0) + (size.excerpts?.raw ?? 0)) / size.text),
  "program as transferred": ({ size }) => kilobytes(size.program?.transferred),
  files: ({ size }) => whole(size.all.files),
  "build s": ({ build }) => build?.seconds.toFixed(1) ?? "",
  "processor s": ({ build }) => build?.processor.toFixed(1) ?? "",
  "peak MB": ({ build }) => whole(build && build.peak / 1e6),
});
table("Search box: kB as transferred, median (lowest–highest); ms, lowest / median / p95", {
  "at focus": ({ bytes }) => range(bytes?.opened),
  "until the first result": ({ bytes }) => range(bytes?.first),
  requests: ({ bytes }) => whole(bytes?.requests.median),
  "second query": ({ bytes }) => range(bytes?.second),
  "first, typed": ({ bytesTyped }) => range(bytesTyped?.first),
  "second, typed": ({ bytesTyped }) => range(bytesTyped?.second),
  "key to document": ({ time }) => milliseconds(time?.inDocument),
  "key to painted": ({ time }) => milliseconds(time?.painted),
  n: ({ time }) => whole(time?.samples),
  load: ({ load }) => load?.toFixed(1) ?? "",
});
const quality = (kind) => ({ relevance }) => {
  const found = relevance?.[kind];
  return found ? `${share(found.mrr)} / ${share(found.first)}` : "";
};
table("Known items: MRR@10 / success@1", {
  queries: ({ relevance }) => whole(relevance && relevance.exact.queries + relevance.typos.queries),
  title: quality("title"),
  phrase: quality("phrase"),
  "title, typo": quality("title-typo"),
  "phrase, typo": quality("phrase-typo"),
  "all exact": quality("exact"),
  "all with a typo": quality("typos"),
  "typos: nothing found": ({ relevance }) => share(relevance?.typos.empty),
  failures: ({ relevance }) => whole(relevance?.failures.length),
});
const versionOf = ({ engine, version, chromium }) => `${engine} ${version} in Chromium ${chromium}`;
const versions = new Set(results.map(versionOf));
console.log([...versions].join("; "));
