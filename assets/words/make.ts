/**
 * Makes idioms.json from the dictionary that @pinyin-pro/data carries: `node assets/words/make.ts FOLDER`, where FOLDER is
 * that package unpacked (npm pack @pinyin-pro/data@1.3.1). The package is no dependency: what is needed of it is kept here.
 *
 * Kept are words of four characters that one knows as wholes, and longer sayings. Of the large list only what is written
 * often and is no name or number, and of neither list what is made of common words; "also" are forms one character off that are written often
 * enough to be accepted beside them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alike } from "../../core/proof/likeness.ts";
import { SURNAMES } from "../../core/proof/rules/data/names.ts";

type Dictionary = Readonly<Record<string, readonly [pinyin: string, frequency: number]>>;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node assets/words/make.ts FOLDER (of @pinyin-pro/data)");
const read = (name: string) => JSON.parse(readFileSync(join(folder, "json", name), "utf8")) as Dictionary;
const modern = read("modern.json");
const complete = read("complete.json");
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };

const frequency = (word: string) => Math.max(complete[word]?.[1] ?? 0, modern[word]?.[1] ?? 0);
/** The least that the large list counts; a form that often may be a slip. */
const RARE = 4e-12;
/** From here on a phrase of the large list is taken. */
const KNOWN = 8e-12;
/** A slip is at least as many times rarer than the phrase. */
const TIMES = 4;
/** The same where the small, edited list has the phrase and not the slip. */
const TIMES_EDITED = 2;

const HAN = /^\p{Script=Han}+$/u;
const NUMBER =
  /[〇零一二两三四五六七八九十百千万几多半第]{2}|^[第几]|[年月日岁里元亩斤尺寸回章卷卅届](?:$|.$)/;
const NAMED =
  /(?:国|省|市|县|区|乡|镇|州|湾|河|江|湖|海|岛|峡|路|站|院|校|部|局|会|社|厂|队|团|党|司|学|府|行|语|文|军|族|教|寺|庙|帝|后|侯|公主|皇后|人员|主义|集团|方面|中心|时期|关系|问题|技术|系统|政策|工程|计划|组织|机构|机关|企业|干部|部长|主席|总统|书记|记者|教授|运动|战争|会议|制度|理论|思想|道人|真人|委|先生|夫人|公子|兄弟)$|[·氯氟氧硫氨酸酯酶胺烯烷]/;
const FOREIGN =
  /[阿埃艾奥巴贝比博布查达德迪杜尔法菲弗盖戈格古哈赫霍基加杰卡凯科克库拉莱兰勒里利林鲁罗洛马麦曼梅米莫穆纳内尼诺努帕佩皮普齐奇萨塞桑沙斯苏索塔泰坦特提图托瓦韦维沃乌西希谢辛亚耶伊尤扎泽兹祖]/gu;

const isCommon = (word: string) => frequency(word) > 1e-9;
/**
 * Made of two common words, or of one and a character: a slip in it is a slip of the word, and words of this kind that
 * are no slip abound (俄罗斯驻, beside 俄罗斯族; 世界市长, beside 世界市场).
 */
const isTerm = (word: string) =>
  Array.from({ length: word.length - 1 }, (_, i) => i + 1).some((at) => {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    return (
      (head.length === 1 || isCommon(head) || (tail.length === 1 && head in modern)) &&
      (tail.length === 1 || isCommon(tail))
    );
  });

const pairs = Object.keys(modern).filter((word) => word.length === 2 && isCommon(word));
/** Common words of two characters by the one that stays, with its place: "意*" and "*义". */
const byStaying = Map.groupBy(
  pairs.flatMap((word) => [`${word[0]}*`, `*${word[1]}`].map((key) => ({ key, word }))),
  ({ key }) => key,
);

/** A common word beside a half that one slip makes another common word: 毫无疑义 and 毫无意义. */
const isShaky = (phrase: string) =>
  [0, 2].some((at) => {
    const [half, other] = [phrase.slice(at, at + 2), phrase.slice(2 - at, 4 - at)];
    const near = [`${half[0]}*`, `*${half[1]}`].flatMap((key) => byStaying.get(key) ?? []);
    return (
      isCommon(other) &&
      near.some(
        ({ key, word }) =>
          word !== half && alike(word[key.indexOf("*")] as string, half[key.indexOf("*")] as string),
      )
    );
  });

function isPhrase(word: string): boolean {
  if (word.length !== 4 || !HAN.test(word)) return false;
  if (isTerm(word) || isShaky(word) || /(?:奖|学校)$/.test(word)) return false;
  if (word in modern) return true;
  if (frequency(word) < KNOWN || NUMBER.test(word) || NAMED.test(word)) return false;
  if ((word.match(FOREIGN)?.length ?? 0) >= 3) return false;
  return !(SURNAMES.has(word[0] as string) && frequency(word) < 2 * KNOWN);
}

const isSaying = (word: string) =>
  word.length >= 5 &&
  word.length <= 12 &&
  HAN.test(word) &&
  (word in modern || frequency(word) >= KNOWN) &&
  !isTerm(word) &&
  !NUMBER.test(word) &&
  !NAMED.test(word) &&
  (word.match(FOREIGN)?.length ?? 0) < 3;

/** Words by the characters that are left when one is taken out, so that neighbours meet. */
function holes(words: Iterable<string>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const word of words)
    for (let i = 0; i < word.length; i++) {
      const key = `${word.slice(0, i)}*${word.slice(i + 1)}`;
      map.set(key, [...(map.get(key) ?? []), word]);
    }
  return map;
}

const fours = Object.keys(complete).filter((word) => word.length === 4 && HAN.test(word));
const taken = new Set([...new Set([...fours, ...Object.keys(modern)])].filter(isPhrase));

/** A form that is a slip of a much commoner one is no phrase; one that is common enough stands beside it. */
const also = new Set<string>();
const byHole = holes(new Set([...fours, ...taken]));
for (const word of [...taken])
  for (let i = 0; i < 4; i++)
    for (const other of byHole.get(`${word.slice(0, i)}*${word.slice(i + 1)}`) ?? []) {
      if (other === word || !alike(other[i] as string, word[i] as string)) continue;
      const isSlip =
        !(other in modern) &&
        (word in modern
          ? frequency(word) >= TIMES_EDITED * frequency(other)
          : frequency(other) <= RARE && frequency(word) >= TIMES * frequency(other));
      if (!isSlip && !taken.has(other)) also.add(other);
    }

const sayings = Object.keys({ ...complete, ...modern }).filter(isSaying);
const data = {
  origin: `@pinyin-pro/data ${version} (ISC), https://github.com/chinese-data/pinyin-pro-data`,
  phrases: [...taken].sort().join(""),
  also: [...also].sort().join(""),
  sayings: sayings.sort(),
};
writeFileSync(new URL("idioms.json", import.meta.url), `${JSON.stringify(data, null, 1)}\n`);
console.log(`${taken.size} phrases, ${also.size} beside them, ${sayings.length} sayings`);
