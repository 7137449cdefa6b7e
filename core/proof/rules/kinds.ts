/**
 * Which kinds of characters a text has, in one look at each: a pattern whose kinds are not there is not tried. Most
 * paragraphs have no Latin marks, no blanks and no debris, and many no digits.
 */
import type { Node } from "prosemirror-model";
import type { TextPart } from "../../edition/reading.ts";

export const KIND = {
  digit: 1,
  letter: 2,
  blank: 4,
  wide: 8,
  /** Marks of half width. */
  latin: 16,
  /** What no text has that was read rightly. */
  odd: 32,
  numeral: 64,
  /** Characters that scanners give for others of their shape. */
  shape: 128,
  enumeration: 256,
  closing: 512,
  ellipsis: 1024,
  dash: 2048,
  /** Last characters of names of divisions, by what is looked for before them. */
  division: 4096,
  province: 8192,
  islet: 16384,
} as const;

const kinds = new Uint16Array(0x10000);
const mark = (chars: Iterable<string>, kind: number) => {
  for (const char of chars) kinds[char.charCodeAt(0)] = (kinds[char.charCodeAt(0)] as number) | kind;
};
const range = (from: number, to: number, kind: number) => {
  for (let code = from; code <= to; code++) kinds[code] = (kinds[code] as number) | kind;
};
range(0x30, 0x39, KIND.digit);
range(0x41, 0x5a, KIND.letter);
range(0x61, 0x7a, KIND.letter);
range(0xff10, 0xff19, KIND.wide);
range(0xff21, 0xff3a, KIND.wide);
range(0xff41, 0xff5a, KIND.wide);
mark("．％", KIND.wide);
range(0xd800, 0xdfff, KIND.odd);
mark(" \t\u00a0\u3000", KIND.blank);
range(0xe000, 0xf8ff, KIND.odd);
range(0xfb00, 0xfb06, KIND.odd);
mark(",;:!?.\"'`＂＇&-()", KIND.latin);
mark("\uFFFD\u00AD\u200B\u200E\u200F\u2060\uFEFF\u007F锟烫屯âïã□▯■", KIND.odd);
mark("曰干千", KIND.shape);
mark("囗丨丿亅亠冂冖冫凵勹匚卩宀巛廴廾彐彡扌疒癶礻耂艹虍衤覀讠辶钅阝饣亻氵犭纟忄", KIND.odd);
mark("髙釆囯戸靑産黒歩徳亜恵戱仼囙囸冋仐尓侭栄沢渉穂竜臓覧駅鉄", KIND.odd);
mark("、", KIND.enumeration);
mark("”》", KIND.closing);
mark("…", KIND.ellipsis);
mark("—―─", KIND.dash);
mark("〇零一二三四五六七八九十两", KIND.numeral);
mark("区县市旗", KIND.division);
mark("省", KIND.province);
mark("州洲", KIND.islet);

/** The kinds in `text`, as bits. */
function kindsIn(text: string): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) found |= kinds[text.charCodeAt(i)] as number;
  return found;
}

const known = new WeakMap<Node, { readonly text: string; readonly kinds: number }>();

/** The kinds in a part's text, as bits: looked for once, whichever rules ask. */
export function kindsOf({ node, text }: TextPart): number {
  let found = known.get(node);
  if (found?.text !== text) {
    found = { text, kinds: kindsIn(text) };
    known.set(node, found);
  }
  return found.kinds;
}
