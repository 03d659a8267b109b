// Queries for texts without blanks between their words: four to eight characters as they stand. They begin and end
// where words do, as far as ICU can tell, for nobody types half a word.

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{4,}/gu;
const CHARACTER = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu;
const RETRIES = 50;
const SHORTEST = 4;
const LONGEST = 8;

/** All pieces of a run that are made of whole words, have the right length and hold the place, if there is one. */
function pieces(run, segmenter, place) {
  const borders = [...[...segmenter.segment(run)].map(({ index }) => index), run.length];
  const holds = (from, to) => place === undefined || (from <= place && place + 2 <= to);
  const fits = (from, to) => SHORTEST <= to - from && to - from <= LONGEST && holds(from, to);
  return borders.flatMap((from) => borders.filter((to) => fits(from, to)).map((to) => run.slice(from, to)));
}

export class Cjk {
  constructor(posts) {
    this.posts = posts;
    this.segmenter = new Intl.Segmenter(posts[0].lang, { granularity: "word" });
    this.texts = posts.map(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)].join("\n"));
    this.characters = [...new Set(this.texts.join("").match(CHARACTER))];
    /** Pair of characters -> in how many posts. */
    this.pairs = new Map();
    for (const text of this.texts) {
      const pairs = new Set();
      for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
      for (const pair of pairs) this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
    }
  }

  /** Other posts that hold the query's pairs of neighbors, as an index of pairs would see them. */
  others(query, number) {
    const pairs = [...query].slice(0, -1).map((first, i) => first + query[i + 1]);
    return this.texts.filter((text, other) => other !== number && pairs.every((pair) => text.includes(pair))).length;
  }

  unique(query, number, texts) {
    const twins = texts.some((text, other) => other !== number && text.includes(query));
    return twins ? { reason: "ambiguous" } : { query, others: this.others(query, number) };
  }

  title(number, dice) {
    const runs = this.posts[number].title.match(RUN) ?? [];
    const candidates = runs.flatMap((run) => pieces(run, this.segmenter));
    if (!candidates.length) return { reason: "none" };
    return this.unique(dice.pick(candidates), number, this.posts.map(({ title }) => title));
  }

  phrase(number, dice) {
    const text = this.posts[number].blocks.filter(({ kind }) => kind === "text").map((block) => block.text).join("\n");
    const places = [...text.matchAll(RUN)].flatMap(({ 0: run }) =>
      [...run].slice(0, -1).map((_, at) => ({ run, at, seen: this.pairs.get(run.slice(at, at + 2)) })));
    const lowest = places.reduce((low, { seen }) => Math.min(low, seen), Infinity);
    const rarest = places.filter(({ seen }) => seen === lowest);
    const candidates = rarest.flatMap(({ run, at }) => pieces(run, this.segmenter, at));
    if (!candidates.length) return { reason: "none" };
    return this.unique(dice.pick(candidates), number, this.texts);
  }

  /** The query with one character replaced, such that no post has it. */
  misspell(query, dice) {
    let clashes = 0;
    for (let retry = 0; retry < RETRIES; retry++) {
      const characters = [...query];
      const at = dice.between(0, characters.length - 1);
      const other = dice.pick(this.characters);
      if (other === characters[at]) continue;
      const wrong = characters.with(at, other).join("");
      if (!this.texts.some((text) => text.includes(wrong))) return { query: wrong, clashes };
      clashes++;
    }
    return { clashes };
  }
}
