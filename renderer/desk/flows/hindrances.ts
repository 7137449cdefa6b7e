/** What a person should see before a page goes to press: overset text, empty frames, errors that proofing found. */
import type { TextPart } from "../../../core/edition/reading.ts";
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

export function hindrances(state: SessionState): Hindrance[] {
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
  return [...errors(state), ...found].sort((a, b) => rank[a.tone] - rank[b.tone]);
}

const rank = { over: 0, warn: 1, short: 2 } as const;

const notes: Readonly<Record<string, string>> = {
  unplaced: "desk.hindrance.unplaced",
  "picture-missing": "desk.hindrance.picture",
  "no-room": "desk.hindrance.no-room",
};

/** Errors of proofing, counted by page. */
function errors({ proofing, proofed }: SessionState): Hindrance[] {
  if (!proofing || !proofed) return [];
  const home = new Map<TextPart, number>();
  proofed.pages.forEach((page, index) => {
    for (const article of page.articles) for (const part of article.parts) home.set(part, index);
  });
  const counts = new Map<number, number>();
  for (const { severity, span } of proofing.findings) {
    const index = home.get(span.from.part);
    if (severity === "error" && index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts].flatMap(([index, n]) => {
    const page = proofed.pages[index];
    if (!page) return [];
    return {
      id: `errors ${page.number}`,
      tone: "over" as const,
      page: page.node.attrs.id as string,
      number: page.number,
      block: null,
      key: "desk.hindrance.errors",
      values: { n },
      view: "proof" as const,
    };
  });
}
