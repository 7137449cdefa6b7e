/**
 * Words that are right by themselves and wrong where they stand: 截止 for 截至, 渡过春节, 一付对联. Each with what must stand before
 * and behind it. Compiled for this project from general knowledge of Chinese proofreading and 《现代汉语词典》; free to use with it.
 */
export interface Usage {
  readonly word: string;
  readonly right: string;
  /** Must match the text right before the word; ends in $. */
  readonly before?: RegExp;
  /** Must match the text right behind it; begins with ^. */
  readonly behind?: RegExp;
  readonly severity: "warning" | "advice";
}

const CLAUSE = /(?:^|[，。；：“（\s])$/;
const CUT = "[，。！；？”]";

function* each(
  pairs: string,
  context: Omit<Usage, "word" | "right" | "severity">,
  severity: Usage["severity"] = "warning",
): Iterable<Usage> {
  for (const pair of pairs.split(" ")) {
    const [word = "", right = ""] = pair.split(">");
    yield { word, right, ...context, severity };
  }
}

const DEGREE = "(?:很|非常|更|特别|十分|挺|格外|越来越)";
const QUALITY =
  "(?:快|慢|好|高|远|早|晚|久|大|深|稳|齐|旺|开心|高兴|热闹|认真|仔细|清楚|漂亮|红火|顺利|辛苦|艰难)";

export const USAGES: readonly Usage[] = [
  // 截至 goes on to an object, 截止 does not.
  ...each("截止>截至", {
    before: CLAUSE,
    behind: /^(?:\d|目前|昨[日天]|今[日天年]|发稿|去年|上月|本月|[上今去]年底|月底|[一二三四五六七八九十]月)/,
  }),
  ...each("截至>截止", { behind: /^(?:日期|时间|日[，。；]|[，。；）”]|$)/ }),
  // People are 其他.
  ...each(
    "其它>其他",
    {
      behind: /^(?:人|同学|同志|村民|代表|成员|选手|队员|孩子|学生|干部|领导|旅客|乘客|群众)/,
    },
    "advice",
  ),
  // 像 compares.
  ...each("好象>好像 不象>不像 真象>真像 很象>很像 挺象>挺像 倒象>倒像 更象>更像 就象>就像 正象>正像", {
    before: /[^美良友]$|^$/,
    behind: /^(?![征形棋牙限群鼻素限数])\p{Script=Han}/u,
  }),
  ...each("象往>像往 象过>像过 象平>像平", {
    before: /[^对现形印景气抽迹万具意表假乱天险星物大小两]$|^$/,
    behind: /^(?:常|年|时)/,
  }),
  ...each("象这>像这 象那>像那", { before: /(?:^|[，。；“不])$/, behind: /^样/ }),
  // 作 and 做.
  ...each("做为>作为", { behind: /^(?:一[名个位种项]|党员|人大|政协|领导|[我你他她])/ }),
  ...each("作客>做客", { before: /(?:家里?|店里?|直播间|演播室|节目)$/ }, "advice"),
  // 份 and 分.
  ...each("一分>一份 两分>两份 每分>每份", {
    before: /[^十百万千\d]$|^$/,
    behind: /^(?:报告|文件|合同|报纸|材料|试卷|答卷|礼物|快餐|盒饭|名单|清单|协议|申请|爱心|问卷)/,
  }),
  ...each("十份>十分 万份>万分", {
    before: /[^\d百千一二三四五六七八九几]$|^$/,
    behind: /^(?:重要|必要|明显|困难|紧张|高兴|关键|严重|感谢|危急|激动|可惜)/,
  }),
  // 起用 people, 启用 things.
  ...each("起用>启用", {
    behind: /^(?:了)?(?:新(?:系统|设备|平台|网站|大楼|校区|标准|版|车站|机场|印章|站)|全新|统一)/,
  }),
  ...each("启用>起用", { behind: /^(?:了)?(?:新人|老将|新秀|年轻(?:干部|人|球员|队员))/ }, "advice"),
  // 必须 commands, 必需 is needed.
  ...each("必需>必须", {
    behind: /^(?:在|要|由|把|按|经|坚持|加强|立即|马上|及时|依法|严格|尽快|向|对|服从|遵守|提前|持)/,
  }),
  // 反映 a matter, 反应 to it.
  ...each("反应>反映", {
    before: /[^学核链激良敏生物理心]$|^$/,
    behind: /^(?:了|出)?(?:情况|问题|诉求|意见|民意|困难|呼声|心声)/,
  }),
  ...each("反映>反应", { behind: /^(?:迟钝|灵敏|过激|过度|敏捷)/ }),
  // 权力 commands, 权利 is had.
  ...each("权利>权力", { before: /(?:公|国家)$/ }),
  ...each("权利>权力", { behind: /^(?:寻租|机关|下放)/ }),
  ...each("权力>权利", { before: /(?:合法|公民|诉讼|财产|消费者的?|劳动者的?)$/ }),
  // 度 time, 渡 water and what is hard.
  ...each("渡过>度过", {
    behind: /^(?:了)?(?:一个)?(?:春节|假期|节日|童年|晚年|周末|一生|时光|愉快|快乐|美好|难忘|平安|幸福)/,
  }),
  ...each("度过>渡过", { behind: /^(?:了)?(?:\p{Script=Han}{0,2}[江河]|海峡)/u }),
  // 副, 幅, 付.
  ...each("一付>一副 两付>两副", {
    behind: /^(?:对联|眼镜|手套|扑克|担子|重担|样子|春联|挽联|模样|笑脸|面孔|热心肠|好心肠)/,
  }),
  ...each("一幅>一副 两幅>两副", {
    behind: /^(?:对联|眼镜|手套|扑克|担子|重担|样子|春联|挽联|模样|笑脸|面孔|热心肠|好心肠)/,
  }),
  ...each("一副>一幅 两副>两幅", { behind: /^(?:画|油画|国画|字画|标语|图|地图|漫画|书法|照片|锦旗|壁画)/ }),
  // A record that is broken is 纪录, what is written down 记录.
  ...each("记录>纪录", {
    before: /(?:打破|刷新|创造|创下|再创|创历史|改写|追平|保持)了?[^，、。；]{0,8}$/,
    behind: /^(?![片仪本员]|以来|在案|下)/,
  }),
  ...each("纪录>记录", { before: /(?:会议|病程|聊天|通话|谈话)$/ }),
  ...each("纪录>记录", { behind: /^(?:员|本|仪|在案)/ }),
  // 得 before what comes of it, 地 before a verb, 的 before a noun; only where nothing else can be meant.
  ...each(
    "跑的>跑得 走的>走得 飞的>飞得 长的>长得 干的>干得 做的>做得 办的>办得 学的>学得 过的>过得 睡的>睡得 变的>变得 显的>显得 来的>来得",
    {
      behind: new RegExp(`^(?:${DEGREE}${QUALITY}|飞快)${CUT}`),
    },
    "advice",
  ),
  ...each(
    "渐渐的>渐渐地 慢慢的>慢慢地 悄悄的>悄悄地 默默的>默默地 轻轻的>轻轻地 牢牢的>牢牢地 狠狠的>狠狠地 偷偷的>偷偷地 缓缓的>缓缓地 匆匆的>匆匆地 紧紧的>紧紧地",
    {
      behind: /^(?![说看想做]法|走向|向往|打算|听众)[说走跑站坐看想问笑拿放把向从握抓记守离靠推打爬睡哭流变]/,
    },
    "advice",
  ),
  ...each(
    "高兴的>高兴地 激动的>激动地 兴奋的>兴奋地 认真的>认真地 仔细的>仔细地 耐心的>耐心地 热情的>热情地 自豪的>自豪地 感慨的>感慨地",
    {
      behind: /^(?:跳|喊|唱|跑|笑|说|告诉|介绍|哭)(?:了|着|起|道|记者|大家|：)/,
    },
    "advice",
  ),
  ...each("的得>得", { behind: /^到了?(?:恢复|解决|落实|改善|提高|保障|加强|缓解)/ }),
  ...each(
    "飞快地>飞快的 快速地>快速的 美丽地>美丽的 幸福地>幸福的 优秀地>优秀的 良好地>良好的 重要地>重要的 巨大地>巨大的",
    {
      behind: /^(?:速度|步伐|成绩|基础|作用|贡献|城市|家园|变化|影响|习惯|风景)/,
    },
  ),
];
