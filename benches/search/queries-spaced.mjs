// Queries for texts that have blanks between their words.

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const WHOLE = new RegExp(`^${WORD.source}$`, "u"); // No compound such as `well-known`, of which half would be cut off.
const EDGES = /^([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const RETRIES = 50;

const fold = (word) => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => [...text.matchAll(WORD)].map((match) => ({ word: match[0], from: match.index }));
const isPlain = (word) => /^[\p{L}\p{M}]+$/u.test(word);

/** One slip of the finger: a letter too many, too few, wrong, or two swapped; at any place, the first included. */
function slip(word, dice) {
  const letters = [...word];
  const at = dice.between(0, letters.length - 1);
  const letter = () => dice.pick(LETTERS);
  switch (dice.pick(["insert", "delete", "substitute", "transpose"])) {
    case "insert": letters.splice(dice.between(0, letters.length), 0, letter()); break;
    case "delete": letters.splice(at, 1); break;
    case "substitute": letters.splice(at, 1, letter()); break;
    default: {
      const first = Math.min(at, letters.length - 2);
      [letters[first], letters[first + 1]] = [letters[first + 1], letters[first]];
    }
  }
  return letters.join("");
}

export class Spaced {
  constructor(posts) {
    this.posts = posts;
    /** Folded word -> numbers of the posts that have it. */
    this.postings = new Map();
    this.running = [];
    this.titles = [];
    for (const [number, post] of posts.entries()) {
      const folded = (text) => wordsOf(text).map(({ word }) => fold(word));
      const title = folded(post.title);
      const all = [title, ...post.blocks.map(({ text }) => folded(text))];
      this.titles.push(new Set(title));
      this.running.push(all.map((words) => ` ${words.join(" ")} `).join("\n"));
      for (const word of new Set(all.flat())) {
        if (!this.postings.has(word)) this.postings.set(word, new Set());
        this.postings.get(word).add(number);
      }
    }
  }

  frequency(word) {
    return this.postings.get(fold(word))?.size ?? 0;
  }

  /** Other posts that hold all the words. */
  others(words, number) {
    const sets = words.map((word) => this.postings.get(fold(word)) ?? new Set()).sort((a, b) => a.size - b.size);
    return [...sets[0]].filter((other) => other !== number && sets.every((set) => set.has(other)));
  }

  /** Two to four of the title's rarest words, in the title's order, unless another title has them, too. */
  title(number, dice) {
    const words = wordsOf(this.posts[number].title).map(({ word }) => word);
    const distinct = words.filter((word, i) => words.findIndex((other) => fold(other) === fold(word)) === i);
    const usable = distinct.filter((word) => 1 < word.length);
    if (usable.length < 2) return { reason: "none" };
    const count = dice.between(2, Math.min(4, usable.length));
    const rarest = [...usable].sort((a, b) => this.frequency(a) - this.frequency(b)).slice(0, count);
    const chosen = usable.filter((word) => rarest.includes(word));
    const twins = this.titles.some((title, other) => other !== number && chosen.every((word) => title.has(fold(word))));
    if (twins) return { reason: "ambiguous" };
    return { query: chosen.join(" "), others: this.others(chosen, number).length };
  }

  /** Runs of words of a post's running text with nothing but blanks between them, or a comma. */
  runs(number) {
    const runs = [];
    for (const { kind, text } of this.posts[number].blocks) {
      if (kind !== "text") continue;
      for (const part of text.split(/\n\s*\n/)) {
        let run = [];
        const cut = () => {
          runs.push(run);
          run = [];
        };
        for (const token of part.split(/\s+/)) {
          const [, before, word, after] = EDGES.exec(token);
          const isWord = WHOLE.test(word);
          if (before || !isWord) cut();
          if (isWord) run.push(word);
          if (after.replace(",", "")) cut();
        }
        runs.push(run);
      }
    }
    return runs.filter((run) => 3 <= run.length);
  }

  /** Three to five neighboring words around the post's rarest word. */
  phrase(number, dice) {
    const places = this.runs(number).flatMap((words) => words.map((word, at) => ({ words, at, word })));
    const usable = places.filter(({ word }) => 4 <= word.length && isPlain(word));
    if (!usable.length) return { reason: "none" };
    const lowest = usable.reduce((low, { word }) => Math.min(low, this.frequency(word)), Infinity);
    const { words, at } = dice.pick(usable.filter(({ word }) => this.frequency(word) === lowest));
    const length = Math.min(words.length, dice.between(3, 5));
    const from = dice.between(Math.max(0, at - length + 1), Math.min(at, words.length - length));
    const chosen = words.slice(from, from + length);
    const others = this.others(chosen, number);
    const running = ` ${chosen.map(fold).join(" ")} `;
    if (others.some((other) => this.running[other].includes(running))) return { reason: "ambiguous" };
    return { query: chosen.join(" "), others: others.length };
  }

  /** The query with a slip in one word of four letters or more; never one that makes another word of the blog. */
  misspell(query, dice) {
    const words = query.split(" ");
    const places = words.flatMap((word, at) => (4 <= [...word].length && isPlain(word) ? [at] : []));
    let clashes = 0;
    for (let retry = 0; places.length && retry < RETRIES; retry++) {
      const at = dice.pick(places);
      const wrong = slip(words[at], dice);
      if (fold(wrong) === fold(words[at])) continue;
      if (!this.postings.has(fold(wrong))) return { query: words.with(at, wrong).join(" "), clashes };
      clashes++;
    }
    return { clashes };
  }
}
