// The worker that answers queries. The press puts the loader of the searcher (`src/bin/search.rs`) above, and the name of its
// module as `program`. The searcher fetches nothing: it says which files of the index lack, and is asked again.

const folder = new URL(".", import.meta.url);
const address = (name) => new URL(name, folder);

class Failure extends Error {
  constructor(reason, file) {
    super(`${file}: ${reason}`);
    Object.assign(this, { reason, file });
  }
}

const bring = async (file, options) => {
  try {
    const answer = await fetch(address(file), options);
    if (answer.ok) return await answer.arrayBuffer();
  } catch {
    throw new Failure("offline", file);
  }
  throw new Failure("status", file);
};

// Files of the index are packed; the end of each tells whether all of it is as it was written.
const unpack = async (file) => {
  const packed = await bring(file);
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new Failure("damaged", file);
  }
};

// The one file of the index whose name stays. It names the root of the newest one.
const POINTER = "search/root.json";
const rootOf = async (cache) => {
  const text = new TextDecoder().decode(await bring(POINTER, { cache }));
  try {
    return JSON.parse(text).root;
  } catch {
    throw new Failure("damaged", POINTER);
  }
};

let root;
let searcher;

const start = async () => {
  if (!globalThis.DecompressionStream) throw new Failure("unsupported", "");
  const loaded = bring(program).then((bytes) => __wbg_init({ module_or_path: bytes }));
  [root] = await Promise.all([rootOf(), loaded]);
  searcher = new Searcher(root);
};

// Files on their way, for a newer query may want the same.
const coming = new Map();

const supply = async (file) => {
  if (!coming.has(file)) coming.set(file, unpack(file).finally(() => coming.delete(file)));
  try {
    searcher.supply(file, await coming.get(file));
  } catch (failure) {
    searcher.giveUp(file, failure.reason ?? "damaged");
    return failure.reason;
  }
};

// The blog may have been published anew since the root was fetched; then files of the old index are gone.
const renew = async () => {
  const newest = await rootOf("reload").catch(() => root);
  if (newest === root) return false;
  root = newest;
  searcher = new Searcher(root);
  return true;
};

let started;
let newest = 0;

const search = async (id, query, order, from, count) => {
  await (started ??= start());
  searcher.hope();
  let isRenewed = false;
  while (id === newest) {
    const answer = JSON.parse(searcher.search(query, order, from, count));
    if (!answer.lacks) postMessage({ id, ...answer });
    const lacks = answer.lacks ?? answer.pending;
    if (!lacks.length) return;
    const reasons = await Promise.all(lacks.map(supply));
    if (!isRenewed && reasons.includes("status")) {
      isRenewed = true;
      await renew();
    }
  }
};

onmessage = async ({ data: { id, query, order, from, count } }) => {
  newest = id;
  try {
    await search(id, query, order, from, count);
  } catch ({ reason = "damaged", file = program }) {
    started = undefined;
    const failed = { reason, file };
    postMessage({ id, total: 0, hits: [], facets: null, meant: null, close: false, words: [], failed });
  }
};

// The reader is about to type.
started = start();
started.catch(() => (started = undefined));
