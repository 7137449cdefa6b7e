/**
 * Marks that come in pairs: one stack over a paragraph, every kind at once, so that what crosses is seen too.
 *
 * A quotation that runs over paragraphs opens again at the head of each and closes once (GB/T 15834 §4.8.3.4); so an
 * open quotation mark is a fault only where the next paragraph does not open with one.
 */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("pairing", "error");

interface Kind {
  readonly name: string;
  readonly open: string;
  readonly close: string;
}

const KINDS: readonly Kind[] = [
  { name: "quote", open: "“", close: "”" },
  { name: "inner", open: "‘", close: "’" },
  { name: "corner", open: "「", close: "」" },
  { name: "white corner", open: "『", close: "』" },
  { name: "round", open: "（(", close: "）)" },
  { name: "lens", open: "【", close: "】" },
  { name: "shell", open: "〔", close: "〕" },
  { name: "title", open: "《", close: "》" },
  { name: "inner title", open: "〈", close: "〉" },
  { name: "square", open: "［[", close: "］]" },
];

interface Mark {
  readonly at: number;
  readonly kind: Kind;
  readonly opens: boolean;
}

const MARKS = new Map<string, { kind: Kind; opens: boolean }>();
for (const kind of KINDS) {
  for (const char of kind.open) MARKS.set(char, { kind, opens: true });
  for (const char of kind.close) MARKS.set(char, { kind, opens: false });
}
const isMark = new Uint8Array(0x10000);
for (const char of MARKS.keys()) isMark[char.charCodeAt(0)] = 1;

/** "1)" numbers a list: a closer behind a number that begins a clause has no opener to miss. "一）" is no such form. */
const NUMBERING = /(?:^|[。；：，、\s])(?:[0-9０-９]{1,2}|[a-zA-Z])$/;
/** Characters before a closer in which its opener makes it no numbering: 二十国集团(Group of 20). */
const NOTE = 60;

function isNumbering(text: string, at: number): boolean {
  if (!NUMBERING.test(text.slice(Math.max(0, at - 5), at))) return false;
  const before = text.slice(Math.max(0, at - NOTE), at);
  const last = (marks: string) => Math.max(...[...marks].map((mark) => before.lastIndexOf(mark)));
  return last("（(") <= last("）)");
}

function* marksOf(text: string): Iterable<Mark> {
  let inner: boolean | undefined;
  for (let at = 0; at < text.length; at++) {
    if (isMark[text.charCodeAt(at)] === 0) continue;
    const char = text[at] as string;
    // An apostrophe: it’s, ’98.
    if ((char === "’" || char === "‘") && /[A-Za-z0-9０-９]/.test(text[at + 1] ?? "")) continue;
    if (char === "’" && /[A-Za-z]/.test(text[at - 1] ?? "")) {
      inner ??= text.includes("‘");
      if (!inner) continue;
    }
    if ((char === "）" || char === ")") && isNumbering(text, at)) continue;
    const mark = MARKS.get(char);
    if (mark) yield { at, ...mark };
  }
}

/** Kinds that alternate within each other: “‘“…”’”, 《〈《…》〉》 (GB/T 15834 §4.8.3.3, §4.15.3.4). */
const NESTS = new Map([
  ["quote", "quotation"],
  ["inner", "quotation"],
  ["title", "title"],
  ["inner title", "title"],
]);

interface Pairs {
  readonly lonelyOpen: Mark[];
  readonly lonelyClose: Mark[];
  /** `inside`: the quotation mark or title mark it stands in, whatever brackets are between. */
  readonly pairs: { open: Mark; close: Mark; inside: Kind | undefined }[];
}

function pair(marks: Iterable<Mark>): Pairs {
  const stack: Mark[] = [];
  const open = new Map<Kind, number>();
  /** Openers that are still open, of quotations and of titles, each in its double and its single form. */
  const nests = new Map<string, Mark[]>([...NESTS.values()].map((nest) => [nest, []]));
  const result: Pairs = { lonelyOpen: [], lonelyClose: [], pairs: [] };
  const pop = () => {
    const mark = stack.pop() as Mark;
    open.set(mark.kind, (open.get(mark.kind) ?? 0) - 1);
    nests.get(NESTS.get(mark.kind.name) ?? "")?.pop();
    return mark;
  };
  for (const mark of marks) {
    if (mark.opens) {
      stack.push(mark);
      nests.get(NESTS.get(mark.kind.name) ?? "")?.push(mark);
      open.set(mark.kind, (open.get(mark.kind) ?? 0) + 1);
    } else if ((open.get(mark.kind) ?? 0) === 0) {
      result.lonelyClose.push(mark);
    } else {
      let opener = pop();
      while (opener.kind !== mark.kind) {
        result.lonelyOpen.push(opener);
        opener = pop();
      }
      result.pairs.push({
        open: opener,
        close: mark,
        inside: nests.get(NESTS.get(mark.kind.name) ?? "")?.at(-1)?.kind,
      });
    }
  }
  for (const mark of stack) result.lonelyOpen.push(mark);
  result.lonelyOpen.sort((a, b) => a.at - b.at);
  return result;
}

/** The other mark of the pair a lonely one belongs to. */
function partner(mark: Mark, char: string): string {
  const [from, to] = mark.opens ? [mark.kind.open, mark.kind.close] : [mark.kind.close, mark.kind.open];
  return to[from.indexOf(char)] ?? to[0] ?? "";
}

const INNER = new Map([
  ["quote", "‘’"],
  ["title", "〈〉"],
]);

function* checkPart(part: TextPart, followed: TextPart | null): Iterable<Finding> {
  const { text } = part;
  const { lonelyOpen, lonelyClose, pairs } = pair(marksOf(text));

  // Two of one kind alone in one paragraph and facing the same way: the second was turned round (“三农“问题).
  const turned = new Set<Mark>();
  for (const [first, second] of neighbours(lonelyOpen)) {
    if (turned.has(first) || second.kind !== first.kind) continue;
    turned.add(second).add(first);
    yield report(part, second.at, second.at + 1, "proof.pairing.turned", {
      fix: partner(second, text[second.at] as string),
      evidence: [spanOf(part, first.at, first.at + 1)],
    });
  }
  for (const [first, second] of neighbours(lonelyClose)) {
    if (turned.has(first) || second.kind !== first.kind) continue;
    turned.add(second).add(first);
    yield report(part, first.at, first.at + 1, "proof.pairing.turned", {
      fix: partner(first, text[first.at] as string),
      evidence: [spanOf(part, second.at, second.at + 1)],
    });
  }

  for (const mark of lonelyOpen) {
    if (turned.has(mark)) continue;
    const goesOn =
      mark.kind.name === "quote" &&
      followed?.text.trimStart().startsWith("“") &&
      beginsQuotation(text, mark.at);
    if (goesOn) continue;
    yield report(part, mark.at, mark.at + 1, "proof.pairing.open", {
      values: { partner: partner(mark, text[mark.at] as string) },
    });
  }
  for (const mark of lonelyClose) {
    if (turned.has(mark)) continue;
    yield report(part, mark.at, mark.at + 1, "proof.pairing.close", {
      values: { partner: partner(mark, text[mark.at] as string) },
    });
  }

  for (const { open, close, inside } of pairs) {
    const [opener, closer] = [text[open.at] as string, text[close.at] as string];
    if (partner(open, opener) !== closer) {
      yield report(part, close.at, close.at + 1, "proof.pairing.mixed", {
        severity: "warning",
        fix: partner(open, opener),
        evidence: [spanOf(part, open.at, open.at + 1)],
      });
    }
    const inner = INNER.get(open.kind.name);
    if (inner && inside === open.kind)
      yield report(part, open.at, close.at + 1, "proof.pairing.nested", {
        severity: "warning",
        values: { inner },
        fix: inner[0] + text.slice(open.at + 1, close.at) + inner[1],
      });
    if (open.kind.name === "inner" && inside === undefined && isAlone(part, open.at, close.at))
      yield report(part, open.at, close.at + 1, "proof.pairing.single", {
        severity: "advice",
        fix: `“${text.slice(open.at + 1, close.at)}”`,
      });
  }
}

/** 村里办起了‘农家乐’: Chinese words in single marks that stand in no quotation, nor in one that began before. */
const isAlone = ({ role, text }: TextPart, open: number, close: number) =>
  role === "paragraph" &&
  !text.includes("“") &&
  !text.includes("”") &&
  /^\p{Script=Han}+$/u.test(text.slice(open + 1, close));

/** A quotation that goes on in the next paragraph begins its own, or stands behind a mark; not 围绕“谁来管. */
const beginsQuotation = (text: string, at: number) => /(?:^|[\s，。：:；！？—…”）])$/.test(text.slice(0, at));

function neighbours(marks: readonly Mark[]): [Mark, Mark][] {
  return marks.slice(1).map((mark, i) => [marks[i] as Mark, mark]);
}

/** A quotation left open in one paragraph and closed in a later one without opening again: one remark, at its close. */
function* checkBody(all: readonly TextPart[]): Iterable<Finding> {
  const parts = all.filter(({ role }) => role !== "jump");
  // A paragraph that a jump cuts is one paragraph.
  const jumped = new Set(all.filter((_, i) => all[i - 1]?.role === "jump"));
  let open: Finding | null = null;
  for (const [i, part] of parts.entries()) {
    const next = parts.slice(i + 1, i + 3).find((p) => p.role === "paragraph") ?? null;
    for (const finding of capped(checkPart(part, part.role === "paragraph" ? next : null))) {
      const mark = part.text[finding.span.from.offset];
      if (open && mark === "”" && finding.message.key === "proof.pairing.close") {
        const cut = jumped.has(part) && open.span.from.part === parts[i - 1];
        if (cut) {
          open = null;
          continue;
        }
        yield report(part, finding.span.from.offset, finding.span.to.offset, "proof.pairing.paragraphs", {
          severity: "advice",
          evidence: [open.span],
        });
        open = null;
        continue;
      }
      if (mark === "“" && finding.message.key === "proof.pairing.open" && part.role === "paragraph") {
        if (open) yield open;
        open = finding;
      } else yield finding;
    }
  }
  if (open) yield open;
}

export const pairing: Rule = {
  id: "pairing",
  severity: "error",
  name: "rule.pairing",
  about: "rule.pairing.about",
  source: "GB/T 15834—2011 §4.8, §4.9, §4.14",
  fires: [
    { text: "真是帮了我们大忙！”厂长握着技术员的手说。", quote: "”" },
    { text: "“这条路修了三年。”村民们盼了很久。”老支书说。", quote: "”" },
    { text: "各村(社区）都设了便民点。", quote: "）" },
    { text: "县里出台了《农村公路养护办法，从下月起施行。", quote: "《" },
    { text: "会议专门研究“三农“问题。", quote: "“" },
    { text: "他说：“我们要记住“绿水青山就是金山银山”这句话。”", quote: "“绿水青山就是金山银山”" },
    { text: "村里办起了‘农家乐’。", quote: "‘农家乐’" },
  ],
  silent: [
    { text: "“第一件事，是把水渠修通。\n“第二件事，是把学校盖好。”他说。" },
    { text: "办理时请带：1）身份证；2）户口簿；3）近期照片。" },
    { text: "峰会由二十国集团(Group of 20)轮流举办。" },
    { text: "他说：“‘一村一品’要落到实处。”" },
    { text: "《关于修订〈城市供水条例〉的决定》（以下简称《决定》）昨日公布。" },
    { text: "他说：“他们问我‘你听过“三农”这个词吗’。”《关于〈《供水条例》细则〉的说明》。" },
  ],
  *article({ article }) {
    yield* checkBody(article.parts);
  },
};
