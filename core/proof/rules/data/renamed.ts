/** Names and terms that have been replaced: the date from which, the new form, and what shows the old one is another word. */
export interface Renamed {
  readonly old: string;
  readonly now: string;
  /** ISO date from which the new form holds; empty: always. */
  readonly since: string;
  /** ISO date from which this entry no longer holds, because the new form was replaced in turn. */
  readonly until?: string;
  /** Text behind the words that makes them something else: 农业部 in 农业部门. */
  readonly before?: RegExp;
}

export const RENAMED: readonly Renamed[] = [
  { old: "新型冠状病毒感染的肺炎", now: "新冠肺炎", since: "2020-02-08", until: "2022-12-26" },
  { old: "武汉肺炎", now: "新冠肺炎", since: "2020-02-08" },
  { old: "国家工商总局", now: "国家市场监督管理总局", since: "2018-04-10" },
  { old: "国家工商行政管理总局", now: "国家市场监督管理总局", since: "2018-04-10" },
  { old: "国家质检总局", now: "国家市场监督管理总局", since: "2018-04-10" },
  { old: "国家食品药品监督管理总局", now: "国家药品监督管理局", since: "2018-04-10" },
  { old: "国土资源部", now: "自然资源部", since: "2018-04-10", before: /^门/ },
  { old: "环境保护部", now: "生态环境部", since: "2018-04-16", before: /^门/ },
  { old: "环保部", now: "生态环境部", since: "2018-04-16", before: /^门/ },
  { old: "卫计委", now: "卫健委", since: "2019-03-31" },
  { old: "卫计局", now: "卫健局", since: "2019-03-31" },
  { old: "环保局", now: "生态环境局", since: "2019-03-31" },
  { old: "国土资源局", now: "自然资源局", since: "2019-03-31" },
  { old: "安监局", now: "应急管理局", since: "2019-03-31" },
  { old: "食药监局", now: "市场监督管理局", since: "2019-03-31" },
  { old: "国家卫生计生委", now: "国家卫生健康委", since: "2018-03-27" },
  { old: "国家卫计委", now: "国家卫健委", since: "2018-03-27" },
  { old: "国家旅游局", now: "文化和旅游部", since: "2018-04-08" },
  { old: "国家新闻出版广电总局", now: "国家广播电视总局", since: "2018-04-16" },
  { old: "国家安全监管总局", now: "应急管理部", since: "2018-04-16" },
  { old: "中国银监会", now: "国家金融监督管理总局", since: "2023-05-18" },
  { old: "中国保监会", now: "国家金融监督管理总局", since: "2023-05-18" },
  { old: "中国银保监会", now: "国家金融监督管理总局", since: "2023-05-18" },
  { old: "公安消防部队", now: "国家综合性消防救援队伍", since: "2018-11-09" },
  { old: "残废人", now: "残疾人", since: "" },
  { old: "弱智儿童", now: "智力障碍儿童", since: "" },
];
