// What articles gain: buttons that copy code, pictures enlarged, films opened.

const offerToCopy = () =>
  each("figure.code:not(:has(> .copy))", (figure) => {
    figure.append(make("button", { class: "copy", type: "button" }, words.copy));
  });

const copy = async (button) => {
  const code = button.parentElement.querySelector("code");
  try {
    // The line end before the closing fence is not the author's, and a terminal would run the last line at once.
    await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ""));
    button.textContent = words.copied;
    say(words["code-copied"]);
  } catch {
    // Pages without encryption may not use the clipboard, but the reader may.
    getSelection().selectAllChildren(code);
    button.textContent = words["press-keys"];
    say(words["code-selected"]);
  }
  setTimeout(() => (button.textContent = words.copy), 2000);
};

// Those in links and buttons have a purpose already.
const PICTURES = ":is(.prose, .cover) img:not(a *, summary *, button *)";

// Makes a loaded picture a button if there is more of it to be seen.
const offerToEnlarge = (picture) => {
  const { clientWidth, naturalWidth } = picture;
  // What the browser has loaded may be one of the smaller copies.
  const width = Math.max(naturalWidth, Number(picture.getAttribute("width")) || 0);
  if (clientWidth === 0 || (!picture.hasAttribute("srcset") && width <= 1.2 * clientWidth)) return;
  const ariaLabel = filled(words.enlarge, { name: picture.alt });
  Object.assign(picture, { role: "button", tabIndex: 0, ariaHasPopup: "dialog", ariaLabel });
};

// The browser does the rest: a modal dialog keeps the focus, closes with Escape, and gives the focus back.
const enlarge = (picture) => {
  const dialog = make("dialog", { class: "zoom", "aria-label": words.picture });
  const close = make("button", { type: "button", "aria-label": words.close }, "×");
  const large = make("img", { alt: picture.alt, src: picture.getAttribute("src") });
  for (const name of ["width", "height"]) {
    if (picture.hasAttribute(name)) large.setAttribute(name, picture.getAttribute(name));
  }
  dialog.append(close, large);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

// The frames that have taken the places of links, with these.
const opened = new Map();

// The press writes the address of a frame only where the author's settings allow it, and the page's policy knows the
// same settings.
const openFrame = (link) => {
  const frame = make("iframe", {
    title: link.querySelector("span")?.textContent ?? "",
    allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
    // Its own origin is another than the page's, so it gets at nothing here.
    sandbox: "allow-popups allow-presentation allow-same-origin allow-scripts",
    // Services refuse to play for who does not say where.
    referrerpolicy: "strict-origin-when-cross-origin",
    src: link.dataset.frame,
  });
  link.replaceWith(frame);
  frame.focus();
  opened.set(frame, link);
};

// Coming back to a page must not make it play by itself.
const closeFrames = () => {
  for (const [frame, link] of opened) {
    if (frame.isConnected) continue;
    frame.replaceWith(link);
    opened.delete(frame);
  }
};
