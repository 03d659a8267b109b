// The box over any page. The browser keeps the focus in it, closes it with Escape, and gives the focus back to where it was.
// Closing loses nothing: the next time the same query is there, selected, so that typing begins another one.

let dialog;
let dialogBox;

const closeDialog = () => dialog?.close();

// To the page of all results, or to the first one if there is no such page.
const submitDialog = () => {
  if (!dialogBox.query.trim()) return;
  dialog.querySelector(site.searchPage ? ".search-all" : "[role='option']")?.click();
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
      if (site.searchPage) all.href = addressOfSearch(dialogBox.query, dialogBox.order);
    },
    drawn: (has) => (all.hidden = !has || !site.searchPage),
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
