// What the site keeps in the reader's browser, and nowhere else. Every kind of data has a key, a version and a check of its
// shape: what does not fit, from another version or another program, counts as nothing. Where nothing can be kept, a
// change lasts as long as the page.

const VERSION = 1;
const kinds = new Map();
let isRefused = false;

const isText = (value) => typeof value === "string";
const isNumber = (value) => Number.isFinite(value);
const isMapOf = (isValid) => (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) && Object.values(value).every(isValid);
const isListOf = (isValid) => (value) => Array.isArray(value) && value.every(isValid);

const keyOf = (kind) => `lectern:${base}:${kind}`;

const memory = (kind, empty, isValid) => {
  let value;
  const read = (text) => {
    try {
      const { version, data } = JSON.parse(text);
      if (version === VERSION && isValid(data)) return data;
    } catch {}
    return structuredClone(empty);
  };
  const own = {
    get() {
      if (value === undefined) {
        let text = null;
        try {
          text = localStorage.getItem(keyOf(kind));
        } catch {}
        value = read(text);
      }
      return value;
    },
    set(data) {
      value = data;
      try {
        localStorage.setItem(keyOf(kind), JSON.stringify({ version: VERSION, data }));
      } catch {
        if (!isRefused) tell(words["not-stored"]);
        isRefused = true;
      }
    },
    // Another tab has changed it, or all of it is to be read anew.
    forget() {
      value = undefined;
    },
    clear() {
      value = structuredClone(empty);
      try {
        localStorage.removeItem(keyOf(kind));
      } catch {}
    },
    isValid,
  };
  kinds.set(kind, own);
  return own;
};

// The newest of a map's entries, by a number of each.
const newest = (map, time, count) => {
  const entries = Object.entries(map);
  if (entries.length <= count) return map;
  return Object.fromEntries(entries.sort(([, left], [, right]) => time(right) - time(left)).slice(0, count));
};

const everything = () => Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.get()]));

// Takes data that was exported; whether it is any.
const take = (text) => {
  try {
    const { lectern, data } = JSON.parse(text);
    const parts = Object.entries(data).filter(([kind, value]) => kinds.get(kind)?.isValid(value));
    if (lectern !== VERSION || parts.length === 0) return false;
    for (const [kind, value] of parts) kinds.get(kind).set(value);
    return true;
  } catch {
    return false;
  }
};

addEventListener("storage", ({ key }) => {
  const kind = [...kinds.keys()].find((kind) => keyOf(kind) === key);
  if (key !== null && !kind) return;
  kinds.forEach((own, name) => (kind ?? name) === name && own.forget());
  refresh();
});
