// Posts that were found. In the dialog the focus stays in the field, so they are options; on the page they are links under
// headings.

let lastId = 0;

const sectionOfHit = (hit, section) => ({ href: addressOfHit(hit, section), "data-path": hit.path });

const withLang = (element, { lang }) => {
  if (lang) element.lang = lang;
  element.dir = "auto";
  return element;
};

const excerptOf = ({ excerpt }, name = "span") => site.make(name, { class: "excerpt" }, ...marked(excerpt));

// What stands at the beginning of a post belongs to its title.
const beginningOf = ({ sections }) => sections.find(({ anchor }) => !anchor);
const othersOf = ({ sections }) => sections.filter(({ anchor }) => anchor);

const option = (attributes, ...inside) => {
  lastId += 1;
  const own = { role: "option", id: `lectern:hit-${lastId}`, tabindex: -1, "aria-selected": "false" };
  return site.make("a", { ...own, ...attributes }, ...inside);
};

const asOptions = (hit) => {
  const { make } = site;
  const beginning = beginningOf(hit);
  const title = [make("strong", {}, ...marked(hit.title)), make("span", { class: "day" }, hit.day)];
  const first = { ...sectionOfHit(hit, {}), class: "hit-title", ...(beginning ? { "data-beginning": "" } : {}) };
  const links = [
    option(first, ...title, ...(beginning ? [excerptOf(beginning)] : [])),
    ...othersOf(hit).map((section) =>
      option(
        { ...sectionOfHit(hit, section), class: "hit-section" },
        make("strong", {}, ...marked(section.heading)),
        excerptOf(section),
      ),
    ),
  ];
  return withLang(make("div", { class: "hit", role: "group", "aria-label": hit.title.join("") }, ...links), hit);
};

const asLinks = (hit) => {
  const { make } = site;
  const beginning = beginningOf(hit);
  const title = { ...sectionOfHit(hit, {}), ...(beginning ? { "data-beginning": "" } : {}) };
  const item = make("li", { class: "hit" }, make("h2", {}, make("a", title, ...marked(hit.title))));
  if (hit.day) item.append(make("p", { class: "byline" }, hit.day));
  if (beginning) item.append(excerptOf(beginning, "p"));
  const others = othersOf(hit).map((section) =>
    make("li", {}, make("a", sectionOfHit(hit, section), ...marked(section.heading)), excerptOf(section, "p")),
  );
  if (others.length) item.append(make("ul", {}, ...others));
  return withLang(item, hit);
};
