// What the page does so that the blog can be read offline: loaded when the app has settled, with the tools of the first
// script. The press puts `words` above these parts and joins them into one module.
//
// What was read is in one cache, the newest last, and the oldest goes when there is too much. The whole blog, if the reader
// wants it (`blog.js`), is in another, and never goes by itself. A file is in one of them at the most, under its plain
// address: browsers look through everything for any other.

let site;
let readName;
let blogName;
const MOST_PAGES = 100;
const MOST_PICTURES = 150;
const HOUR = 3_600_000;

const isData = (url) => /\.(md|json)$/.test(url);
const savesData = () => navigator.connection?.saveData;

// The address of the data of the page on screen; nothing for those without any.
const dataHere = () => {
  const path = site.here();
  if (!path || document.querySelector("main > .not-found, [data-place='kept']")) return;
  return document.querySelector("main > .document") ? site.fileOf(path) : `${site.addressOf(path)}index.json`;
};

// Keeps an address anew, as the newest.
const keepRead = async (cache, address) => {
  if (await caches.match(address, { cacheName: blogName })) return;
  const answer = await fetch(address, { priority: "low" });
  if (answer.status === 404 || answer.status === 410) await cache.delete(address);
  // Some hosts send a page for everything.
  const isPage = answer.headers.get("content-type")?.includes("html");
  if (answer.ok && !answer.redirected && !isPage) await cache.put(address, answer);
};

const dropOldest = async (cache) => {
  const read = await cache.keys();
  const pages = read.filter(({ url }) => isData(url));
  const pictures = read.filter(({ url }) => !isData(url));
  const old = [...pages.slice(0, -MOST_PAGES), ...pictures.slice(0, -MOST_PICTURES)];
  await Promise.all(old.map((request) => cache.delete(request)));
};

// Keeps the page on screen with its pictures, as the browser has chosen them.
const keepPage = async () => {
  const address = dataHere();
  if (!address || savesData()) return;
  try {
    const cache = await caches.open(readName);
    await keepRead(cache, address);
    const pictures = [...document.querySelectorAll(":is(.prose, .cover) img")].filter(({ complete }) => complete);
    for (const { currentSrc } of pictures) {
      if (site.pathOf(new URL(currentSrc || "data:", location)) && !(await cache.match(currentSrc))) await keepRead(cache, currentSrc);
    }
    await dropOldest(cache);
  } catch {
    // Offline, or there is no room: what is kept already stays.
  }
};

// The list of kept pages, where the page that stands in for others has its place for it.
const listKept = async (place) => {
  const lists = [readName, blogName].map(async (name) => ((await caches.has(name)) ? (await caches.open(name)).keys() : []));
  const [read, blog] = await Promise.all(lists);
  const found = [...read.reverse(), ...blog].filter(({ url }) => url.endsWith(".md")).slice(0, 50);
  const texts = await Promise.all(found.map(async (request) => (await caches.match(request)).text()));
  const items = texts.flatMap((text) => {
    try {
      const { title, permalink } = JSON.parse(text.split("\n", 2)[1]);
      return [site.make("li", {}, site.make("a", { href: site.addressOf(permalink) }, title))];
    } catch {
      return [];
    }
  });
  if (!items.length) return place.replaceChildren(site.make("p", {}, words.none));
  place.replaceChildren(site.make("p", {}, words.these), site.make("ul", {}, ...items));
};

// Of the copies of a picture one may be kept, and the one that fits the window not.
const takeAnyCopy = ({ target }) => target.matches?.("img[srcset]") && target.removeAttribute("srcset");

const show = () => {
  site.each("img[srcset]", (target) => target.complete && !target.naturalWidth && takeAnyCopy({ target }));
  site.each("[data-place='kept']:empty", listKept);
  showBlog();
};

// Whether the worker has a newer build than the page. A page that comes before its worker is of a build that is not kept
// yet.
let wasKept = false;
let isOutdated = false;
const compareBuilds = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(`lectern:${site.base}:unit:`));
  const parts = [site.script, document.querySelector("script[data-wasm]").dataset.wasm];
  const isIn = async (cacheName) =>
    !(await Promise.all(parts.map((part) => caches.match(part, { cacheName })))).includes(undefined);
  const [newest, ...others] = await Promise.all(names.reverse().map(isIn));
  wasKept ||= newest || others.includes(true);
  isOutdated = wasKept && !newest;
};

// The next click on a link to a page then loads it whole, with the new build, instead of asking the old app for it.
const leaveToBrowser = (event) => {
  const link = isOutdated && event.target.closest?.("a[href]:not([data-frame], [data-repo-id])");
  const path = link && site.pathOf(link);
  if (path && path !== site.here()) event.stopImmediatePropagation();
};

const listen = async (registration) => {
  const compare = () => compareBuilds().catch(() => {});
  navigator.serviceWorker.addEventListener("controllerchange", compare);
  addEventListener("click", leaveToBrowser, true);
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
  addEventListener("online", () => {
    if (document.querySelector("[data-place='kept']")) location.reload();
    else if (state.name === "failed") keepBlog();
  });
  document.addEventListener("error", takeAnyCopy, true);
  await compare();
};

// What tells what the reader has read.
const forget = () => caches.delete(readName);

export const start = async (tools) => {
  site = tools;
  readName = `lectern:${site.base}:read`;
  blogName = `lectern:${site.base}:blog`;
  const file = `${site.base}service-worker.js`;
  const address = window.lecternPolicy?.createScriptURL(file) ?? file;
  await listen(await navigator.serviceWorker.register(address, { updateViaCache: "none" }));
  Object.assign(site.offline, { show, forget });
  site.shown.push(show, keepPage);
  show();
  await keepPage();
  await goOnKeeping();
};
