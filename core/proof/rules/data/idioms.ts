/**
 * Set phrases of four characters that the dictionary of assets/words lacks or that it is too careful to give. Compiled for
 * this project; free to use with it.
 */
const PHRASES = `
完美无瑕 生死攸关 性命攸关 一丝不苟 一张一弛 勇攀高峰 犹豫不决 撒手人寰 寄予厚望 贯穿始终 张弛有度 非你莫属 非他莫属 非我莫属 稳中有进 脉脉相通 秩序井然 坚定不移 艰苦奋斗 大快人心
混淆是非 攻坚克难 重拳出击 常备不懈 历久弥新 绿水青山 寒风凛冽 烈日炎炎 瓜果飘香 衣食无忧 涌泉相报 推诿扯皮 量力而行 久久为功 行稳致远 落地生根 成效显著 不甘落后 不相上下 优势互补
载誉归来 鞭炮齐鸣 灯火通明 不知不觉 全民皆兵 滚滚而来 绵延不绝 后继有人 应付自如 专断独行 法网恢恢 依法治国
`;

/** Other ways of writing such a phrase that are in use beside it, or words of their own. */
const ALSO = `
前仆后继 前赴后继 留连忘返 各行其事 名符其实 莫明其妙 指手划脚 出谋画策 无庸置疑 义无返顾 得意扬扬 神彩奕奕 丰富多采 坚忍不拔 气势恢弘 维妙维肖 唯妙唯肖 惟妙惟肖
发人深醒 引人瞩目 举世注目 怵目惊心 触目惊心 胆颤心惊 心惊胆颤 势不可当 锐不可当 趁势而上 银妆素裹 固步自封 精采纷呈 异采纷呈 光采夺目 山青水秀
一举夺得 有礼有节 因事制宜 因势制宜 重现天日 历经艰辛 趁其不备 阳光大道 命令禁止
员不愿意 二十四时 动植物原 绝非偶然 不知所踪 昏迷不省 自成一个 自以为时 投入实用 无名小筑 明查暗访 人材辈出 勠力同心 戮力同心 绵绵不断 稳中有劲
`;

export const SET_PHRASES: readonly string[] = [...new Set(PHRASES.trim().split(/\s+/))].filter(
  (phrase) => phrase.length === 4,
);
export const ALSO_RIGHT: ReadonlySet<string> = new Set(ALSO.trim().split(/\s+/));
