/** One deal with two countries: bought from one (从英国采购), paid to another (向美方支付). */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("country", "warning");

/** Countries by the names a deal's parties go by. */
const COUNTRIES: readonly (readonly [string, string])[] = (
  "美国:美 英国:英 法国:法 德国:德 俄罗斯:俄 日本:日 韩国:韩 印度:印 意大利:意 西班牙:西 加拿大:加 澳大利亚:澳 新西兰:新 巴西:巴西 越南:越 " +
  "泰国:泰 缅甸:缅 马来西亚:马 新加坡:新 印度尼西亚:印尼 菲律宾:菲 巴基斯坦:巴 土耳其:土 荷兰:荷 瑞士:瑞士 瑞典:瑞典 乌克兰:乌 波兰:波 墨西哥:墨"
)
  .split(" ")
  .map((pair) => pair.split(":") as [string, string]);

const NAMES = COUNTRIES.map(([name]) => name).join("|");
const SHORTS = [...new Set(COUNTRIES.map(([, short]) => short))].join("|");
const BOUGHT = new RegExp(
  `(?:从|向|自|由)(${NAMES})[^。，；从向]{0,8}?(?:采购|进口|购买|购进|引进|订购|购置|购得|购入|租用|租赁|定制)`,
  "g",
);
const PARTY = `(?:(${SHORTS})方|(${NAMES})(?:的)?(?:公司|企业|供应商|厂家|卖方|方面|厂商)?)`;
/** 向法方支付, and the other way round: 货款付给法方. */
const PAID = [
  `(?:向|给|付给|支付给)${PARTY}[^。，；向]{0,4}?(?:支付|付款|汇款|付清|打款|预付|交付货款)`,
  `(?:[货尾余定预]款|款项)[^。，；]{0,4}?(?:支付给|预付给|付给|汇给|打给|汇往|给)了?${PARTY}`,
].map((pattern) => new RegExp(pattern, "g"));
/** Characters behind the purchase within which the payment is the same deal's. */
const NEAR = 120;

function* checkPart(part: TextPart): Iterable<Finding> {
  const { text } = part;
  const bought = [...text.matchAll(BOUGHT)];
  if (bought.length === 0) return;
  for (const paid of PAID.flatMap((pattern) => [...text.matchAll(pattern)])) {
    const deals = bought.filter(({ index }) => index < paid.index && paid.index - index <= NEAR);
    // Two purchases before one payment: nobody can tell which is paid.
    if (new Set(deals.map((deal) => deal[1])).size !== 1) continue;
    const deal = deals.at(-1) as RegExpExecArray;
    const seller = deal[1] as string;
    const short = paid[1] ?? paid[2] ?? "";
    const names = COUNTRIES.filter(([name, s]) => name === short || s === short).map(([name]) => name);
    if (names.includes(seller)) continue;
    const at = paid.index + paid[0].indexOf(short);
    const from = deal.index + deal[0].indexOf(seller);
    yield report(part, at, at + short.length + (paid[1] ? 1 : 0), "proof.country.differs", {
      values: { seller },
      evidence: [spanOf(part, from, from + seller.length)],
    });
  }
}

export const country: Rule = {
  id: "country",
  severity: "warning",
  name: "rule.country",
  about: "rule.country.about",
  source: "新闻报道校对惯例：同一事项的当事方前后一致",
  fires: [
    { text: "公司从法国采购一台检测仪，首期须向德方支付两成货款。", quote: "德方" },
    { text: "从加拿大进口大豆五万吨，货款已汇给澳方。", quote: "澳方" },
    { text: "该厂自日本引进生产线，上月向韩国企业汇款时被银行拦下。", quote: "韩国" },
  ],
  silent: [
    { text: "公司从法国采购一台检测仪，首期须向法方支付两成货款。" },
    { text: "公司从法国采购检测仪，又从德国采购配件，已向德方支付两成货款。" },
  ],
  *article({ article }) {
    for (const part of article.parts) if (part.role === "paragraph") yield* capped(checkPart(part));
  },
};
