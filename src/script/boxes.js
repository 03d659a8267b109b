// Boxes beside what the pointer or the focus is on: a footnote, or what a link leads to. Who cannot see them misses
// nothing: the mark is a link to the note, and the link opens the page.

// What the box belongs to, and the box.
let mark;
let box;
let leaving;
let coming;

const stay = () => {
  clearTimeout(leaving);
  leaving = undefined;
};

const hide = () => {
  stay();
  clearTimeout(coming);
  box?.remove();
  mark = box = undefined;
};

const show = (link, content, kind) => {
  hide();
  mark = link;
  box = content;
  box.className = `${kind} box`;
  box.ariaHidden = "true";
  const { left, right, top, bottom } = link.getBoundingClientRect();
  const isLow = document.documentElement.clientHeight < 2 * top;
  if (isLow) box.dataset.side = "above";
  box.style.setProperty("--x", `${Math.round((left + right) / 2)}px`);
  box.style.setProperty("--y", `${Math.round(scrollY + (isLow ? top - 6 : bottom + 6))}px`);
  document.body.append(box);
};

const note = (link) => {
  const note = document.getElementById(decoded(link.hash.slice(1)))?.cloneNode(true);
  if (!note) return;
  note.removeAttribute("id");
  for (const element of note.querySelectorAll("[id], a")) {
    element.removeAttribute("id");
    element.tabIndex = -1;
  }
  show(link, note, "prose note-popover");
};

// The data of pages that links lead to, by the addresses of their files; nothing for those that are no documents.
const pages = new Map();

const fileOf = (path) => addressOf(path.endsWith("/") ? `${path}index.md` : `${path.replace(/\.html$/, "")}.md`);

const pageAt = async (path) => {
  try {
    const answer = await fetch(fileOf(path), { priority: "low" });
    if (!answer.ok) return;
    // Between the first two lines of dashes stands one line of JSON.
    return JSON.parse((await answer.text()).split("\n", 2)[1]);
  } catch {}
};

const preview = async (link) => {
  const path = pathOf(link);
  if (!pages.has(path)) pages.set(path, pageAt(path));
  const page = await pages.get(path);
  if (!page?.title || mark || !(link.matches(":hover") || link === document.activeElement)) return;
  const minutes = page.day ? [make("small", {}, page.day)] : [];
  show(link, make("div", {}, make("strong", {}, page.title), ...minutes, make("p", {}, page.description ?? "")), "preview");
};

const hasPreview = (link) =>
  link.matches(".prose a[href]:not([data-path]), .others a[href]") &&
  !link.hasAttribute("download") &&
  pathOf(link) !== undefined &&
  pathOf(link) !== here() &&
  !navigator.connection?.saveData;

const point = ({ type, target }) => {
  if (target.closest?.("[data-tool='search']")) expectSearch();
  const link = target.closest?.("a[href]");
  if (box && (box.contains(target) || (link && link === mark))) return stay();
  if (link?.matches(".footnote")) return note(link);
  clearTimeout(coming);
  if (link && hasPreview(link) && (type === "mouseover" || link.matches(":focus-visible"))) {
    coming = setTimeout(() => {
      hide();
      preview(link);
    }, 450);
  }
  // Enough for the way from the mark to the box.
  if (box && !leaving) leaving = setTimeout(hide, 300);
};
