/**
 * Whether a row of figures was meant for a total that stands before it or behind, though no word opens the row: by
 * where both stand, what the parts are called, and what a slip of one figure would make of them.
 */
import { LEVEL } from "../figures/clauses.ts";
import { agrees, isApproximate, isVague } from "./claim.ts";
import { gapOf } from "./list.ts";
import { isOpenEnded, isOverlapping, tailsOf } from "./parts.ts";
import { isSlip, isTelling } from "./slip.ts";
import { amount, type Entry } from "./stream.ts";
import { type Likeness, likeness, openEnded } from "./words.ts";

export interface Row {
  readonly list: readonly Entry[];
  readonly names: readonly string[];
  readonly sum: number;
  /** The figure before the row. */
  readonly before: Entry | undefined;
  /** Figures before the row, nearest first. */
  readonly earlier: readonly Entry[];
  readonly after: Entry | undefined;
  /** Nothing follows that could belong to it. */
  readonly whole: boolean;
}

/** Two of one kind, right after what they come to. */
export const isPair = (total: Entry, { list, sum }: Row) =>
  amount(total) >= 20 &&
  gapOf(total, list[0] as Entry).level === LEVEL.clause &&
  !list.some(({ name }) => name.slice(-2) === total.name.slice(-2)) &&
  ![total, ...list].some(isApproximate) &&
  list.every((part) => amount(part) < amount(total)) &&
  agrees(total, sum, list);

/** The row is all the figures of its kind in its sentence, and the total the last one of the sentence before. */
export function isSentence({ list, after, whole }: Row, before: Entry): boolean {
  const [first, last] = [list[0] as Entry, list.at(-1) as Entry];
  const starts = first.clause.group.clauses[first.clause.order - 1]?.close ?? LEVEL.paragraph;
  return (
    whole &&
    starts >= LEVEL.sentence &&
    first.mention.start === first.clause.start &&
    first.clause.sentence - before.clause.sentence === 1 &&
    after?.clause.sentence !== last.clause.sentence
  );
}

const kinds = new WeakMap<readonly string[], Likeness>();

/** How alike the row is; worked out once for a row. */
export function kindOf({ list, names }: Pick<Row, "list" | "names">): Likeness {
  let kind = kinds.get(names);
  if (!kind) {
    kind = likeness(names, tailsOf(list));
    kinds.set(names, kind);
  }
  return kind;
}

/** The total right behind the row, in its sentence, or calling itself a total in the next. */
export function isTold({ list, names }: Row, after: Entry): boolean {
  const apart = after.clause.sentence - (list.at(-1) as Entry).clause.sentence;
  const kind = kindOf({ list, names });
  if (apart > 1 || (kind !== "complement" && kind !== "counterparts")) return false;
  return /总|共|合计/.test(after.lead) || (apart === 0 && list.length > 2);
}

/** 4例，2例从甲国输入，1例从乙国输入，1例从丙国输入: right after the total, told one by one. */
export function isOneByOne({ list, names, sum, whole }: Row, total: Entry): boolean {
  const alone = list.length === 2 && !list.every(({ tail }) => /^[在为系是来从]/.test(tail));
  if (!whole || alone || isVague(total)) return false;
  if (gapOf(total, list[0] as Entry).level !== LEVEL.clause || isOverlapping(list)) return false;
  return kindOf({ list, names }) !== "none" && isSlip(total, list, sum);
}

/** 提案231件，立案198件，并案12件，转为意见21件: right after its total in one sentence, and a slip off it. */
export function isMeantFor({ list, names, sum, whole }: Row, total: Entry): boolean {
  const [first, last] = [list[0] as Entry, list.at(-1) as Entry];
  if (!whole || total.clause.sentence !== first.clause.sentence || agrees(total, sum, list)) return false;
  if (list.some(isVague) || isVague(total) || isOpenEnded(last) || isPower(list)) return false;
  // 193家景区、23家博物馆、171家图书馆: one of a row is not the total of the rest.
  if (gapOf(total, first).level < LEVEL.clause) return false;
  if (!isSlip(total, list, sum)) return false;
  if (list.some((part) => amount(part) >= amount(total)) && amount(total) < 100) return false;
  if (/^(?:周?岁|度|摄氏度|℃|级)$/.test(total.mention.class)) return false;
  const kind = kindOf({ list, names });
  if (kind === "none" || (isOverlapping(list) && kind !== "complement")) return false;
  return isTelling(total, list, kind === "alike" ? 50 : 10);
}

/** Households use power too: the three industries do not make up what is used. */
export const isPower = (list: readonly Entry[]) =>
  list.some((part) => /用电/.test(part.lead)) && !list.some((part) => /居民/.test(part.lead));

/** So near that nothing else can be meant. */
export const isNear = (sum: number, total: number) =>
  total >= 20 && sum !== total && Math.abs(sum - total) <= Math.max(1, total * 0.05);

export const sexes = /^(?:[男女]性?|[男女].{1,3})$/;

/** 共15名，东江县4名，…: places or a complete set after a total must make it up. */
export function isFirm(total: Entry, list: readonly Entry[], names: readonly string[], sum: number): boolean {
  const kind = kindOf({ list, names });
  if (list.some(isVague) || isVague(total) || openEnded.test((list.at(-1) as Entry).tail)) return false;
  // 共致37人死亡 …，37人死亡，30人受伤: told again, with what it is a part of.
  if (list.some((part) => amount(part) === amount(total))) return false;
  const near = (sum > amount(total) / 2 && sum < amount(total) * 2) || isSlip(total, list, sum);
  // 男生、女生各30名
  const shared = list.length === 1 && (list[0] as Entry).times > 1;
  if (kind === "counterparts" || shared) return isSlip(total, list, sum);
  return (kind === "places" || kind === "complement") && near;
}

/** 女运动员 and 男运动员 extend 运动员. */
export function extendsName(total: Entry, names: readonly string[]): boolean {
  const name = total.name.slice(-3);
  return (
    name.length >= 2 &&
    names.length >= 2 &&
    names.every((part) => part.length > name.length && part.endsWith(name))
  );
}
