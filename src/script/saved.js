// Posts that the reader keeps for later, on a page of their own with all that is kept.

const saved = memory(
  "saved",
  [],
  isListOf((item) => item !== null && typeof item === "object" && isText(item.path) && isText(item.title)),
);
const MOST_SAVED = 500;

const isSaved = (path) => saved.get().some((item) => item.path === path);

const setSaved = (items) => {
  saved.set(items.slice(0, MOST_SAVED));
  showSaved();
};

const toggleSaved = () => {
  const article = post();
  if (!article) return;
  const path = here();
  const others = saved.get().filter((item) => item.path !== path);
  const wasSaved = isSaved(path);
  setSaved(wasSaved ? others : [{ path, title: article.querySelector("h1").textContent, time: Date.now() }, ...others]);
  say(wasSaved ? words["is-removed"] : words["is-saved"]);
};

const removeSaved = (path) => {
  const before = saved.get();
  setSaved(before.filter((item) => item.path !== path));
  const undo = button(words.undo, () => {
    dismiss();
    setSaved(before);
  });
  tell(`${words["is-removed"]} `, undo);
  undo.focus();
};

const savedItem = ({ path, title }) => {
  const remove = button("×", () => removeSaved(path));
  remove.className = "remove";
  remove.ariaLabel = filled(words.remove, { name: title });
  return make("li", {}, make("a", { href: addressOf(path) }, title), remove);
};

const exportData = () => {
  const text = JSON.stringify({ lectern: VERSION, data: everything() }, null, 1);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: address, download: "lectern.json" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

const importData = () => {
  const input = make("input", { type: "file", accept: "application/json,.json" });
  input.addEventListener("change", async () => {
    const isTaken = take(await input.files[0].text());
    if (isTaken) refresh();
    tell(isTaken ? words.imported : words["not-imported"]);
  });
  input.click();
};

const clearData = () => {
  const before = JSON.stringify({ lectern: VERSION, data: everything() });
  kinds.forEach((own) => own.clear());
  offline.forget();
  refresh();
  const undo = button(words.undo, () => {
    dismiss();
    take(before);
    refresh();
  });
  tell(`${words.cleared} `, undo);
};

const showSaved = () => {
  each("[data-tool='save']", (tool) => {
    tool.ariaPressed = String(isSaved(here()));
    tool.title = isSaved(here()) ? words.saved : words.save;
  });
  each("[data-place='saved']", (place) => {
    const items = saved.get();
    place.replaceChildren(
      items.length ? make("ul", { class: "saved-list" }, ...items.map(savedItem)) : make("p", { class: "empty" }, words["none-saved"]),
      make("h2", {}, words["your-data"]),
      make("p", {}, words["about-data"]),
      make(
        "p",
        { class: "actions" },
        button(words.export, exportData),
        button(words.import, importData),
        button(words.clear, clearData),
      ),
      make("div", { "data-place": "offline" }),
    );
  });
  offline.show();
};
shown.push(showSaved);

// Everything that is shown of what is kept.
const refresh = () => {
  applySettings();
  markPosts();
  showSaved();
};
