/**
 * Bylines and datelines in one form throughout the edition: the house's where its style says which, else its habit.
 *
 * A habit is what most of them look like: only a single one that differs from three or more of its kind is shown.
 */
import type { ArticleReading, TextPart } from "../../edition/reading.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("form", "advice");
/** As many of one form make a habit. */
const HABIT = 3;

interface Formed {
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  /** What stands in the places that are compared. */
  readonly form: string;
}

type Forms = HouseStyle["proof"]["forms"];

/** Between a role and a name, by what the house calls it. */
const MARKS = { space: " ", slash: "/", close: "" } as const;

const ROLE = /(记者|通讯员)([\s/／：:]*)(?=\p{Script=Han}{2,4}(?:[\s、/／]|$))/gu;

interface Byline extends Formed {
  readonly role: string;
}

/** Between 记者 or 通讯员 and the name: nothing, a space, a slash. */
function* bylines(part: TextPart): Iterable<Byline> {
  for (const match of part.text.matchAll(ROLE)) {
    const [whole, role = "", mark = ""] = match;
    yield {
      part,
      role,
      start: match.index,
      end: match.index + whole.length,
      form: mark.replace(/\s+/g, " ").replace("／", "/"),
    };
  }
}

const HEAD = /^(\p{Script=Han}{0,6}?(?:讯|专电|电|消息))([（(][^）)]*[）)])?(\s*)/u;

interface Dateline extends Formed {
  /** Reporters in brackets. */
  readonly named: boolean;
  readonly spaced: boolean;
}

/** 株洲日报讯 : what stands behind the paper's name, brackets, and whether a space follows; the day is left out. */
function dateline(part: TextPart, paper: string): Dateline | null {
  if (paper === "" || !part.text.startsWith(paper)) return null;
  const match = HEAD.exec(part.text.slice(paper.length));
  if (!match) return null;
  const [whole, word = "", brackets, space = ""] = match;
  const form = `${word}${brackets === undefined ? "" : "（）"}${space === "" ? "" : " "}`;
  const end = paper.length + whole.trimEnd().length;
  return { part, start: 0, end, form, named: brackets !== undefined, spaced: space !== "" };
}

/** Bylines that are not as the house has them. */
function* againstByline(all: readonly Byline[], form: Forms["byline"]): Iterable<Finding> {
  if (form === "") return;
  const mark = MARKS[form];
  for (const { part, start, end, form: said, role } of all)
    if (said !== mark)
      yield report(part, start, end, "proof.form.byline.house", {
        severity: "warning",
        values: { role, example: `${role}${mark}` },
        fix: `${role}${mark}`,
      });
}

function* againstDateline(all: readonly Dateline[], { dateline, reporter }: Forms): Iterable<Finding> {
  for (const { part, start, end, named, spaced } of all) {
    if (reporter !== "" && named !== (reporter === "named"))
      yield report(part, start, end, `proof.form.dateline.${reporter}`, { severity: "warning" });
    else if (dateline !== "" && spaced !== (dateline === "space"))
      yield report(part, start, end, `proof.form.dateline.${dateline}`, { severity: "warning" });
  }
}

function* odd(all: readonly Formed[], key: string): Iterable<Finding> {
  const byForm = [...Map.groupBy(all, ({ form }) => form).values()].sort((a, b) => b.length - a.length);
  const [most, second] = byForm;
  const other = most?.[0];
  if (!other || !second || most.length < HABIT || byForm.length > 2 || second.length > 1) return;
  for (const { part, start, end } of second)
    yield report(part, start, end, key, {
      values: { other: other.part.text.slice(other.start, other.end) },
      evidence: [spanOf(other.part, other.start, other.end)],
    });
}

interface ArticleForms {
  readonly paper: string;
  readonly bylines: readonly Byline[];
  readonly datelines: readonly Dateline[];
}

/** An article's reading is the same object while the article is and stands where it stood. */
const formsOf = new WeakMap<ArticleReading, ArticleForms>();

function formsIn(article: ArticleReading, paper: string): ArticleForms {
  const known = formsOf.get(article);
  if (known?.paper === paper) return known;
  const forms = {
    paper,
    bylines: article.parts.flatMap((part) => (part.role === "byline" ? [...bylines(part)] : [])),
    datelines: article.parts.flatMap((part) =>
      part.role === "dateline" ? (dateline(part, paper) ?? []) : [],
    ),
  };
  formsOf.set(article, forms);
  return forms;
}

const four = ["甲", "乙", "丙", "丁"];

export const form: Rule = {
  id: "form",
  severity: "advice",
  name: "rule.form",
  about: "rule.form.about",
  source: "署名、电头惯例：全报体例一致",
  fires: [
    {
      page: true,
      text: four
        .map((name, i) => `${name}桥通了\n株洲日报讯${i < 3 ? " " : ""}2月17日，${name}桥通车。`)
        .join("\n\n"),
      quote: "株洲日报讯",
    },
    {
      page: true,
      text: "甲桥通了\n株洲日报记者 许昌浚\n甲桥通车。",
      house: { forms: { byline: "slash", dateline: "", reporter: "" } },
      quote: "记者 ",
    },
  ],
  silent: [
    {
      page: true,
      text: "甲桥通了\n株洲日报记者 许昌浚\n甲桥通车。",
      house: { forms: { byline: "space", dateline: "", reporter: "" } },
    },
    {
      page: true,
      text: four.map((name) => `${name}桥通了\n株洲日报讯 2月17日，${name}桥通车。`).join("\n\n"),
    },
  ],
  *edition({ reading, style }) {
    const { forms } = style.proof;
    const all = reading.pages.flatMap(({ articles }) => articles.map((one) => formsIn(one, reading.paper)));
    const named = all.flatMap(({ bylines }) => bylines);
    if (forms.byline !== "") yield* againstByline(named, forms.byline);
    else
      for (const own of Map.groupBy(named, ({ role }) => role).values()) yield* odd(own, "proof.form.byline");
    const heads = all.flatMap(({ datelines }) => datelines);
    if (forms.dateline !== "" || forms.reporter !== "") yield* againstDateline(heads, forms);
    else yield* odd(heads, "proof.form.dateline");
  },
};
