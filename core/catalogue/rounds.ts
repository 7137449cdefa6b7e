import type { Area } from "./message.ts";

/** Rounds of proofs, signatures, release: their names, and what host and command line say of them. */
export const rounds = {
  "round.galley": { zh: "小样", en: "Galley" },
  "round.first": { zh: "一校", en: "First proof" },
  "round.second": { zh: "二校", en: "Second proof" },
  "round.third": { zh: "三校", en: "Third proof" },
  "round.press": { zh: "付印", en: "Press proof" },
  "round.named": { zh: "留存", en: "Kept" },
  "role.editor": { zh: "编辑", en: "Editor" },
  "role.proofreader": { zh: "校对", en: "Proofreader" },
  "role.page-editor": { zh: "责编", en: "Page editor" },
  "role.night-editor": { zh: "值班总编", en: "Night editor" },
  "aspect.text": { zh: "文字", en: "words" },
  "aspect.layout": { zh: "版式", en: "layout" },
  "aspect.pictures": { zh: "图片", en: "pictures" },
  "release.sealed": {
    zh: "{page} 版已签付印（{author}，{time}），改动没有保存；要改须先重开本版",
    en: "Page {page} has been released for press ({author}, {time}); the change was not saved. Reopen the page first",
  },
  "release.none": {
    zh: "{page} 版没有签付印，或已经重开",
    en: "Page {page} has not been released, or was reopened",
  },
  "release.already": { zh: "{page} 版已签付印", en: "Page {page} has been released already" },
  "release.moved-on": {
    zh: "输出期间 {page} 版又有改动，没有封存；请重新签付印",
    en: "Page {page} was changed while its PDF was made; nothing was sealed. Please release it again",
  },
  "release.no-name": { zh: "请写明姓名", en: "Please give your name" },
  "release.no-reason": { zh: "请写明缘由", en: "Please give a reason" },
  "release.refused": {
    zh: "{page} 版还不能签付印：{count} 项未了",
    en: "Page {page} cannot be released yet: {count} things stand in the way",
  },
} as const satisfies Area;
