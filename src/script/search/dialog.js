// The box over any page. The browser keeps the focus in it, closes it with Escape, and gives the focus back to where it was.
// Closing loses nothing: the next time the same query is there, selected, so that typing begins another one.

let dialog;
let dialogBox;

const closeDialog = () => dialog?.close();

// The page of all results, or the first one if there is no such page.
const submitDialog = () => {
  const link = dialog.querySelector(".search-all:not([hidden])") ?? dialog.querySelector("[role='option']");
  if (link) link.click();
  else rememberSearch(dialogBox.query);
};

const makeDialog = () => {
  const { make, button } = site;
  const all = make("a", { class: "search-all", hidden: "" }, words.page);
  const close = button("×", closeDialog);
  close.ariaLabel = words.close;
  close.className = "close";
  dialogBox = makeBox({
    id: "lectern:search-dialog",
    isDialog: true,
    draw: asOptions,
    submit: submitDialog,
    opened: closeDialog,
    changed() {
      all.hidden = !site.searchPage || !dialogBox.query.trim();
      if (site.searchPage) all.href = addressOfSearch(dialogBox.query, dialogBox.order);
    },
  });
  dialogBox.bar.append(close);
  dialogBox.foot.append(all);
  all.addEventListener("click", (event) => {
    rememberSearch(dialogBox.query);
    if (isPlain(event)) closeDialog();
  });
  dialog = make("dialog", { class: "search-dialog", "aria-label": words.title, closedby: "any" }, dialogBox.element);
  // Escape ends what an input method has begun, and nothing else.
  let composing = false;
  dialog.addEventListener("compositionstart", () => (composing = true));
  dialog.addEventListener("compositionend", () => setTimeout(() => (composing = false)));
  dialog.addEventListener("cancel", (event) => composing && event.cancelable && event.preventDefault());
  // The keys of the page behind are not for now.
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      dialogBox.focus();
    }
    event.stopPropagation();
  });
  document.body.append(dialog);
};

const openDialog = () => {
  if (!dialog) makeDialog();
  dialogBox.refresh();
  if (!dialog.open) dialog.showModal();
  dialogBox.focus();
};
