/**
 * The words relations are read from. One place, so that a reader who misses one knows where to add it.
 */

/** Opens the parts of the figure before it, not always all of them. */
export const among =
  /其中|(?<![还也的])包括(?![^，。；]{0,40}在内)|包含|涵盖|(?:^|[，、])含|^(?:由(?![此于])|分为|分成)/;
/** Opens the parts of the figure before it, and means all of them. */
export const spreadOver =
  /分布(?:在|于)|分属|(?<![过触到])(?:分别)?来自(?!动|[^，。；]*的$)|分别[^，。、]{0,6}$|按.{1,6}分/;
/** Heads a sentence that splits an earlier total anew: 按消费类型统计，…. */
export const splitBy = /^(?:按|分|从).{1,12}(?:统计|分|划分|看|计|来看|来说|算)$/;
/** Parts one list from the next although only a comma stands between. */
export const breaksList =
  /^(?:另有|另外|此外|还有|同时|截至|截止|目前|与此同时|值得一提|当[日天]|今年|去年|上年(?!结[转余])|累计|现有|尚有|仍有|共计|合计|总计|一?共[有为达约]?(?=\d|$)|涉及|比|较|[日月年人户]均|平均|单日|(?:实现)?(?:贸易|外贸)?[顺逆]差)/;
export const remainder = /其余|剩余|余下|剩下|保留|其他|其它|还有|另外?(?!有)/;
export const openEnded = /^.{0,12}(?:等(?![待级次于奖])|…|\.\.\.)/;
export const statesTotal =
  /(?:共计|合计|总计|总共|共有|共为|共达|共|总数|总量|总额|总值|总人数|总面积|累计)(?:金额|投资|人数|面积)?[为达是有约超近过]*$|(?<![公总一国])共(?![同和产青享识建振管性])[^，。；、\d]{1,10}$/;
export const closingTotal =
  /(?:共计|合计|总计|总共|(?<!公)共|累计共|总数|总额|总量|(?<!生产)总(?:投资|产值|产量|成本|面积|人数|里程|装机|规模|重量|库容|收入|支出|价|成绩|分|长度?)(?:突破|超过?)?[为达约是]?$)/;

/** "新增确诊病例中" and the like: what is parted stands before 中. */
const notHeader =
  /(?:其|集|高|初|途|手|心|过程|工作|活动|行动|会议|任务|发言|讲话|报告|致辞|采访|年|空|水|家|华)中$/;
export function headerOf(clause: string): string | null {
  const text = clause.replace(/^.*其中[：:，]?/, "");
  if (text.length < 3 || text.length > 42 || !text.endsWith("中") || notHeader.test(text)) return null;
  return text.replace(/之?中$/, "");
}

/** Modifiers that tell the day's figures from the running ones. */
export const isNew = (words: string) => /新增|当[日天]|新发/.test(words);
export const isCurrent = (words: string) => /现有|目前共有|在院|在治|尚有|仍有/.test(words);

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const placeEnds = wordsOf(
  "市 区 县 州 省 旗 镇 乡 村 国 盟 岛 籍 街道 社区 监狱 兵团 机场 口岸 苏木 农场 林场 新城 园区 组团 地区 大学 学院 医院",
);
const provinces = wordsOf(
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 境外 本土 国内 国外",
);

/** What a lead must have, or end or begin in, for a step of `nameOf` to change it. */
const quote = /[“”"「」\s]/;
const opens = /[其包涵分来]/;
const verbEnds = wordsOf("各 有 为 是 共 达 到 约 近 超 过 至 告 增 现 生 别 均 占");
const joins = wordsOf("和 与 及 以 则 而 又 的");

/** 阳性标本中甲型…: what is counted may be things. */
export const ofThings =
  /^((?!.*其中).{0,16}?(?:标本|样品|样本|案件|提案|议案|建议|诉求|企业|学校|教师|学生|代表|委员|党员|干部|项目|工程|火灾|事故|资金|收入|支出|隐患|线索|车辆|房屋|村|户))中(?![国心小学等级])/;

/** A part's name without verbs: 荷塘区有 → 荷塘区. */
export function nameOf(lead: string): string {
  let name = lead;
  if (quote.test(name)) name = name.replace(/[“”"「」\s]/g, "");
  if (opens.test(name))
    name = name.replace(/^.*(?:其中|包括|包含|涵盖|分布[在于]|分别来自|来自|分别[为是有在])[：:，]?/, "");
  if (name.includes("中")) name = name.replace(/^.{1,40}[例者人员名]中/, "").replace(ofThings, "");
  if (verbEnds.has(name.at(-1) ?? ""))
    name = name.replace(/(?:各|有|为|是|共|达到?|约|近|超过?|增至|报告|新增|出现|发生|分别|均|占)+$/, "");
  return joins.has(name[0] ?? "") ? name.replace(/^(?:[和与及以]+|则|而|又|的)/, "") : name;
}

export const isPlace = (name: string) =>
  name.length >= 2 &&
  name.length <= 16 &&
  (placeEnds.has(name.at(-1) as string) || placeEnds.has(name.slice(-2)) || provinces.has(name));

/** 其余, 剩余的: not RCEP其他成员国, which are others of something else. */
const isRemainder =
  /^(?:[还尚另]?有|保留|对|为|的|则|而|将)*(?:其余|剩余|余下|剩下|其他|其它|还有|另外?(?!有)|.{1,8}(?:以外|之外)的其[他它余])/;

const done = [/未|[待尚]|在建|正在/, /已|抢通|修复|审结|审执结|执结|办结|完成|完工|竣工|通过|解除/] as const;

const fatal = [/死亡|遇难|身亡|丧生/, /受伤|伤/, /失踪|失联|下落不明|被困|获救/] as const;

/** Sets of names that between them leave nothing out; the first two are needed, the rest may be missing. */
const complements: readonly (readonly RegExp[])[] = [
  [/男/, /女/],
  [/出口/, /进口/],
  [/城镇|城市/, /农村|乡村/],
  [/境外|输入/, /本土|本地/],
  [/第一产业/, /第二产业/, /第三产业/],
  [/赞成|同意/, /反对/, /弃权/],
  [/非税/, /税收|(?<!非)税/],
  [
    /金[牌奖质]|(?<![^|])金(?![^，|]*[县市区镇乡村])/,
    /银[牌奖质]|(?<![^|])银(?![^，|]*[县市区镇乡村])/,
    /铜[牌奖质]|(?<![^|])铜(?![^，|]*[县市区镇乡村])/,
  ],
  [/阳性/, /阴性/],
  [/住院/, /门诊|返家|回家|居家/],
  [/公立|公办/, /私立|民办|民营/],
  [/中央/, /地方/],
  [/重[型症]/, /普通|中型/, /轻[型症]|危重/],
  [/轻[型症]/, /普通/, /无症状/],
  [/一等/, /二等/, /三等/],
  [/夏粮/, /秋粮/],
  [/上半年/, /下半年/],
  fatal,
  [/获救|救起|生还|脱险/, /失踪|失联|下落不明|遇难|死亡/, /遇难|死亡/],
  [/货物贸易/, /服务贸易/],
  [/本科/, /专科/],
  [/陆域|陆地/, /海域|海洋/],
  [/确诊/, /无症状/],
  [/不合格/, /(?<!不)合格/],
  done,
  [/成人|成年人/, /儿童|未成年人/],
  [/人工|手工/, /机械|自动/],
  [/上半场/, /下半场/],
];

/** Sets that mostly leave nothing out. */
const counterparts: readonly (readonly RegExp[])[] = [
  [/中央/, /省|地方|市级|县级/, /市|县/],
  [/企业|单位|团体/, /个人|职工/],
  [/国内/, /国际|入境|境外|出境/],
  [/家庭户/, /集体户/],
  [/集中/, /分布|分散/],
  [/新建/, /改建|扩建|续建|改造/, /扩建/],
  [/线上|网上|网络/, /线下|门店|现场|窗口/],
  [/现金|资金|善款/, /物资|折款|物品/],
  [/天然/, /人工/],
  [/成人/, /少儿|儿童|未成年/],
  [/专任|教师/, /行政|教辅|学生|工勤/],
  [/物理/, /历史/],
  [/甲类/, /乙类|丙类/, /丙类/],
  [/重伤|重型|重症/, /轻伤|轻型|普通/, /普通|轻/],
  [/工业/, /农业/, /服务业|建筑业|商贸|第三产业/],
  [/省内|市内|县内|本地|本市|本省/, /省外|市外|县外|外地|外省|外市/],
  [/城区|县城|市区/, /乡镇|农村|郊区|乡村/],
  [/水田/, /旱地/],
  [/首|第一|一期/, /第?[二三]|二期/, /第?[三四]|三期/],
  [/小学/, /初中|中学/, /高中/],
  [/商品|货物/, /餐饮|服务/],
  [/客运|旅客/, /货运|货物/],
  [/党员|中共/, /群众|非中共|党外/],
  [/运动员/, /教练|工作人员|辅助|官员/],
  [/刑事/, /民事|民商/, /行政|执行/, /执行|其他/],
  [/出口|出港|出城|离/, /入口|进港|进城|到|抵/],
  [/主板/, /创业板|科创板/, /科创板|北交所/],
  [/有林|林地/, /荒山|草/],
  [/硕士|研究生/, /博士|本科/, /本科|专科/],
  [/陆/, /海|水/],
  [/小型/, /中型|大型/, /大型/],
  [/全血/, /血小板|成分血/],
  [/固定/, /流动/],
  [/出席|实到|到会/, /缺席|请假|未到/],
  [/国产/, /进口/],
  [/在职|在岗/, /退休|离退/],
  [/发送|出发/, /到达|抵达/],
  [/主[桥线干]|正线/, /引桥|支[线管]|联络线|匝道/],
  [/第一[剂针]|首剂/, /第二[剂针]/, /第三[剂针]|加强/],
  [/乙类/, /丙类/],
  [/甲型/, /乙型/, /丙型/],
  [/一般债/, /专项债/],
  [/党纪/, /政务/],
  [/饮酒/, /醉酒|醉驾/],
  [/结婚/, /离婚/],
  [/高级/, /中级/, /初级/],
  [/早班/, /中班|晚班|夜班/, /晚班|夜班/],
  [/内贸/, /外贸/],
  [/汉族/, /少数民族/],
  [/左[线幅岸]/, /右[线幅岸]/],
  [/脱贫户|贫困户/, /一般户|一般农户|非贫困/],
  [/财政|上级/, /自筹|社会|贷款/, /贷款|社会/],
  [/固定资产|设备/, /流动资金/],
  [/咨询/, /求助|投诉|举报/, /投诉|建议|举报/, /建议|举报|其他/],
];

/** 批准逮捕 and 不批准逮捕, 住宅 and 非住宅: one says what the other denies. */
function isDenied(names: readonly string[]): boolean {
  if (names.length !== 2) return false;
  const [a, b] = names as [string, string];
  return denies(a, b) || denies(b, a);
}

function denies(a: string, b: string): boolean {
  const core = /^.{0,3}(?:不予?|未|非|无)(.{2,6})/.exec(b)?.[1];
  return core !== undefined && a.length < 9 && a.includes(core.slice(0, 2)) && !/不|未|非|无/.test(a);
}

const series = ["一二三四五六七八九", "甲乙丙丁戊己庚辛", "ABCDEFGH", "123456789"];

/** 第一批、第二批、第三批; 一组、二组; 甲船、乙船: numbered from the first on, and else alike. */
export function isSeries(names: readonly string[]): boolean {
  const [first, second] = names;
  if (first === undefined || second === undefined || names.length > 9) return false;
  return series.some((marks) => {
    const at = first.indexOf(marks[0] as string);
    if (at < 0 || second[at] !== marks[1] || first.length > 12) return false;
    const around = (name: string) => `${name.slice(0, at)} ${name.slice(at + 1, at + 2)}`;
    return names.every((name, i) => name[at] === marks[i] && around(name) === around(first));
  });
}

/** 0至18岁, 19至59岁, 60岁及以上. */
const isAges = (names: readonly string[]) => names.length > 1 && names.every((name) => /岁/.test(name));

const LARGEST_SET = Math.max(...[...complements, ...counterparts].map((set) => set.length));

export function isComplement(names: readonly string[]): boolean {
  if (names.length > 1 && isRemainder.test(names.at(-1) as string)) return true;
  return isDenied(names) || isSetOf(complements, names);
}

const anies = new Map<unknown, RegExp>();

/** Tells at once that no set begins in these names. */
function anyOf(sets: readonly (readonly RegExp[])[]): RegExp {
  let any = anies.get(sets);
  if (!any) {
    any = new RegExp(sets.map(([first]) => first?.source).join("|"));
    anies.set(sets, any);
  }
  return any;
}

function isSetOf(sets: readonly (readonly RegExp[])[], names: readonly string[]): boolean {
  if (names.length < 2 || names.length > LARGEST_SET + 2) return false;
  const all = names.join("|");
  if (!anyOf(sets).test(all)) return false;
  return sets.some((set) => {
    if (names.length > set.length + 2) return false;
    const [first, second] = set as [RegExp, RegExp];
    if (!first.test(all) || !second.test(all)) return false;
    const a = names.findIndex((name) => first.test(name));
    if (a < 0 || !names.some((name, i) => i !== a && second.test(name))) return false;
    const found = names.map((name) =>
      set.map((word) => word.exec(name)?.[0]).find((words) => words !== undefined),
    );
    // Two that are called the same (确诊…, 确诊…, 无症状…) exclude nothing; what is done, and who died, may be told in several ways.
    const told = set === done || set === fatal;
    return !found.includes(undefined) && (told || new Set(found).size === found.length);
  });
}

/** Qualities that one person or thing may have beside any other of a list. */
const overlapping =
  /党员|团员|少数民族|青年|党外|劳模|首次|退役|以上|以下|超过|高级|留学|基层|一线|新(?:型|建)|重点/;

export const status = /重症|重型|危重|死亡|出院|治愈|疑似|确诊|在院|住院|轻症|普通型/;
/** What every such list counts makes its names no more alike. */
const common = /(?:病例|患者|人员|人数|人|者|数|名)$/;

/** How alike the names of a list are: a complete set, places, counterparts, names built alike, or just a row. */
export type Likeness = "complement" | "places" | "counterparts" | "alike" | "none";

export function likeness(names: readonly string[], tails: readonly string[]): Likeness {
  // 合格70批次，2批次不合格: each is called by what stands before it, or behind.
  const called = names.map((name, i) => name || (tails[i] ?? ""));
  if (isComplement(names) || isComplement(tails) || isComplement(called)) return "complement";
  const most = Math.ceil(names.length * 0.7);
  if (names.filter(isPlace).length >= most) return "places";
  if (isSetOf(counterparts, names) || isSetOf(counterparts, tails) || isSeries(names) || isAges(names))
    return "counterparts";
  const texts = (names.every((n) => n === "") ? tails : names).map(
    (text) => text.replace(common, "") || text,
  );
  if (mayShare(texts)) return "none";
  if (sharing(texts, (t) => t.slice(-1)) >= most || sharing(texts, (t) => t.slice(0, 2)) >= most)
    return "alike";
  // 三亚54例、海口39例: a row of short names, but not 重症1例、死亡0例, which leaves out who is neither.
  if (names.length >= 3 && texts.every((t) => /^[一-龥]{2,5}$/.test(t) && !status.test(t))) return "alike";
  return "none";
}

/** Some who are one of these may be another as well: 女代表, 党员代表. */
export const mayShare = (texts: readonly string[]) =>
  texts.some((text) => overlapping.test(text)) || texts.filter((text) => /女/.test(text)).length === 1;

function sharing(texts: readonly string[], key: (text: string) => string): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const text of texts) {
    const k = key(text);
    if (k === "") continue;
    const n = (counts.get(k) ?? 0) + 1;
    counts.set(k, n);
    most = Math.max(most, n);
  }
  return most;
}
