/** Officials of the house list who are named one after the other, but not in its order. */
import type { Reading } from "../../edition/reading.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { isReporter } from "../house.ts";
import { sentencesOf } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";

const report = reporter("people", "warning");

/** Names of the house list that are named one after the other, but not in its order. */
export function* outOfOrder(reading: Reading, people: HouseStyle["proof"]["people"]): Iterable<Finding> {
  const officials = people.filter((person) => !isReporter(person));
  const rank = new Map(officials.map(({ name }, i) => [name, i]));
  if (rank.size < 2) return;
  for (const page of reading.pages)
    for (const article of page.articles)
      for (const part of article.parts) {
        if (part.role === "jump") continue;
        const seen = new Set<number>();
        const lists = [
          ...[...enumerations(part.text, rank)].map((named) => ({ named, severity: "warning" as const })),
          // A sentence may have its reasons: who came first, who spoke.
          ...[...attendances(part.text, rank)].map((named) => ({ named, severity: "advice" as const })),
        ];
        for (const { named, severity } of lists) {
          let last = named[0];
          for (const here of named.slice(1)) {
            if (last && here.rank < last.rank && !seen.has(here.at)) {
              seen.add(here.at);
              yield report(part, here.at, here.at + here.name.length, "proof.people.order", {
                severity,
                values: { before: last.name },
                evidence: [spanOf(part, last.at, last.at + last.name.length)],
              });
            }
            last = here;
          }
        }
      }
}

interface Ranked {
  readonly name: string;
  readonly at: number;
  readonly rank: number;
}

/** 甲、乙、丙: before the first name stand its titles, behind the last one a verb. */
function* enumerations(text: string, rank: ReadonlyMap<string, number>): Iterable<Ranked[]> {
  for (const match of text.matchAll(/\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})+/gu)) {
    const named: Ranked[] = [];
    let at = match.index;
    for (const item of match[0].split("、")) {
      const name = [...rank.keys()].find((n) => item.endsWith(n) || item.startsWith(n));
      if (name !== undefined)
        named.push({ name, at: at + item.indexOf(name), rank: rank.get(name) as number });
      at += item.length + 1;
    }
    yield named;
  }
}

const ATTENDED = /(?:出席|参加|陪同|到会|一同|列席)[^，；]{0,12}$/;
/** Longest sentence, in characters, that is read as a list of those present. */
const ATTENDANCE = 400;

/** 市委书记甲，市委副书记、市长乙，副市长丙参加。 A sentence that ends in who took part lists them in order. */
function* attendances(text: string, rank: ReadonlyMap<string, number>): Iterable<Ranked[]> {
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, Math.min(end, start + ATTENDANCE));
    const list = sentence.replace(/[。！？”」]+$/, "");
    if (!ATTENDED.test(list) || list.split(/[，；]/).some((clause) => SPEAKS_INSIDE.test(clause))) continue;
    const named: Ranked[] = [];
    for (const [name, place] of rank) {
      const at = sentence.indexOf(name);
      if (at >= 0) named.push({ name, at: start + at, rank: place });
    }
    yield named.sort((a, b) => a.at - b.at);
  }
}

/** Whoever presides, speaks or leads is named first whatever his rank. */
const SPEAKS_INSIDE = /主持|讲话|致辞|强调|指出|表示|介绍|宣布|率|一行|会见|陪同.{2,3}[，]/;
