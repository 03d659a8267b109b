// The whole blog, kept if the reader wants it: asked for with its size, brought with its progress, stopped, gone on with,
// kept up to date at each visit, removed. `offline.json` lists all files with their hashes and sizes; it is kept last, as
// the sign that all it lists is there. Each file is kept with its hash and size as headers.

// What the reader wants: to have it "loading", "stopped" or "kept", and the size of it all.
const wish = {
  get() {
    try {
      const { name, size } = JSON.parse(localStorage.getItem(site.keyOf("offline")));
      return { name, size };
    } catch {
      return {};
    }
  },
  set(name, size) {
    try {
      localStorage.setItem(site.keyOf("offline"), JSON.stringify({ name, size }));
    } catch {}
  },
};

const AT_A_TIME = 4;
let state = { name: "none" };
let controller;

const inWords = (bytes) => {
  const [unit, size] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
  return new Intl.NumberFormat(words.lang, { style: "unit", unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
};

const list = async (signal) => {
  const answer = await fetch(`${site.base}offline.json`, { cache: "no-cache", signal });
  if (!answer.ok) throw new Error("no list");
  const { posts, files } = await answer.json();
  const all = files.map(([file, hash, size]) => ({ file, address: site.base + file, hash, size }));
  return { posts, files: all, size: all.reduce((sum, { size }) => sum + size, 0) };
};

const isOf = async (bytes, hash) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
};

const isPicture = (file) => !/\.(md|json|idx|js|wasm)$/.test(file);

const bring = async (cache, { file, address, hash, size }, signal) => {
  const answer = await fetch(address, { cache: "no-cache", priority: "low", signal });
  const bytes = await answer.arrayBuffer();
  // In the middle of a deploy a host may send another build's file. Some hosts make pictures smaller, which does no harm.
  if (!answer.ok || (!isPicture(file) && !(await isOf(bytes, hash)))) throw new Error(file);
  const headers = { "content-type": answer.headers.get("content-type") ?? "", hash, size };
  await cache.put(address, new Response(bytes, { headers }));
  await (await caches.open(readName)).delete(address);
};

// What is to be brought of a list: what the last whole one has with the same hash, need not be looked for.
const missingOf = async (cache, files) => {
  const last = await cache.match(`${site.base}offline.json`);
  const known = new Map(last && (await last.json()).files.map(({ file, hash }) => [file, hash]));
  const isMissing = async ({ file, address, hash }) =>
    known.get(file) !== hash && (await cache.match(address))?.headers.get("hash") !== hash;
  const are = await Promise.all(files.map(isMissing));
  return files.filter((_, at) => are[at]);
};

const download = async (signal) => {
  const all = await list(signal);
  change({ name: "loading", done: 0, size: all.size });
  const cache = await caches.open(blogName);
  const missing = await missingOf(cache, all.files);
  let done = all.size - missing.reduce((sum, { size }) => sum + size, 0);
  const step = (size) => {
    // What is under way when another file ends it all still comes to its end.
    signal.throwIfAborted();
    done += size;
    change({ name: "loading", done, size: all.size });
  };
  step(0);
  if (missing.length) {
    // Until all is there, nobody can say from a list what is.
    wish.set("loading", all.size);
    await cache.delete(`${site.base}offline.json`);
  }
  const work = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      await bring(cache, next, signal);
      step(next.size);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const wanted = new Set(all.files.map(({ address }) => new URL(address, location).href));
  const gone = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(gone.map((request) => cache.delete(request)));
  const headers = { kept: Date.now() };
  await cache.put(`${site.base}offline.json`, new Response(JSON.stringify(all), { headers }));
  return all;
};

const reasonOf = (error) => ({ AbortError: "stopped", QuotaExceededError: "full" })[error.name] ?? "failed";

// One tab at a time; another waits, and then finds that all is there. What the reader has not asked for just now is told
// only where it is looked for.
const keepBlog = async (isAsked) => {
  const wanted = new AbortController();
  controller = wanted;
  const { signal } = wanted;
  const before = wish.get();
  if (before.name !== "kept") wish.set("loading", before.size);
  change({ name: "loading" });
  try {
    const { size } = await navigator.locks.request(blogName, { signal }, () => download(signal));
    wish.set("kept", size);
    change({ name: "kept", size }, isAsked);
  } catch (error) {
    wanted.abort();
    const name = reasonOf(error);
    const { size = before.size } = state;
    const done = state.size ? state.done : await countKept().catch(() => 0);
    if (name !== "failed") wish.set("stopped", size);
    change({ name: name === "failed" && !size ? "unreachable" : name, done, size }, isAsked || name === "full");
  }
};

// At the beginning of a visit: what was interrupted goes on, what is new comes, what the browser has cleared away is told.
const goOnKeeping = async () => {
  const { name, size } = wish.get();
  const isThere = await caches.match(`${site.base}offline.json`, { cacheName: blogName });
  if (name === "stopped") {
    change({ name, size, done: await countKept() });
  } else if (name === "kept" && !isThere) {
    change({ name: "evicted" });
    const again = site.button(words.download, () => {
      site.dismiss();
      startKeeping();
    });
    site.tell(`${words.evicted} `, again);
  } else if (name) {
    if (!savesData() && navigator.onLine) await keepBlog();
    else if (name === "loading") change({ name: "failed", size, done: await countKept() });
    // Out of reach: what is there stays as it is.
    if (wish.get().name === "kept") change({ name: "kept", size: wish.get().size });
  }
};

const remove = async () => {
  wish.set();
  await Promise.all([readName, blogName].map((name) => caches.delete(name)));
  change({ name: "none" });
  site.say(words.removed);
};
