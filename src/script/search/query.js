// The text of a query as far as the box changes it. What it means, the worker alone knows.

const PART = /-?(?:\p{L}+:)?"[^"]*"?|\S+/gu;
const FILTER = /^(category|tag|author|year):/i;

const partsOf = (query) => query.match(PART) ?? [];

const plain = (part) => part.toLowerCase().replaceAll('"', "");

const has = (query, part) => partsOf(query).some((other) => plain(other) === plain(part));

const without = (query, part) =>
  partsOf(query)
    .filter((other) => plain(other) !== plain(part))
    .join(" ");

// A filter comes first: the last word is the one that is still being typed.
const toggled = (query, part) => (has(query, part) ? without(query, part) : `${part} ${query.trim()}`.trim());

// Those that are in the query, by their kinds.
const filtersOf = (query, kind) => partsOf(query).filter((part) => FILTER.exec(part)?.[1].toLowerCase() === kind);
