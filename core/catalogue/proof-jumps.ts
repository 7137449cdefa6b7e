/** Jump lines: the rules' names, explanations and messages. */
import type { Area } from "./message.ts";

export const proofJumps = {
  "rule.jump": { zh: "转版接版", en: "Jump lines" },
  "rule.jump.about": {
    zh: "核对“下转”“上接”：版号、序号是否一致，转去的版面在不在，有没有接上，接版标题是不是这篇的；有接无转、序号重复或跳号也一并指出。",
    en: "Checks “continued on” and “continued from” lines: page and number agree, the target page exists and carries the rest under its own headline; also continuations without a jump, and repeated or skipped numbers.",
  },
  "proof.jump.no-page": {
    zh: "稿子转到 {page} 版，但文件里没有 {page} 版，无法核对接版",
    en: "The story jumps to page {page}, but page {page} is not in the file, so its continuation cannot be checked",
  },
  "proof.jump.no-continuation": {
    zh: "{page} 版上没有这篇稿子的接版",
    en: "Page {page} carries no continuation of this story",
  },
  "proof.jump.elsewhere": {
    zh: "写的是转到 {page} 版，接版却在 {really} 版",
    en: "The line says page {page}, but the story continues on page {really}",
  },
  "proof.jump.page": {
    zh: "转版行写的是 {said} 版，实际转到 {page} 版",
    en: "The jump line says page {said}; the story goes on on page {page}",
  },
  "proof.jump.unreadable": {
    zh: "转版行里看不出转到哪一版",
    en: "The jump line does not say which page the story goes on on",
  },
  "proof.jump.twice": {
    zh: "本版有两处转版都用了{number}",
    en: "Two jumps from this page both carry the number {number}",
  },
  "proof.jump.gap": {
    zh: "转版序号不连：本版共转 {count} 篇，缺{missing}，却有{number}",
    en: "Jump numbers skip: {count} stories jump from this page, {missing} is missing, yet there is a {number}",
  },
  "proof.jump.back": {
    zh: "接版行写的是“{said}”，应为“{should}”",
    en: "The continuation line says “{said}”; it should say “{should}”",
  },
  "proof.jump.other": {
    zh: "接版用了别的稿子的标题；这篇稿子的标题是“{headline}”",
    en: "The continuation bears another story's headline; this story's is “{headline}”",
  },
  "proof.jump.headline": {
    zh: "接版标题与原标题“{headline}”不一，请核对接的是不是这篇",
    en: "The continuation's headline is not the story's, “{headline}”: is it the right story?",
  },
  "proof.jump.orphan": {
    zh: "这里有接版，{page} 版上却没有转到这里的稿子",
    en: "A continuation stands here, but no story on page {page} jumps to it",
  },
  "proof.jump.no-origin": {
    zh: "这里接自 {page} 版，但文件里没有 {page} 版，无法核对",
    en: "This continues from page {page}, which is not in the file, so it cannot be checked",
  },

  "rule.jump-join": { zh: "转接文字", en: "Text across a jump" },
  "rule.jump-join.about": {
    zh: "转版处前后文字接不上：后文没有、重复、引号只在一边、一句未完而另起一句。",
    en: "Text that does not go on across a jump: nothing follows, words stand twice, a quotation is open on one side only, a cut sentence is followed by another.",
  },
  "proof.jump-join.lost": {
    zh: "这句话转版时没有说完，接版处没有下文",
    en: "The sentence is cut at the jump, and nothing follows",
  },
  "proof.jump-join.repeated": {
    zh: "接版处重复了转版前的文字",
    en: "The words before the jump stand again behind it",
  },
  "proof.jump-join.quote": {
    zh: "接版处的引号在转版前没有开头，前后接不上",
    en: "The quotation that closes here was not open before the jump",
  },
  "proof.jump-join.cut": {
    zh: "转版前一句话没有说完，接版处却另起一句",
    en: "The sentence before the jump is cut, and another begins here",
  },
} as const satisfies Area;
