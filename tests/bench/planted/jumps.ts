/** Jump lines, bylines and datelines of whole pages that do not agree. */
import type { Planted, Planter } from "./plant.ts";

const STORY = [
  "粮库开仓\n株洲日报讯 2月17日，今年首批订单粮入库，农户排着队等候过磅，运粮的车一直排到了镇口。",
  "花市迎客\n株洲日报讯 2月17日，花市开门第一天，赏花的人把三条街挤得水泄不通，商户忙到深夜才收摊。",
  "桥通了\n株洲日报讯 2月17日，盼了多年的新桥通车，两岸的村民敲锣打鼓，从桥上走了一个来回。",
];
const REST = [
  "粮食全部过了秤，当天就结清了粮款。",
  "商户说，今年的行情比去年好得多。",
  "村民说，往后孩子上学不用绕路了。",
];

interface Page {
  /** Jump lines at the foot of each story; null for none. */
  readonly down: readonly (string | null)[];
  readonly up: readonly (string | null)[];
}

const circled = (n: number) => String.fromCodePoint(0x245f + n);
const right: Page = {
  down: [1, 2, 3].map((n) => `下转 A2 版${circled(n)}`),
  up: [1, 2, 3].map((n) => `上接 A1 版${circled(n)}`),
};

function pageOf({ down, up }: Page): string {
  const first = STORY.map((story, i) => (down[i] ? `${story}\n${down[i]}` : story)).join("\n\n");
  const second = STORY.map((story, i) =>
    up[i] ? `${up[i]}\n${story.split("\n")[0]}\n${REST[i]}` : null,
  ).filter(Boolean);
  return `# A1\n\n${first}\n\n# A2\n\n${second.join("\n\n")}\n`;
}

/** The page with `page`, wrong at the words `quote` (counted from the front). */
function wrong(page: Partial<Page>, quote: string, last = false): Planted {
  const text = pageOf({ ...right, ...page });
  const start = last ? text.lastIndexOf(quote) : text.indexOf(quote);
  return { text, start, end: start + quote.length };
}

const but = (list: readonly (string | null)[], i: number, line: string | null) =>
  list.map((each, k) => (k === i ? line : each));

const planters: readonly [string, readonly string[], () => Planted[]][] = [
  [
    "下转 without 上接",
    ["jump"],
    () => [0, 1, 2].map((i) => wrong({ up: but(right.up, i, null) }, right.down[i] as string)),
  ],
  [
    "上接 without 下转",
    ["jump"],
    () => [0, 1, 2].map((i) => wrong({ down: but(right.down, i, null) }, right.up[i] as string)),
  ],
  [
    "a number that two jumps have",
    ["jump"],
    () =>
      [1, 2].map((i) =>
        wrong({ down: but(right.down, i, right.down[0] as string) }, right.down[0] as string, true),
      ),
  ],
  [
    "a number that no jump answers",
    ["jump"],
    () =>
      [4, 5, 7].map((n) =>
        wrong({ down: but(right.down, 2, `下转 A2 版${circled(n)}`) }, `下转 A2 版${circled(n)}`),
      ),
  ],
  [
    "a page that is not there",
    ["jump"],
    () =>
      [0, 1, 2].map((i) =>
        wrong({ down: but(right.down, i, `下转 A9 版${circled(i + 1)}`) }, `下转 A9 版${circled(i + 1)}`),
      ),
  ],
  [
    "a continuation that names another page",
    ["jump"],
    () =>
      [0, 1, 2].map((i) =>
        wrong({ up: but(right.up, i, `上接 A3 版${circled(i + 1)}`) }, `上接 A3 版${circled(i + 1)}`),
      ),
  ],
  [
    "text that does not join",
    ["jump-join"],
    () =>
      REST.flatMap((rest, i) => {
        const text = pageOf(right);
        const cut = text
          .replace(`\n${right.down[i]}`, `，这时又有三十多辆车赶到了\n${right.down[i]}`)
          .replace(rest, `据了解，${rest}`);
        const start = cut.indexOf("据了解");
        return [{ text: cut, start, end: start + 8 }];
      }),
  ],
  [
    "a dateline of another form",
    ["form"],
    () =>
      ["株洲日报讯2月17日，", "株洲日报讯（记者 秦朗）2月17日，", "株洲日报消息 2月17日，"].map((line) => {
        const stories = [...STORY, "路通了\n株洲日报讯 2月17日，新修的公路通到了家门口。"].map((s, i) =>
          i === 1 ? s.replace("株洲日报讯 2月17日，", line) : s,
        );
        const text = `# A1\n\n${stories.join("\n\n")}\n`;
        const start = text.indexOf(line);
        return { text, start, end: start + line.length };
      }),
  ],
];

export const jumps: readonly Planter[] = planters.map(([name, rules, pages]) => ({
  name,
  rules,
  pages,
  plant: () => [],
}));
