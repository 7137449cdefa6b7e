/**
 * Where somebody went, in the headline and in the story: 赴东江督导 above, 赴西江督导 below.
 *
 * The same errand (督导, 调研 …) is compared, and only where headline and story each name one place for it.
 */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Gazetteer, Rule } from "../rule.ts";

const report = reporter("headline-place", "warning");
const ERRAND = /(?:赴|到|来到|深入|前往|在)(\p{Script=Han}{2,8}?)(督导|调研|走访|检查|考察|慰问|视察|督查)/gu;
const HEADS = new Set(["headline", "kicker", "deck"]);
/** Paragraphs in which a story says where its errand led. */
const OPENING = 2;

interface Errand {
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly place: string;
  readonly verb: string;
}

function* errands(part: TextPart, gazetteer: Gazetteer): Iterable<Errand> {
  for (const match of part.text.matchAll(ERRAND)) {
    const [whole, place = "", verb = ""] = match;
    // Only divisions can be told apart: 企业 and 一线 are anywhere.
    const full = gazetteer.full(place);
    const start = match.index + whole.indexOf(place);
    if (full !== null) yield { part, start, end: start + place.length, place: full, verb };
  }
}

const within = (gazetteer: Gazetteer, inner: string, outer: string) =>
  inner === outer || gazetteer.parents(inner).includes(outer);

export const headlinePlace: Rule = {
  id: "headline-place",
  severity: "warning",
  name: "rule.headline-place",
  about: "rule.headline-place.about",
  source: "《图书编校质量差错认定细则》：标题与正文不符",
  fires: [
    { text: "# A1\n\n副县长赴醴陵调研\n副县长昨天赴茶陵县调研，看了两座粮库。", page: true, quote: "醴陵" },
  ],
  silent: [
    { text: "# A1\n\n副县长赴醴陵调研\n副县长昨天赴醴陵市调研，看了两座粮库。", page: true },
    { text: "# A1\n\n副县长赴醴陵调研\n副县长昨天赴企业调研，又到茶陵县慰问。", page: true },
    { text: "# A1\n\n副市长赴株洲调研\n副市长昨天赴茶陵县调研，看了两座粮库。", page: true },
  ],
  *article({ article, gazetteer }): Iterable<Finding> {
    const heads = article.parts.filter(({ role }) => HEADS.has(role));
    const opening = article.parts.filter(({ role }) => role === "paragraph").slice(0, OPENING);
    const told = opening.flatMap((part) => [...errands(part, gazetteer)]);
    for (const part of heads)
      for (const head of errands(part, gazetteer)) {
        const same = told.filter(({ verb }) => verb === head.verb);
        const [first] = same;
        if (!first || new Set(same.map(({ place }) => place)).size > 1) continue;
        if (within(gazetteer, first.place, head.place) || within(gazetteer, head.place, first.place))
          continue;
        yield report(part, head.start, head.end, "proof.headline-place.differs", {
          values: { place: first.place },
          evidence: [spanOf(first.part, first.start, first.end)],
        });
      }
  },
};
