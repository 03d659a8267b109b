// Chance that comes out the same on every machine.

/** A source of numbers from 0 to 1 (mulberry32). */
export function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What is usually asked of chance, on top of a source. */
export class Dice {
  constructor(seed) {
    this.next = random(seed);
  }

  /** A whole number, both ends included. */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick(list) {
    return list[this.between(0, list.length - 1)];
  }

  /** Zipf-like: the item of rank r is drawn with a chance of about 1 / r. */
  pickByRank(list) {
    return list[Math.min(list.length, Math.floor((list.length + 1) ** this.next())) - 1];
  }

  chance(share) {
    return this.next() < share;
  }

  /** A copy in another order. */
  shuffle(list) {
    const copy = [...list];
    for (let i = copy.length - 1; 0 < i; i--) {
      const other = this.between(0, i);
      [copy[i], copy[other]] = [copy[other], copy[i]];
    }
    return copy;
  }
}

/** A seed for a text, so that what is drawn for one post does not hang on the others. */
export function seedOf(text) {
  let hash = 2166136261;
  for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0), 16777619);
  return hash;
}
