#!/usr/bin/env node
// Writes a made-up blog without blanks between its words, the same on every machine.
//   node cjk.mjs OUT_DIR POSTS zh|ja
// OUT_DIR becomes what the press takes: `posts` and `lectern.toml`.
import fs from "node:fs";
import path from "node:path";
import { JA, ZH } from "./cjk-words.mjs";
import { Dice } from "./random.mjs";

const [out, count, code] = process.argv.slice(2);
const language = [ZH, JA].find(({ lang }) => lang === code);
if (!(0 < count) || !language) {
  console.error("usage: cjk.mjs OUT_DIR POSTS zh|ja");
  process.exit(2);
}
const DAY = 86400e3;
const NEWEST = Date.UTC(2024, 8, 14);

/** Writes one post, whose words are drawn partly from its own few topics, as people stay with what they write about. */
class Writer {
  constructor(number) {
    this.dice = new Dice(number * 7919 + 17);
    this.topics = Array.from({ length: 12 }, () => this.dice.pick(language.nouns));
  }

  noun() {
    return this.dice.chance(0.3) ? this.dice.pick(this.topics) : this.dice.pickByRank(language.nouns);
  }

  clause() {
    const link = () => this.dice.pickByRank(language.links);
    const noun = () => (this.dice.chance(0.2) ? this.noun() + this.noun() : this.noun());
    const verb = this.dice.pickByRank(language.verbs);
    if (language === JA) return noun() + link() + noun() + link() + verb;
    const start = noun() + (this.dice.chance(0.4) ? link() : "");
    const object = verb + noun();
    return start + object + (this.dice.chance(0.3) ? link() + noun() : "");
  }

  sentence() {
    const clauses = Array.from({ length: this.dice.between(1, 4) }, () => this.clause());
    if (this.dice.chance(0.08)) clauses.push(language.quotes[0] + this.clause() + language.quotes[1]);
    if (this.dice.chance(0.04)) clauses.push(`${this.dice.between(2, 2030)}`);
    return clauses.join(language.comma) + this.dice.pick(language.stop);
  }

  paragraph() {
    return Array.from({ length: this.dice.between(2, 6) }, () => this.sentence()).join("");
  }

  heading() {
    return this.noun() + this.dice.pick(language.links) + this.noun();
  }

  title() {
    const extra = this.dice.chance(0.5) ? this.dice.pick(language.links) + this.noun() : "";
    return this.dice.pick(this.topics) + this.dice.pick(language.links) + this.dice.pick(this.topics) + extra;
  }

  block() {
    const kind = this.dice.next();
    if (kind < 0.7) return this.paragraph();
    if (kind < 0.85) return `## ${this.heading()}`;
    return Array.from({ length: this.dice.between(2, 5) }, () => `- ${this.clause()}`).join("\n");
  }

  body() {
    const blocks = [this.paragraph(), `## ${this.heading()}`];
    return [...blocks, ...Array.from({ length: this.dice.between(4, 24) }, () => this.block())].join("\n\n");
  }
}

fs.mkdirSync(path.join(out, "posts"), { recursive: true });
for (let number = 1; number <= count; number++) {
  const writer = new Writer(number);
  const day = new Date(NEWEST - number * DAY).toISOString().slice(0, 10);
  const post = `---\ntitle: "${writer.title()}"\n---\n\n${writer.body()}\n`;
  fs.writeFileSync(path.join(out, "posts", `${day}-post-${number}.md`), post);
}
fs.writeFileSync(path.join(out, "lectern.toml"), `title = "${language.nouns[0]}"\nlang = "${language.lang}"\n`);
