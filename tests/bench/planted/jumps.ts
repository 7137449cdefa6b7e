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

/** How papers write a jump line and its answer: page and number put in. */
const FORMS: readonly (readonly [down: string, up: string])[] = [
  ["下转 {page} 版{n}", "上接 {page} 版{n}"],
  ["下转{page}版{n}", "上接{page}版{n}"],
  [">>> 下转 {page} 版{n}", ">>> 上接 {page} 版{n}"],
  ["（下转{page}版{n}）", "（上接{page}版{n}）"],
];
const TARGETS = ["A2", "A3", "A4", "B1"];

const circled = (n: number) => String.fromCodePoint(0x245f + n);
const line = (form: string, page: string, n: number) =>
  form.replace("{page}", page).replace("{n}", circled(n));

/** Lines at the foot of the stories of A1, and over what goes on of them; null for none. */
interface Page {
  readonly target: string;
  readonly down: readonly (string | null)[];
  readonly up: readonly (string | null)[];
  readonly form: (typeof FORMS)[number];
}

const pages: readonly Page[] = FORMS.flatMap((form) =>
  TARGETS.map((target) => ({
    form,
    target,
    down: [1, 2, 3].map((n) => line(form[0], target, n)),
    up: [1, 2, 3].map((n) => line(form[1], "A1", n)),
  })),
);

function textOf({ target, down, up }: Page): string {
  const first = STORY.map((story, i) => (down[i] ? `${story}\n${down[i]}` : story)).join("\n\n");
  const second = STORY.map((story, i) =>
    up[i] ? `${up[i]}\n${story.split("\n")[0]}\n${REST[i]}` : null,
  ).filter(Boolean);
  return `# A1\n\n${first}\n\n# ${target}\n\n${second.join("\n\n")}\n`;
}

/** The page, wrong at the words `quote` (the first such words, or the last). */
function wrong(page: Page, quote: string, last = false): Planted {
  const text = textOf(page);
  const start = last ? text.lastIndexOf(quote) : text.indexOf(quote);
  return { text, start, end: start + quote.length };
}

const but = (list: readonly (string | null)[], i: number, said: string | null) => list.with(i, said);
const all = (plant: (page: Page, i: number) => Planted) => () =>
  pages.flatMap((page) => [0, 1, 2].map((i) => plant(page, i)));

const planters: readonly [string, readonly string[], () => Planted[]][] = [
  [
    "下转 without 上接",
    ["jump"],
    all((page, i) => wrong({ ...page, up: but(page.up, i, null) }, page.down[i] as string)),
  ],
  [
    "上接 without 下转",
    ["jump"],
    all((page, i) => wrong({ ...page, down: but(page.down, i, null) }, page.up[i] as string)),
  ],
  [
    "a number that two jumps have",
    ["jump"],
    all((page, i) => {
      const twice = page.down[(i + 1) % 3] as string;
      return wrong({ ...page, down: but(page.down, i, twice) }, twice, i > (i + 1) % 3);
    }),
  ],
  [
    "a number that no jump answers",
    ["jump"],
    all((page, i) => {
      const said = line(page.form[0], page.target, 4 + i);
      return wrong({ ...page, down: but(page.down, i, said) }, said);
    }),
  ],
  [
    "a page that is not there",
    ["jump"],
    all((page, i) => {
      const said = line(page.form[0], "A9", i + 1);
      return wrong({ ...page, down: but(page.down, i, said) }, said);
    }),
  ],
  [
    "a continuation that names another page",
    ["jump"],
    all((page, i) => {
      const said = line(page.form[1], "A8", i + 1);
      return wrong({ ...page, up: but(page.up, i, said) }, said);
    }),
  ],
  [
    "text that does not join",
    ["jump-join"],
    all((page, i) => {
      const text = textOf(page)
        .replace(`\n${page.down[i]}`, `，这时又有三十多辆车赶到了\n${page.down[i]}`)
        .replace(REST[i] as string, `据了解，${REST[i]}`);
      const start = text.indexOf("据了解");
      return { text, start, end: start + 8 };
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

export const jumps: readonly Planter[] = planters.map(([name, rules, planted]) => ({
  name,
  rules,
  pages: planted,
  plant: () => [],
}));
