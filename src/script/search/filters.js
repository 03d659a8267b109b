// Ways to narrow a search: the categories, tags, authors and years of what was found, with counts. Each is a word of the
// query, and its button puts it there or takes it away.

const KINDS = { category: words.categories, tag: words.tags, author: words.authors, year: words.years };
const MOST_OF_KIND = 12;

const nameOf = (filter) => filter.slice(filter.indexOf(":") + 1).replaceAll('"', "");

// Those of the query are shown even if the worker does not know of them.
const filtersToShow = (query, kind, known = []) => {
  const shown = known.slice(0, MOST_OF_KIND);
  const own = filtersOf(query, kind).filter((part) => !shown.some(([, filter]) => plain(filter) === plain(part)));
  return [...own.map((part) => known.find(([, filter]) => plain(filter) === plain(part)) ?? [nameOf(part), part]), ...shown];
};

const drawFilters = (place, query, facets, choose) => {
  const { make, button } = site;
  const focused = place.contains(document.activeElement) && document.activeElement.dataset.filter;
  const groups = Object.entries(KINDS).flatMap(([kind, label]) => {
    const filters = filtersToShow(query, kind, facets?.[kind]);
    if (!filters.length) return [];
    const buttons = filters.map(([name, filter, count]) => {
      const toggle = button(name, () => choose(toggled(query, filter)));
      if (count !== undefined) toggle.append(" ", make("span", { class: "count" }, String(count)));
      toggle.dataset.filter = filter;
      toggle.ariaPressed = String(has(query, filter));
      return toggle;
    });
    const id = `${place.id}-${kind}`;
    return make("div", { role: "group", "aria-labelledby": id }, make("span", { class: "overline", id }, label), ...buttons);
  });
  const count = Object.keys(KINDS).reduce((sum, kind) => sum + filtersOf(query, kind).length, 0);
  // As long as they are not known, their place is kept: what is below must not move under the pointer.
  place.hidden = Boolean(facets) && !groups.length;
  // What opens them may have the focus, so it stays.
  const [summary, ...old] = place.children;
  old.forEach((group) => group.remove());
  summary.textContent = words.filters + (count ? ` (${count})` : "");
  place.append(...groups);
  if (focused) place.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
};
