/**
 * Names of two characters written two ways. They leave little to go by, so only what the story itself says counts: the holder of
 * one office, somebody who speaks and was never introduced beside one alike who was, a listed name behind its very title.
 */
import type { HouseStyle } from "../../edition/style.ts";
import { isHanAt, wordsAround } from "../lexicon.ts";
import { alike } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import { speaksAt, type Use, type Uses } from "./naming.ts";

const report = reporter("people", "warning");
/** Speakers of one surname in one article that are compared with those introduced. */
const SPEAKERS = 50;
/** What no given name has for its second character. */
const ENDS_NAME = "的了是在和与及也都将已被把为到对从向就又还给，";

/** A name of two characters that ends where it should: nothing that a longer name could be made of behind it. */
function isWhole({ part, at }: Use): boolean {
  return (
    !isHanAt(part.text, at + 2) ||
    speaksAt(part.text, at + 2) ||
    ENDS_NAME.includes(part.text[at + 2] as string)
  );
}

/** False where the surname is the end of a word: 中国人民 holds no 国人民. */
function beginsWord({ part, at }: Use): boolean {
  return !wordsAround(part.text, at, at + 2).some((word) => word.start < at && word.end > at);
}

interface Named {
  readonly name: string;
  readonly use: Use;
}

/** 会计杨勇…, then 杨永表示: who speaks has been introduced, and the one introduced is alike. */
export function* spoken(all: Uses): Iterable<Finding> {
  const introduced = new Map<string, Named[]>();
  const byArticle = new Map<string, Named[]>();
  for (const [name, uses] of all) {
    if (name.length !== 2) continue;
    const whole = uses.filter(isWhole);
    const titled = whole.find((use) => use.titled);
    for (const use of titled ? [titled] : whole) {
      const key = `${use.article} ${name[0]}`;
      if (titled) introduced.set(key, [...(introduced.get(key) ?? []), { name, use }]);
      else byArticle.set(key, [...(byArticle.get(key) ?? []), { name, use }]);
    }
  }
  for (const [key, speakers] of byArticle) {
    const known = introduced.get(key) ?? [];
    for (const { name, use } of speakers.slice(0, SPEAKERS)) {
      const other = known.find((each) => alike(each.name[1] as string, name[1] as string));
      if (!other || !beginsWord(use) || !isNewcomer(name, use, other.use)) continue;
      yield report(use.part, use.at, use.at + 2, "proof.people.variant", {
        fix: other.name,
        values: { often: "" },
        evidence: [spanOf(other.use.part, other.use.at, other.use.at + 2)],
      });
    }
  }
}

/** False where the story has named the speaker before, by whatever title: 教练员陈静…, 队医陈晶…, 陈静说. */
function isNewcomer(name: string, use: Use, introduced: Use): boolean {
  if (use.index < introduced.index || isHanAt(use.part.text, use.at - 1)) return false;
  const earlier = introduced.part.text.indexOf(name);
  return earlier < 0 || (use.part === introduced.part && earlier >= use.at);
}

/** A name of two characters that the house lists under the very title it stands behind here. */
export function* listedShort(all: Uses, people: HouseStyle["proof"]["people"]): Iterable<Finding> {
  const short = people.filter(({ name, title }) => name.length === 2 && title.length >= 2);
  if (short.length === 0) return;
  const names = new Set(people.map(({ name }) => name));
  for (const [said, uses] of all) {
    if (said.length !== 2 || names.has(said)) continue;
    for (const { name, title } of short) {
      if (name[0] !== said[0] || !alike(name[1] as string, said[1] as string)) continue;
      for (const use of uses) {
        const before = use.part.text.slice(Math.max(0, use.at - 12), use.at).replace(/[、/ ]$/, "");
        if (!use.titled || !isWhole(use) || !before.endsWith(title.slice(-2))) continue;
        yield report(use.part, use.at, use.at + 2, "proof.people.listed", {
          fix: name,
          values: { often: "" },
        });
      }
    }
  }
}

/** Only the holder of one office, in the same story. */
export function* holders(all: Uses): Iterable<Finding> {
  const known = new Map<string, Named>();
  for (const [name, uses] of all) {
    if (name.length !== 2) continue;
    for (const use of uses) {
      const { part, at, office } = use;
      if (!office || !isWhole(use)) continue;
      const key = `${name[0]}${office}`;
      const holder = known.get(key);
      if (!holder) known.set(key, { name, use });
      else if (holder.name !== name && alike(holder.name[1] as string, name[1] as string))
        yield report(part, at, at + 2, "proof.people.holder", {
          values: { office, other: holder.name },
          evidence: [spanOf(holder.use.part, holder.use.at, holder.use.at + 2)],
        });
    }
  }
}
