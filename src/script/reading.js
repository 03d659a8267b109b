// What the reader has read, where the reader stopped, and what is new since the last visit.

const read = memory("read", {}, isMapOf(isNumber));
const places = memory(
  "places",
  {},
  isMapOf((place) => isListOf(() => true)(place) && isNumber(place[0]) && isNumber(place[1]) && isText(place[2])),
);
const visits = memory("visits", { before: 0, last: 0 }, isMapOf(isNumber));

// A visit ends after half an hour away.
const VISIT = 1_800_000;
const now = Date.now();
if (VISIT < now - visits.get().last) visits.set({ before: visits.get().last, last: now });

const here = () => pathOf(location);

// How much of the text is above the lower edge of the window, from 0 to 1.
const progress = () => {
  const prose = document.querySelector(".prose");
  if (!prose) return 0;
  const { top, height } = prose.getBoundingClientRect();
  return height ? Math.min(1, Math.max(0, (innerHeight - top) / height)) : 0;
};

// The part of the text that is above the upper edge: where to go on. The first screen is no place to keep.
const placeNow = () => {
  const { top, height } = document.querySelector(".prose").getBoundingClientRect();
  return innerHeight / 2 < -top ? -top / height : 0;
};

const notePlace = () => {
  const article = post();
  if (!article || !here()) return;
  const { [here()]: old, ...others } = places.get();
  if (progress() === 1) {
    if (!read.get()[here()]) read.set(newest({ ...read.get(), [here()]: Date.now() }, (time) => time, 2000));
    if (old) places.set(others);
  } else if (placeNow()) {
    const place = [Math.round(placeNow() * 10_000) / 10_000, Date.now(), article.querySelector("h1").textContent];
    places.set(newest({ ...others, [here()]: place }, ([, time]) => time, 100));
  } else if (old && scrolled) {
    places.set(others);
  }
};

// Whether the reader has moved on this page: until then a place from before counts.
let scrolled = false;
const noteSoon = later(notePlace, 400);

const goOn = (fraction) => {
  const { top, height } = document.querySelector(".prose").getBoundingClientRect();
  scrollTo({ top: scrollY + top + fraction * height });
};

// Offers to go on reading, on the post itself or on the first page of a visit. Who reads on does not want it any more.
let offer;
const offerToGoOn = () => {
  const [fraction, time, title] = places.get()[here()] ?? [];
  if (post() && fraction && !location.hash && scrollY === 0) {
    const text = filled(words["resume-here"], { percent: Math.round(fraction * 100) });
    const go = button(text, () => {
      dismiss();
      goOn(fraction);
      document.querySelector("main h1").focus({ preventScroll: true });
    });
    offer = tell(go);
    return;
  }
  if (here() !== "/" || sessionStorage.getItem(keyOf("offered"))) return;
  const last = Object.entries(places.get()).sort(([, left], [, right]) => right[1] - left[1])[0];
  if (!last || 30 * 86_400_000 < now - last[1][1]) return;
  sessionStorage.setItem(keyOf("offered"), "1");
  offer = tell(make("a", { href: addressOf(last[0]) }, filled(words.resume, { name: last[1][2] })));
};

const markPosts = () =>
  each(":is(.entries, .titles) > li", (item) => {
    const link = item.querySelector(":is(h2, time + *) a, a");
    const path = link && pathOf(link);
    const time = Date.parse(item.querySelector("time")?.dateTime);
    const state = read.get()[path] ? "read" : visits.get().before && visits.get().before < time ? "new" : "";
    if ((item.dataset.state ?? "") === state) return;
    if (state) item.dataset.state = state;
    else delete item.dataset.state;
    link.ariaDescription = state ? words[state] : null;
  });

const arrive = () => {
  scrolled = false;
  markPosts();
  try {
    offerToGoOn();
  } catch {
    // A browser that keeps nothing has nothing to go on with.
  }
  noteSoon();
};
shown.push(arrive);

addEventListener("scroll", () => {
  scrolled = true;
  if (offer && offer === notice && innerHeight / 2 < scrollY) dismiss();
  noteSoon();
});
addEventListener("pagehide", () => {
  notePlace();
  visits.set({ ...visits.get(), last: Date.now() });
});
