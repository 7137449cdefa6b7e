/**
 * 除上述4条外，还从另外5个方面提出要求: what has been said and what is added against the number announced (9条措施).
 *
 * Read only where every number of that measure word before it, headline included, announces one and the same number.
 */
import { chinese } from "../figures/numeral.ts";
import { type Claim, claimOf } from "./claim.ts";
import { entryFor, textsOf } from "./pseudo.ts";
import { amount, type Entry, indexFrom, type Stream } from "./stream.ts";

const number = "(\\d{1,2}|[一二两三四五六七八九十]{1,3})";
const besides = new RegExp(
  `除(?:上述|以上|前述|前面|这)${number}(条|项|点)(?:之?外)?[^。；\\d一二两三四五六七八九十]{0,16}?(?:另外?|其他|其余|还有)(?:的)?${number}(条|项|点|个方面|方面)`,
  "g",
);
/** Figures before it among which the announced number is looked for. */
const LOOK_BACK = 200;

const numberOf = (text: string) => (/\d/.test(text) ? Number(text) : (chinese(text)?.value ?? 0));

export function besidesThese(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("除")) continue;
    for (const match of text.matchAll(besides)) {
      const [whole, first = "", unit = "", second = "", other = ""] = match;
      const at = match.index + whole.indexOf(first);
      const end = match.index + whole.length;
      const told = entryFor(stream, {
        part,
        start: at,
        end: at + first.length + 1,
        value: numberOf(first),
        unit,
      });
      const more = entryFor(stream, {
        part,
        start: end - other.length - second.length,
        end,
        value: numberOf(second),
        unit: other,
      });
      const announced = announcedBefore(stream, part, match.index, unit);
      if (!announced) continue;
      const sum = amount(told) + amount(more);
      claims.push(claimOf("sum", announced, [told, more], sum, sum === amount(announced), "likely"));
    }
  }
  return claims;
}

function announcedBefore(stream: Stream, part: number, at: number, unit: string): Entry | null {
  const to = indexFrom(stream, part, at);
  const found = stream.entries
    .slice(Math.max(0, to - LOOK_BACK), to)
    .filter(({ mention }) => mention.unit === unit && mention.kind === "quantity");
  const [first] = found;
  return first && found.every((entry) => amount(entry) === amount(first)) ? (found.at(-1) as Entry) : null;
}
