// What the page does so that the blog can be read offline: loaded when the app has settled, with the tools of the first
// script. The press puts `words` above these parts and joins them into one module.
//
// Everything that is kept of pages is in one cache. What was read is kept under its own address, the newest last, and the
// oldest goes when there is too much. The whole blog, if the reader wants it (`blog.js`), is kept under addresses with the
// hash of the content behind them, and never goes by itself.

let site;
let cacheName;
const MOST_PAGES = 100;
const MOST_PICTURES = 150;
const HOUR = 3_600_000;

const open = () => caches.open(cacheName);
const isOfBlog = ({ url }) => url.includes("?");
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
  if ((await cache.keys(address, { ignoreSearch: true })).some(isOfBlog)) return;
  const answer = await fetch(address, { priority: "low" });
  if (answer.status === 404 || answer.status === 410) await cache.delete(address);
  // Some hosts send a page for everything.
  const isPage = answer.headers.get("content-type")?.includes("html");
  if (answer.ok && !answer.redirected && !isPage) await cache.put(address, answer);
};

const keptAsRead = async (cache) =>
  (await cache.keys()).filter((request) => !isOfBlog(request) && !request.url.endsWith("/offline.json"));

const dropOldest = async (cache) => {
  const read = await keptAsRead(cache);
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
    const cache = await open();
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
  const cache = await open();
  const found = (await cache.keys()).filter(({ url }) => /\.md(\?|$)/.test(url)).reverse().slice(0, 50);
  const texts = await Promise.all(found.map(async (request) => (await cache.match(request)).text()));
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

// Whether the worker has another build than the page.
let isOutdated = false;
const compareBuilds = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(`lectern:${site.base}:unit:`));
  const newest = await caches.open(names.at(-1));
  const parts = [site.script, document.querySelector("script[data-wasm]").dataset.wasm];
  isOutdated = (await Promise.all(parts.map((part) => newest.match(part)))).includes(undefined);
};

// The next click on a link to a page then loads it whole, with the new build, instead of asking the old app for it.
const leaveToBrowser = (event) => {
  const link = isOutdated && event.target.closest?.("a[href]:not([data-frame], [data-repo-id])");
  const path = link && site.pathOf(link);
  if (path && path !== site.here()) event.stopImmediatePropagation();
};

const listen = (registration) => {
  navigator.serviceWorker.addEventListener("controllerchange", () => compareBuilds().catch(() => {}));
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
};

// What tells what the reader has read.
const forget = async () => {
  const cache = await open();
  const read = await keptAsRead(cache);
  await Promise.all(read.map((request) => cache.delete(request)));
};

export const start = async (tools) => {
  site = tools;
  cacheName = `lectern:${site.base}:posts`;
  const file = `${site.base}service-worker.js`;
  const address = window.lecternPolicy?.createScriptURL(file) ?? file;
  listen(await navigator.serviceWorker.register(address, { updateViaCache: "none" }));
  Object.assign(site.offline, { show, forget });
  site.shown.push(show, keepPage);
  show();
  await keepPage();
  await goOnKeeping();
};
