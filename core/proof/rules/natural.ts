/** What Chinese doubles by itself, and what only looks doubled: 商量商量, 一个一个, 雪白雪白, 南苏丹苏丹边境. */
import { isHanAt, wordsAround } from "../lexicon.ts";
import { SYLLABLES } from "./data/names.ts";
import { DOUBLES_FREELY, JOINS_ON, SOUNDS } from "./data/reduplication.ts";

/** 二〇二〇, but not 四十四十多: a number with its places named cannot say itself again. */
const NUMERAL = /^[〇零一二三四五六七八九两]+$/;
export const FOREIGN = /[·•‧・\-‐]/;

export function isNatural(text: string, unit: string, start: number, end: number): boolean {
  const [first = "", second = ""] = unit;
  const behind = text[end] ?? "";
  // 3月1日3月1日 is said again; 2020, 5米5米 and 10万元10万元地 are not.
  if (/\d/.test(unit) && !/^\d{4}年$/.test(unit))
    return unit.replace(/\d/g, "").length < 2 || (/^\d/.test(unit) && "地的".includes(behind || " "));
  // 哈哈哈哈, 呼呼呼呼: sounds; 二〇二〇: numbers; three times and more is meant.
  if (new Set(unit).size === 1)
    return isSound(first) || NUMERAL.test(unit) || isQuoted(text, start) || end - start > 4;
  if (NUMERAL.test(unit) || end - start >= 3 * unit.length) return true;
  if ([...unit].every(isSound)) return true;
  // 想拿多少拿多少: as much as one likes.
  if (/(?:多少|什么|哪里|哪儿|谁)$/.test(unit) && unit.length > 2) return true;
  if (isNested(text, unit, start) || isSpoken(text, unit, start, end)) return true;
  // 每一分钱一分钱: what is counted already is not counted off.
  if (first === "一" && "每第另同成是为作叫".includes(text[start - 1] || " ")) return false;
  // 父亲的父亲的父亲: one in another.
  if (unit.endsWith("的") && text.startsWith(unit.slice(0, -1), end)) return true;
  if (first === "的" && text.endsWith(unit.slice(1), start)) return true;
  if (FOREIGN.test(text[start - 1] ?? "") || FOREIGN.test(behind)) return true;
  // 一个一个, 几小时几小时, 很高很高, 太多太多.
  if ("一几半很太最".includes(first) && (unit.length <= 3 || "地的".includes(behind || " "))) return true;
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
export const isSound = (char: string) => SOUNDS.has(char) || /[\u5414-\u56d6]/.test(char);

/** Names that hold the name of another: 南苏丹苏丹边境 is on the border of the two. */
const NESTED: ReadonlySet<string> = new Set(
  "新中国 旧中国 南苏丹 北苏丹 西印度 北爱尔兰 北马其顿 赤道几内亚 新几内亚 东帝汶 西萨摩亚 南越 内蒙古 外蒙古 西西伯利亚 东西伯利亚 北塞浦路斯 北朝鲜 南朝鲜 新墨西哥 新罕布什尔 下加利福尼亚 刚果".split(
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
