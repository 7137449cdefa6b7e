/**
 * One figure in headline and story, and in two stories of an edition: told alike, told differently, and never the same.
 *
 * "# A2" begins a page, an empty line an article; its first line is its headline.
 */
import { describe, expect, test } from "vitest";
import { readEdition } from "../../../../core/edition/reading.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import { createGazetteer } from "../../../../core/proof/gazetteer.ts";
import { proofread } from "../../../../core/proof/proofread.ts";
import { quoteOf } from "../../../../core/proof/report.ts";
import { figureRules } from "../../../../core/proof/rules/figures.ts";
import { editionOfPages } from "../rules/page.ts";

const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: figureRules };
const findingsOf = (text: string) =>
  proofread(readEdition(editionOfPages(text)), options)
    .findings.filter(({ severity }) => severity !== "advice")
    .map(({ rule, span }) => `${rule} ${quoteOf(span)}`);

const alike: readonly string[] = [
  "#A1\n\n我市新增公交线路12条\n昨日，记者从市交通局获悉，我市新增公交线路12条，优化线路8条。",
  "#A1\n\n全县26所学校开学\n全县共有27所学校，其中26所学校昨天开学。",
  "#A1\n\n东江大桥总投资3.6亿元\n东江大桥昨天开工，总投资3.6亿元，桥长820米。",
  "#A1\n\n我县粮食总产突破50万吨\n今年全县粮食总产达到50.6万吨，创历史新高。",
  "#A1\n\n近万人参加马拉松\n昨天，9860名选手参加了城市马拉松。",
  "#A1\n\n百余名志愿者清理河道\n昨天，126名志愿者清理河道3公里。",
  "#A1\n\n抢收小麦\n本报讯 昨天，全县投入联合收割机320台，抢收小麦5.6万亩。\n据农机局统计，全县投入联合收割机320台，日收5000亩。",
  "#A1\n\n农田建设提速\n今年，全县新建高标准农田1200亩。\n\n# A2\n\n丰收在望\n据县农业农村局介绍，今年全县新建高标准农田1200亩。",
  "#A1\n\n我市新增就业8.6万人\n去年，全市城镇新增就业8.6万人。\n\n# A3\n\n政府工作报告（摘登）\n过去一年，全市城镇新增就业8.6万人，失业率为3.9%。",
];

const different: readonly string[] = [
  "#A1\n\n我市新增公交线路12条\n昨日，记者从市交通局获悉，我市新增公交线路15条，优化线路8条。",
  "#A1\n\n全县26所学校昨日开学\n昨日，全县27所学校同时开学，学生1.2万人返校。",
  "#A1\n\n东江大桥总投资3.6亿元\n东江大桥昨天开工，总投资6.3亿元，桥长820米。",
  "#A1\n\n我县粮食总产突破50万吨\n今年全县粮食总产达到48.6万吨，创历史新高。",
  "#A1\n\n近万人参加马拉松\n昨天，10260名选手参加了城市马拉松。",
  "#A1\n\n百余名志愿者清理河道\n昨天，86名志愿者清理河道3公里。",
  "#A1\n\n抢收小麦\n本报讯 昨天，全县投入联合收割机320台，抢收小麦5.6万亩。\n据农机局统计，全县投入联合收割机230台，日收5000亩。",
  "#A1\n\n农田建设提速\n今年，全县新建高标准农田1200亩。\n\n# A2\n\n丰收在望\n据县农业农村局介绍，今年全县新建高标准农田2100亩。",
  "#A1\n\n植树节前种树忙\n截至昨日，全市完成造林12.6万亩，占年度任务的84%。\n\n# A2\n\n绿满山川\n截至昨日，全市完成造林16.2万亩。",
  "#A1\n\n春运落幕\n40天里，我市铁路发送旅客186万人次。\n\n# A2\n\n客流回顾\n春运期间，我市铁路发送旅客168万人次。",
  "#A1\n\n代表报到\n出席大会的代表共512名。\n\n# A2\n\n大会看点\n出席大会的代表共521名，其中女代表130名。",
  "#A1\n\n我市新增就业8.6万人\n去年，全市城镇新增就业8.6万人。\n\n# A3\n\n政府工作报告（摘登）\n过去一年，全市城镇新增就业6.8万人，失业率为3.9%。",
  "#A1\n\n雨停了\n我县连续两天没有出现新增积水路段。\n\n# A2\n\n水退了\n我县连续三天没有出现新增积水路段。",
];

const apart: readonly string[] = [
  "#A1\n\n八旬老人学会视频通话\n82岁的李奶奶昨天学会了视频通话。",
  "#A1\n\n三进三出为治沙\n30年来，他三进三出沙漠，种树12万棵。",
  "#A1\n\n一市三县发布暴雨预警\n昨天，东江县、西江县、南山县和平湖市发布预警。",
  "#A1\n\n5G基站覆盖所有乡镇\n全县建成基站320个，覆盖12个乡镇。",
  "#A1\n\n两会今日开幕\n出席会议的代表共320名。",
  "#A1\n\n抢收小麦\n昨天，全县投入联合收割机320台。\n前天，全县投入联合收割机280台。",
  "#A1\n\n抢收小麦\n东江镇投入联合收割机32台。\n西江镇投入联合收割机28台。",
  "#A1\n\n东江县新增就业8.6万人\n去年，东江县城镇新增就业8.6万人。\n\n# A3\n\n西江县就业形势稳定\n去年，西江县城镇新增就业6.8万人。",
  "#A1\n\n上月入库税收\n全市上月税收收入12亿元。\n\n# A3\n\n一季度税收\n全市一季度税收收入36亿元。",
  "#A1\n\n今年目标\n全市计划造林12万亩。\n\n# A3\n\n去年成绩\n去年全市造林10万亩。",
  "#A1\n\n确诊\n2月16日，全市新增确诊病例3例。\n\n# A2\n\n通报\n2月15日，全市新增确诊病例5例。",
];

describe("figures of an edition", () => {
  test.each(alike)("agree: %s", (text) => expect(findingsOf(text)).toEqual([]));
  test.each(different)("differ: %s", (text) => expect(findingsOf(text)).not.toEqual([]));
  test.each(apart)("are of two things: %s", (text) => expect(findingsOf(text)).toEqual([]));
});
