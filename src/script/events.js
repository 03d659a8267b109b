// Who hears what. Last of the parts: it knows all others.

const TOOLS = { search: openSearch, theme: nextTheme, settings: openPanel, save: toggleSaved, share };

const click = (event) => {
  hide();
  const { target } = event;
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const link = target.closest("a");
  const tool = target.closest("[data-tool]");
  if (tool) TOOLS[tool.dataset.tool]();
  else if (target.className === "copy") copy(target);
  else if (target.matches(`${PICTURES}[aria-haspopup]`)) enlarge(target);
  if (target.closest(".to-top") && isPlain) toTop(event);
  if (!link || !isPlain) return;
  if (link.closest(".embed") && link.dataset.frame) {
    event.preventDefault();
    openFrame(link);
  } else if (link.dataset.repoId) {
    event.preventDefault();
    openComments(link);
  } else if (link.matches(".anchor")) {
    copyAddress(link.href);
  } else if (link.closest(`#${CONTENTS}:popover-open`)) {
    link.closest("nav").hidePopover();
  }
};

const press = (event) => {
  const { key, repeat, target } = event;
  if (key === "Escape") {
    hide();
    dismiss();
  }
  if (!repeat && (key === "Enter" || key === " ") && target.matches?.(`${PICTURES}[aria-haspopup]`)) {
    event.preventDefault();
    enlarge(target);
  }
  pressKey(event);
};

const load = ({ target }) => target.matches?.(PICTURES) && offerToEnlarge(target);

for (const [type, act] of Object.entries({ click, keydown: press, mouseover: point, focusin: point, load })) {
  // Pictures tell only those of their load who listen before them, and the app follows links after this.
  document.addEventListener(type, act, type === "load" || type === "click");
}
addEventListener("offline", () => tell(words["gone-offline"]));
addEventListener("online", () => tell(words["back-online"]));

each(PICTURES, offerToEnlarge);
offerToCopy();

// What the scripts that are loaded later have of this one.
const script = import.meta.url;
const tools = { addressOf, base, button, decoded, dismiss, each, fileOf, filled, here, keyOf, later, make, markPosts, offline, pathOf, say, script, searchPage, searches, shown, tell };

// What keeps the blog for reading offline comes last of all. Not every browser can, and not everywhere: pages without
// encryption have no cache.
const bringOffline = async () => {
  if (!offlineFile || !window.caches || !navigator.serviceWorker) return;
  try {
    const { start } = await import(base + offlineFile);
    await start(tools);
  } catch {}
};

// Begins with what adds nodes, once the app has taken the page over or is known not to come.
let lastPage;
export const start = () => {
  const look = () => {
    offerToCopy();
    closeFrames();
    const page = document.querySelector("main > *");
    if (page === lastPage) return;
    lastPage = page;
    pathShown = location.pathname;
    arrived?.();
    dismiss();
    // One by one, so that none of them holds up the reader.
    shown.forEach((act) => setTimeout(act));
  };
  new MutationObserver(look).observe(document.getElementById("lectern"), { childList: true, subtree: true });
  look();
  setTimeout(bringOffline, 500);
};
