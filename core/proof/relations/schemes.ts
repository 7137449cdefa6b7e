/**
 * What balances what: cases, contacts, attendance, examinations, money, trade, dockets, stocks; by the words that say so.
 */

export interface Role {
  readonly name: string;
  readonly words: RegExp;
  readonly not?: RegExp;
  /** May be unsaid. */
  readonly optional?: boolean;
  /** Goes out: is subtracted. */
  readonly minus?: boolean;
}

export interface Scheme {
  readonly id: string;
  /** Text without it has no such balance. */
  readonly needs: RegExp;
  readonly total: Role;
  readonly parts: readonly Role[];
  /** What a reader calls it; a balance where nothing is said. */
  readonly kind?: "sum";
  /** Listed where it holds; that it fails says nothing, for others may be left unsaid. */
  readonly unclaimed?: boolean;
  /** Never more than a question: the real figures need not balance. */
  readonly soft?: boolean;
}

const dead = /死亡|病亡|病逝|去世|不治/;
const end = "(?:合计|总计|共计|总额)?[为达是约计]?$";
const modeOnly = /共发送|共运送|共运输|全社会|高速|单日|日均|其中|加开/;
export const schemes: readonly Scheme[] = [
  {
    id: "cases",
    needs: /出院|治愈|康复|痊愈/,
    total: {
      name: "total",
      words: /确诊(?!率)|累计收治|累计报告.{0,20}(?:病例|例$|\|$)/,
      not: /出院|治愈|死亡|在院|住院|在治|现有|现存|重[型症]|疑似|密切|排除|转为|正在|尚在|涉及|首例/,
    },
    parts: [
      {
        name: "care",
        words: /在院|住院|在治|现存|现症|现有.{0,8}确诊|现有病例|(?:正在|尚在|仍在).{0,6}治疗|隔离治疗/,
        not: /出院|危重|重症|重型/,
      },
      { name: "out", words: /出院|治愈|康复|痊愈/, not: /率|在院/ },
      { name: "dead", words: dead, not: /率/, optional: true },
    ],
  },
  {
    // 累计254例，治愈出院252例，死亡2例: nobody is in hospital any more.
    id: "closed",
    needs: /出院|治愈/,
    total: {
      name: "total",
      words: /累计.{0,14}(?:确诊|病例)|确诊.{0,6}累计/,
      not: /出院|治愈|死亡|病亡|在院|住院|现有|现存|重[型症]|疑似|密切|转为|首例/,
    },
    parts: [
      { name: "out", words: /出院|治愈/, not: /率|在院/ },
      { name: "dead", words: dead, not: /率/ },
    ],
    unclaimed: true,
  },
  {
    // 累计152例，死亡7例，现存145例: nobody has left yet, or nothing is said of it.
    id: "standing",
    needs: /现存|现有/,
    total: {
      name: "total",
      words: /累计.{0,14}(?:确诊|病例)|确诊.{0,6}(?:累计|升|增)/,
      not: /出院|治愈|死亡|病亡|在院|住院|现有|现存|重[型症]|疑似|密切|转为|首例/,
    },
    parts: [
      { name: "care", words: /现存|现有(?:确诊|病例|患者|$|\|$)/, not: /出院|危重|重症|重型|疑似/ },
      { name: "dead", words: dead, not: /率/ },
    ],
    unclaimed: true,
  },
  {
    id: "asymptomatic",
    needs: /无症状感染者/,
    total: { name: "total", words: /累计.{0,10}无症状感染者/, not: /解除|转为|尚在|正在|仍在/ },
    parts: [
      { name: "released", words: /解除/, not: /正在|尚/ },
      { name: "became", words: /转为|转归为|订正为/, optional: true },
      {
        name: "observed",
        words: /(?:正在|尚在|仍在|尚有|现有|仍有).{0,14}(?:观察|隔离)/,
        not: /已解除/,
        optional: true,
      },
    ],
    kind: "sum",
    unclaimed: true,
  },
  {
    id: "contacts",
    needs: /解除/,
    total: {
      name: "total",
      words: /(?:追踪|排查|累计).{0,6}(?:到|出)?.{0,8}密切?接触者|密切接触者/,
      not: /解除|正在|尚有|现有|仍有|尚在/,
    },
    parts: [
      { name: "released", words: /解除/, not: /正在|尚有/ },
      { name: "observed", words: /(?:正在|尚在|仍在|尚有|现有|仍有).{0,14}(?:观察|隔离)/, not: /已解除/ },
      { name: "became", words: /诊断为|转为|转归为|已确诊/, optional: true },
      { name: "sought", words: /正在追踪|正在排查|失访|尚未追踪/, optional: true },
    ],
    soft: true,
  },
  {
    id: "attendance",
    needs: /应(?:到|出席|参|交)/,
    total: { name: "total", words: /应(?:到|出席|参加|参评|交)(?!.*[出参])/ },
    parts: [
      {
        name: "present",
        words: /实(?:到|际出席|际到|交)|(?<!应)(?:出席|参加)(?:会议)?(?:的?代表)?(?:有|为)?(?=\||$)/,
      },
      { name: "absent", words: /缺席|请假|缺勤|未到/ },
    ],
  },
  {
    id: "exam",
    needs: /缺考|弃考/,
    total: { name: "total", words: /(?:报名|报考)(?!费)|通过(?:资格)?审[查核]|应考/ },
    parts: [
      { name: "sat", words: /(?:参加(?:笔试|面试|考试)|实考|到考)/ },
      { name: "absent", words: /缺考|弃考/ },
    ],
  },
  {
    id: "money",
    needs: /结余|节余|盈余|结存/,
    total: {
      name: "total",
      words: new RegExp(`收入${end}`),
      not: /支出|增长|比|结余/,
    },
    parts: [
      { name: "spent", words: new RegExp(`支出${end}`) },
      { name: "left", words: new RegExp(`(?:结余|节余|盈余|结存)${end}`) },
    ],
  },
  {
    id: "surplus",
    needs: /顺差/,
    total: { name: "total", words: new RegExp(`(?<!进)出口额?${end}`) },
    parts: [
      { name: "imports", words: new RegExp(`(?<!出)进口额?${end}`) },
      { name: "surplus", words: new RegExp(`顺差${end}`) },
    ],
  },
  {
    id: "deficit",
    needs: /逆差/,
    total: { name: "total", words: new RegExp(`(?<!出)进口额?${end}`) },
    parts: [
      { name: "exports", words: new RegExp(`(?<!进)出口额?${end}`) },
      { name: "deficit", words: new RegExp(`逆差${end}`) },
    ],
  },
  {
    id: "docket",
    needs: /未.{0,2}结/,
    kind: "sum",
    total: { name: "total", words: /受理|收案/, not: /新收|未|审|结/ },
    parts: [
      { name: "closed", words: /审执?结|执结|办结|(?<!未)结案/, not: /未/ },
      { name: "open", words: /未(?:审|执|办)?结|尚未.{0,4}结/ },
    ],
  },
  {
    id: "transport",
    needs: /铁路/,
    kind: "sum",
    total: {
      name: "total",
      words: /全社会.{0,16}(?:流动量|客运量|发送)|共(?:发送|运送|运输)/,
      not: /日均|其中/,
    },
    parts: [
      { name: "rail", words: /铁路/, not: modeOnly },
      { name: "road", words: /公路/, not: modeOnly },
      { name: "water", words: /水路|水运/, not: modeOnly },
      { name: "air", words: /民航|航空/, not: modeOnly },
    ],
  },
  {
    id: "trade",
    needs: /进出口/,
    kind: "sum",
    total: { name: "total", words: new RegExp(`进出口(?:总[值额量])?${end}`) },
    parts: [
      { name: "exports", words: new RegExp(`(?<!进)出口[值额]?${end}`) },
      { name: "imports", words: new RegExp(`(?<!出)进口[值额]?${end}`) },
    ],
    unclaimed: true,
  },
  {
    id: "stock",
    needs: /期末|[年月季]末|[年月]底/,
    total: { name: "total", words: /(?:期末|年末|月末|年底|月底|季末)/ },
    parts: [
      { name: "opening", words: /期初|年初|月初|上年末|原有|上期|季初/ },
      { name: "in", words: /新增|增加|转入|收入|入库|新入/ },
      { name: "out", words: /减少|注销|转出|支出|出库|退出|销号/, minus: true },
    ],
  },
];
