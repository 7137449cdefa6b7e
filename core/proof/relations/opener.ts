/**
 * What opens a list of parts: 其中, 分布在, 按…分, …中, a colon, brackets; and of what total, where the words say so.
 */
import { LEVEL } from "../figures/clauses.ts";
import type { Entry, StreamClause } from "./stream.ts";
import { among, headerOf, ofThings, splitBy, spreadOver } from "./words.ts";

export interface Opener {
  readonly kind: "among" | "spread" | "header" | "colon" | "bracket";
  /** Of a header: what stands before 中. */
  readonly words: string;
  /** Of a header that holds the figure itself (777例确诊病例中), or of brackets: the total. */
  readonly total: Entry | null;
  /** True where the opener stands at the head of a sentence, so that its total is in an earlier one. */
  readonly detached: boolean;
  /** True where 其中： opened a block of lists. */
  readonly block: boolean;
}

const make = (
  kind: Opener["kind"],
  words = "",
  total: Entry | null = null,
  detached = false,
  block = false,
): Opener => ({ kind, words, total, detached, block });

/** What opens a list at this figure; `before` is the figure of its kind before it. */
export function openerOf(entry: Entry, before: Entry | undefined): Opener | null {
  const { clause } = entry;
  if (clause.group.depth > 0 && before === undefined) {
    const host = clause.group.host;
    if (!host || host.mention.class !== entry.mention.class) return null;
    return make("bracket", entry.lead, host);
  }
  // Words of this clause before the figure.
  const first = clause.entries[0] === entry || !before || before.clause !== clause;
  const lead = first ? clause.text.slice(0, Math.max(0, entry.mention.start - clause.start)) : entry.lead;
  if (isTakenUp(entry)) return null;
  // 59项任务中已经完成10项: the figure before is what is parted.
  if (!first && withinWhole.test(entry.lead) && !notWhole.test(entry.lead))
    return make("header", "", before, true, blockBefore(clause));
  const inline =
    /^(.{1,40}?[例者人员名])(?:中(?![国心小学])|[为系](?=[^0-9]{2}))/.exec(lead) ?? ofThings.exec(lead);
  if (inline && !/其$/.test(inline[1] as string)) {
    const own = before && before.clause === clause ? before : null;
    return make("header", inline[1], own, true, blockBefore(clause));
  }
  // 新增5例，为甲市2例、乙县3例: what stands after 为 is what the figure is.
  if (
    !first &&
    before &&
    consistsOf.test(entry.lead) &&
    before.clause.entries.indexOf(before) === clause.entries.indexOf(entry) - 1
  )
    return make("header", entry.lead, before, false, blockBefore(clause));
  // 新增2例，为甲区1例、乙县1例
  if (first && before && isRightBefore(before, clause) && consistsOf.test(lead))
    return make("header", lead, before, false, blockBefore(clause));
  // 其中来自美国7例，来自英国3例: the second goes on with the list.
  const goesOn =
    before &&
    /^来自[^，。；]*$/.test(lead) &&
    /来自/.test(before.lead) &&
    before.clause.sentence === clause.sentence;
  if (goesOn) return null;
  if (spreadOver.test(lead)) {
    const names = beforeNames(clause);
    // 其中，铁路、民航分别完成…: some of the parts, as 其中 opens them.
    if (names?.text.trim() === "其中") return make("among", "其中", null, startsSentence(names));
    return make("spread", lead, null, startsSentence(clause));
  }
  if (among.test(lead)) return make("among", lead, null, startsSentence(clause));

  if (!first) return null;

  // Clauses without a figure of this class, back to the figure before.
  let clauses = 0;
  for (let k = 1; clauses < 3 && k < MAX_NAMES; k++) {
    const previous = clause.group.clauses[clause.order - k];
    if (!previous) return null;
    const text = previous.text.trim();
    const has = before !== undefined && before.clause === previous;
    if (previous.close !== LEVEL.item) clauses++;
    else if (!has && !previous.entries.some((e) => e.mention.kind === "quantity")) {
      // 其中，甲、乙、丙分别发行…; 包括甲、乙等31个和35个.
      if (clauses === 0 && opensNames.test(text)) return make("among", text, null, startsSentence(previous));
      continue;
    }
    if (clauses === 1 && /中$/.test(text) && previous.close <= LEVEL.part) {
      if (has && !/其中$/.test(text)) return make("header", "", before as Entry, true, blockBefore(previous));
      const words = has ? null : headerOf(text);
      if (words !== null) return make("header", words, null, true, blockBefore(previous));
    }
    if (clauses === 1 && splitBy.test(text)) return make("among", text, null, true);
    if (/^(?:其中|包括|分别是|分别为|具体为|具体是)$/.test(text) || /其中$/.test(text)) {
      const at =
        startsSentence(previous) || previous.close >= LEVEL.sentence || clause.sentence !== previous.sentence;
      return make("among", text, null, at, /[：:]/.test(previous.mark));
    }
    if (has) return clauses === 1 && /[：:]/.test(previous.mark) ? make("colon", "", before) : null;
    if (previous.entries.some((e) => e.mention.kind === "quantity")) {
      // 其中集中式12座、装机26.1万千瓦，分布式302座、装机…: two figures of each part.
      const opens =
        /^(?:其中|包括)/.test(text) || clause.group.clauses[previous.order - 1]?.text.trim() === "其中";
      const both = clauses <= 1 && k === 1 && opens && previous.sentence === clause.sentence;
      return both ? make("colon", "", null, startsSentence(previous)) : null;
    }
    if (previous.close >= LEVEL.sentence && !/其中$/.test(text)) return null;
  }
  return null;
}

/** The figure ends the clause before, with a comma between. */
const isRightBefore = (figure: Entry, clause: StreamClause) =>
  clause.group.clauses[clause.order - 1] === figure.clause &&
  figure.clause.close === LEVEL.clause &&
  figure.clause.entries.at(-1) === figure;

/** The clause before the names in a row that this one ends. */
function beforeNames(clause: StreamClause): StreamClause | undefined {
  let first = clause;
  for (let k = 1; k < MAX_NAMES; k++) {
    const previous = clause.group.clauses[clause.order - k];
    if (previous?.close !== LEVEL.item || previous.entries.length > 0) break;
    first = previous;
  }
  return first.group.clauses[first.order - 1];
}

/** Most names in a row between an opener and the first of its figures. */
const MAX_NAMES = 40;
const consistsOf = /^(?:均|分别)?[为系是](?:[\p{Script=Han}]{2,8}[市区县州旗镇乡村省国籍])$/u;
const opensNames = /^(?:[^，。；]{0,12}(?:包括|包含|涵盖)|其中)/;
const withinWhole =
  /^[^，。；、]{0,16}中(?![国心小学央型等标奖医药老青部东西非层轻毒断间途考级文美英日俄巴欧亚印招转坚继介游旬上下])/;
const notWhole = /(?:其|集|高|初|途|手|心|空|水|年|会议|活动)中/;

/** 新增的3例病例中，…: the figure is what the next parts are parts of, and no part itself. */
export function isTakenUp({ clause, tail, mention }: Entry): boolean {
  if (mention.kind !== "quantity" || !tail.includes("中") || notWhole.test(tail)) return false;
  const followed = clause.entries.at(-1)?.mention !== mention;
  if (followed && withinWhole.test(tail) && !/^[^，。；、]*中$/.test(tail)) return true;
  return (
    /中(?:包括|包含|有)?$/.test(tail) && clause.close <= LEVEL.clause && clause.text.trimEnd().endsWith(tail)
  );
}

const startsSentence = (clause: StreamClause) => {
  const previous = clause.group.clauses[clause.order - 1];
  return !previous || previous.close >= LEVEL.sentence;
};

/** Whether 其中： stands before the sentence of this clause, so that what follows are lists by status. */
function blockBefore(clause: StreamClause): boolean {
  for (let k = 1; k <= 40; k++) {
    const previous = clause.group.clauses[clause.order - k];
    if (!previous || previous.part < clause.part - 12) return false;
    if (/其中$/.test(previous.text) && /[：:]/.test(previous.mark)) return true;
  }
  return false;
}
