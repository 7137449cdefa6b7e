/**
 * A single character set twice: a function word (提出的的要求) that the segmenter too reads as two words, or one that
 * its neighbours show (放在在).
 */
import type { TextPart } from "../../edition/reading.ts";
import { isHanAt, wordsAround } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { reporter } from "../report.ts";
import { FOREIGN } from "./natural.ts";

const report = reporter("doubled", "error");
const FUNCTION = "的了是在和与及为被把将对从并而就也都但或于之有要已由以向以该其我他她它这那";
/** Natural doubles of function words; the segmenter has no say where one of these covers the pair. */
const NATURAL =
  /的的确确|了了之|为了了[解却结断]|以以|于于|了了心|有有无无|是是非非|对对子|从从容容|其其格|以及及|他他|她她|我我|这这|那那|已已|[标目有似中靶]的的|中和和/;

export function* characters(part: TextPart): Iterable<Finding> {
  const { text } = part;
  for (let at = 0; at + 1 < text.length; at++) {
    if (text.charCodeAt(at) !== text.charCodeAt(at + 1)) continue;
    const char = text[at] as string;
    if (text[at - 1] === char || text[at + 2] === char || !isHanAt(text, at)) continue;
    if (SPELT.test(text.slice(Math.max(0, at - 1), at + 4))) {
      yield report(part, at, at + 2, "proof.doubled.character", { values: { word: char }, fix: char });
      continue;
    }
    if (!FUNCTION.includes(char)) continue;
    const around = text.slice(Math.max(0, at - 2), at + 4);
    const natural = NATURAL.exec(around);
    if (natural) continue;
    if (FOREIGN.test(text.slice(Math.max(0, at - 4), at + 6)) || isNames(text, at)) continue;
    if (!isHanAt(text, at - 1) && !isHanAt(text, at + 2)) continue;
    const here = wordsAround(text, at, at + 2);
    const alone = (start: number) => here.some((w) => w.start === start && w.word === char);
    if (!alone(at) || !alone(at + 1)) continue;
    yield report(part, at, at + 2, "proof.doubled.character", { values: { word: char }, fix: char });
  }
}

/** 放在在, 这个个, 他是是一名, 一一个: what the segmenter takes for one word, or for speech. */
const SPELT =
  /^.?(?:并并且|而而且|但但是|因因为|所所以|如如果|虽虽然|已已经|曾曾经|或或者|从从而)|^[他我你她它咱人]们们|^为了了(?![解却结断])|^[这那哪]个个(?![都是儿有])|^[放坐站住写挂摆落停躺装埋藏留]在在(?!建|校|职|线)|^[他她它我你这那人者员]是是[一不我他她你全该从为由]|^(?:[^十百千万二三四五六七八九第唯均逐统专单]|)一一(?:个(?!别)|名|位|条|件|座|所)/;

const NAMING = "为与及其以向由";

/**
 * 华为为自己辩护, 东北部的的里雅斯特: the first character ends a name that the text has elsewhere without a second, or the
 * second begins one that begins a clause, as its function word cannot.
 */
function isNames(text: string, at: number): boolean {
  const char = text[at] as string;
  const name = text.slice(at - 1, at + 1);
  if (NAMING.includes(char) && (KNOWN.has(name) || countOf(text, name) > countOf(text, name + char)))
    return true;
  return char === "的" && /^(?:的里雅斯特|的黎波里|的士|的确|的卢)/.test(text.slice(at + 1));
}

const KNOWN: ReadonlySet<string> = new Set(["华为", "有为", "无为"]);

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < 9; at = text.indexOf(words, at + 1)) count++;
  return count;
}
