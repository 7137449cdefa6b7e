/**
 * A figure of the headline or deck that the story does not give (16.29万元 only in the headline).
 *
 * A figure counts as given where the body has it in any unit or numeral, rounded or added up; a body that goes on on
 * a page not in the file is not complete and is left alone.
 */
import type { Figure, Finding, Relation } from "../proofing.ts";
import { reporter } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("headline-figure", "warning");
const FEW = /^(?:[条项个颗枚件款类种门次场届金名人位]|基点)?$/;
/** Figures of one headline group that are looked for in the story: each costs a reading of it. */
const MOST = 40;
const heads = new Set(["headline", "deck", "kicker"]);
const bodies = new Set(["paragraph", "dateline", "crosshead", "caption"]);
/** Small numbers in words are often no figures in a headline: 三年磨一剑, 五个坚持; people and money are. */
const proverbial = /^[一二三四五六七八九十两双]{1,2}(?![例名人位家户元亩吨])/;

const amountOf = ({ value, scale }: Figure) => value * scale;

export const headlineFigure: Rule = {
  id: "headline-figure",
  severity: "warning",
  name: "rule.headline-figure",
  about: "rule.headline-figure.about",
  source: "《图书编校质量差错认定细则》：标题与正文不符",
  fires: [
    { text: "# A1\n\n我县投入36万元修桥\n村民盼了多年的桥昨天开工。桥长80米。", page: true, quote: "36万元" },
  ],
  silent: [
    { text: "# A1\n\n我县投入36万元修桥\n这座桥投资360000元，昨天开工。", page: true },
    { text: "# A1\n\n农险保障超5万亿\n全年提供风险保障5.3万亿元。", page: true },
    { text: "# A1\n\n新桥通车详见6-1页\n村民盼了多年的桥昨天开工。", page: true },
    { text: "# A1\n\n三年磨一剑\n村民盼了多年的桥昨天开工。", page: true },
    { text: "# A1\n\n两手抓 两不误\n村民盼了多年的桥昨天开工。", page: true },
    { text: "# A1\n\n三村共修桥5座\n东江村修桥2座，西江村修桥3座。", page: true },
  ],
  *article({ article, figures, relations }): Iterable<Finding> {
    if (article.jumps.some((jump) => jump.continuation === null)) return;
    const body = article.parts.filter((part) => bodies.has(part.role));
    if (body.every((part) => part.text.trim() === "")) return;
    const text = body.map((part) => part.text).join("\n");
    const given = figures.filter(({ span }) => bodies.has(span.from.part.role));
    const headed = figures.filter(({ span }) => heads.has(span.from.part.role));
    for (const figure of headed.slice(0, MOST)) {
      const { from, to } = figure.span;
      const quote = from.part.text.slice(from.offset, to.offset);
      // 6颗卫星, 20项举措: a few things that the story names one by one.
      if (figure.scale === 1 && figure.value <= 30 && FEW.test(figure.unit)) continue;
      // 1亿2千万度 is one figure in two words.
      if (/[万亿]$/.test(from.part.text.slice(0, from.offset))) continue;
      // 下转6-1页: where the story goes on.
      if (/^[版页]/.test(figure.unit) && /\d[-—－]$|[转见接第]$/.test(from.part.text.slice(0, from.offset)))
        continue;
      if (/^\d+[-—－]\d+[版页]$/.test(quote)) continue;
      // （附图片1张） counts what stands beside the story.
      if (/附\S{0,4}$/.test(from.part.text.slice(0, from.offset))) continue;
      if (proverbial.test(quote) || isGiven(figure, quote, given, text, relations)) continue;
      const hedge = hedgeOf(from.part.text, from.offset, to.offset);
      // 百余名 is of any number of three digits.
      if (/^[百千万亿]/.test(quote) && given.some((other) => isOfSize(figure, amountOf(other)))) continue;
      if (hedge && given.some((other) => isAbout(figure, amountOf(other), hedge))) continue;
      if (
        hedge &&
        addsUp(given.filter(({ unit }) => unit === figure.unit).map(amountOf), (sum) =>
          isAbout(figure, sum, hedge),
        )
      )
        continue;
      yield report(from.part, from.offset, to.offset, "proof.headline-figure.absent");
    }
  },
};

function isGiven(
  figure: Figure,
  quote: string,
  given: readonly Figure[],
  text: string,
  relations: readonly Relation[],
): boolean {
  const amount = amountOf(figure);
  const number = /[0-9.]+/.exec(quote)?.[0];
  const close = (value: number) => Math.abs(value - amount) <= 1e-9 * Math.abs(amount);
  if (given.some((other) => close(amountOf(other)) || isRounded(figure, quote, amountOf(other)))) return true;
  // The number alone, as in 新增为0, or with a unit of its own.
  if (number !== undefined && new RegExp(`(?<![0-9.])${number.replace(".", "\\.")}(?![0-9.])`).test(text))
    return true;
  // Told already, as a difference or as the same.
  if (
    relations.some(({ parts, total }) =>
      [total, ...parts].some(({ span }) => span === figure.span || sameSpan(span, figure.span)),
    )
  )
    return true;
  const like = given.filter((other) => other.unit === figure.unit);
  const sum = (value: number) => close(value) || isRounded(figure, quote, value);
  if (like.length > 1 && like.length <= 60 && addsUp(like.map(amountOf), sum)) return true;
  return isListed(figure, text);
}

/** 9668万 for 96,686,904, 超51亿件 for 51.47亿件: cut or rounded to the places the headline prints. */
function isRounded({ value, scale }: Figure, quote: string, amount: number): boolean {
  const decimals = /\.(\d+)/.exec(quote)?.[1]?.length ?? 0;
  const step = scale * 10 ** -decimals;
  const units = amount / step;
  const said = Math.round((value * scale) / step);
  // A number of one or two digits is near too many others.
  return said >= 10 && (Math.floor(units + 1e-9) === said || Math.round(units) === said);
}

/** What a headline says of a number that is not exact: over it, or nearly there. */
function hedgeOf(text: string, start: number, end: number): "over" | "under" | null {
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[超逾破过]$|突破$|超过$/.test(before) || /[余多]/.test(text.slice(start, end + 1))) return "over";
  return /[近约]$|将近$/.test(before) ? "under" : null;
}

/** 超5万亿 for 5.3万亿, 超11000人 for 11104人, 近3万 for 2.96万: no further than a fifth from what is said. */
function isAbout(figure: Figure, amount: number, hedge: "over" | "under"): boolean {
  const said = amountOf(figure);
  return hedge === "over"
    ? amount >= said && amount < said * 1.2
    : amount > said * 0.8 && amount <= said * 1.05;
}

const isOfSize = (figure: Figure, amount: number) =>
  amount > amountOf(figure) * 0.5 && amount < amountOf(figure) * 10;

/** 3名航天员 … 汤某、唐某、江某: as many names as the headline counts. */
function isListed({ value, scale, unit }: Figure, text: string): boolean {
  if (scale !== 1 || value < 2 || value > 12 || !"名人位家个".includes(unit) || unit === "") return false;
  for (const [list] of text.matchAll(
    /\p{Script=Han}{2,12}(?:、\p{Script=Han}{2,12}|[和及]\p{Script=Han}{2,3}){1,11}/gu,
  ))
    if (list.split(/[、和及]/).length === value) return true;
  return false;
}

const sameSpan = (a: Figure["span"], b: Figure["span"]) =>
  a.from.part === b.from.part && a.from.offset === b.from.offset;

/** Whether a stretch of figures side by side adds up to it. */
function addsUp(amounts: readonly number[], close: (value: number) => boolean): boolean {
  for (let i = 0; i < amounts.length; i++) {
    let sum = amounts[i] as number;
    for (let k = i + 1; k < amounts.length && k < i + 12; k++) {
      sum += amounts[k] as number;
      if (close(sum)) return true;
    }
  }
  return false;
}
