import type { ArticleReading } from "../../edition/reading.ts";
import type { Figure, Finding } from "../proofing.ts";
import { analyse, figureOf } from "../relations/relate.ts";
import { isTold, type Named } from "../relations/same.ts";
import type { Rule } from "../rule.ts";
import { inWordsOf, relationRule } from "./relation.ts";

const within = relationRule("same", "warning", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    {
      text: "全县新建高标准农田1200亩。\n据介绍，全县新建高标准农田1300亩，惠及村民800户。",
      quote: "1200亩",
    },
    {
      text: "# A1\n\n农田建设提速\n全县新建高标准农田1200亩。\n\n丰收在望\n今年全县新建高标准农田1300亩。",
      page: true,
      quote: "1200亩",
    },
    {
      text: "# A1\n\n我县连续两天新增积水路段为0\n昨日新增积水路段1处，已经排干。",
      page: true,
      quote: "1处",
    },
    { text: "# A1\n\n9条措施护春耕\n县里昨天提出了8条春耕要求。", page: true, quote: "8条" },
    {
      text: "# A1\n\n雨停了\n我县连续两天没有出现新增积水路段。\n\n水退了\n我县连续三天没有出现新增积水路段。",
      page: true,
      quote: "两天",
    },
  ],
  silent: [
    { text: "全县新建高标准农田1200亩。\n据介绍，全县新建高标准农田1200亩，惠及村民800户。" },
    { text: "2022年，全县新建高标准农田1200亩。2023年，全县新建高标准农田1300亩。" },
    { text: "东江县获一等奖3项、二等奖5项；西江县获一等奖2项、二等奖6项。" },
  ],
});

/** One quantity that is told twice, differently: in an article, or in two articles of the edition. */
export const same: Rule = {
  ...within,
  *edition({ reading }): Iterable<Finding> {
    const known = new Map<string, { article: ArticleReading; figure: Figure; named: Named }>();
    for (const page of reading.pages) {
      for (const article of page.articles) {
        for (const named of analyse(article).named) {
          const { entry, subject, day } = named;
          const key = `${day} ${subject}`;
          const before = known.get(key);
          if (!before) {
            known.set(key, { article, figure: figureOf(article, entry), named });
            continue;
          }
          if (before.article === article) continue;
          const figure = figureOf(article, entry);
          if (figure.value * figure.scale === before.figure.value * before.figure.scale) continue;
          if (!isTold(before.named.entry, entry, Math.max(named.least, before.named.least))) continue;
          yield {
            rule: "same",
            severity: "warning",
            span: before.figure.span,
            message: {
              key: "proof.same.elsewhere",
              values: {
                total: inWordsOf(before.figure, before.figure.value),
                sum: inWordsOf(figure, figure.value),
                headline: article.headline || page.number,
              },
            },
            evidence: [figure.span],
            fixes: [],
          };
        }
      }
    }
  },
};
