/**
 * What a line may not part from a number: its measure word, 年 月 日, multiplier (万 亿), unit. (house; CLREQ §3.1.5
 * asks it for prefix and suffix units only.)
 */

/** Multipliers, then 多/余, then one measure word or unit. Longer words stand first. */
const SUFFIX = new RegExp(
  "[十百千万亿兆]*[多余来]?(?:个百分点|平方公里|平方千米|立方米|平方米|摄氏度|公里|千米|厘米|毫米|微米|纳米|" +
    "公斤|千克|毫克|公顷|毫升|小时|分钟|个月|世纪|年代|年度|美元|欧元|日元|港元|人次|架次|千瓦时|千瓦|兆瓦|" +
    "[年月日号时点分秒刻天周岁夜季例人名个位家户口项条件次场届起辆台座栋幢间套所处册本份只头匹张幅把根支块片颗粒滴棵株" +
    "亩顷吨斤克米里升尺寸元角毛层楼室版期章节页行字句段集部篇首级类种批组对双排列度倍成折路门款笔步环轮席票架艘艇瓶箱袋" +
    "包盒桶床剂针店村镇县市省国校班队厂站线])?",
  "y",
);

/**
 * End of what belongs to the number whose last digit stands before `at`; `at` itself where nothing does.
 * `at` and the answer are UTF-16 offsets.
 */
export function endOfMeasureWord(text: string, at: number): number {
  SUFFIX.lastIndex = at;
  const match = SUFFIX.exec(text);
  return match ? at + match[0].length : at;
}

const UNIT =
  /^(?:[kcmμµnMG]?(?:m|g|l|L|W|V|A|Hz|Pa|t|s|B|bit)(?:[²³]|\/[a-z]+)?|km\/h|kWh|mmHg|dB|ha|℃|°C|%)$/;
/** True where `word`, a space after a number, is its unit: "160 km/h". */
export const isUnit = (word: string) => UNIT.test(word);

/** A number with its sign, separators, range and unit: never broken inside. */
const NUMBER =
  /^[([]?[+\-−±≈~<>≤≥$¥€£#]*\d[\d,.:/%‰℃°′″×xX\-–−+±=~∶*]*(?:[a-zA-Zμ²³°℃℉Ω]{1,4}(?:\/[a-zA-Z]{1,3})?)?[)\],.;:!?%]*$/u;
export const isNumber = (run: string) => NUMBER.test(run);
