// How well the posts are found that the queries are about.
import { groupBy, mean } from "./stats.mjs";

const BATCH = 20;
const WINDOW = 10;

function summary(asked) {
  return {
    queries: asked.length,
    mrr: mean(asked.map(({ rank }) => (rank ? 1 / rank : 0))),
    first: mean(asked.map(({ rank }) => (rank === 1 ? 1 : 0))),
    found: mean(asked.map(({ rank }) => (rank ? 1 : 0))),
    empty: mean(asked.map(({ total }) => (total === 0 ? 1 : 0))),
    medianTotal: asked.map(({ total }) => total).sort((a, b) => a - b)[asked.length >> 1],
  };
}

/** Asks all queries; MRR and success look at ten hits. Failures are told apart from misses. */
export async function relevance(browser, engine, server, blog, queries) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const tab = await context.newPage();
  await engine.prepare(tab, server.origin, blog);
  const asked = [];
  const failures = [];
  for (let at = 0; at < queries.length; at += BATCH) {
    const batch = queries.slice(at, at + BATCH);
    const answers = await tab.evaluate(async (texts) => {
      const answers = [];
      for (const text of texts) {
        answers.push(await window.ask(text).catch((error) => ({ paths: [], total: 0, failed: String(error) })));
      }
      return answers;
    }, batch.map(({ query }) => query));
    for (const [i, { paths, total, failed }] of answers.entries()) {
      const rank = paths.slice(0, WINDOW).indexOf(batch[i].path) + 1;
      asked.push({ ...batch[i], rank, total });
      if (failed) failures.push({ query: batch[i].query, failed });
    }
  }
  await context.close();
  const kinds = Object.entries(groupBy(asked, ({ kind }) => kind)).map(([kind, list]) => [kind, summary(list)]);
  const exact = asked.filter(({ kind }) => !kind.endsWith("-typo"));
  const typos = asked.filter(({ kind }) => kind.endsWith("-typo"));
  return { ...Object.fromEntries(kinds), exact: summary(exact), typos: summary(typos), failures, asked };
}
