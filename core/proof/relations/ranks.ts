/**
 * Ranks: who has most against the list (东江县12家、西江县9家，东江县最多), and a row that is said to go down (依次为30℃、28℃、25℃).
 */
import { LEVEL } from "../figures/clauses.ts";
import { type Claim, claimOf } from "./claim.ts";
import { gapOf } from "./list.ts";
import { amount, countable, type Entry, type Stream } from "./stream.ts";

const superlative =
  /([\p{Script=Han}]{2,10}?)(?:的)?(?:病例|确诊病例|人数|数量|产量|面积|金额|户数|造价|报价|价格)?(?:数)?(最多|最高|居首|排名第一|位居第一|位居榜首|领跑|最少|最低|垫底)/gu;

const AROUND = 80;
const LOWEST = /少|低|垫底/;

export function ranks(stream: Stream, sums: readonly Claim[]): Claim[] {
  const lists = sums.filter(({ kind }) => kind === "sum").map(({ parts }) => parts);
  const listed = new Set(lists.flat());
  return [
    ...lists.flatMap((parts) => most(stream, parts, false)),
    ...rowsOf(stream)
      .filter((row) => !row.some((entry) => listed.has(entry)))
      .flatMap((row) => most(stream, row, true)),
    ...rows(stream),
  ];
}

/** Who is said to have most, of the places or things a list names. */
function most(stream: Stream, parts: readonly Entry[], plain: boolean): Claim[] {
  const last = parts.at(-1);
  if (!last || parts.length < 2 || new Set(parts).size !== parts.length) return [];
  const names = parts.map((entry) => entry.name);
  const { start, end } = last.mention;
  const text = stream.article.parts[last.part]?.text ?? "";
  for (const match of text.slice(Math.max(0, start - AROUND), end + AROUND).matchAll(superlative)) {
    const [, said = "", word = ""] = match;
    // 最高达2万元, 最低收购价: only 东江县最高。 ranks a row that no total holds together.
    const at = Math.max(0, start - AROUND) + match.index + match[0].length;
    if (plain && !/^(?:$|[，。；！？”）\n])/.test(text.slice(at, at + 1))) continue;
    const own =
      parts[names.findIndex((name) => name.length >= 2 && (said.endsWith(name) || isOf(name, said)))];
    if (!own) continue;
    const others = parts.filter((entry) => entry !== own);
    const highest = !LOWEST.test(word);
    const holds = others.every((other) =>
      highest ? amount(own) >= amount(other) : amount(own) <= amount(other),
    );
    const limit = (highest ? Math.max : Math.min)(...others.map(amount)) / own.mention.scale;
    return [
      claimOf("order", own, others, limit * own.mention.scale, holds, "likely", highest ? "most" : "least"),
    ];
  }
  return [];
}

/** 甲方案 of 甲方案造价. */
const isOf = (name: string, said: string) => said.length >= 3 && name.startsWith(said);

/** Most figures of one row. */
const MOST_ROW = 20;

/** Three figures or more of one class side by side in a sentence, each with a name of its own. */
function rowsOf(stream: Stream): Entry[][] {
  const found: Entry[][] = [];
  let row: Entry[] = [];
  const close = () => {
    if (row.length >= 3 && new Set(row.map(({ name }) => name)).size === row.length) found.push(row);
    row = [];
  };
  for (const entry of stream.entries) {
    const last = row.at(-1);
    const fits =
      countable(entry) &&
      entry.mention.approximation === null &&
      entry.name.length >= 2 &&
      entry.clause.entries[0] === entry;
    if (!fits) {
      if (entry.mention.kind === "quantity") close();
      continue;
    }
    if (
      last &&
      (last.mention.class !== entry.mention.class ||
        row.length >= MOST_ROW ||
        last.clause.group !== entry.clause.group ||
        gapOf(last, entry).level > LEVEL.part)
    )
      close();
    row.push(entry);
  }
  close();
  return found;
}

const downward = /由高到低|从高到低|由多到少|从多到少|由大到小|从大到小|递减/;
const upward = /由低到高|从低到高|由少到多|从少到多|由小到大|从小到大|递增/;

/** 由高到低依次为30℃、25℃、28℃. */
function rows(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const first of stream.entries) {
    if (!/(?:依次|分别)[是为有]?$/.test(first.lead) || !countable(first)) continue;
    const down = downward.test(first.clause.text) ? 1 : upward.test(first.clause.text) ? -1 : 0;
    if (down === 0) continue;
    const run = [first];
    for (let k = first.index + 1; k < stream.entries.length && run.length < MOST_ROW; k++) {
      const entry = stream.entries[k] as Entry;
      if (!countable(entry) || entry.mention.class !== first.mention.class) break;
      if (entry.clause.sentence !== first.clause.sentence || !/^[和、，]?$/.test(entry.lead)) break;
      run.push(entry);
    }
    if (run.length < 3) continue;
    const holds = run.every(
      (entry, i) => i === 0 || down * (amount(run[i - 1] as Entry) - amount(entry)) >= 0,
    );
    claims.push(claimOf("order", first, run.slice(1), amount(first), holds, "likely", "row"));
  }
  return claims;
}
