// What a page tells of its search box: when a key was pressed, when hits were there, when they were painted.

/** Runs in the page before anything else. */
export function watch({ list, hit }) {
  const state = { armed: false, pressed: 0, first: null, last: null, changed: performance.now() };
  window.searchWatch = state;
  const press = (event) => {
    if (state.armed && !state.pressed) state.pressed = event.timeStamp;
  };
  for (const type of ["keydown", "beforeinput", "input"]) addEventListener(type, press, { capture: true });
  // A message that is posted in a frame arrives once the frame has been handed over for painting.
  const afterPaint = (done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  });
  const isOfList = ({ target }) => (target.closest ? target : target.parentElement)?.closest(list);
  const see = (changes) => {
    const inDocument = state.changed = performance.now();
    if (!state.armed || !state.pressed || !document.querySelector(hit) || !changes.some(isOfList)) return;
    const seen = { inDocument: inDocument - state.pressed };
    state.first ??= seen;
    state.last = seen;
    afterPaint((now) => { seen.painted = now - state.pressed; });
  };
  new MutationObserver(see).observe(document, { childList: true, characterData: true, subtree: true });
  window.searchArm = () => Object.assign(state, { armed: true, pressed: 0, first: null, last: null });
}

/** Waits for hits to be painted, but not for ever, as a query may have none or the same as the one before. */
export const hits = (tab) =>
  tab.waitForFunction(() => window.searchWatch.last?.painted, null, { timeout: 6e3, polling: 30 }).catch(() => null);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until nothing has been asked of the server and nothing has changed on the page for a while. */
export async function settle(tab, log, quiet = 400, patience = 20e3) {
  let seen = log.length;
  let since = Date.now();
  for (const end = Date.now() + patience; Date.now() < end; await sleep(40)) {
    const still = await tab.evaluate(() => performance.now() - window.searchWatch.changed);
    if (log.length !== seen) {
      seen = log.length;
      since = Date.now();
    }
    if (quiet < still && quiet < Date.now() - since) return;
  }
}
