/**
 * Units and measure words (量词): which follow a number, and which of them count the same thing.
 *
 * Figures add up only within one class: 例, 名, 人 and 位 all count people, 元 is never added to 美元.
 */

const words = `
个百分点 百分点 个基点 基点 点 人次 批次 例次 台次 户次 件次 车次 架次 班次 人份 剂次 辆次 册次 吨公里 标准箱 标箱 吨标准煤 吨标煤 千瓦时 千伏安 兆伏安 立方米每秒 平方公里 平方千米 平方米 立方米
千公里 公里 千米 厘米 毫米 米 海里 公顷 亩 公斤 千克 毫克 克 吨 斤 毫升 升 兆瓦时 兆瓦 吉瓦 千瓦 千伏 伏 度 摄氏度 ℃
人民币 美元 欧元 英镑 日元 港元 港币 卢布 韩元 元 角
个月 个半月 小时 分钟 秒钟 秒 天 周 岁 月龄
例 名 人 位 户 家 所 项 件 枚 部 座 处 条 起 宗 批 种 类 款 台 辆 架 艘 支 只 头 匹 套 张 份 本 册 篇 幅 首 场 次 趟
栋 幢 间 层 床 盒 瓶 桶 袋 箱 包 片 块 把 根 顶 双 道 颗 粒 株 棵 尾 羽 眼 口 票 剂 列 卷 金 银 铜 段 门 顿 页 字 行 级 支部 个 亿斤 万斤 股 手 只 笔 单 间次 节 期次 团 队 组 对 副
倍 成 % ％ ‰
`
  .split(/\s+/)
  .filter((word) => word !== "");

const classes: Readonly<Record<string, string>> = {
  例: "人",
  名: "人",
  位: "人",
  "％": "%",
  千米: "公里",
  平方千米: "平方公里",
  千克: "公斤",
  金: "枚",
  银: "枚",
  铜: "枚",
  人民币: "元",
  港币: "港元",
  标箱: "标准箱",
  百分点: "个百分点",
};

/** What a unit counts in common with others: 例 → 人. */
export const unitClass = (unit: string): string => classes[unit] ?? unit;

export interface Unit {
  readonly word: string;
  readonly class: string;
}

/** Units by their first character, the longest first. */
const byHead = new Map<number, Unit[]>();
for (const word of new Set(words)) {
  const head = word.charCodeAt(0);
  byHead.set(head, [...(byHead.get(head) ?? []), { word, class: unitClass(word) }]);
}
for (const units of byHead.values()) units.sort((a, b) => b.word.length - a.word.length);

/** 三户分之一 counts no households, 50%2 no percent. */
const isCut = (text: string, end: number, word: string) =>
  (text.startsWith("分之", end + 1) && /[一-九]/.test(text[end] as string)) ||
  (word === "%" && /\d/.test(text[end] ?? ""));

/** The longest unit or measure word that stands at `at`; null where none does. */
export function unitAt(text: string, at: number): Unit | null {
  const units = byHead.get(text.charCodeAt(at));
  if (!units) return null;
  for (const unit of units)
    if (text.startsWith(unit.word, at) && !isCut(text, at + unit.word.length, unit.word)) return unit;
  return null;
}
