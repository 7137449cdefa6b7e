/** Proofing after any edit says what proofing from nothing says, of relations between pages too. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import * as commands from "../../../core/edition/commands.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import type { Span } from "../../../core/proof/proofing.ts";
import { proofread } from "../../../core/proof/proofread.ts";
import { allRules } from "../../../core/proof/rules/all.ts";
import { article, byline, dateline, edition, newId, p, page } from "../edition/builders.ts";

const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: allRules };

/** Texts that say something about one another: repeated, nearly repeated, a name two ways, a figure two ways. */
const sentences = [
  "渠首闸门昨日开启，春灌用水比去年提前五天送到田头，沿线二十一个村受益，放水将持续到本月底，水库蓄水充足，各村已经排定次序。",
  "渠首闸门昨日开启，春灌用水比去年提前五天送到田头，沿线二十二个村受益，放水将持续到本月底，水库蓄水充足，各村已经排定次序。",
  "县水务局局长许昌浚介绍，渠道去冬已经加固。许昌浚说，闸门也换了新的。",
  "许昌竣最后提醒，灌溉期间不要下渠游泳。",
  "全县新建高标准农田1200亩。",
  "今年全县新建高标准农田1300亩，其中东江镇700亩、西江镇500亩。",
  "副县长唐维到场督导。县长唐维要求，连夜加固堤段。",
];

const start = (): Edition =>
  edition(
    { paper: "渡口报", date: "2020-02-18" },
    ...["A1", "A2", "A3"].map((number, i) =>
      page(
        number,
        article(
          { id: `x${i}` },
          "春灌",
          byline("渡口报记者 甲某某"),
          dateline(i === 1 ? "渡口报讯" : "渡口报讯 "),
          p(sentences[i] as string),
          p(sentences[i + 2] as string),
        ),
        article({ id: `y${i}` }, "农田", dateline("渡口报讯 "), p(sentences[6 - i] as string)),
      ),
    ),
  );

const run = (e: Edition, command: commands.Command) => applyChanges(e, commands.run(command, e, newId));

const edit: fc.Arbitrary<(e: Edition) => Edition> = fc.oneof(
  // A paragraph says something else, or has a sign put in.
  fc.tuple(fc.nat(30), fc.constantFrom(...sentences, "字", "")).map(([n, text]) => (e: Edition) => {
    const parts = readEdition(e).pages.flatMap(({ node, articles }) =>
      articles.flatMap((one) =>
        one.parts.filter(({ role }) => role === "paragraph").map((part) => ({ node, part })),
      ),
    );
    const { node, part } = parts[n % parts.length] as (typeof parts)[number];
    const whole = text.length > 1 ? part.text.length : 0;
    return run(e, commands.replaceText(node.attrs.id, part.pos, 0, whole, text));
  }),
  fc.tuple(fc.constantFrom("x0", "x1", "y0", "y2"), fc.constantFrom("A1", "A2", "A3")).map(
    ([id, to]) =>
      (e: Edition) =>
        run(e, commands.moveBlock(id, to)),
  ),
  fc.constantFrom("x0", "x2").map((id) => (e: Edition) => run(e, commands.addJump(id, "A2", 0))),
  fc.constantFrom("y1", "x1").map((id) => (e: Edition) => run(e, commands.removeBlock(id))),
);

/** What was found, with the places in full: by page document and position. */
function told(e: Edition) {
  const reading = readEdition(e);
  const { findings, relations, figures } = proofread(reading, options);
  const place = ({ from, to }: Span) => {
    const page = reading.pages.find(({ articles }) =>
      articles.some(({ parts }) => parts.includes(from.part)),
    );
    expect(page?.node.nodeAt(from.part.pos)).toBe(from.part.node as Node);
    return [page?.number, from.part.pos, from.offset, to.part.pos, to.offset];
  };
  return {
    findings: findings.map(({ rule, severity, span, message, evidence, fixes }) => ({
      ...{ rule, severity, message, at: place(span), evidence: evidence.map(place) },
      fixes: fixes.map(({ text, span }) => [text, place(span)]),
    })),
    relations: relations.map(({ kind, holds, span, total }) => [kind, holds, place(span), place(total.span)]),
    figures: figures.map(({ value, state, span }) => [value, state, place(span)]),
  };
}

it("after any edit is what it is from nothing", () => {
  const rules = told(start()).findings.map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(["duplicate-paragraph", "people", "same", "form"]));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      let current = start();
      for (const make of edits) {
        current = make(current);
        expect(told(current)).toEqual(told(editionFromJSON(editionToJSON(current))));
      }
    }),
    { numRuns: 40 },
  );
});
