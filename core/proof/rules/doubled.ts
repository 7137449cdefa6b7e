/**
 * A word set twice: 疫情疫情, 提出的的要求.
 *
 * Words of two characters or more are found by comparing the text with itself a word further on; what Chinese doubles
 * by itself (商量商量, 一个一个, 雪白雪白) is let pass. A single character is only reported where it is a function word and
 * the dictionary segmenter too reads both as words of their own (not in 目的的, 为了了解, 和和平).
 */
import type { TextPart } from "../../edition/reading.ts";
import { isAccepted, isHan, isHanAt, wordsAround } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { SYLLABLES } from "./data/names.ts";
import { DOUBLES_FREELY, JOINS_ON, SOUNDS } from "./data/reduplication.ts";

const report = reporter("doubled", "error");
const LONGEST = 12;
const FUNCTION = "的了是在和与及为被把将对从并而就也都但或于之有要已由以向以该其我他她它这那";
/** Natural doubles of function words; the segmenter has no say where one of these covers the pair. */
const NATURAL =
  /的的确确|了了之|为了了|以以|于于|了了心|有有无无|是是非非|对对子|从从容容|其其格|以及及|他他|她她|我我|这这|那那|已已/;
/** 二〇二〇, but not 四十四十多: a number with its places named cannot say itself again. */
const NUMERAL = /^[〇零一二三四五六七八九两]+$/;
const FOREIGN = /[·•‧・\-‐]/;

interface Repeated {
  readonly start: number;
  /** Length of the unit, and of all that repeats it behind its first standing. */
  readonly unit: number;
  readonly run: number;
}

/** Where each character last stood, as `base` + offset, so that the table need not be cleared for each text. */
const lastSeen = new Int32Array(0x10000);
let base = LONGEST + 1;

/**
 * Places at which the text says the same n characters twice running, 2 ≤ n ≤ LONGEST. Each character is compared
 * with its own last standings within reach only, which are few.
 */
function repeatsOf(text: string): Repeated[] {
  if (base + text.length > 0x7fff_0000) {
    lastSeen.fill(0);
    base = LONGEST + 1;
  }
  const previous = new Int32Array(text.length);
  const runs = new Int32Array(LONGEST + 1);
  const ends = new Int32Array(LONGEST + 1).fill(-2);
  const found: Repeated[] = [];
  const close = (n: number) => {
    const [run, end] = [runs[n] as number, ends[n] as number];
    if (run >= n) found.push({ start: end + 1 - run - n, unit: n, run });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code)) continue;
    const last = (lastSeen[code] as number) - base;
    previous[at] = last;
    lastSeen[code] = base + at;
    for (let before = last; before >= 0 && at - before <= LONGEST; before = previous[before] as number) {
      const n = at - before;
      if (n < 2) continue;
      if (ends[n] !== at - 1) {
        close(n);
        runs[n] = 0;
      }
      runs[n] = (runs[n] as number) + 1;
      ends[n] = at;
    }
  }
  for (let n = 2; n <= LONGEST; n++) close(n);
  base += text.length + LONGEST + 1;
  // The shortest unit at a place says it best: 疫情疫情疫情疫情 is 疫情 four times.
  return found.sort((a, b) => a.start - b.start || a.unit - b.unit);
}

function* words(part: TextPart): Iterable<Finding> {
  const { text } = part;
  let done = 0;
  for (const { start, unit: n, run } of repeatsOf(text)) {
    if (start < done) continue;
    // 今年上半年上半年: what repeats may begin with the end of the word before it.
    for (let from = start; from <= start + run - n && from < start + n; from++) {
      const unit = text.slice(from, from + n);
      const left = run - (from - start);
      const end = from + n + left - (left % n);
      if (isNatural(text, unit, from, end)) continue;
      done = end;
      yield report(part, from, end, "proof.doubled.word", { values: { word: unit }, fix: unit });
      break;
    }
  }
}

function isNatural(text: string, unit: string, start: number, end: number): boolean {
  const [first = "", second = ""] = unit;
  const behind = text[end] ?? "";
  // 哈哈哈哈, 呼呼呼呼: sounds; 二〇二〇: numbers; three times and more is meant.
  if (new Set(unit).size === 1)
    return isSound(first) || NUMERAL.test(unit) || isQuoted(text, start) || end - start > 4;
  if (NUMERAL.test(unit) || end - start >= 3 * unit.length) return true;
  if ([...unit].every(isSound)) return true;
  if (isNested(text, unit, start) || isSpoken(text, unit, start, end)) return true;
  // 每一分钱一分钱: what is counted already is not counted off.
  if (first === "一" && "每第另同成是为作叫".includes(text[start - 1] || " ")) return false;
  // 父亲的父亲的父亲: one in another.
  if (unit.endsWith("的") && text.startsWith(unit.slice(0, -1), end)) return true;
  if (first === "的" && text.endsWith(unit.slice(1), start)) return true;
  if (FOREIGN.test(text[start - 1] ?? "") || FOREIGN.test(behind)) return true;
  // 一个一个, 几小时几小时, 很高很高, 太多太多.
  if ("一几半很太".includes(first) && (unit.length <= 3 || "地的".includes(behind || " "))) return true;
  // 一个领域一个领域推进, 手把手把方法教给徒弟.
  if (first === "一" && MEASURES.includes(second)) return true;
  if (text.slice(start, end).includes("手把手")) return true;
  if (unit.length === 2) {
    if (DOUBLES_FREELY.has(unit) || "啊呀".includes(second)) return true;
    // 说着说着就哭了; not 戴着戴着耳机.
    if ("着著".includes(second) && (behind === "" || !isHanAt(text, end) || THEN.includes(behind)))
      return true;
    // 大颗大颗地, 成宿成宿地, 刷白刷白的, 有大桶大桶钱.
    if (("大小成整满".includes(first) || INTENSE.has(first)) && "的地".includes(behind)) return true;
    if ("大整".includes(first) && VESSELS.includes(second)) return true;
    // 好小好小: a degree said twice.
    if (first === "好" && DEGREES.includes(second)) return true;
    // Spoken, or tried: 纠正纠正？ 给你们介绍介绍, 好好整治整治他.
    if (behind !== "" && "！？吧".includes(behind)) return true;
    if (TRIED.test(text.slice(Math.max(0, start - 5), start))) return true;
  }
  if (unit.length <= 4 && isCalled(text, start, end, unit.length)) return true;
  // 服务服务业, 大队大队长: the second is part of another word.
  if (
    JOINS_ON.some(
      (word) =>
        word.length > unit.length && word.startsWith(unit) && text.startsWith(word, end - unit.length),
    )
  )
    return true;
  if (behind === "长" && BODIES.includes(unit.at(-1) as string) && !isCut(text, end)) return true;
  return !standsAlone(text, start, unit.length);
}

/** What makes a colour or a quality stronger: 刷白, 煞白, 滚烫. */
const INTENSE: ReadonlySet<string> = new Set(
  "好老很太刷煞惨雪漆通冰滚笔乌黝碧翠油金焦蜡鲜血火湛蔚瓦喷稀溜贼锃飞死精梆崭许生",
);
const MEASURES = "个项家户村步代年件条次位座片所类支份级层块点声";
const VESSELS = "桶杯瓶碗盆袋箱车包筐篮勺口把捆串叠摞张块片";
/** What comes over one who 走着走着. */
const THEN = "就便又竟忽突却也都还才渐慢越，不人天我他她你它这那";
const DEGREES = "小大多少长短高矮远近快慢久热冷美甜香";
const TRIED =
  /(?:好好|给(?:你|您|我|他|她|大家|诸位)们?|(?:^|[，。：“我你他她们便就都也])[来去想]|咱们?|一起)$/;

/** 咣当, 哔哩哔哩: characters that stand for sounds, and the mouth's own. */
const isSound = (char: string) => SOUNDS.has(char) || /[\u5414-\u56d6]/.test(char);

/** Names that hold the name of another: 南苏丹苏丹边境 is on the border of the two. */
const NESTED: ReadonlySet<string> = new Set(
  "南苏丹 北苏丹 西印度 北爱尔兰 北马其顿 赤道几内亚 新几内亚 东帝汶 西萨摩亚 南越 内蒙古 外蒙古 西西伯利亚 东西伯利亚 北塞浦路斯 北朝鲜 南朝鲜 新墨西哥 新罕布什尔 下加利福尼亚 刚果".split(
    " ",
  ),
);

/** True where the first unit ends a longer name that ends like it, or the run is part of a longer foreign name. */
function isNested(text: string, unit: string, start: number): boolean {
  for (const longer of [1, 2])
    if (NESTED.has(text.slice(Math.max(0, start - longer), start + unit.length))) return true;
  if (unit.length > 3 || ![...unit].every((char) => SYLLABLES.includes(char))) return false;
  const around = [text[start - 1], text[start + 2 * unit.length]].filter((char) => char !== undefined);
  if (!around.some((char) => SYLLABLES.includes(char))) return false;
  return !wordsAround(text, start, start + 2 * unit.length).some(({ word }) => word === unit);
}

/** “每一年每一年，利润越来越薄”: in speech a phrase is said again for weight; 公司公司 in speech is still a slip. */
function isSpoken(text: string, unit: string, start: number, end: number): boolean {
  const open = text.lastIndexOf("“", start);
  if (open < 0 || start - open > SPEECH || text.slice(open, start).includes("”")) return false;
  const emphatic = unit.length >= 3 && /^[每越一好太真非都]/.test(unit);
  return emphatic && !/^(?:的|了)/.test(text.slice(end, end + 1));
}

const isQuoted = (text: string, at: number) => text.lastIndexOf("“", at) > text.lastIndexOf("”", at);

/** How far back a quotation may have opened. */
const SPEECH = 200;

/** “没有没有，” ，疫苗疫苗，: a clause of its own, called out; words of three characters and more are so in speech only. */
function isCalled(text: string, start: number, end: number, n: number): boolean {
  const [before, behind] = [text.slice(0, start).trimEnd().at(-1) ?? "", text[end] ?? ""];
  // 《国旗国旗真美丽》
  if (before === "《") return true;
  if ("“‘『「《：".includes(before) && before !== "")
    return behind !== "" && "”’』」…，。！？".includes(behind);
  return (
    n < 3 && "，。！？；".includes(before) && before !== "" && behind !== "" && "，！？；…".includes(behind)
  );
}

/** Bodies that have a head: 大队长, 院长. */
const BODIES = "队组会院局部处科厅所站班排连营团区县市镇乡村省州馆台社行庭校厂";

/** True where a word ends at `at`: 新华社新华社长沙 has no 社长. */
const isCut = (text: string, at: number) => wordsAround(text, at - 1, at + 1).some(({ end }) => end === at);

/**
 * True where the segmenter parts the two units and no word reaches over their ends: 亲民爱民爱心 is 爱民 and 爱心,
 * 行政区行政区域 ends in 区域.
 */
function standsAlone(text: string, start: number, n: number): boolean {
  const [middle, end] = [start + n, start + 2 * n];
  const words = wordsAround(text, start, end);
  const crosses = (at: number) => words.some((word) => word.start < at && word.end > at);
  if (crosses(start) || crosses(end) || (n === 2 && crosses(middle))) return false;
  if (n > 2 || words.some((word) => word.end - word.start === 2 && [start, middle].includes(word.start)))
    return true;
  // 退税缓税缓费, 帕尼奥尼奥斯: two characters that are no word may be in step with loose ones on both sides by chance.
  const isLoose =
    isHanAt(text, start - 1) && words.some((word) => word.end === start && word.start === start - 1);
  return !(isLoose && isHanAt(text, end));
}

/** “就是霸凌、霸凌”: the last words of a quotation, said again. */
const isCalledOut = (text: string, start: number, end: number) =>
  /^[，。！？…]?”/.test(text.slice(end, end + 2)) && text.lastIndexOf("“", start) >= 0;

/**
 * An item that stands twice in an enumeration of at least one more; a long one also where words stand before it
 * (网络无处不在、无处不在). An item with a note of its own is another one: 录音艺术、录音艺术（音乐编辑方向）.
 */
const ITEMS =
  /(?<=、)(\p{Script=Han}{2,8})、\1(?=[\p{P}\s]|$)(?![（(！])|(?<=^|[\p{P}\s])(\p{Script=Han}{2,8})、\2(?=[、和])|(\p{Script=Han}{4,8})、\3(?=[\p{P}\s]|$)(?![（(！])/gu;

function* items(part: TextPart): Iterable<Finding> {
  const { text } = part;
  if (!text.includes("、")) return;
  for (const match of text.matchAll(ITEMS)) {
    const word = (match[1] ?? match[2] ?? match[3]) as string;
    if ([...word].every(isSound) || isCalledOut(text, match.index, match.index + match[0].length)) continue;
    yield report(part, match.index, match.index + match[0].length, "proof.doubled.item", {
      severity: "warning",
      values: { word },
    });
  }
}

function* characters(part: TextPart): Iterable<Finding> {
  const { text } = part;
  for (let at = 0; at + 1 < text.length; at++) {
    if (text.charCodeAt(at) !== text.charCodeAt(at + 1)) continue;
    const char = text[at] as string;
    if (!FUNCTION.includes(char)) continue;
    if (text[at - 1] === char || text[at + 2] === char) continue;
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

export const doubled: Rule = {
  id: "doubled",
  severity: "error",
  name: "rule.doubled",
  about: "rule.doubled.about",
  source: "《图书编校质量差错认定细则》：多字",
  fires: [
    { text: "水库水库大坝的加固工程已经完工。", quote: "水库水库" },
    { text: "代表们就此提出的的要求得到了答复。", quote: "的的" },
    {
      text: "全县全年粮食产量创下历史新高粮食产量创下历史新高。",
      quote: "粮食产量创下历史新高粮食产量创下历史新高",
    },
    { text: "苗木、花卉、花卉、盆景都卖得不错。", quote: "花卉、花卉" },
    { text: "全年跑了四十四十多栋楼，把每一分钱一分钱都记在账上。", quote: "四十四十" },
    { text: "不少人戴着戴着耳机听书。", quote: "戴着戴着" },
    { text: "孩子们在在操场上做操。", quote: "在在" },
    { text: "全市疫情疫情防控工作会议召开。", quote: "疫情疫情" },
  ],
  silent: [
    { text: "有事大家商量商量，看看、想想，天天如此，常常见效。" },
    { text: "为了了解情况，以盈利为目的的行为，稳定和和平，现在在市区。" },
    { text: "一步一步走，一个一个查，高高兴兴回家，三三两两散去。" },
    { text: "各种各样的菜，越来越多的人，二〇二〇年，的的确确。" },
    { text: "窗口能办理退税缓税缓费，帕尼奥尼奥斯队来访。" },
    { text: "代表团到达南苏丹苏丹边境，在的黎波里停留，华为为会议供货。" },
    { text: "“每一年每一年，利润都在变薄。”他说着说着就停了下来。" },
    { text: "他支持服务服务业企业，鼓励发展发展中国家的合作。" },
  ],
  *article({ article, style }) {
    const { lexicon } = style.proof;
    for (const part of article.parts) {
      if (part.role === "jump") continue;
      const signed = part.role === "byline" || part.role === "credit";
      const checks = signed ? [words(part)] : [words(part), items(part), characters(part)];
      for (const check of checks)
        for (const finding of capped(check))
          if (!isAccepted(lexicon, part.text, finding.span.from.offset, finding.span.to.offset))
            yield finding;
    }
  },
};
