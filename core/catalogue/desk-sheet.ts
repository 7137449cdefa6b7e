import type { Area } from "./message.ts";

/** The desk: travelling on the sheet, and looking closer at it. */
export const deskSheet = {
  "desk.jump.on": { zh: "续文在 {page} 版 →", en: "Goes on on {page} →" },
  "desk.jump.back": { zh: "← 正文在 {page} 版", en: "← Begins on {page}" },
  "desk.jump.follow": { zh: "去转接的另一头", en: "Other end of the jump" },
  "desk.jump.followed": { zh: "{page} 版，{words}", en: "Page {page}, {words}" },
  "desk.loupe": { zh: "放大镜", en: "Loupe" },
} satisfies Area;
