/** Marks that GB/T 15834 would have otherwise: a pattern for each clause, all of them advice. */
import type { Sought } from "../patterns.ts";

/** How a mark is written wrong, and what it should be. */
export interface MarkPattern extends Sought {
  readonly key: string;
  /** The right form of what was found; absent where a person must say. */
  readonly fix?: (found: string) => string;
  /** What must stand right before and behind. */
  readonly between?: RegExp;
  /** Only in running text, not in headlines and the like. */
  readonly body?: boolean;
  /** The right form: an article that has it throughout and this once or twice has slipped. */
  readonly right?: RegExp;
}

export const CLAUSES: readonly MarkPattern[] = [
  // §4.5.3.5: between quotation marks, and between title marks, no comma is needed.
  {
    begins: "、",
    pattern: /、(?<=[”》].)(?=[“《])/gu,
    key: "proof.punctuation.enumerated",
    fix: () => "",
  },
  // §4.5: 、 and 和 are not used together, and nothing stands before 等.
  {
    begins: "、",
    pattern: /、(?=和(?![平谐睦解善气田顺县林音式约声])\p{Script=Han}{1,4}(?:[都也等的，。]|$))/gu,
    key: "proof.punctuation.and",
    fix: () => "",
  },
  {
    begins: "、",
    pattern:
      /、(?=等(?!等[看我他你她]|[待候到级于同值离我他她你它距身着了次压价额高边分号式比温差效奖闲座舱第]))/gu,
    key: "proof.punctuation.etc",
    fix: () => "",
  },
  // §4.11: an ellipsis already says 等.
  {
    begins: "…",
    pattern: /……等等?(?<=、\p{Script=Han}{1,8}……等等?)(?![候待他她我你到])/gu,
    key: "proof.punctuation.etc",
    fix: () => "……",
  },
  {
    begins: "…",
    pattern: /……。/gu,
    key: "proof.punctuation.after",
    fix: () => "……",
  },
  // §4.8 and appendix A: the stop of a sentence quoted whole stands inside, that of words in a sentence outside.
  {
    begins: "”",
    pattern: /”。(?<=(?:说|道|表示|强调|指出|要求|喊|问|认为)：“[^“”\n]{7,200}[^“”。！？…，；’\n]”。)/gu,
    key: "proof.punctuation.inside",
    fix: () => "。”",
  },
  {
    begins: "。",
    pattern:
      /。”(?<=(?:叫|做|作|称为|这就是|是|的|为|称)“[^“”，。！？：；…\n]{1,8}。”)(?=\p{Script=Han}|$)/gu,
    key: "proof.punctuation.outside",
    fix: () => "”。",
  },
  { begins: "。", pattern: /。”。/gu, key: "proof.punctuation.after", fix: () => "。”" },
  // §4.10, §4.13: — is half of a dash (——) or joins; U+2015 and the ─ that draws boxes are neither.
  {
    begins: "―─",
    pattern: /[―─]+/gu,
    key: "proof.punctuation.dash",
    fix: (found) => (found.length > 1 ? "——" : "—"),
    body: true,
  },
  {
    begins: "—",
    pattern: /(?<!—)—(?=也就是|就是说|即(?!将|便|使)|那就是)/gu,
    key: "proof.punctuation.dash",
    fix: () => "——",
    body: true,
  },
  {
    begins: "—",
    pattern: /——(?<=\d[%％℃]?——)(?=\d)/gu,
    key: "proof.punctuation.joins",
    fix: () => "—",
  },
  // Appendix B.3: what follows an ordinal.
  {
    begins: "、",
    pattern: /、(?<=(?:^|[。；：])(?:第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四])、)/gu,
    key: "proof.punctuation.ordinal",
    fix: () => "，",
    body: true,
  },
  {
    begins: "一二三四五六七八九十",
    pattern: /^[一二三四五六七八九十]，(?=\p{Script=Han})/gu,
    key: "proof.punctuation.ordinal",
    fix: (found) => `${found[0]}、`,
    body: true,
  },
  {
    begins: "（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    pattern: /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])[、，.．]/gu,
    key: "proof.punctuation.ordinal",
    fix: (found) => found.slice(0, -1),
    body: true,
  },
];
