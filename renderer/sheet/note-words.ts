/** What composition had to leave undone, in words: for the page's panel and for a block's. */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { useT } from "../i18n/locale.tsx";

export type Note = Sheet["notes"][number];

/** Told elsewhere: in the list of what has no place, and among the findings of the layout check. */
const elsewhere = new Set(["unplaced", "picture-missing"]);
const known = new Set([
  "continuation-empty",
  "headline-not-vertical",
  "no-room",
  "overfull",
  "overset",
  "picture-no-room",
]);

export const isNote = ({ code }: Note): boolean => !elsewhere.has(code);

export const noteWords = (t: ReturnType<typeof useT>, { code, detail }: Note): string =>
  t(known.has(code) ? `desk.note.${code}` : "desk.note.other", { detail, code });
