/**
 * Two wholes parted at once: 确诊病例69例和无症状感染者869例，其中11例确诊病例和858例无症状感染者…，58例确诊病例和11例无症状
 * 感染者…. Each part bears the name of its whole, before it or behind.
 */
import { agrees, type Claim, isVague, sumClaim, sumOf } from "./claim.ts";
import { hostsBefore, runFrom, type Sequence } from "./list.ts";
import { isSlip } from "./slip.ts";
import type { Entry } from "./stream.ts";

/** What the figure counts, in two characters of the words behind it, else before it. */
function nounOf({ name, tail }: Entry): string {
  const behind = /^的?((?![和与及])\p{Script=Han}{2})/u.exec(tail)?.[1];
  return behind ?? name.slice(-2);
}

const isOf = ({ name, tail }: Entry, noun: string) =>
  tail === "" ? name.endsWith(noun) : tail.slice(0, 9).includes(noun);

export function crosswise(sequence: Sequence, i: number): Claim[] {
  const hosts = hostsBefore(sequence, i).slice(0, 2).reverse();
  const [first, second] = hosts;
  if (!first || !second) return [];
  const nouns = hosts.map(nounOf);
  if (nouns.some((noun) => noun.length < 2) || nouns[0] === nouns[1]) return [];
  const list = runFrom(sequence, i, "list").map(({ k }) => sequence.entries[k] as Entry);
  if (list.length < 4) return [];
  const parts = nouns.map((noun) => list.filter((part) => isOf(part, noun)));
  const [a, b] = parts as [Entry[], Entry[]];
  if (
    a.length < 2 ||
    b.length < 2 ||
    a.length + b.length !== list.length ||
    a.some((part) => b.includes(part))
  )
    return [];
  const claims = hosts.map((total, k) => {
    const own = parts[k] as Entry[];
    const holds = agrees(total, sumOf(own), own);
    return sumClaim(total, own, holds, holds ? "stated" : "likely");
  });
  if (!claims.some(({ holds }) => holds)) return [];
  // One that adds up tells how the other was meant.
  return claims.filter(
    ({ holds, total, parts: own }) =>
      holds || (!isVague(total) && !own.some(isVague) && isSlip(total, own, sumOf(own))),
  );
}
