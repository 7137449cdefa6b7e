/**
 * One person, two offices that exclude each other: 副市长 here and 市长 there; or another office than the house lists.
 *
 * People hold several offices at once, so only an office and its own deputy are taken to exclude each other, and
 * secretaries only of the same committee.
 */

import { isAccepted, isHanAt } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { EditionContext, Rule } from "../rule.ts";
import { speaksAt, type Use, usesOfNames, usesOfReading } from "./naming.ts";

const report = reporter("titles", "warning");
const PAST = /原|前|时任|曾任|历任|兼|代|拟任|接替|卸任/;

/** The office with the body it is of: 市委书记, 区长. */
function bodyOf({ part, at, office }: Use): string {
  const before = part.text.slice(Math.max(0, at - office.length - 2), at).replace(/[、/ ]$/, "");
  return /(?:副)?书记$/.test(office) ? (/([省市区县州镇乡]委)(?:副)?书记$/.exec(before)?.[1] ?? "?") : "";
}

const rankOf = (office: string) => (office.startsWith("副") ? "副" : "");
const headOf = (office: string) => office.replace(/^副/, "");

/** Words of an appointment, beside a name. */
const APPOINTED = /当选|任命|选举|接任|升任|提拔|提任|履新|就任|出任|宣誓|晋升|调任|转任|改任/;
const BESIDE = 24;

/** 副主任甲升任主任。主任甲说: who is promoted within the story bears both offices. */
const isPromoted = (name: string, uses: readonly Use[]) =>
  uses.some(({ part, at }) =>
    APPOINTED.test(part.text.slice(Math.max(0, at - BESIDE), at + name.length + BESIDE)),
  );

/** Uses that name the person whole and tell of the present. */
function present(uses: readonly Use[], name: string): Use[] {
  return uses.filter(({ part, at, office }) => {
    if (office === "" || PAST.test(part.text.slice(Math.max(0, at - office.length - 6), at))) return false;
    const end = at + name.length;
    return name.length >= 3 || !isHanAt(part.text, end) || speaksAt(part.text, end);
  });
}

function* contradictions(name: string, uses: readonly Use[]): Iterable<Finding> {
  const seen = new Map<string, Use[]>();
  for (const use of uses) {
    const key = `${bodyOf(use)}${headOf(use.office)}`;
    const list = seen.get(key);
    if (list) list.push(use);
    else seen.set(key, [use]);
  }
  for (const list of seen.values()) {
    const [deputies, heads] = [
      list.filter((use) => rankOf(use.office)),
      list.filter((use) => !rankOf(use.office)),
    ];
    const [few, many] = heads.length < deputies.length ? [heads, deputies] : [deputies, heads];
    const other = many[0];
    if (!other) continue;
    for (const use of few)
      yield report(use.part, use.at - use.office.length, use.at + name.length, "proof.titles.differs", {
        values: { name, office: use.office, other: other.office },
        evidence: [spanOf(other.part, other.at - other.office.length, other.at + name.length)],
      });
  }
}

function* againstList(name: string, title: string, uses: readonly Use[]): Iterable<Finding> {
  const offices = title.split(/[、，,]/).map((office) => office.trim());
  // A list that gives no office cannot be held against one.
  if (!offices.some((office) => /[长记任员席理事监裁委]$/.test(office))) return;
  for (const use of uses) {
    if (
      offices.some(
        (office) =>
          office.endsWith(use.office) && (rankOf(use.office) || !office.endsWith(`副${use.office}`)),
      )
    )
      continue;
    const deputy = offices.some(
      (office) => office.endsWith(headOf(use.office)) || office.endsWith(`副${use.office}`),
    );
    yield report(use.part, use.at - use.office.length, use.at + name.length, "proof.titles.list", {
      severity: deputy ? "warning" : "advice",
      values: { name, office: use.office, title },
    });
  }
}

function* check({ reading, style }: EditionContext): Iterable<Finding> {
  const listed = new Map(style.proof.people.map(({ name, title }) => [name, title]));
  const long = [...listed.keys()].filter((name) => name.length > 3);
  for (const [name, all] of [...usesOfReading(reading), ...usesOfNames(reading, long)]) {
    if (!all.some(({ office }) => office !== "")) continue;
    const uses = present(all, name);
    const title = listed.get(name);
    if (title !== undefined) yield* againstList(name, title, uses);
    else if (uses.length > 1 && !isPromoted(name, all)) yield* contradictions(name, uses);
  }
}

export const titles: Rule = {
  id: "titles",
  severity: "warning",
  name: "rule.titles",
  about: "rule.titles.about",
  source: "新闻报道校对惯例：人名、职务须前后一致，以本报名单为准",
  fires: [
    {
      text: "副县长许昌浚到场督导。县长许昌浚要求，连夜加固堤段。\n副县长许昌浚最后说，大家辛苦了。",
      quote: "县长许昌浚",
    },
    {
      text: "县长许昌浚到场督导。",
      house: { people: [{ name: "许昌浚", title: "县委常委、副县长" }] },
      quote: "县长许昌浚",
    },
  ],
  silent: [
    { text: "县委副书记、县长许昌浚到场督导。县长许昌浚说，大家辛苦了。" },
    { text: "时任副县长许昌浚参加了奠基。如今，县长许昌浚又来到工地。" },
    { text: "副县长许昌浚年前升任县长。县长许昌浚说，担子更重了。" },
    { text: "镇党委书记许昌浚到场。县委副书记许昌浚说，大家辛苦了。" },
  ],
  *edition(context) {
    const { lexicon } = context.style.proof;
    for (const finding of check(context)) {
      const { from, to } = finding.span;
      if (!isAccepted(lexicon, from.part.text, from.offset, to.offset)) yield finding;
    }
  },
};
