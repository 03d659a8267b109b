// How the reader wants to see pages. `boot.js` applies the same before the first paint; the style sheets do the rest.

const CHOICES = {
  theme: ["", "light", "dark", "sepia", "contrast"],
  face: ["", "sans", "easy"],
  size: ["-2", "-1", "", "1", "2", "3"],
  width: ["-1", "", "1"],
  leading: ["-1", "", "1"],
  align: ["", "justify"],
  keys: ["", "off"],
};

// What the first choice of each is called, and the others by their own names.
const NAMES = { theme: "auto", face: "serif", align: "start", keys: "on" };
const TITLES = { theme: "colors" };

const settings = memory("settings", {}, isMapOf(isText));
const chosen = (name) => (CHOICES[name].includes(settings.get()[name]) ? settings.get()[name] : "");
const nameOf = (name, value) => words[value || NAMES[name]];

const applySettings = () => {
  for (const name of Object.keys(CHOICES)) {
    if (chosen(name)) root.dataset[name] = chosen(name);
    else delete root.dataset[name];
  }
  each("[data-tool='theme']", (tool) => {
    tool.ariaLabel = tool.title = filled(words["theme-is"], { name: nameOf("theme", chosen("theme")) });
  });
};

const choose = (name, value) => {
  settings.set({ ...settings.get(), [name]: value });
  applySettings();
};

const nextTheme = () => {
  const next = { "": "light", light: "dark" }[chosen("theme")] ?? "";
  choose("theme", next);
  if (panel) showPanel();
  say(filled(words["theme-is"], { name: nameOf("theme", next) }));
};

// The panel is made when it is first wanted. A click beside it closes it, on its button too, which must not open it again.
let panel;
let closedAt = 0;
const JUST_NOW = 250;

const radios = (name) =>
  make(
    "fieldset",
    {},
    make("legend", {}, words[TITLES[name] ?? name]),
    ...CHOICES[name].map((value) => {
      const input = make("input", { type: "radio", name, value });
      input.checked = value === chosen(name);
      return make("label", {}, input, nameOf(name, value));
    }),
  );

const slider = (name) => {
  const input = make("input", { type: "range", name, min: 0, max: CHOICES[name].length - 1 });
  input.value = CHOICES[name].indexOf(chosen(name));
  return make("label", {}, make("span", {}, words[name]), input);
};

const showPanel = () => {
  const reset = button(words.reset, () => {
    settings.clear();
    applySettings();
    showPanel();
    panel.querySelector("button").focus();
  });
  const close = button("×", () => panel.hidePopover());
  close.ariaLabel = words.close;
  close.className = "close";
  const title = make("h2", { id: "lectern:settings-title" }, words.settings);
  const controls = ["theme", "face"].map(radios).concat(["size", "width", "leading"].map(slider), ["align", "keys"].map(radios));
  panel.replaceChildren(close, title, ...controls, reset, make("div", { "data-place": "offline" }));
  offline.show();
};

const openPanel = () => {
  if (!panel) {
    const attributes = { class: "panel", popover: "auto", role: "dialog", "aria-labelledby": "lectern:settings-title" };
    panel = make("form", attributes);
    panel.addEventListener("submit", (event) => event.preventDefault());
    panel.addEventListener("input", ({ target: { name, type, value } }) => {
      choose(name, type === "range" ? CHOICES[name][value] : value);
    });
    panel.addEventListener("toggle", ({ newState }) => newState === "closed" && (closedAt = performance.now()));
    document.body.append(panel);
  }
  if (panel.matches(":popover-open")) return panel.hidePopover();
  if (closedAt && performance.now() - closedAt < JUST_NOW) return;
  showPanel();
  panel.showPopover();
  panel.querySelector(":checked").focus();
};

applySettings();
shown.push(applySettings);
