/**
 * Every figure of every relation that is right, changed in turn: is it shown where it stands, is the relation that
 * fails told with its total and parts, and is anything told that nobody could read there?
 */
import type { Relation } from "../../../core/proof/proofing.ts";
import { quoteOf } from "../../../core/proof/report.ts";
import { alterations, SLIPS } from "../alter.ts";
import { type Checked, check, isAdditive, lineOfRelation } from "./check.ts";

interface Tally {
  planted: number;
  /** An alarm stands on the figure. */
  shown: number;
  /** The relation that was right is told, and fails. */
  told: number;
}

const nothing = (): Tally => ({ planted: 0, shown: 0, told: 0 });

export interface Slips {
  readonly bySlip: Map<string, Tally>;
  readonly byPlace: Map<string, Tally>;
  /** Sums and balances told of changed texts that are none of those told of the text as it was. */
  stray: number;
  /** All that were told to fail. */
  failing: number;
  strayFailing: number;
}

export const noSlips = (): Slips => ({
  bySlip: new Map(SLIPS.map((slip) => [slip, nothing()])),
  byPlace: new Map(),
  stray: 0,
  failing: 0,
  strayFailing: 0,
});

/** Total and parts by where they stand. */
function placesOf(relation: Relation, { at }: Checked, moved: (place: number) => number): string {
  const places = relation.parts.map(({ span }) => moved(at(span) ?? -1));
  return `${moved(at(relation.total.span) ?? -1)}=${places.sort((a, b) => a - b).join("+")}`;
}

/** Changes the figures of the relations of `clean` that `isRight` names; `say` hears of every miss. */
export function changeFigures(
  text: string,
  clean: Checked,
  isRight: (relation: Relation) => boolean,
  slips: Slips,
  say: (line: string) => void,
): void {
  const still = (place: number) => place;
  const known = new Set(clean.relations.map((relation) => placesOf(relation, clean, still)));
  for (const relation of clean.relations) {
    if (!relation.holds || !isRight(relation)) continue;
    const key = placesOf(relation, clean, still);
    for (const figure of new Set([relation.total, ...relation.parts])) {
      if (figure.span.from.part.role === "headline") continue;
      const quote = quoteOf(figure.span);
      const at = clean.at(figure.span);
      if (at === null || text.slice(at, at + quote.length) !== quote) continue;
      for (const { slip, by } of alterations(quote)) {
        const again = check(text.slice(0, at) + by + text.slice(at + quote.length));
        const moved = (place: number) => (place > at ? place - by.length + quote.length : place);
        const shown = again.alarms.some((finding) =>
          [finding.span, ...finding.evidence].some((span) => again.at(span) === at),
        );
        const told = again.relations.some((other) => !other.holds && placesOf(other, again, moved) === key);
        count(slips.bySlip, slip, shown, told);
        count(slips.byPlace, placeName(relation, figure === relation.total), shown, told);
        if (!shown) say(`unseen  ${quote} → ${by} in ${lineOfRelation(relation)}`);
        else if (!told) say(`untold  ${quote} → ${by} in ${lineOfRelation(relation)}`);
        for (const other of again.relations) {
          if (!isAdditive(other)) continue;
          if (!other.holds) slips.failing++;
          if (known.has(placesOf(other, again, moved))) continue;
          slips.stray++;
          if (!other.holds) slips.strayFailing++;
          say(`stray   ${quote} → ${by}: ${lineOfRelation(other)} ${other.holds}`);
        }
      }
    }
  }
}

const placeName = ({ kind, parts }: Relation, isTotal: boolean) =>
  `${kind} of ${parts.length > 3 ? "4 and more" : parts.length}, ${isTotal ? "total" : "part"}`;

function count(tallies: Map<string, Tally>, name: string, shown: boolean, told: boolean): void {
  const tally = tallies.get(name) ?? nothing();
  tallies.set(name, tally);
  tally.planted++;
  if (shown) tally.shown++;
  if (told) tally.told++;
}
