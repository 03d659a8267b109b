// The service worker: answers for pages when the host does not. The press puts `version` and `unit` above.
//
// The unit is all files of one build that the app needs, whole or not at all; each has a hash in its name and is looked at
// before it is taken, so no two builds can be mixed, whatever a host sends in the middle of a deploy. Pages come from the host as long as it answers, and what they name comes from the unit
// that has it. HTML is not kept, since it names the files of a build: without the host, one page of the unit (the last file)
// stands in for all, from which the app starts and takes the page's data. The page's own script keeps that data
// (`pages.js`, `blog.js`); the worker only looks it up.

const base = new URL(".", location).pathname;
const units = `lectern:${base}:unit:`;
const own = units + version;
const NAMED_BY_HASH = /^((app|icon|offline|script|search|search-worker|style)-[0-9a-f]{8,16}(_bg)?\.\w+|[a-z2-7]{8}\.idx)$/;
// How long the host may take where there is a copy, in milliseconds, and how long a copy passes for new.
const PATIENCE = 3000;
const FRESH = 600_000;

// A file of the unit. Some hosts and networks write into pages, so of the one page only its build is looked at.
const bring = async ([file, hash]) => {
  const answer = await fetch(base + file, { cache: "no-cache" });
  const bytes = await answer.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 8);
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const isRight = hash ? found === hash : new TextDecoder().decode(bytes).includes(unit[0][0]);
  if (!answer.ok || !isRight) throw new Error(`${file} is of another build`);
  return answer;
};

const fill = async () => {
  try {
    const answers = await Promise.all(unit.map(bring));
    const cache = await caches.open(own);
    await Promise.all(answers.map((answer, at) => cache.put(base + unit[at][0], answer)));
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
};

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));

const takeOver = async () => {
  await registration.navigationPreload?.enable();
  await clients.claim();
  // Tabs may still show the build before this one.
  const others = (await caches.keys()).filter((name) => name.startsWith(units) && name !== own);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
};

addEventListener("activate", (event) => event.waitUntil(takeOver()));

// What is kept of a file, of whatever kind.
const kept = (address) => caches.match(address);

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));

// The host's answer; the other one if that does not come, or comes late or as an error where there is a copy.
const newest = async (answer, hasCopy, other) => {
  try {
    const first = await (hasCopy ? Promise.race([answer, late()]) : answer);
    // Firefox gives a preload that failed as an answer.
    if (first.type !== "error" && (!hasCopy || first.status < 500)) return first;
  } catch {}
  return (await other()) ?? answer;
};

const page = async (event, path) => {
  const answer = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  answer.catch(() => {});
  const stem = path.endsWith("/") ? `${path}index` : path.replace(/\.html$/, "");
  const hasCopy = (await kept(`${stem}.md`)) ?? (await kept(`${stem}.json`));
  // Something may have emptied the cache behind the worker's back.
  if (!(await caches.has(own))) event.waitUntil(answer.then(fill).catch(() => {}));
  return newest(answer, hasCopy, async () => {
    const shell = await caches.match(base + unit.at(-1)[0], { cacheName: own });
    return shell && new Response(shell.body, { headers: { "content-type": "text/html; charset=utf-8" } });
  });
};

const data = async (request) => {
  const copy = await kept(request.url);
  const list = copy && (await kept(`${base}offline.json`));
  if (list && Math.abs(Date.now() - list.headers.get("kept")) < FRESH) return copy;
  return newest(fetch(request), copy, () => copy);
};

const part = async (request) =>
  (await caches.match(request.url, { cacheName: own })) ?? (await kept(request.url)) ?? fetch(request);

addEventListener("fetch", (event) => {
  const { request } = event;
  const { cache, destination, headers, method, mode, url } = request;
  const { origin, pathname: path } = new URL(url);
  if (method !== "GET" || origin !== location.origin || !path.startsWith(base) || headers.has("range")) return;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (mode === "navigate") {
    // Feeds, pictures and downloads are files for the browser, as they are for the app.
    if (!name.includes(".") || name.endsWith(".html")) event.respondWith(page(event, path));
  } else if (NAMED_BY_HASH.test(name)) {
    event.respondWith(part(request));
  } else if (destination === "image") {
    const answer = fetch(request);
    event.respondWith(newest(answer, false, () => kept(url)));
  } else if (!destination && cache !== "no-cache" && /\.(md|json)$/.test(name)) {
    event.respondWith(data(request));
  }
});
