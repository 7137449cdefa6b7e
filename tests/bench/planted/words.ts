/** Words, names and paragraphs that stand twice, are written wrong, or are not what the house says. */
import { alike } from "../../../core/proof/likeness.ts";
import { SURNAMES } from "../../../core/proof/rules/data/names.ts";
import { PHRASES } from "./phrases.ts";
import { every, type Planted, type Planter, paragraphsOf, replaced, wordsOf } from "./plant.ts";

const COMMON =
  "佳家健建俊军峻骏国果华画明鸣铭平萍新欣鑫永勇泳志智治致文闻雯伟玮炜成诚城春椿东冬秋丘荣容融林琳霖生声升胜盛世士仕兴星行元圆源远园清青庆卿亚娅雅宇雨玉育钰红宏洪鸿黄煌晃刚钢岗纲静敬靖净景锦谨锋峰丰枫飞非菲辉晖慧惠卉海亥涛滔桃强蔷祥翔湘香";

/** Another character that sounds or looks like it. */
const slip = (char: string, seed: number): string | null => {
  const others = [...COMMON].filter((other) => other !== char && alike(other, char));
  return others[seed % Math.max(1, others.length)] ?? null;
};

/** Names of people in the text: three characters behind a surname that stand there twice or more. */
function namesOf(text: string): string[] {
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at++) {
    const name = text.slice(at, at + 3);
    if (SURNAMES.has(name[0] as string) && /^\p{Script=Han}{3}$/u.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const speaks = (name: string) =>
    new RegExp(`${name}(?:说|介绍|表示|告诉|在总结|牵头|提起|赛后|随|都要|第一次)`).test(text);
  return [...counts].filter(([name, count]) => count >= 2 && speaks(name)).map(([name]) => name);
}

function* misnamed(text: string, names: readonly string[], house?: Planted["house"]): Iterable<Planted> {
  for (const name of names)
    for (let at = text.indexOf(name), n = 0; at >= 0; at = text.indexOf(name, at + 1), n++)
      for (const i of [1, 2]) {
        const other = slip(name[i] as string, n);
        if (other) yield { ...replaced(text, at + i, at + i + 1, other, 2), ...(house && { house }) };
      }
}

const PEOPLE = [
  { name: "段慕白", title: "市委书记" },
  { name: "喻敬之", title: "市委副书记、市长" },
  { name: "许昌浚", title: "市委常委、副市长" },
  { name: "方静宜", title: "市人大常委会主任" },
];
const inserted = (text: string, sentence: string, house?: Planted["house"]): Planted => {
  const place = text.lastIndexOf("\n") + 1;
  const start = place + sentence.indexOf("【");
  return {
    text: `${text.slice(0, place)}${sentence.replace(/[【】]/g, "")}\n${text.slice(place)}`,
    start,
    end: place + sentence.indexOf("】") - 1,
    ...(house && { house }),
  };
};

const LISTED = [
  "市委书记【段幕白】到场督导。",
  "【段慕百】强调，要把群众放在心上。",
  "市长【喻静之】主持会议。",
  "【喻敬芝】要求，连夜加固堤段。",
  "副市长【许昌峻】介绍了情况。",
  "【许昌竣】、喻敬之等陪同调研。",
  "市人大常委会主任【方静怡】出席。",
  "【方敬宜】在会上讲话。",
  "会前，【段慕柏】看望了代表。",
  "喻敬之、【许倡浚】参加会议。",
];
const TITLED = [
  "【市长许昌浚】介绍了情况。",
  "【市委副书记段慕白】到场督导。",
  "【副市长喻敬之】主持会议。",
  "【市委书记喻敬之】要求，连夜加固堤段。",
  "【市人大常委会副主任方静宜】出席。",
  "【市长段慕白】到一线检查。",
];
const RANKED = [
  "许昌浚、【段慕白】参加会议。",
  "市长喻敬之，市委书记【段慕白】出席。",
  "方静宜、许昌浚、【喻敬之】参加调研。",
  "副市长许昌浚，市委副书记、市长【喻敬之】参加活动。",
];

const REPORTERS = [
  { name: "江若水", title: "记者" },
  { name: "秦朗", title: "首席记者" },
  { name: "乔一鸣", title: "见习记者" },
];
const BYLINES = ["江若冰", "江弱水", "秦郎", "乔一铭", "桥一鸣", "江偌水", "秦廊", "乔义鸣"];

export const words: readonly Planter[] = [
  { name: "a name written two ways", rules: ["people"], plant: (text) => misnamed(text, namesOf(text)) },
  {
    name: "a listed name written wrong",
    once: true,
    rules: ["people"],
    *plant(text) {
      for (const sentence of LISTED) yield inserted(text, sentence, { people: PEOPLE });
    },
  },
  {
    name: "an office that is not the listed one",
    once: true,
    rules: ["titles"],
    *plant(text) {
      for (const sentence of TITLED) yield inserted(text, sentence, { people: PEOPLE });
    },
  },
  {
    name: "officials out of order",
    once: true,
    rules: ["people"],
    *plant(text) {
      for (const sentence of RANKED) yield inserted(text, sentence, { people: PEOPLE });
    },
  },
  {
    name: "a reporter against the list",
    once: true,
    rules: ["reporters"],
    *plant(text) {
      for (const name of BYLINES) {
        const head = text.indexOf("\n") + 1;
        yield {
          text: `${text.slice(0, head)}株洲日报记者 ${name}\n${text.slice(head)}`,
          start: head,
          end: head + 11,
          house: { people: REPORTERS },
        };
      }
    },
  },
  {
    name: "a word set twice",
    rules: ["doubled"],
    *plant(text) {
      for (const { end, word } of every(12, wordsOf(text, 2))) yield replaced(text, end, end, word, 2);
    },
  },
  {
    name: "a word of three or four characters set twice",
    rules: ["doubled"],
    *plant(text) {
      for (const length of [3, 4])
        for (const { end, word } of every(2, wordsOf(text, length)))
          yield replaced(text, end, end, word, length);
    },
  },
  {
    name: "a small word set twice",
    rules: ["doubled"],
    *plant(text) {
      for (const { end, word } of every(8, wordsOf(text, 1)))
        if ("的了在是和与为把被对就也都从".includes(word)) yield replaced(text, end, end, word);
    },
  },
  {
    name: "a paragraph that stands twice",
    rules: ["duplicate-paragraph", "duplicate-sentence"],
    *plant(text) {
      for (const { words } of paragraphsOf(text))
        if (words.length > 40)
          yield { text: `${text}\n${words}`, start: text.length, end: text.length + 1 + words.length };
    },
  },
  {
    name: "a paragraph that stands twice, one character another",
    rules: ["duplicate-paragraph", "duplicate-sentence"],
    *plant(text) {
      for (const { words } of paragraphsOf(text)) {
        if (words.length <= 40) continue;
        const other = words.replace(/的|了|在/, "");
        yield { text: `${text}\n${other}`, start: text.length, end: text.length + 1 + other.length };
      }
    },
  },
  {
    name: "a sentence that stands twice",
    rules: ["duplicate-sentence", "duplicate-paragraph"],
    *plant(text) {
      for (const { start, words } of paragraphsOf(text))
        for (const match of words.matchAll(/(?<=^|[。！？])[^。！？“”\n]{18,}。/g)) {
          const end = start + match.index + match[0].length;
          yield replaced(text, end, end, match[0], 0);
        }
    },
  },
  {
    name: "a common word written wrong",
    once: true,
    rules: ["wording", "debris"],
    *plant(text) {
      for (const phrase of PHRASES) yield inserted(text, `大家都说，${phrase}。`);
    },
  },
  {
    name: "a term the house does not print",
    rules: ["house-terms"],
    *plant(text) {
      for (const { start, word } of every(40, wordsOf(text, 2)))
        yield { text, start, end: start + 2, house: { terms: [{ term: word }] } };
    },
  },
];

const DIVISIONS =
  "荷塘区 芦淞区 石峰区 天元区 渌口区 攸县 茶陵县 炎陵县 醴陵市 株洲市 长沙市 湘潭市 岳麓区 衡阳市 邵阳市 岳阳市 常德市 益阳市 郴州市 永州市 怀化市 娄底市 湖北 东莞".split(
    " ",
  );
const ALIKE: Readonly<Record<string, string>> = {
  荷: "何河",
  塘: "糖唐",
  芦: "庐炉",
  淞: "松凇",
  峰: "锋风",
  元: "园原",
  渌: "绿录",
  攸: "悠优",
  茶: "荼察",
  陵: "凌菱",
  炎: "严延",
  醴: "澧礼",
  株: "珠朱",
  洲: "州周",
  麓: "鹿路",
  潭: "坛谭",
  衡: "横恒",
  阳: "杨羊",
  邵: "绍劭",
  岳: "越乐",
  德: "得",
  益: "易",
  郴: "彬",
  永: "咏",
  怀: "淮",
  娄: "楼",
};

export const places: readonly Planter[] = [
  {
    name: "a place written wrong",
    rules: ["place", "headline-place"],
    *plant(text) {
      for (const name of DIVISIONS)
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
          for (const [i, char] of [...name.slice(0, -1)].entries())
            for (const other of ALIKE[char] ?? "") yield replaced(text, at + i, at + i + 1, other, 2);
    },
  },
  {
    name: "a place in another place's list",
    once: true,
    rules: ["place"],
    *plant(text) {
      for (const [outer, inner] of [
        ["湘潭市", "荷塘区"],
        ["醴陵市", "攸县"],
        ["株洲市", "岳麓区"],
        ["长沙市", "天元区"],
        ["衡阳市", "茶陵县"],
        ["湖北省", "株洲市"],
        ["长沙市岳麓区", "攸县"],
        ["茶陵县", "渌口区"],
      ] as const)
        for (const sentence of [`${outer}${inner}的代表参加了会议。`, `演练在【${outer}${inner}】举行。`])
          yield inserted(
            text,
            sentence.includes("【")
              ? sentence
              : `【${outer}${inner}】${sentence.slice(outer.length + inner.length)}`,
          );
    },
  },
];
