// What browsers can add to articles by themselves, with the app or without: buttons that copy code, pictures enlarged,
// films opened, footnotes shown beside their marks. Everything is heard at the document, so that it works for every
// article, whoever brings it. In JavaScript, since in WebAssembly the same takes four times the bytes.
(() => {
  const make = (name, attributes) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  const status = make("p", { class: "visually-hidden", role: "status" });
  document.body.append(status);

  const offerToCopy = () =>
    each("figure.code:not(:has(> .copy))", (figure) => {
      const button = make("button", { class: "copy", type: "button" });
      button.textContent = "Copy";
      figure.append(button);
    });

  const copy = async (button) => {
    const code = button.parentElement.querySelector("code");
    try {
      // The line end before the closing fence is not the author's, and a terminal would run the last line at once.
      await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ""));
      button.textContent = "Copied";
      status.textContent = "The code is copied.";
    } catch {
      // Pages without encryption may not use the clipboard, but the reader may.
      getSelection().selectAllChildren(code);
      button.textContent = "Press Ctrl+C";
      status.textContent = "The code is selected. Press Control C, or Command C on a Mac, to copy it.";
    }
    setTimeout(() => {
      button.textContent = "Copy";
      // The same words are only told again if there was something else between.
      status.textContent = "";
    }, 2000);
  };

  // Those in links and buttons have a purpose already.
  const PICTURES = ".prose img:not(a *, summary *, button *)";

  // Makes a loaded picture a button if there is more of it to be seen.
  const offerToEnlarge = (picture) => {
    const { clientWidth, naturalWidth } = picture;
    // What the browser has loaded may be one of the smaller copies.
    const width = Math.max(naturalWidth, Number(picture.getAttribute("width")) || 0);
    if (clientWidth === 0 || (!picture.hasAttribute("srcset") && width <= 1.2 * clientWidth)) return;
    const ariaLabel = `Enlarge picture: ${picture.alt}`;
    Object.assign(picture, { role: "button", tabIndex: 0, ariaHasPopup: "dialog", ariaLabel });
  };

  // The browser does the rest: a modal dialog keeps the focus, closes with Escape, and gives the focus back.
  const enlarge = (picture) => {
    const dialog = make("dialog", { class: "zoom", "aria-label": "Picture" });
    const button = make("button", { type: "button", "aria-label": "Close" });
    const large = make("img", { alt: picture.alt, src: picture.getAttribute("src") });
    for (const name of ["width", "height"]) {
      if (picture.hasAttribute(name)) large.setAttribute(name, picture.getAttribute(name));
    }
    button.textContent = "×";
    dialog.append(button, large);
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  // The frames that have taken the places of links, with these.
  const opened = new Map();

  // The press writes the address of a frame only where the author's settings allow it, and the page's policy knows the
  // same settings.
  const open = (link) => {
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
  const close = () => {
    for (const [frame, link] of opened) {
      if (frame.isConnected) continue;
      frame.replaceWith(link);
      opened.delete(frame);
    }
  };

  // The mark whose footnote is shown in a box, and the box. Who cannot see it misses nothing: the mark is a link to the
  // note.
  let mark;
  let box;
  let leaving;

  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const hide = () => {
    stay();
    box?.remove();
    mark = box = undefined;
  };
  const show = (link) => {
    const note = document.getElementById(decoded(link.hash.slice(1)));
    if (!note) return;
    mark = link;
    box = note.cloneNode(true);
    box.removeAttribute("id");
    box.className = "prose note-popover";
    box.ariaHidden = "true";
    for (const element of box.querySelectorAll("[id], a")) {
      element.removeAttribute("id");
      element.tabIndex = -1;
    }
    const { left, right, top, bottom } = link.getBoundingClientRect();
    const isLow = document.documentElement.clientHeight < 2 * top;
    if (isLow) box.dataset.side = "above";
    box.style.setProperty("--x", `${Math.round((left + right) / 2)}px`);
    box.style.setProperty("--y", `${Math.round(scrollY + (isLow ? top - 6 : bottom + 6))}px`);
    document.body.append(box);
  };
  const point = ({ target }) => {
    const link = target.closest?.("a.footnote");
    if (box && (box.contains(target) || link === mark)) {
      stay();
    } else if (link) {
      hide();
      show(link);
    } else if (box && !leaving) {
      // Enough for the way from the mark to the box.
      leaving = setTimeout(hide, 300);
    }
  };

  const click = (event) => {
    hide();
    const { target } = event;
    const link = target.closest(".embed > a[data-frame]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (target.className === "copy") {
      copy(target);
    } else if (link && isPlain) {
      event.preventDefault();
      open(link);
    } else if (target.matches(`${PICTURES}[aria-haspopup]`)) {
      enlarge(target);
    }
  };
  const press = (event) => {
    const { key, repeat, target } = event;
    if (key === "Escape") hide();
    if (!repeat && (key === "Enter" || key === " ") && target.matches?.(`${PICTURES}[aria-haspopup]`)) {
      event.preventDefault();
      enlarge(target);
    }
  };
  const load = ({ target }) => target.matches?.(PICTURES) && offerToEnlarge(target);

  for (const [type, act] of Object.entries({ click, keydown: press, mouseover: point, focusin: point, load })) {
    // Pictures tell only those of their load who listen before them.
    document.addEventListener(type, act, type === "load");
  }
  each(PICTURES, offerToEnlarge);
  offerToCopy();
  const root = document.getElementById("lectern");
  new MutationObserver(() => {
    offerToCopy();
    close();
  }).observe(root, { childList: true, subtree: true });
})();
