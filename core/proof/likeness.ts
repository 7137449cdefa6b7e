/**
 * How alike two characters look or sound, and how alike two texts are.
 *
 * Sound comes from pinyin-pro, read without tones and with the pairs that speakers and input methods confuse
 * (zh/z, ch/c, sh/s, n/l, -ng/-n); shape from a list of characters that readers and scanners mistake for each other.
 */
import { pinyin } from "pinyin-pro";

const SHAPES =
  "己已巳 未末 土士 日曰 人入八 刀力刁 干千于 天夫 王玉主 白百 目自 田由甲申 乌鸟 大太犬 木本术 今令 午牛 戊戌戍戎 侯候 拆折析 淅浙 " +
  "宣宜 崇祟 茶荼 陵凌棱菱 淞松 荷苛何 峰锋蜂烽 炎淡 渌绿录碌 洲州 攸悠修 晴睛情 栗粟 汩汨 冶治 券卷 辨辩辫 萧肖箫 尧晓 赢羸嬴 " +
  "阳杨扬场 徐涂除 彬杉 琳淋林 萍苹 佳桂 健建键 伟玮炜 俊峻骏竣 明朋 晖晕辉 永水冰 平乎 洁沽活 娟捐涓 昱煜 翊翌 腾滕 毫豪 密蜜 " +
  "历厉 暑署 薄簿 燥躁 蓝兰 娇骄 桔梏 亨享 住往 货贷 师帅 季李 孟盂 春舂 柱桂 坦垣 恒桓 城诚 " +
  "瓜爪 旁傍 势热 慢漫 幕墓慕 侯候 徒徙 栋拣 抡抢 沧沦 汆氽 洛落 塘糖搪 元园 石右 昌冒 贸冒 祁祈 邵绍 彭膨 湘相 郴彬 柳抑 怀坏 娄楼 冷泠 澧醴 沅元 溆叙 杭抗 州卅 庄庒 攸收 汉汊 沪泸 涪培 朔溯 淄缁 肇筚 褒裹 睢雎 邳邱 郏郑 鄱鄙 岱贷 崂捞 济挤 荆刑 蚌蛙";

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
  const folded = [
    ...new Set(
      readings.map((s) =>
        s
          .replace(/^(z|c|s)h/, "$1")
          .replace(/ng$/, "n")
          .replace(/^n(?=.)/, "l"),
      ),
    ),
  ];
  sounds.set(char, folded);
  return folded;
}

function soundAlike(a: string, b: string): boolean {
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
  readonly at: ArrayLike<number>;
}

const LETTERS = new Uint8Array(0x10000);
for (const [from, to] of [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x1fff],
  [0x3007, 0x3007],
  [0x3040, 0xfdff],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const)
  LETTERS.fill(1, from, to + 1);

export function bare(text: string): Bare {
  const at = new Int32Array(text.length);
  const codes = new Uint16Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (LETTERS[code] === 0) continue;
    codes[length] = code;
    at[length++] = i;
  }
  return { text: utf16.decode(codes.subarray(0, length)), at: at.subarray(0, length) };
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Digits of a text, in order: two statements that differ in them say different things. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9０-９]/g, "");
}

const GRAM = 8;
const WINNOW = 8;
/** A common run of this many characters is never missed. */
export const LEAST_RUN = GRAM + WINNOW - 1;
const BUCKET = 4;
/** A place is kept as one number: the text's index × PLACE + the offset. */
const PLACE = 2 ** 26;

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
 * Winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003): every common run of LEAST_RUN characters shares one. A
 * fingerprint remembers at most BUCKET places, so the work stays linear in the text.
 */
export class Seen {
  readonly #texts: string[] = [];
  readonly #places = new Map<number, number[]>();

  /** Longest run `text` shares with each earlier text, longest first; then the text is one of them. */
  add(text: string, prints: Prints = printsOf(text)): Common[] {
    const index = this.#texts.push(text) - 1;
    const best = new Map<number, Common>();
    const covered = new Map<number, number>();
    for (let i = 0; i < prints.hashes.length; i++) {
      const [hash, at] = [prints.hashes[i] as number, prints.at[i] as number];
      const places = this.#places.get(hash);
      if (!places) {
        this.#places.set(hash, [index * PLACE + at]);
        continue;
      }
      for (const place of places) {
        const old = Math.floor(place / PLACE);
        if (old === index || (covered.get(old) ?? 0) > at) continue;
        const run = this.#extend(text, at, old, place % PLACE);
        if (run.length < GRAM) continue;
        covered.set(old, run.here + run.length);
        if (run.length > (best.get(old)?.length ?? 0)) best.set(old, run);
      }
      if (places.length < BUCKET) places.push(index * PLACE + at);
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

/** Fingerprints of a text, with the offsets they stand at. */
export interface Prints {
  readonly hashes: readonly number[];
  readonly at: readonly number[];
}

const BASE = 31;
/** BASE to the power of GRAM, in 32 bits: what the character that leaves the window weighs. */
const LEAVES = Array.from({ length: GRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);

export function printsOf(text: string): Prints {
  const prints = { hashes: [] as number[], at: [] as number[] };
  const count = text.length - GRAM + 1;
  if (count <= 0) return prints;
  const hashes = new Uint32Array(count);
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    if (i >= GRAM) hash = (hash - Math.imul(LEAVES, text.charCodeAt(i - GRAM))) | 0;
    if (i >= GRAM - 1) hashes[i - GRAM + 1] = Math.imul(hash, 0x9e3779b1);
  }
  let least = -1;
  for (let last = Math.min(WINNOW, count) - 1; last < count; last++) {
    const first = Math.max(0, last - WINNOW + 1);
    const before = least;
    if (least < first) {
      least = first;
      for (let i = first + 1; i <= last; i++)
        if ((hashes[i] as number) <= (hashes[least] as number)) least = i;
    } else if ((hashes[last] as number) <= (hashes[least] as number)) least = last;
    if (least === before) continue;
    prints.hashes.push(hashes[least] as number);
    prints.at.push(least);
  }
  return prints;
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
