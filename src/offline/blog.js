// The whole blog, kept if the reader wants it: asked for with its size, brought with its progress, stopped, gone on with,
// kept up to date at each visit, removed. `offline.json` lists all files with their hashes and sizes; it is kept last, as
// the sign that all it lists is there.

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
  const all = files.map(([file, hash, size]) => ({ file, hash, size, key: new URL(`${site.base}${file}?${hash}`, location).href }));
  return { posts, files: all, size: all.reduce((sum, { size }) => sum + size, 0) };
};

const isOf = async (bytes, hash) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
};

const bring = async (cache, { file, hash, key }, signal) => {
  const address = site.base + file;
  const answer = await fetch(address, { cache: "no-cache", priority: "low", signal });
  const bytes = await answer.arrayBuffer();
  // In the middle of a deploy a host may send another build's file. Some hosts make pictures smaller, which does no harm.
  if (!answer.ok || (isData(file) && !(await isOf(bytes, hash)))) throw new Error(file);
  const type = answer.headers.get("content-type") ?? "";
  await cache.put(key, new Response(bytes, { headers: { "content-type": type } }));
  const others = await cache.keys(address, { ignoreSearch: true });
  await Promise.all(others.filter(({ url }) => url !== key).map((other) => cache.delete(other)));
};

const download = async (signal) => {
  const all = await list(signal);
  const cache = await open();
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = all.files.filter(({ key }) => !there.has(key));
  let done = all.size - missing.reduce((sum, { size }) => sum + size, 0);
  const step = (size) => {
    // What is under way when another file ends it all still comes to its end.
    signal.throwIfAborted();
    done += size;
    change({ name: "loading", done, size: all.size });
  };
  step(0);
  const work = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      await bring(cache, next, signal);
      step(next.size);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const wanted = new Set(all.files.map(({ key }) => key));
  const gone = (await cache.keys()).filter((request) => isOfBlog(request) && !wanted.has(request.url));
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
    const { size } = await navigator.locks.request(cacheName, { signal }, () => download(signal));
    wish.set("kept", size);
    change({ name: "kept", size }, isAsked);
  } catch (error) {
    wanted.abort();
    const name = reasonOf(error);
    const { done = 0, size = before.size } = state;
    if (name !== "failed") wish.set("stopped", size);
    change({ name: name === "failed" && !size ? "unreachable" : name, done, size }, isAsked || name === "full");
  }
};

// At the beginning of a visit: what was interrupted goes on, what is new comes, what the browser has cleared away is told.
const goOnKeeping = async () => {
  const { name, size } = wish.get();
  const isThere = name && (await caches.has(cacheName)) && (await (await open()).match(`${site.base}offline.json`));
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
    // Out of reach: what is there stays as it is.
    if (wish.get().name === "kept") change({ name: "kept", size: wish.get().size });
  }
};

const remove = async () => {
  wish.set();
  await caches.delete(cacheName);
  change({ name: "none" });
  site.say(words.removed);
};
