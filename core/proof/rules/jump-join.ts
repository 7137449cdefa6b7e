/**
 * Text that does not join where a story jumps: the last words before 下转 against the first behind 上接.
 *
 * Only what cannot go on is shown: nothing follows, words stand on both sides, a quotation is open on one side only,
 * a sentence is cut and what follows begins another.
 */
import type { TextPart } from "../../edition/reading.ts";
import { isHanAt } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("jump-join", "warning");
/** Shortest paragraph that is prose, and fewest characters that are no chance repetition. */
const PROSE = 24;
const REPEATED = 8;
const STARTS =
  /^(?:据(?:了解|介绍|悉|统计)|此外|目前|与此同时|同时，|会上|会议(?:强调|指出|要求)|记者(?:了解|在|从)|近日|日前|\p{Script=Han}{1,6}(?:说|表示|介绍|告诉记者|认为)[，：]|\d{1,2}月\d{1,2}日，|[一二三四五六]、|[（(][一二三四五六][)）]|【)/u;

const marks = (text: string, mark: string) => text.split(mark).length - 1;
/** Quotation marks opened and not closed; below zero where more close than open. */
const open = (text: string) => marks(text, "“") - marks(text, "”");

/** The paragraphs on either side of a jump; null where a side has none. */
function sides(
  parts: readonly TextPart[],
  jump: number,
): { before: TextPart | null; after: TextPart | null } {
  const prose = (part: TextPart | undefined) =>
    part && (part.role === "paragraph" || part.role === "crosshead") ? part : null;
  return { before: prose(parts[jump - 1]), after: prose(parts[jump + 1]) };
}

function* checkSides(before: TextPart, after: TextPart): Iterable<Finding> {
  const end = before.text.trimEnd().length;
  const tail = spanOf(before, Math.max(0, end - REPEATED), end);
  const repeated = overlap(before.text.slice(0, end), after.text);
  if (repeated > 0) {
    yield report(after, 0, repeated, "proof.jump-join.repeated", {
      evidence: [spanOf(before, end - repeated, end)],
    });
    return;
  }
  const [opened, closes] = [open(before.text), after.text.indexOf("”")];
  const opens = after.text.indexOf("“");
  const lonely = closes >= 0 && (opens < 0 || closes < opens);
  if (opened <= 0 && lonely) {
    yield report(after, closes, closes + 1, "proof.jump-join.quote", { evidence: [tail] });
    return;
  }
  const cut = end >= PROSE && isHanAt(before.text, end - 1);
  if (cut && (after.role === "crosshead" || STARTS.test(after.text)))
    yield report(after, 0, Math.min(REPEATED, after.text.length), "proof.jump-join.cut", {
      evidence: [tail],
    });
}

/** Length of the longest end of `before` that `after` begins with, if it is long enough to be no chance. */
function overlap(before: string, after: string): number {
  for (let length = Math.min(60, before.length, after.length); length >= REPEATED; length--)
    if (before.endsWith(after.slice(0, length))) return length;
  return 0;
}

export const jumpJoin: Rule = {
  id: "jump-join",
  severity: "warning",
  name: "rule.jump-join",
  about: "rule.jump-join.about",
  source: "报纸排版惯例：转版、接版文字须相接",
  fires: [
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库，农户排着队等候过磅，运粮的车一直排到了\n下转 A2 版①\n据了解，粮库已经腾出三座仓。\n\n# A2\n\n上接 A1 版①\n粮库开仓",
      quote: "据了解，粮库已经",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库，农户排着队等候过磅。\n下转 A2 版①\n农户排着队等候过磅。粮食全部入库。\n\n# A2\n\n上接 A1 版①\n粮库开仓",
      quote: "农户排着队等候过磅。",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库，农户排着队等候过磅。\n下转 A2 版①\n也踏实了。”他说。\n\n# A2\n\n上接 A1 版①\n粮库开仓",
      quote: "”",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库，农户排着队等候过磅，运粮的车一直排到了\n下转 A2 版①\n\n# A2\n\n上接 A1 版①\n粮库开仓",
      quote: "一直排到了",
    },
  ],
  silent: [
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库，农户排着队等候过磅，运粮的车一直排到了\n下转 A2 版①\n镇口。粮食全部过了秤。\n\n# A2\n\n上接 A1 版①\n粮库开仓",
    },
    {
      page: true,
      text: "粮库开仓\n他说：“粮食入了库，心里\n下转 A2 版①\n也踏实了。”\n\n# A2\n\n上接 A1 版①\n粮库开仓",
    },
  ],
  *article({ article }) {
    const facts = new Map(article.jumps.map((jump) => [jump.id, jump]));
    for (const [i, part] of article.parts.entries()) {
      if (part.role !== "jump" || part.node.type.name !== "jump") continue;
      if (!facts.get(part.node.attrs.id as string)?.continuation) continue;
      const { before, after } = sides(article.parts, i);
      if (!before) continue;
      if (after) yield* checkSides(before, after);
      else if (i === article.parts.length - 1) {
        const end = before.text.trimEnd().length;
        if (end >= PROSE && (isHanAt(before.text, end - 1) || "，、".includes(before.text[end - 1] ?? "。")))
          yield report(before, Math.max(0, end - 5), end, "proof.jump-join.lost", {
            evidence: [spanOf(part, 0, part.text.length)],
          });
      }
    }
  },
};
