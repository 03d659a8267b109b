// The words of a search, marked on the page that it has led to, until Escape. No node changes, for they are the app's: the
// browser paints marks over them. One that cannot shows the page without.

const MARKS = "lectern-found";
const MOST_MARKS = 2000;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
// Scripts that put no blanks between their words: a word may begin anywhere.
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// What is to be marked: the path of a page, words, and whether to go to the first of them.
let expected;
let watcher;

// The places of a word in a run of letters, as pairs of offsets.
const placesIn = (run, { word, isPrefix }) => {
  if (!WITHOUT_BLANKS.test(word)) {
    const text = folded(run);
    return text === word || (isPrefix && text.startsWith(word)) ? [[0, run.length]] : [];
  }
  // Folding changes lengths, so each part of the folded text knows where it is from.
  const parts = [...run].map(folded);
  const text = parts.join("");
  const ends = [];
  let end = 0;
  [...run].forEach((char, at) => {
    const start = end;
    end += char.length;
    for (let unit = 0; unit < parts[at].length; unit += 1) ends.push([start, end]);
  });
  const places = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    places.push([ends[at][0], ends[at + word.length - 1][1]]);
  }
  return places;
};

const rangesOf = (root, wanted) => {
  const ranges = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < MOST_MARKS; node = walker.nextNode()) {
    if (node.parentElement.closest("button, .anchor, math")) continue;
    for (const { 0: run, index } of node.data.matchAll(RUN)) {
      for (const [start, end] of wanted.flatMap((word) => placesIn(run, word))) {
        const range = document.createRange();
        range.setStart(node, index + start);
        range.setEnd(node, index + end);
        ranges.push(range);
      }
    }
  }
  return ranges;
};

const clearMarks = () => {
  expected = undefined;
  watcher?.disconnect();
  watcher = undefined;
  CSS.highlights?.delete(MARKS);
};

// Long pages come in parts.
const paint = () => {
  const places = document.querySelectorAll("main h1, main .prose");
  const ranges = [...places].flatMap((place) => rangesOf(place, expected.words));
  CSS.highlights.set(MARKS, new Highlight(...ranges));
  return ranges;
};

const goToFirst = (ranges) => {
  const first = ranges.find(({ startContainer }) => startContainer.parentElement.closest(".prose"));
  if (first && innerHeight < first.getBoundingClientRect().bottom) first.startContainer.parentElement.scrollIntoView({ block: "center" });
};

const mark = () => {
  const ranges = paint();
  const prose = document.querySelector("main .prose");
  watcher = new MutationObserver(site.later(() => expected && paint(), 50));
  if (prose) watcher.observe(prose, { childList: true });
  if (!ranges.length) return;
  if (expected.isOfBeginning && !location.hash) goToFirst(ranges);
  const end = site.button(words.unmark, () => {
    site.dismiss();
    clearMarks();
  });
  site.tell(`${site.filled(words.marked, { count: ranges.length })} `, end);
};

// Called whenever another page stands in the document.
const showMarks = () => {
  if (!expected) return;
  if (site.here() !== expected.path || placeOfPage()) return clearMarks();
  mark();
};

const expectMarks = (link, found) => {
  clearMarks();
  if (!CSS.highlights || !found.length) return;
  const list = found.map(({ word, isPrefix }) => ({ word: folded(word), isPrefix }));
  expected = { path: link.dataset.path, words: list, isOfBeginning: link.hasAttribute("data-beginning") };
  // A hit of the page that is there already: nothing else will come.
  if (site.here() === expected.path) setTimeout(() => expected && mark());
};

const listenForMarks = () =>
  document.addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented && !document.querySelector("dialog[open], :popover-open")) clearMarks();
  });
