/**
 * What a headline and its story say alike in other words: 连续两天新增…为0 and 连续两天新增…0例, 9条硬核措施 and 提出了9条要求.
 *
 * A value without a unit is compared only with a figure whose words end in the same subject, six characters at least;
 * a number of measures only where the story puts forward one such number and no other.
 */
import { chinese } from "../figures/numeral.ts";
import { type Claim, claimOf } from "./claim.ts";
import { entryFor, textsOf } from "./pseudo.ts";
import { amount, type Entry, type Stream } from "./stream.ts";

export interface Streak {
  /** The number of days, weeks …. */
  readonly entry: Entry;
  /** What has gone on so long, and whose it is; both are needed to compare two articles. */
  readonly subject: string;
  readonly place: string;
  /** The last words before 连续; two streaks of different owners (长江…, 黄河…) are two. */
  readonly owner: string;
}

const streak = /连续(\d{1,3}|[一两二三四五六七八九十]{1,3})(天|日|周|个月|年)([^，。；：！？\n]{4,30})/g;
const noise = /新冠肺炎|新型冠状病毒(?:感染的)?肺炎|[“”‘’\s的]|保持|实现|均|都/g;
const LEAST = 6;

/** 我市已连续两天新增确诊病例为0: what is told of days on end, in text order. */
export function streaks(stream: Stream): Streak[] {
  const found: Streak[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("连续")) continue;
    for (const match of text.matchAll(streak)) {
      const [, said = "", unit = "", rest = ""] = match;
      const value = /\d/.test(said) ? Number(said) : chinese(said)?.value;
      const subject = (/^[^\d]*/.exec(rest.replace(noise, ""))?.[0] ?? "").replace(/[为达是至共]+$/, "");
      if (!value || subject.length < LEAST || /下降|上升|增长|减少/.test(subject)) continue;
      const start = match.index + 2;
      const entry = entryFor(stream, { part, start, end: start + said.length + unit.length, value, unit });
      const place =
        /[我全本][省市县区州国镇乡村](?=[^，。；]{0,12}$)/.exec(
          text.slice(Math.max(0, match.index - 16), match.index),
        )?.[0] ?? "";
      const owner =
        /[\p{Script=Han}]*$/u
          .exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0]
          .replace(/(?:[已均都也仍又]|已经|至今|目前|现已)+$/, "")
          .slice(-8) ?? "";
      found.push({ entry, subject: `${unit.replace("日", "天")} ${subject}`, place, owner });
    }
  }
  return found;
}

export function restated(stream: Stream, heads: readonly Entry[], bodies: readonly Entry[]): Claim[] {
  return [...days(streaks(stream)), ...noughts(stream, bodies), ...measures(stream, heads, bodies)];
}

function days(all: readonly Streak[]): Claim[] {
  const claims: Claim[] = [];
  const first = new Map<string, Streak>();
  for (const other of all) {
    const known = first.get(other.subject);
    if (
      known &&
      known.owner !== "" &&
      other.owner !== "" &&
      known.owner !== other.owner &&
      !(known.place && other.place)
    )
      continue;
    if (!known) first.set(other.subject, other);
    else claims.push(same(other.entry, known.entry));
  }
  return claims;
}

/** 新增确诊病例为0 against 新增确诊病例0例: the one figure whose words end like it. */
function noughts(stream: Stream, bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  const told = new Map<string, Entry[]>();
  for (const entry of bodies) {
    const subject = entry.lead.replace(noise, "").slice(-LEAST);
    if (subject.length < LEAST) continue;
    const list = told.get(subject);
    if (list) list.push(entry);
    else told.set(subject, [entry]);
  }
  for (const entry of stream.entries) {
    const { mention, lead, tail } = entry;
    if (
      mention.kind !== "bare" ||
      mention.ulp < 1 ||
      !/(?:为|是)$/.test(lead) ||
      !/^(?:$|[，。；！？”’」）)\s])/.test(tail)
    )
      continue;
    const subject = lead
      .replace(noise, "")
      .replace(/[为是]$/, "")
      .slice(-LEAST);
    const [only, ...more] = told.get(subject) ?? [];
    if (!only || more.length > 0 || otherDay.test(only.clause.text)) continue;
    claims.push(same(only, entry));
  }
  return claims;
}

const otherDay = /去年|上年|同期|上月|前一|此前|以前/;
const measure = /^(?:条|项|点|招|大)$/;
const puts = /(?:提出|推出|出台|发布|公布|制定|印发|明确|部署|采取|实施)(?:了|的)?$/;

/** 9条硬核措施 in a headline, 提出了9条要求 in the story. */
function measures(stream: Stream, heads: readonly Entry[], bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  for (const head of heads.slice(0, 20)) {
    if (!measure.test(head.mention.unit) || !isTitle(stream, head)) continue;
    const [only, ...more] = bodies.filter(
      ({ mention, lead }) => mention.unit === head.mention.unit && puts.test(lead),
    );
    if (only && more.length === 0 && !restates(bodies, head)) claims.push(same(only, head));
  }
  return claims;
}

const isTitle = (stream: Stream, { part }: Entry) => stream.article.parts[part]?.role !== "caption";
const restates = (bodies: readonly Entry[], head: Entry) =>
  bodies.some((body) => body.mention.class === head.mention.class && amount(body) === amount(head));

const same = (total: Entry, part: Entry): Claim =>
  claimOf("same", total, [part], amount(part), amount(total) === amount(part), "likely");
