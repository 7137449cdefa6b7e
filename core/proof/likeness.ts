/**
 * How alike two characters look or sound, and how alike two texts are.
 *
 * Sound comes from pinyin-pro, read without tones and with the pairs that speakers and input methods confuse
 * (zh/z, ch/c, sh/s, -ng/-n); shape from a list of characters that readers and scanners mistake for each other.
 */
import { pinyin } from "pinyin-pro";

const SHAPES =
  "己已巳 未末 土士 日曰 人入八 刀力刁 干千于 天夫 王玉主 白百 目自 田由甲申 乌鸟 大太犬 木本术 今令 午牛 戊戌戍戎 侯候 拆折析 淅浙 " +
  "宣宜 崇祟 茶荼 陵凌棱菱 淞松 荷苛何 峰锋蜂烽 炎淡 渌绿录碌 洲州 攸悠修 晴睛情 栗粟 汩汨 冶治 券卷 辨辩辫 萧肖箫 尧晓 赢羸嬴 " +
  "阳杨扬场 徐涂除 彬杉 琳淋林 萍苹 佳桂 健建键 伟玮炜 俊峻骏竣 明朋 晖晕辉 永水冰 平乎 洁沽活 娟捐涓 昱煜 翊翌 腾滕 毫豪 密蜜 " +
  "历厉 暑署 薄簿 燥躁 蓝兰 娇骄 桔梏 亨享 住往 往住 货贷 贷货 师帅 季李 李季 孟盂 春舂 治冶 柱桂 桂柱 坦垣 恒桓 城诚 诚城 " +
  "洛落 塘糖搪 元园 石右 右石 昌冒 贸冒 祁祈 祈祁 邵绍 彭膨 湘相 郴彬 柳抑 怀坏 娄楼 冷泠 泠冷 澧醴 沅元 溆叙";

const shapes = new Map<string, Set<string>>();
for (const group of SHAPES.split(" "))
  for (const char of group) {
    const others = shapes.get(char) ?? new Set();
    for (const other of group) others.add(other);
    shapes.set(char, others);
  }

const sounds = new Map<string, readonly string[]>();

/** Every reading of a character without tone, confusable initials and finals made one: 神 and 生 are both "sen". */
function soundsOf(char: string): readonly string[] {
  const known = sounds.get(char);
  if (known) return known;
  const readings = pinyin(char, { toneType: "none", type: "array", multiple: true, nonZh: "removed" });
  const folded = [...new Set(readings.map((s) => s.replace(/^(z|c|s)h/, "$1").replace(/ng$/, "n")))];
  sounds.set(char, folded);
  return folded;
}

export function soundAlike(a: string, b: string): boolean {
  const other = soundsOf(b);
  return soundsOf(a).some((sound) => other.includes(sound));
}

export function lookAlike(a: string, b: string): boolean {
  return shapes.get(a)?.has(b) ?? false;
}

export function alike(a: string, b: string): boolean {
  return a === b || lookAlike(a, b) || soundAlike(a, b);
}

/** Share (0–1) of the characters of two words of one length that are the same or alike; 0 where lengths differ. */
export function wordLikeness(a: string, b: string): number {
  if (a.length !== b.length || a.length === 0) return 0;
  let score = 0;
  for (let i = 0; i < a.length; i++) if (alike(a[i] as string, b[i] as string)) score++;
  return score / a.length;
}

/** Number of places at which two words of one length differ. */
export function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** Text without marks and spaces, and where each of its characters stood. */
export interface Bare {
  readonly text: string;
  readonly at: readonly number[];
}

export function bare(text: string, start = 0, end = text.length): Bare {
  const at: number[] = [];
  let out = "";
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const letter =
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code > 0xbf && !(code >= 0x2000 && code <= 0x303f && code !== 0x3007) && code < 0xfe00) ||
      (code >= 0xff10 &&
        code <= 0xff5a &&
        !(code > 0xff19 && code < 0xff21) &&
        !(code > 0xff3a && code < 0xff41));
    if (!letter) continue;
    out += text[i];
    at.push(i);
  }
  return { text: out, at };
}

/** Digits of a text, in order: two statements that differ in them say different things. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9０-９]/g, "");
}

const GRAM = 8;
const WINNOW = 4;
const BUCKET = 4;

/** A run that two texts have in common: `length` characters from `here` of the new text, from `there` of the old. */
export interface Common {
  readonly old: number;
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

/**
 * Texts seen so far, to be asked what a new text has in common with them.
 *
 * Winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003): every common run of at least GRAM + WINNOW − 1 = 11
 * characters shares one. A fingerprint remembers at most BUCKET places, so the work stays linear in the text.
 */
export class Seen {
  readonly #texts: string[] = [];
  readonly #places = new Map<number, { text: number; at: number }[]>();

  /** Longest run `text` shares with each earlier text, longest first; then the text is one of them. */
  add(text: string): Common[] {
    const index = this.#texts.push(text) - 1;
    const best = new Map<number, Common>();
    const covered = new Map<number, number>();
    for (const { hash, at } of fingerprints(text)) {
      const places = this.#places.get(hash) ?? [];
      for (const place of places) {
        if (place.text === index || (covered.get(place.text) ?? 0) > at) continue;
        const run = this.#extend(text, at, place.text, place.at);
        if (run.length < GRAM) continue;
        covered.set(place.text, run.here + run.length);
        if (run.length > (best.get(place.text)?.length ?? 0)) best.set(place.text, run);
      }
      if (places.length < BUCKET) places.push({ text: index, at });
      this.#places.set(hash, places);
    }
    return [...best.values()].sort((a, b) => b.length - a.length);
  }

  #extend(text: string, here: number, old: number, there: number): Common {
    const other = this.#texts[old] as string;
    let back = 0;
    while (back < here && back < there && text[here - back - 1] === other[there - back - 1]) back++;
    let length = 0;
    while (
      here + length < text.length &&
      there + length < other.length &&
      text[here + length] === other[there + length]
    )
      length++;
    return { old, here: here - back, there: there - back, length: back + length };
  }
}

function* fingerprints(text: string): Iterable<{ hash: number; at: number }> {
  const hashes: number[] = [];
  let last = -1;
  for (let at = 0; at + GRAM <= text.length; at++) {
    let hash = 0;
    for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    hashes.push(Math.imul(hash, 0x9e3779b1) >>> 0);
    if (at + 1 < WINNOW) continue;
    let least = at;
    for (let i = at - 1; i > at - WINNOW; i--)
      if ((hashes[i] as number) < (hashes[least] as number)) least = i;
    if (least !== last) yield { hash: hashes[least] as number, at: least };
    last = least;
  }
  if (last < 0 && hashes.length > 0) yield { hash: hashes[0] as number, at: 0 };
}

/**
 * Share of two texts that is the same, 0–1: 1 − edits / longer length, where edits are counted up to a tenth of the
 * length (then the answer is 0). Costs length × tenth; texts over `LONG` are compared block by block.
 */
const LONG = 1000;

export function textLikeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || a === b) return 1;
  if (longer > LONG) {
    if (Math.abs(a.length - b.length) > longer / 10) return 0;
    let sum = 0;
    for (let at = 0; at < longer; at += LONG)
      sum += textLikeness(a.slice(at, at + LONG), b.slice(at, at + LONG)) * Math.min(LONG, longer - at);
    return sum / longer;
  }
  const band = Math.floor(longer / 10);
  if (Math.abs(a.length - b.length) > band) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, j) => (j <= band ? j : Number.POSITIVE_INFINITY));
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(Number.POSITIVE_INFINITY);
    if (i <= band) next[0] = i;
    for (let j = Math.max(1, i - band); j <= Math.min(b.length, i + band); j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    row = next;
  }
  const edits = row[b.length] as number;
  return edits > band ? 0 : 1 - edits / longer;
}
