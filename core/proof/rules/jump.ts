/**
 * Jump lines (转版) against the edition: imported lines against what they should say, and both against the pages.
 *
 * Numbers are compared as a set for each page: before a page is laid out nobody knows which jump is read first.
 */
import type { JumpFacts } from "../../edition/jumps.ts";
import { circled } from "../../edition/jumps.ts";
import type { ArticleReading, PageReading, Reading, TextPart } from "../../edition/reading.ts";
import type { JumpLiteral } from "../../edition/schema.ts";
import { differences } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { type ReportOptions, reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("jump", "error");

function atPart(part: TextPart | undefined, key: string, options: ReportOptions): Finding[] {
  return part ? [report(part, 0, part.text.length, key, options)] : [];
}

interface Places {
  readonly jumps: ReadonlyMap<string, TextPart>;
  readonly continuations: ReadonlyMap<string, { page: PageReading; block: ArticleReading }>;
  /** Articles by id. */
  readonly articles: ReadonlyMap<string, ArticleReading>;
}

function placesOf(reading: Reading): Places {
  const jumps = new Map<string, TextPart>();
  const continuations = new Map<string, { page: PageReading; block: ArticleReading }>();
  const articles = new Map<string, ArticleReading>();
  for (const page of reading.pages)
    for (const block of page.articles) {
      if (block.kind === "article") articles.set(block.id, block);
      if (block.kind === "continuation") continuations.set(block.id, { page, block });
      else if (block.jumps.length === 0) continue;
      for (const part of block.parts) if (part.role === "jump") jumps.set(part.node.attrs.id as string, part);
    }
  return { jumps, continuations, articles };
}

/** The number a jump shows on the printed page. */
function shown(jump: JumpFacts): number | null {
  return jump.literal ? jump.literal.number : jump.number;
}

function* checkNumbers(jumps: readonly JumpFacts[], places: Places): Iterable<Finding> {
  const first = new Map<number, JumpFacts>();
  const highest = jumps.length;
  for (const jump of jumps) {
    const number = shown(jump);
    if (number === null) continue;
    const before = first.get(number);
    const evidence = before ? places.jumps.get(before.id) : undefined;
    if (before) {
      yield* atPart(places.jumps.get(jump.id), "proof.jump.twice", {
        values: { number: circled(number) },
        evidence: evidence ? [spanOf(evidence, 0, evidence.text.length)] : [],
      });
    } else first.set(number, jump);
  }
  for (const [number, jump] of first) {
    if (number <= highest) continue;
    let missing = 1;
    while (first.has(missing)) missing++;
    yield* atPart(places.jumps.get(jump.id), "proof.jump.gap", {
      severity: "warning",
      values: { number: circled(number), missing: circled(missing), count: highest },
    });
  }
}

function* checkTarget(jump: JumpFacts, reading: Reading, places: Places): Iterable<Finding> {
  const part = places.jumps.get(jump.id);
  const { literal, target, continuation } = jump;
  if (literal && literal.page === null) {
    yield* atPart(part, "proof.jump.unreadable", { severity: "warning" });
    return;
  }
  if (literal?.page && literal.page !== target)
    yield* atPart(part, "proof.jump.page", { values: { said: literal.page, page: target } });
  if (!reading.pages.some((page) => page.number === target)) {
    yield* atPart(part, "proof.jump.no-page", { severity: "warning", values: { page: target } });
    return;
  }
  if (!continuation) {
    yield* atPart(part, "proof.jump.no-continuation", { values: { page: target } });
    return;
  }
  if (continuation.page !== target)
    yield* atPart(part, "proof.jump.elsewhere", { values: { page: target, really: continuation.page } });
  const block = places.continuations.get(continuation.id)?.block;
  const back = (block?.node.attrs.literal ?? null) as JumpLiteral | null;
  const number = shown(jump);
  if (!block || !back) return;
  if (
    (back.page !== null && back.page !== jump.from) ||
    (back.number !== null && number !== null && back.number !== number)
  )
    yield* atPart(block.parts[0], "proof.jump.back", {
      values: { said: back.text, should: jump.backLine },
      evidence: part ? [spanOf(part, 0, part.text.length)] : [],
    });
}

const HEADS: ReadonlySet<string> = new Set(["headline", "kicker", "deck"]);
const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** Over a continuation stands its own story's headline, or some of its words; never another's. */
function* checkHeadline(jump: JumpFacts, all: readonly JumpFacts[], places: Places): Iterable<Finding> {
  const block = jump.continuation && places.continuations.get(jump.continuation.id)?.block;
  const article = places.articles.get(jump.article);
  const part = block?.parts.find(({ role }) => role === "headline");
  const own = article?.parts.find(({ role }) => role === "headline");
  if (!article || !part || !own) return;
  const [said, right] = [part.text.replace(/\s/g, ""), own.text.replace(/\s/g, "")];
  if (said === "" || right.includes(said)) return;
  const evidence = [spanOf(own, 0, own.text.length)];
  const other = all.some(
    ({ article: id }) =>
      id !== jump.article && places.articles.get(id)?.headline?.replace(/\s/g, "") === said,
  );
  if (other) {
    yield* atPart(part, "proof.jump.other", { values: { headline: own.text }, evidence });
    return;
  }
  const near = said.length === right.length && differences(said, right) === 1;
  const heads = article.parts
    .filter(({ role }) => HEADS.has(role))
    .map(({ text }) => text)
    .join();
  if (near || !pairsOf(said).some((pair) => heads.includes(pair)))
    yield* atPart(part, "proof.jump.headline", {
      severity: near ? "warning" : "advice",
      values: { headline: own.text },
      evidence,
    });
}

/** 下转 版①: what was meant for a jump line and names no page stays in the text. */
const LEFT =
  /^[（(]?(?:下转|上接)[^，。；]{0,6}(?:版[①-⑳]?|[①-⑳])[）)]?|[（(]?(?:下转|上接)[^，。；]{0,6}(?:版[①-⑳]?|[①-⑳])[）)]?$/u;

function* checkLeftOver(part: TextPart): Iterable<Finding> {
  const { role, text } = part;
  if (role === "jump" || !/下转|上接/.test(text)) return;
  const found = LEFT.exec(text);
  if (found)
    yield report(part, found.index, found.index + found[0].length, "proof.jump.unreadable", {
      severity: "warning",
    });
}

function* checkOrphans(reading: Reading, places: Places): Iterable<Finding> {
  for (const { id, page, literal } of reading.jumps.orphans) {
    const part = places.continuations.get(id)?.block.parts[0];
    const from = literal?.page ?? null;
    const known = from === null || reading.pages.some(({ number }) => number === from);
    yield* atPart(part, known ? "proof.jump.orphan" : "proof.jump.no-origin", {
      severity: known ? "error" : "warning",
      values: { page: known ? (from ?? page) : (from as string) },
    });
  }
}

export const jump: Rule = {
  id: "jump",
  severity: "error",
  name: "rule.jump",
  about: "rule.jump.about",
  source: "报纸排版惯例：转版、接版须相互照应",
  fires: [
    { page: true, text: "粮库开仓\n今年首批订单粮昨日入库。\n下转 A2 版①", quote: "下转 A2 版①" },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库。\n下转 A2 版①\n\n花市迎客\n花市开门第一天人气很旺。\n下转 A2 版①\n\n# A2\n\n上接 A1 版①\n粮库开仓\n入库的粮食全部过了秤。",
      quote: "下转 A2 版①",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库。\n下转 A2 版①\n\n花市迎客\n花市开门第一天人气很旺。\n下转 A2 版③\n\n# A2\n\n上接 A1 版①\n粮库开仓\n入库的粮食全部过了秤。",
      quote: "下转 A2 版③",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库。\n\n# A2\n\n上接 A1 版①\n粮库开仓\n入库的粮食全部过了秤。",
      quote: "上接 A1 版①",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库。\n下转 A2 版①\n\n花市迎客\n花市开门第一天人气很旺。\n下转 A2 版②\n\n# A2\n\n上接 A1 版①\n花市迎客\n入库的粮食全部过了秤。\n\n上接 A1 版②\n花市迎客\n商户很高兴。",
      quote: "花市迎客",
    },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库。\n农户排着队。（下转 版①）",
      quote: "（下转 版①）",
    },
  ],
  silent: [
    { text: "水流由东闸下转入支渠，上接干渠。" },
    {
      page: true,
      text: "粮库开仓\n今年首批订单粮昨日入库。\n下转 A2 版①\n\n# A2\n\n上接 A1 版①\n粮库开仓\n入库的粮食全部过了秤。",
    },
  ],
  *article({ article }) {
    for (const part of article.parts) yield* checkLeftOver(part);
  },
  *edition({ reading }) {
    const places = placesOf(reading);
    const byPage = new Map<string, JumpFacts[]>();
    for (const jump of reading.jumps.all) {
      const list = byPage.get(jump.from);
      if (list) list.push(jump);
      else byPage.set(jump.from, [jump]);
    }
    for (const jumps of byPage.values()) yield* checkNumbers(jumps, places);
    for (const jump of reading.jumps.all) {
      yield* checkTarget(jump, reading, places);
      yield* checkHeadline(jump, reading.jumps.all, places);
    }
    yield* checkOrphans(reading, places);
  },
};
