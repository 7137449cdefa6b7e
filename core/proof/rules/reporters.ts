/**
 * Bylines and credits against the house: the paper's own name, and reporters who are on the list, where there is one.
 */
import type { Reading, TextPart } from "../../edition/reading.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { alike, differences } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { reporter } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("reporters", "warning");
const ROLES = new Set(["byline", "credit", "dateline"]);
const REPORTERS =
  /(\p{Script=Han}{0,10}?)(?:首席|见习|实习|特派)?记者[\s/／：:]*(\p{Script=Han}{2,4}(?:[\s、/／]+(?!\p{Script=Han}{0,3}记者)\p{Script=Han}{2,4})*)/gu;
const ANOTHER = /通讯员|摄影|供图|报道|实习|编辑|评论|整理|摄$/;

/** 株州日报记者, 株洲曰报讯: nearly the paper's own name. */
function* checkPaper(part: TextPart, paper: string): Iterable<Finding> {
  const { text } = part;
  for (let at = 0; at + paper.length <= text.length && at < 80; at++) {
    const said = text.slice(at, at + paper.length);
    if (differences(said, paper) !== 1) continue;
    const i = [...said].findIndex((char, k) => char !== paper[k]);
    if (!alike(said[i] as string, paper[i] as string)) continue;
    yield report(part, at, at + paper.length, "proof.reporters.paper", { fix: paper });
  }
}

/** 本抱记者 for 本报记者. */
function* checkOwn(part: TextPart): Iterable<Finding> {
  for (const { index, 0: said } of part.text.matchAll(
    /[本木][\p{Script=Han}](?=(?:首席|见习|实习|特派)?记者|讯|通讯员)/gu,
  ))
    if (said !== "本报" && differences(said, "本报") === 1 && !/本[刊台网社站端市省县区]/.test(said))
      yield report(part, index, index + 2, "proof.reporters.paper", { fix: "本报" });
}

/** Reporters of the house list, by the title they have there. */
const reportersOf = (people: HouseStyle["proof"]["people"]) =>
  people.filter(({ title }) => /记者/.test(title)).map(({ name }) => name);

function* checkNames(part: TextPart, reading: Reading, names: readonly string[]): Iterable<Finding> {
  for (const match of part.text.matchAll(REPORTERS)) {
    const [whole, medium = "", list = ""] = match;
    const own =
      medium === "" || medium === "本报" || (reading.paper !== "" && medium.endsWith(reading.paper));
    if (!own) continue;
    let at = match.index + whole.length - list.length;
    for (const item of list.split(/([\s、/／]+)/)) {
      const name = item.trim();
      if (/^\p{Script=Han}{2,4}$/u.test(name)) {
        if (ANOTHER.test(name)) break;
        if (!names.includes(name)) {
          const near = names.find(
            (n) =>
              n.length === name.length &&
              differences(n, name) === 1 &&
              [...n].every((char, i) => alike(char, name[i] as string)),
          );
          yield report(
            part,
            at,
            at + name.length,
            near ? "proof.reporters.near" : "proof.reporters.unknown",
            {
              severity: near ? "warning" : "advice",
              ...(near && { fix: near }),
            },
          );
        }
      }
      at += item.length;
    }
  }
}

export const reporters: Rule = {
  id: "reporters",
  severity: "warning",
  name: "rule.reporters",
  about: "rule.reporters.about",
  source: "署名惯例：报名、记者姓名以本报名单为准",
  fires: [
    {
      text: "# A1\n\n桥通了\n株州日报讯 2月17日，新桥通车。\n\n路通了\n株洲日报讯 2月17日，新路通车。",
      page: true,
      quote: "株州日报",
    },
    {
      text: "# A1\n\n桥通了\n株洲日报记者 许昌竣\n新桥昨天通车。",
      page: true,
      house: { people: [{ name: "许昌浚", title: "记者" }] },
      quote: "许昌竣",
    },
    { text: "# A1\n\n桥通了\n本抱记者 许昌浚\n新桥昨天通车。", page: true, quote: "本抱" },
  ],
  silent: [{ text: "株洲日报讯 2月17日，新桥通车。" }],
  *article({ article, reading, style }) {
    const names = reportersOf(style.proof.people);
    for (const part of article.parts) {
      if (!ROLES.has(part.role)) continue;
      yield* checkOwn(part);
      if (reading.paper.length >= 4) yield* checkPaper(part, reading.paper);
      // 新华社北京2月17日电（记者…）: another house's reporters.
      const own =
        part.role !== "dateline" ||
        part.text.startsWith("本报") ||
        (reading.paper !== "" && part.text.startsWith(reading.paper));
      if (names.length > 0 && own) yield* checkNames(part, reading, names);
    }
  },
};
