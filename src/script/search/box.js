// A field with what it finds. `wanted` says how hits are drawn, and what happens on a change, after it is drawn, on Enter, and
// at a hit's opening.

// After this long a wait is told, in milliseconds.
const MOMENT = 300;
// So long nothing is typed before the number of posts is said.
const PAUSE = 700;

const makeField = (id, isDialog) => {
  const { make } = site;
  const attributes = { type: "text", name: "q", id, placeholder: words.field, "aria-label": words.field, maxlength: 400 };
  const quiet = { autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", dir: "auto" };
  const combo = { role: "combobox", "aria-autocomplete": "list", "aria-controls": `${id}-results`, "aria-expanded": "false" };
  return make("input", { ...attributes, ...quiet, ...(isDialog ? combo : {}) });
};

const makeOrder = () => {
  const { make } = site;
  const options = { relevance: words.relevance, date: words.date };
  const entries = Object.entries(options).map(([value, text]) => make("option", { value }, text));
  return make("select", { "aria-label": words.order }, ...entries);
};

const makeBox = (wanted) => {
  const { make, button, filled, later } = site;
  const { id, isDialog } = wanted;
  const field = makeField(id, isDialog);
  const clear = button(words.clear, () => {
    choose("");
    field.focus();
  });
  clear.className = "clear";
  const bar = make("div", { class: "search-field" }, field, clear);
  const order = makeOrder();
  const count = make("span", {});
  const filters = make("details", { class: "search-filters", id: `${id}-filters` }, make("summary", {}));
  const state = make("div", { class: "search-state" });
  const list = { id: `${id}-results`, "aria-label": words.results };
  const results = isDialog ? make("div", { ...list, role: "listbox" }) : make("ol", { ...list, class: "entries" });
  const more = button(words.more, () => box.more());
  const foot = make("p", { class: "search-foot" }, more);
  const said = make("p", { class: "visually-hidden", role: "status" });
  const line = make("div", { class: "search-line" }, count, order);
  const inside = make("div", { class: "search-inside" }, line, filters, state, results, foot);
  const element = make("form", { class: "search", role: "search", action: site.addressOf(site.searchPage || "/archive/") }, bar, inside, said);

  let query = "";
  let answer;
  let facets;
  let asked;
  let isAwaited = false;
  let slow;

  const say = later(() => (said.textContent = answer && query.trim() ? summary() : ""), PAUSE);
  const summary = () => (answer.total ? filled(words.count, { count: answer.total }) : state.querySelector("p")?.textContent ?? "");

  const drawState = () => {
    const parts = [];
    if (!query.trim()) parts.push(...recent(choose, box.refresh), help(isDialog));
    else if (answer?.failed) parts.push(...failed(answer.failed, answer.hits.length, () => search()));
    else if (answer && !answer.total) parts.push(...nothing(query, choose));
    if (answer?.meant) parts.unshift(site.make("p", {}, button(filled(words.meant, { query: answer.meant }), () => choose(answer.meant))));
    if (answer?.close && answer.hits.length) parts.unshift(make("p", {}, words["close-hits"]));
    state.replaceChildren(...parts);
  };

  const drawFrame = (hasNews = true) => {
    const has = Boolean(query.trim() && answer?.hits.length);
    clear.hidden = !query;
    line.hidden = !has;
    if (has) count.textContent = filled(words.count, { count: answer.total });
    more.hidden = !has || answer.total <= answer.hits.length;
    results.hidden = !has;
    if (isDialog) field.setAttribute("aria-expanded", String(has));
    element.toggleAttribute("data-waits", false);
    drawFilters(filters, query, has ? facets : {}, choose);
    if (hasNews) drawState();
    wanted.drawn(has);
    say();
  };

  const take = (next, from) => {
    clearTimeout(slow);
    isAwaited = false;
    if (next.facets) facets = next.facets;
    // The second part of an answer brings filters alone.
    const isSame = answer?.id === next.id;
    const shown = from || isSame ? answer.hits : [];
    answer = { ...(isSame ? answer : {}), ...next, hits: isSame ? shown : [...shown, ...next.hits] };
    if (!isSame) {
      setActive(box, undefined);
      if (!from) results.replaceChildren();
      results.append(...next.hits.map(wanted.draw));
      site.markPosts();
    }
    drawFrame(!isSame);
  };

  const search = (from = 0) => {
    clearTimeout(slow);
    if (!query.trim()) {
      asked = undefined;
      answer = undefined;
      return drawFrame();
    }
    const answered = (next) => asked === answered && take(next, from);
    asked = answered;
    isAwaited = true;
    slow = setTimeout(() => {
      element.toggleAttribute("data-waits", true);
      if (!answer?.hits.length) state.replaceChildren(make("p", {}, words.loading));
    }, MOMENT);
    ask({ query, order: order.value, from, count: COUNT }, answered);
  };

  // Another query than the one typed.
  const choose = (next) => {
    box.set(next, order.value);
    wanted.changed();
    if (!element.contains(document.activeElement)) field.focus();
  };

  const box = {
    element, bar, foot, field, results, isDialog,
    get query() {
      return query;
    },
    get order() {
      return order.value;
    },
    submit: wanted.submit,
    set(next, nextOrder) {
      if (next === query && nextOrder === order.value && (answer || !query.trim())) return;
      query = field.value = next;
      order.value = nextOrder;
      search();
    },
    focus() {
      field.focus();
      field.select();
    },
    refresh: () => drawFrame(),
    // Whether there are more. Of what is on its way nobody knows, and what is shown may be of the query before.
    more() {
      if (more.hidden || isAwaited) return false;
      const last = results.children.length;
      search(answer.hits.length);
      const isOfButton = document.activeElement === more;
      const go = () => {
        const next = results.children[last]?.querySelector("a");
        if (!next) return;
        observer.disconnect();
        if (isDialog) setActive(box, next);
        if (isDialog) field.focus();
        else if (isOfButton) next.focus();
      };
      const observer = new MutationObserver(go);
      observer.observe(results, { childList: true });
      return true;
    },
  };

  field.addEventListener("input", (event) => {
    // Of a word that is being put together only Korean syllables mean something already.
    if (event.isComposing && !/\p{Script=Hangul}/u.test(field.value)) return;
    if (query === field.value) return;
    query = field.value;
    search();
    wanted.changed();
  });
  field.addEventListener("compositionend", () => field.dispatchEvent(new Event("input")));
  order.addEventListener("change", () => {
    search();
    wanted.changed();
  });
  element.addEventListener("keydown", (event) => pressInBox(box, event));
  element.addEventListener("submit", (event) => event.preventDefault());
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    rememberSearch(query);
    if (!isPlain(event)) return;
    expectMarks(link, answer.words ?? []);
    wanted.opened();
  });
  state.addEventListener("click", (event) => event.target.closest("a") && isPlain(event) && wanted.opened());
  addEventListener("online", () => answer?.failed && search());
  drawFrame();
  return box;
};
