/** What golden sheets are built from: a small edition, named by the clause it shows. */
import type { Edition } from "../../../../core/edition/edition.ts";
import type { Notch, Place } from "../../../../core/edition/place.ts";
import { article, at, continuation, edition, jump, p, page } from "../../edition/builders.ts";
import { copy } from "../copy.ts";

/** Name of the file in tests/golden/sheets, the clause, and the edition that shows it. */
export type Golden = readonly [file: string, clause: string, edition: Edition];

export const PHOTO = { source: "0".repeat(64), width: 3000, height: 2000 };

export const cut = (place: ReturnType<typeof at>, ...notches: Notch[]): Place => ({ ...place, notches });
export const one = (...blocks: Parameters<typeof page>[1][]) => edition(page("A2", ...blocks));
export const short = (place: ReturnType<typeof at>, sentences: number, attrs: Record<string, unknown> = {}) =>
  article({ place, ...attrs }, "早市开张", p(copy(sentences)));

/** A story that leaves A1 in the way its paragraphs make it, and the block on A2 it goes on in. */
export function jumping(lines: number, ...body: ReturnType<typeof p>[]): Edition {
  const story = article(
    { id: "story", place: at(0, 20, 2, lines) },
    "渡口停航",
    ...body,
    jump("A2", { id: "jump" }),
  );
  return edition(
    page("A1", story),
    page("A2", continuation({ article: "story", jump: "jump", place: at(0, 0, 3, 20) }, "渡口停航")),
  );
}
