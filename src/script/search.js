// Search is a script of its own, loaded when the reader seems to want it. Without it, posts are looked for in the archive.

const searches = memory("searches", [], isListOf(isText));

let search;
const bringSearch = () => (search ??= searchFile ? import(base + searchFile).then(({ start }) => start(tools)) : Promise.reject());

// Who only seems to want it is not told if it does not come.
const expectSearch = () => bringSearch().catch(() => (search = undefined));

const openSearch = async () => {
  const found = await expectSearch();
  if (found) found.open();
  // Its page may be of a newer build, which has what this one looks for in vain.
  else go((navigator.onLine && searchPage) || "/archive/");
};

shown.push(() => here() === searchPage && expectSearch());
