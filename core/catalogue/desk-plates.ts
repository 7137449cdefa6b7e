import type { Area } from "./message.ts";

/** The plates view: what each printing plate carries, and where there is too much ink. */
export const deskPlates = {
  "plates.stage.compose": { zh: "正在排版 {page}……", en: "Composing {page}…" },
  "plates.stage.ink": { zh: "正在分色 {page}……", en: "Separating {page}…" },
  "plates.stage.limit": { zh: "正在核查总墨量……", en: "Checking total ink…" },
} as const satisfies Area;
