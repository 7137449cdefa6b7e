/** What a person should see before a page goes to press: overset text, empty frames, errors that proofing found. */
import { itemsOf } from "../../proofing/items.ts";
import type { Decision } from "../../session/decisions.ts";
import type { SessionState } from "../../session/session.ts";
import type { View } from "../state.ts";

export interface Hindrance {
  readonly id: string;
  readonly tone: "over" | "warn" | "short";
  /** Page by document id and by number. */
  readonly page: string;
  readonly number: string;
  readonly block: string | null;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly view?: View;
}

/** `decisions` are those in force: an error that was ignored with a reason stands in no way. */
export function hindrances(state: SessionState, decisions: readonly Decision[]): Hindrance[] {
  const found: Hindrance[] = [];
  for (const sheet of state.sheets) {
    const at = { page: sheet.page, number: sheet.number };
    for (const fit of sheet.fits) {
      if (fit.characters === 0) continue;
      const over = fit.characters > 0;
      found.push({
        ...at,
        id: `fit ${fit.block}`,
        tone: over ? "over" : "short",
        block: fit.block,
        key: over ? "desk.hindrance.over" : "desk.hindrance.short",
        values: { headline: fit.headline, n: Math.abs(fit.characters) },
        view: "layout",
      });
    }
    for (const note of sheet.notes) {
      const key = notes[note.code];
      if (!key) continue;
      found.push({
        ...at,
        id: `${note.code} ${note.block} ${note.detail}`,
        tone: "warn",
        block: note.block,
        key,
        values: { detail: note.detail },
        view: "layout",
      });
    }
  }
  // What is wrong comes before what is only not full.
  return [...errors(state, decisions), ...found].sort((a, b) => rank[a.tone] - rank[b.tone]);
}

const rank = { over: 0, warn: 1, short: 2 } as const;

const notes: Readonly<Record<string, string>> = {
  unplaced: "desk.hindrance.unplaced",
  "picture-missing": "desk.hindrance.picture",
  "no-room": "desk.hindrance.no-room",
};

/** Errors of proofing that nothing has been decided about, counted by page. */
function errors({ proofing, proofed }: SessionState, decisions: readonly Decision[]): Hindrance[] {
  if (!proofing || !proofed) return [];
  const open = itemsOf(proofing, proofed, decisions).findings.filter(
    ({ finding, decision }) => finding.severity === "error" && decision === null,
  );
  return [...Map.groupBy(open, ({ page }) => page)].map(([page, list]) => ({
    id: `errors ${page.number}`,
    tone: "over" as const,
    page: page.node.attrs.id as string,
    number: page.number,
    block: null,
    key: "desk.hindrance.errors",
    values: { n: list.length },
    view: "proof" as const,
  }));
}
