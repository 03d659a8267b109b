(() => {
  // Shows pages as the reader wants them, before anything is painted. Then starts the scripts and the app, once the page
  // has been painted; for readers who save data, at their first interaction.
  const { js, wasm } = document.currentScript.dataset;
  const folder = js.slice(0, js.lastIndexOf("/") + 1);
  try {
    // Joined by signs, since Trunk fills what stands in braces here.
    const { version, data } = JSON.parse(localStorage.getItem("lectern:" + folder + ":settings"));
    for (const name of version === 1 ? ["theme", "face", "size", "width", "leading", "align"] : []) {
      if (data[name]) document.documentElement.dataset[name] = data[name];
    }
  } catch {
    // Nothing is kept, or what is kept is damaged.
  }
  // The one way in which text may become HTML; the app cleans all that comes by it. And the one for scripts of workers:
  // whatever the address, a file of the site's own folder.
  window.lecternPolicy = window.trustedTypes?.createPolicy?.("lectern", {
    createHTML: (html) => html,
    createScriptURL: (address) => folder + /[\w-]+\.js$/.exec(address)[0],
  });
  const start = async () => {
    const script = import(document.querySelector("script[type='text/plain']").dataset.src);
    try {
      // The app has its words from the scripts.
      const [app] = await Promise.all([import(js), script]);
      await app.default({ module_or_path: fetch(wasm, { priority: "low" }) });
    } finally {
      const { start } = await script;
      setTimeout(start);
    }
  };
  const afterPaint = () => requestAnimationFrame(() => setTimeout(start));
  if (navigator.connection?.saveData) {
    const signs = ["pointerdown", "keydown", "scroll"];
    const begin = () => {
      signs.forEach((sign) => removeEventListener(sign, begin));
      start();
    };
    signs.forEach((sign) => addEventListener(sign, begin, { passive: true }));
  } else if (document.readyState === "complete") {
    afterPaint();
  } else {
    addEventListener("load", afterPaint);
  }
})();
