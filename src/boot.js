(() => {
  // Starts the app once the page has been painted; for readers who save data, at their first interaction.
  const { js, wasm } = document.currentScript.dataset;
  // The one way in which text may become HTML; the app cleans all that comes by it.
  window.lecternPolicy = window.trustedTypes?.createPolicy?.("lectern", { createHTML: (html) => html });
  const start = async () => {
    import(document.querySelector("script[type='text/plain']").src);
    const app = await import(js);
    await app.default({ module_or_path: fetch(wasm, { priority: "low" }) });
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
