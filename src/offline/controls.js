// What the reader sees of it, and presses: in the panel of settings and on the page of saved posts.

const offerBlog = async () => {
  try {
    const { posts, size } = await list();
    change({ name: "offered", posts, size });
  } catch {
    change({ name: "unreachable" });
  }
};

const startKeeping = () => {
  // The browser may ask the reader; it may also clear away the blog some day, which is told then.
  navigator.storage?.persist?.().catch(() => {});
  return keepBlog(true);
};

// Each state's text and buttons.
const STATES = {
  none: [words.about, [words.offer, offerBlog]],
  offered: [words.size, [words.download, startKeeping]],
  loading: [words.loading, [words.stop, () => controller.abort()]],
  stopped: [words.stopped, [words["go-on"], startKeeping], [words.remove, () => remove()]],
  full: [words.full, [words["go-on"], startKeeping], [words.remove, () => remove()]],
  failed: [words.failed, [words["go-on"], startKeeping], [words.remove, () => remove()]],
  unreachable: [words.unreachable, [words.offer, offerBlog]],
  evicted: [words.evicted, [words.download, startKeeping], [words.remove, () => remove()]],
  kept: [words.kept, [words.remove, () => remove()]],
};

const textOf = ({ name, posts, done = 0, size }) =>
  site.filled(STATES[name][0], { posts, done: inWords(done), size: size === undefined ? "…" : inWords(size) });

const bar = () => {
  const progress = site.make("progress", { "aria-label": words.progress });
  if (state.size) Object.assign(progress, { max: state.size, value: state.done });
  return progress;
};

const showIn = (place) => {
  const hadFocus = place.contains(document.activeElement);
  const buttons = STATES[state.name].slice(1).map(([text, act]) => site.button(text, act));
  const inside = [site.make("h2", {}, words.title), site.make("p", {}, textOf(state))];
  if (state.name === "loading") inside.push(bar());
  place.replaceChildren(...inside, site.make("p", { class: "actions" }, ...buttons));
  place.dataset.state = state.name;
  if (hadFocus) buttons[0].focus();
};

const showBlog = () => site.each("[data-place='offline']", showIn);

// What goes on is shown in the nodes that are there. An end that the reader waits for is told, too, where nothing shows it.
const change = (next, isAwaited) => {
  const places = [...document.querySelectorAll("[data-place='offline']")];
  const isProgress = state.name === "loading" && next.name === "loading";
  state = next;
  if (!isProgress) {
    places.forEach(showIn);
    const isShown = places.some((place) => place.getClientRects().length);
    if (isShown) site.say(textOf(next));
    else if (isAwaited) site.tell(textOf(next));
    return;
  }
  for (const place of places) {
    place.querySelector("p").textContent = textOf(next);
    place.querySelector("progress").replaceWith(bar());
  }
};

// Counts what is there of a blog that is not whole.
const countKept = async () => {
  const cache = await caches.open(blogName);
  const found = await cache.keys();
  const sizes = await Promise.all(found.map(async (request) => Number((await cache.match(request)).headers.get("size"))));
  return sizes.reduce((sum, size) => sum + size, 0);
};
