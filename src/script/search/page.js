// The page of a search, which can be shared: query and order are in its address. What is typed changes the address of the
// entry that is there; going back and forth shows what each entry was about.

let pageBox;

// Written by the press. The app looks for it where it was, so it stays, and only what is in it changes.
const PLACE = "main > .document > .prose > div#search";
const placeOfPage = () => (site.here() === site.searchPage ? document.querySelector(PLACE) : undefined);

const noteAddress = () => {
  if (!placeOfPage()) return;
  const address = addressOfSearch(pageBox.query, pageBox.order);
  // The app knows its entries by their states.
  if (address !== location.pathname + location.search) history.replaceState(history.state, "", address);
};

// Where the reader was in results that are looked for anew: under the key of the entry, the app has noted it as for any page.
let position = 0;
const placeOf = () => {
  try {
    return Number(sessionStorage.getItem(`lectern:scroll:${history.state}`)) || 0;
  } catch {
    return 0;
  }
};

const goBack = (has) => {
  if (!has || !position) return;
  if (scrollY === 0) scrollTo({ top: position, behavior: "instant" });
  position = 0;
};

const showPage = () => {
  const place = placeOfPage();
  if (!place) return;
  if (!pageBox) {
    // Browsers refuse to change addresses too often.
    const noteSoon = site.later(noteAddress, 300);
    position = placeOf();
    pageBox = makeBox({
      id: "lectern:search-page",
      isDialog: false,
      draw: asLinks,
      submit() {
        noteAddress();
        rememberSearch(pageBox.query);
        // The keyboard of a phone would stand before the results.
        if (matchMedia("(pointer: coarse)").matches) pageBox.field.blur();
      },
      opened: noteAddress,
      changed: noteSoon,
      drawn: goBack,
    });
  }
  if (!place.contains(pageBox.element)) place.replaceChildren(pageBox.element);
  const values = new URLSearchParams(location.search);
  pageBox.set(values.get("q") ?? "", values.get("sort") === "date" ? "date" : "relevance");
};

const open = () => {
  if (placeOfPage() && pageBox) pageBox.focus();
  else openDialog();
};

export const start = (tools) => {
  site = tools;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  beginWorker();
  site.shown.push(showPage, showMarks);
  addEventListener("popstate", () => setTimeout(showPage));
  listenForMarks();
  showPage();
  return { open };
};
