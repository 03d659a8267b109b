// What a reader's search box costs: bytes of the first and the second query, time from a key to what it paints.
import { Dice } from "./random.mjs";
import { median, quantile, sum } from "./stats.mjs";
import { hits, settle, watch } from "./watch.mjs";

/** Pagefind's own box waits that long after a key before it searches; used where words are typed. */
const PAGEFIND_WAITS = 300;

async function openPage(browser, engine, server, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: "block" });
  await context.addInitScript(watch, { list: engine.box.list, hit: engine.box.hit });
  const tab = await context.newPage();
  await tab.goto(server.origin + engine.box.address(options));
  await settle(tab, server.log, 600);
  return { context, tab };
}

// A keyboard has no keys for Chinese; an input method hands over what is finished.
const hasKeys = (text) => /^[ -~]*$/.test(text);
const type = (tab, text) => (hasKeys(text) ? tab.keyboard.type(text, { delay: 90 }) : tab.keyboard.insertText(text));

/** Enters a query as a whole or key by key; gives what was transferred, and when the hits were painted. */
async function ask(tab, engine, server, query, typed) {
  await tab.fill(engine.box.input, "");
  await settle(tab, server.log, 300);
  return transferred(tab, server, async () => {
    await tab.evaluate(() => window.searchArm());
    await (typed ? type(tab, query) : tab.fill(engine.box.input, query));
    await hits(tab);
  });
}

async function transferred(tab, server, act) {
  const from = server.log.length;
  await act();
  const painted = server.log.slice(from);
  await settle(tab, server.log);
  const answers = server.log.slice(from);
  const seen = await tab.evaluate(() => window.searchWatch);
  return {
    bytes: sum(painted.map(({ bytes }) => bytes)), whole: sum(answers.map(({ bytes }) => bytes)),
    requests: answers.length, files: answers,
    failed: answers.filter(({ status }) => 400 <= status).length, first: seen.first?.painted, shown: seen.last?.painted,
  };
}

/** Bytes from the first focus of the search box until all of the first hits are there, then of a second query. */
export async function weigh(browser, engine, server, queries, options) {
  const runs = [];
  for (let i = 0; i + 1 < queries.length; i += 2) {
    const { context, tab } = await openPage(browser, engine, server, options);
    const opened = await transferred(tab, server, () => engine.box.open(tab));
    const first = await ask(tab, engine, server, queries[i].query, options.typed);
    const second = await ask(tab, engine, server, queries[i + 1].query, options.typed);
    runs.push({ queries: [queries[i].query, queries[i + 1].query], opened, first, second });
    await context.close();
  }
  const of = (pick) => {
    const list = runs.map(pick);
    return { median: median(list), low: quantile(list, 0), high: quantile(list, 1) };
  };
  for (const run of runs.slice(1)) for (const part of ["opened", "first", "second"]) delete run[part].files;
  return {
    first: of(({ opened, first }) => opened.whole + first.bytes), opened: of(({ opened }) => opened.whole),
    second: of(({ second }) => second.bytes), requests: of(({ opened, first }) => opened.requests + first.requests),
    failed: sum(runs.map(({ opened, first, second }) => opened.failed + first.failed + second.failed)),
    firstMs: of(({ first }) => first.first ?? null), runs,
  };
}

export const weighTyped = (browser, engine, server, queries) =>
  weigh(browser, engine, server, queries, { typed: true, wait: PAGEFIND_WAITS });

/** From the last key of a query to its hits in the document and painted, in a session that has all it needs. */
export async function time(browser, engine, server, queries) {
  const { context, tab } = await openPage(browser, engine, server, {});
  await engine.box.open(tab);
  const samples = [];
  let silent = 0;
  for (const { query } of queries) {
    for (const prime of [query, query.slice(0, -1)]) {
      await tab.fill(engine.box.input, prime);
      await settle(tab, server.log, 300);
    }
    const from = server.log.length;
    await tab.evaluate(() => window.searchArm());
    const last = query.slice(-1);
    await type(tab, last);
    await hits(tab);
    await settle(tab, server.log, 300);
    const { first, last: final } = await tab.evaluate(() => window.searchWatch);
    if (!first?.painted) silent++; // No hits, or the same as before, so that nothing had to change.
    else samples.push({ query, first, last: final, requests: server.log.length - from });
  }
  await context.close();
  const of = (pick) => {
    const list = samples.map(pick);
    return { low: quantile(list, 0), median: median(list), p95: quantile(list, 0.95) };
  };
  return {
    inDocument: of(({ first }) => first.inDocument), painted: of(({ first }) => first.painted),
    complete: of(({ last }) => last.painted), samples: samples.length, silent,
    requests: sum(samples.map(({ requests }) => requests)), all: samples,
  };
}

/** Queries as readers type them, without slips, of both kinds in turn. */
export function typical(queries, count) {
  const dice = new Dice(5);
  const of = (kind) => dice.shuffle(queries.filter((query) => query.kind === kind));
  const [titles, phrases] = [of("title"), of("phrase")];
  return titles.flatMap((title, i) => (phrases[i] ? [title, phrases[i]] : [])).slice(0, count);
}
