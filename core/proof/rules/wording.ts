/**
 * Words written wrong, from a list; and terms that have been replaced, by the date from which the new one holds.
 *
 * A listed form counts only where the segmenter does not give one of its ends to a neighbour: 会议提出 is no 议提.
 */
import type { TextPart } from "../../edition/reading.ts";
import { isAccepted, Words, wordsAround } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { RENAMED } from "./data/renamed.ts";
import { USAGES, type Usage } from "./data/usage.ts";
import { MISSPELLINGS } from "./data/wording.ts";
import { slipsOfPhrases } from "./idioms.ts";

const report = reporter("wording", "error");
const words = new Words(MISSPELLINGS.map((entry) => [entry.wrong, entry] as const));

/** Usages by their word; several may share one. */
const usages = new Words([...Map.groupBy(USAGES, ({ word }) => word)]);
/** Characters before and behind a word that its usage is told by. */
const CONTEXT = 14;

/** 截止2月17日, 渡过春节: a right word where it is wrong. */
function* misused({ text }: TextPart): Iterable<Usage & { readonly start: number; readonly end: number }> {
  for (const { start, end, value } of usages.find(text)) {
    const [before, behind] = [
      text.slice(Math.max(0, start - CONTEXT), start),
      text.slice(end, end + CONTEXT),
    ];
    const usage = value.find(
      (each) => (each.before?.test(before) ?? true) && (each.behind?.test(behind) ?? true),
    );
    if (usage) yield { ...usage, start, end };
  }
}

/** True where a word of the text reaches over one of the span's ends; 废了 is none to 做废了. */
function isAcross(text: string, start: number, end: number): boolean {
  return wordsAround(text, start, end).some(
    (word) =>
      (word.start < start && word.end > start) ||
      (word.start < end &&
        word.end > end &&
        !(word.end === end + 1 && /[了着过在于]/.test(text[end] as string))),
  );
}

/** What may stand behind a listed form that the segmenter takes for a word: 一家俱乐部, 自己经营. */
const GOES_ON: Readonly<Record<string, RegExp>> = {
  家俱: /^(?:乐部|备|全|有|在)/,
  己经: /^(?:营|历|手|办|济|过|常|受)/,
  举错: /^(?:了|误)/,
  干躁: /^动/,
  应负: /^(?:的|责|有|担|连|刑|法|全|主|次|同)/,
  负责入: /^[河库户园村校场职]/,
  以经: /^(?:过|营|济|费|验|销|修|批|审|核|国|县|省|市)/,
  坐位: /^体前屈/,
  对代: /^尔/,
  股分: /^(?:给|配|红|得|为|成)/,
  时待: /^[战命机]/,
  月未: /^(?:办|满|到|能|有|经|予|缴|领|参|完|取|付|发|下|见)/,
  岁未: /^(?:满|到)/,
  干布: /^[条块巾料]/,
  军须: /^靡/,
  对像: /^(?:[你我他她它这那小老]|.{1,3}这样|.{1,3}那样)/,
  信货: /^[柜物车运品架]/,
  借货: /^[柜物车运品架]/,
};

/** Forms that two right words can make (沙进人退, 形像饭勺), with what shows that they do not. */
const ONLY_BEFORE: Readonly<Record<string, RegExp>> = {
  千部: /^(?:群众|队伍|职工|作风|任用|选拔|培训|考核|带头|下沉|要|们)/,
  年未: /^(?:岁|将|总结|考|到|的|[，。；）]|$)/,
  期未: /^(?:考|复习|测|总|成绩|[，。])/,
  视查: /^(?:工作|了|指导|时|团|组|[，。])/,
  既将: /^(?:到来|开始|开幕|举行|来临|出发|完成|结束|过去|上市|投入|启动|迎来)/,
  既使: /^(?:在|是|有|没|不|再|如此|这样|遇|下|到|只|明|今天|最|身|刮|当|面对|条件|困难|个别|一)/,
  建全: /^(?:完善|制度|机制|体系|法|组织|档案|台账|网络|和|、|的)/,
  关健: /^(?:在|是|时|一|词|点|环节|要|的|作用|少数|技术|[，。、])/,
  关建: /^(?:在|是|时|一|词|点|环节|要|的|作用|少数|技术|[，。、])/,
  形像: /^(?:工程|大使|代言|设计|思维|化|提升|宣传|展示|[，。、”])/,
  进人: /^(?:了|到|新|冬|夏|春|秋|关键|决赛|市场|小区|校园)/,
  深人: /^(?:推进|开展|学习|贯彻|基层|群众|实施|了解|调研|一线|研究|人心|田间)/,
  加人: /^(?:了|到|中国|世贸|该|组织|队伍)/,
  收人: /^(?:增|达|水平|约|比|[，。、])/,
  投人: /^(?:使用|运营|资金|到|生产|建设|大量|了|[0-9])/,
  列人: /^(?:了|计划|重点|名单|国家)/,
  纳人: /^(?:了|管理|医保|规划|考核|[，。])/,
  输人: /^(?:病例|密码|风险|[，。])/,
  注人: /^(?:了|新|动力|活力|资金)/,
};

/** What makes of a form the end of another word and the beginning of the next: 构建全…, 两头象. */
const NOT_BEHIND: Readonly<Record<string, RegExp>> = {
  建全: /[构共新扩创]$/,
  入物: /植$/,
  头象: /[0-9一二两三四五六七八九十几多]$/,
};

function* misspelt(part: TextPart): Iterable<Finding> {
  const listed = new Set<number>();
  for (const { start, end, value } of words.find(part.text)) {
    const behind = part.text.slice(end, end + 3);
    const only = ONLY_BEFORE[value.wrong];
    if ((only && !only.test(behind)) || GOES_ON[value.wrong]?.test(behind)) continue;
    if (NOT_BEHIND[value.wrong]?.test(part.text.slice(0, start)) || isAcross(part.text, start, end)) continue;
    // 《惹事生非》 is called so.
    const isVariant = value.severity === "advice";
    if (isVariant && part.text[start - 1] === "《") continue;
    listed.add(end);
    yield report(part, start, end, isVariant ? "proof.wording.variant" : "proof.wording.wrong", {
      fix: value.right,
      severity: value.severity,
    });
  }
  for (const { start, end, right, severity } of misused(part))
    if (![0, 1, 2, 3, 4].some((more) => listed.has(end + more)))
      yield report(part, start, end, "proof.wording.usage", { fix: right, severity });
  for (const { start, end, phrase } of slipsOfPhrases(part.text))
    if (!listed.has(end))
      yield report(part, start, end, "proof.wording.wrong", { fix: phrase, severity: "warning" });
}

export const wording: Rule = {
  id: "wording",
  severity: "error",
  name: "rule.wording",
  about: "rule.wording.about",
  source:
    "《现代汉语词典》；GF 1001—2001《第一批异形词整理表》；@pinyin-pro/data 词库（ISC）；本项目易错词表",
  fires: [
    { text: "新景区开放后，来渡假村住宿的客人一如继往地多。", quote: "一如继往" },
    { text: "消防员爬上屋顶，关掉了漏水的水笼头。", quote: "水笼头" },
    { text: "省里已对防汛作出布署。", quote: "布署" },
    { text: "面对洪水，大家一愁莫展，求助的消息却不径而走。", quote: "不径而走" },
    { text: "敢想敢说的人多，敢怒而不敢严的人少。", quote: "敢怒而不敢严" },
    { text: "演出精采，观众喝采。", quote: "精采" },
    { text: "截止2月17日，好象一切都已就绪，大家渡过了难忘的春节。", quote: "截止" },
    { text: "要抓好贯彻落时，严防疫情防空出现漏洞。", quote: "贯彻落时" },
  ],
  silent: [
    { text: "会议提出，要让代表们畅所欲言。一家俱乐部按装置编号登记。" },
    { text: "心中有所不安的人毫无意义地等着，《格物致智》今晚开播。" },
    { text: "截至2月17日，报名截止，气象正好，渡过难关以后，大家度过了春节。" },
    { text: "慈善长跑吸引了上千人，大家对问题高度重视。" },
  ],
  *article({ article, style }) {
    for (const part of article.parts) {
      if (part.role === "jump" || part.role === "byline" || part.role === "credit") continue;
      for (const finding of capped(misspelt(part)))
        if (!isAccepted(style.proof.lexicon, part.text, finding.span.from.offset, finding.span.to.offset))
          yield finding;
    }
  },
};

const reportRenamed = reporter("deprecated", "advice");
const renamed = new Words(RENAMED.map((entry) => [entry.old, entry] as const));

export const deprecated: Rule = {
  id: "deprecated",
  severity: "advice",
  name: "rule.deprecated",
  about: "rule.deprecated.about",
  source: "国务院机构改革方案（2018、2023）；国家卫生健康委通知；新华社新闻用语规范",
  fires: [
    { text: "据国家工商总局公布的名单，两家企业被列入。", quote: "国家工商总局" },
    { text: "大会为残废人设立了专用通道。", quote: "残废人" },
  ],
  silent: [
    { text: "原国家工商总局的一位负责人回忆了当年的改革。" },
    { text: "环境保护部门和农业部门的人都到了现场。" },
  ],
  *article({ article, reading, style }) {
    for (const part of article.parts) {
      if (part.role === "jump") continue;
      const { text } = part;
      for (const { start, end, value } of renamed.find(text)) {
        // A reading without a date is not judged by one.
        if (value.since !== "" && (reading.date === "" || reading.date < value.since)) continue;
        if (value.until !== undefined && reading.date >= value.until) continue;
        if (value.before?.test(text.slice(end, end + 4))) continue;
        // 原国家…, 时任…, 2015年…: told of the past.
        if (
          /(?:原|前|时任|曾任|当年|更名前的|[12]\d{3}年[^。；]{0,12})$/.test(
            text.slice(Math.max(0, start - 18), start),
          )
        )
          continue;
        if (isAccepted(style.proof.lexicon, text, start, end)) continue;
        yield reportRenamed(part, start, end, "proof.deprecated.term", { fix: value.now });
      }
    }
  },
};
