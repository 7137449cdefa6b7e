/**
 * Numbered lists: 提出四点要求：一是…；二是…. 第一，…第二，…. 首先…其次…最后…. （一）…, 1.…, in one paragraph or a paragraph each.
 *
 * A list is followed by its own marks only, so 一是 never goes on in （二）; what breaks off before its number is reported
 * only where it comes near it.
 */
import { type Item, judged, type Reading } from "./items.ts";

/** A list's marks: the pattern of the n-th, where it must follow a mark or begin a paragraph. */
interface Series {
  readonly first: RegExp;
  readonly nth: (n: number) => string | null;
  /** Only 最后 tells that such a list is over. */
  readonly closes?: RegExp;
}

const CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";
const chineseOf = (n: number) => CHINESE[n - 1] ?? null;
const before = "(?<=^|[，。；：、！？—\\n\\s])";

const marked = (mark: (numeral: string) => string, numeral = chineseOf): Series => ({
  first: new RegExp(`${before}${mark(numeral(1) as string)}`),
  nth: (n) => {
    const said = numeral(n);
    return said === null ? null : `${before}${mark(said)}`;
  },
});

const digits = (n: number) => (n <= 30 ? String(n) : null);
const orders = [null, "首先", "(?:其次|第二)", "(?:再次|再者|然后|第三|此外|最后)", "(?:最后|第四)"];

const families: readonly Series[] = [
  marked((n) => `${n}是`),
  marked((n) => `${n}要`),
  marked((n) => `第${n}[，、：,]`),
  marked((n) => `其${n}[，、：,]`),
  marked((n) => `[（(]${n}[）)]`),
  marked((n) => `${n}、`),
  marked((n) => `${n}[.．、](?!\\d)`, digits),
  marked((n) => `[（(]${n}[）)]`, digits),
  marked(
    (n) => n,
    (n) => CIRCLED[n - 1] ?? null,
  ),
  {
    first: new RegExp(`${before}首先[，,]?`),
    nth: (n) => (orders[n] ? `${before}${orders[n]}[，,]?` : null),
    closes: /^最后/,
  },
];

/** Most characters of an announcement between its number and the first mark. */
const HEAD = 40;
/** Most characters from one mark to the next. */
const REACH = 800;
/** Most paragraphs a list runs over. */
const PARAGRAPHS = 40;
const nearer = /[二三四五六七八九十两\d](?:个|点|项|条|方面|大|种|类)/;

/** The texts a list may go on in: the part of its number first, then the paragraphs behind it. */
export type Paragraphs = readonly { readonly part: number; readonly text: string }[];

export function enumerated(paragraphs: Paragraphs, end: number, value: number): Reading | null {
  const own = paragraphs[0];
  if (!own) return null;
  const head = own.text.slice(end, end + HEAD + 4);
  for (const series of families) {
    const match = series.first.exec(head);
    if (match && !announces(head.slice(0, match.index))) continue;
    if (match) {
      const start = end + match.index;
      return read(paragraphs, { start, end: start + match[0].length }, series, value);
    }
    // 现将四项要求通知如下：¶1.…: the list begins in the paragraph behind.
    const next = paragraphs[1];
    const rest = own.text.slice(end);
    if (!next || rest.length > HEAD || !announces(rest) || !/[：:。]\s*$/.test(rest)) continue;
    const begins = series.first.exec(next.text.slice(0, 8));
    if (begins?.index === 0)
      return read(paragraphs.slice(1), { start: 0, end: begins[0].length }, series, value, true);
  }
  return null;
}

/** Between the number and its list: one clause or two, no other number of things, no sentence between. */
const announces = (words: string) =>
  /^[^。；！？]{0,36}(?:[：:，,。]|——)?\s*$/.test(words) &&
  !nearer.test(words) &&
  // 传达了三个文件。一是…: over a full stop only where the words are of what one numbers.
  (!/。\s*$/.test(words) || numberable.test(words));
const numberable =
  /^(?:方面)?(?:的)?(?:具体|主要|重点|明确|硬性|基本|突出|显著|鲜明)?(?:[。：，]|方面|任务|要求|措施|举措|建议|意见|特[点征色]|亮点|看点|原因|问题|工作|目标|做法|经验|条件|情况|理由|意[思见]|观点|重点|方向|环节|步骤|好处|优势|变化|启示|体会|规定|内容|看法|转变|办法|政策|原则|关系|难题|挑战|短板)[^，。]{0,10}。\s*$/;

function read(
  paragraphs: Paragraphs,
  first: Item,
  series: Series,
  value: number,
  each = false,
): Reading | null {
  const items: (Item & { part: number })[] = [{ ...first, part: paragraphs[0]?.part as number }];
  let [at, paragraph] = [first.end, 0];
  let parted = false;
  let closed = series.closes === undefined;
  for (let n = 2; ; n++) {
    const pattern = series.nth(n) ?? (series.closes ? `${before}最后[，,]?` : null);
    const next = pattern === null ? null : find(paragraphs, paragraph, at, pattern, each);
    if (!next) break;
    // 一是…；二是…；三是…。…六是…: a list in one sentence that has its number ends with it.
    const stops = next.paragraph === paragraph && next.between.includes("。");
    if (stops && !parted && items.length === value) break;
    parted ||= stops;
    const { part, text } = paragraphs[next.paragraph] as Paragraphs[number];
    items.push({ part, start: next.start, end: next.end });
    [at, paragraph] = [next.end, next.paragraph];
    if (series.closes?.test(text.slice(next.start, next.end))) {
      closed = true;
      break;
    }
  }
  // Beyond 十 the numbers are not followed; far off, 一是 begins another list (6章28条，一是…).
  if (items.length < 2 || (items.length === 10 && value > 10)) return null;
  return judged(items, value, (n) => closed && Math.abs(n - value) <= 3);
}

interface Found {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly between: string;
}

/** The next mark: in the paragraph at hand, or at the head of one behind it. */
function find(
  paragraphs: Paragraphs,
  from: number,
  at: number,
  pattern: string,
  each: boolean,
): Found | null {
  const anywhere = new RegExp(pattern);
  for (let k = from; k < paragraphs.length && k < PARAGRAPHS; k++) {
    const { text } = paragraphs[k] as Paragraphs[number];
    if (k === from && !each) {
      // One character more, for the mark to look back at.
      const back = Math.max(0, at - 1);
      const found = anywhere.exec(text.slice(back, at + REACH));
      if (found && back + found.index >= at) {
        const start = back + found.index;
        return { paragraph: k, start, end: start + found[0].length, between: text.slice(at, start) };
      }
    } else if (k > from) {
      const found = anywhere.exec(text.slice(0, 8));
      if (found?.index === 0) return { paragraph: k, start: 0, end: found[0].length, between: "" };
    }
  }
  return null;
}
