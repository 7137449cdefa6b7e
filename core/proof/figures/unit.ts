/**
 * Units and measure words (量词): which follow a number, and which of them count the same thing.
 *
 * Figures add up only within one class: 例, 名, 人 and 位 all count people, 元 is never added to 美元.
 */

/** Longest first, so that a sticky match never stops at 平方 of 平方公里. */
const words = `
个百分点 百分点 人次 批次 例次 台次 户次 件次 车次 架次 班次 人份 剂次 辆次 册次 吨公里 标准箱 标箱 吨标准煤 吨标煤 千瓦时 千伏安 兆伏安 立方米每秒 平方公里 平方千米 平方米 立方米
千公里 公里 千米 厘米 毫米 米 海里 公顷 亩 公斤 千克 毫克 克 吨 斤 毫升 升 兆瓦时 兆瓦 吉瓦 千瓦 千伏 伏 度 摄氏度 ℃
人民币 美元 欧元 英镑 日元 港元 港币 卢布 韩元 元 角
个月 个半月 小时 分钟 秒钟 秒 天 周 岁 月龄
例 名 人 位 户 家 所 项 件 枚 部 座 处 条 起 宗 批 种 类 款 台 辆 架 艘 支 只 头 匹 套 张 份 本 册 篇 幅 首 场 次 趟
栋 幢 间 层 床 盒 瓶 桶 袋 箱 包 片 块 把 根 顶 双 道 颗 粒 株 棵 尾 羽 眼 口 票 剂 列 卷 金 银 铜 段 门 顿 页 字 行 级 支部 个 亿斤 万斤 股 手 只 笔 单 间次 节 期次 团 队 组 对 副
倍 成 % ％ ‰
`
  .split(/\s+/)
  .filter((word) => word !== "");

export const unitPattern = [...new Set(words)]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join("|");

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
