import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intakeText } from "../../../core/intake/intake.ts";
import { coverageFault, show, showOne } from "./show.ts";

describe("paragraphs cut by columns", () => {
  const body = (text: string) => showOne(`城西新桥通车\n\n河东日报记者 陈小北\n\n${text}`).slice(2);

  test("a word cut in two is whole again", () => {
    expect(body("市民说，新桥比老\n\n桥宽一倍。\n\n工程历时两年。")).toEqual([
      "paragraph 市民说，新桥比老桥宽一倍。",
      "paragraph 工程历时两年。",
    ]);
  });

  test("so is one cut by a line break alone, or after a comma, or over three columns", () => {
    expect(body("市民说，新桥比老\n桥宽一倍。")).toEqual(["paragraph 市民说，新桥比老桥宽一倍。"]);
    expect(body("“十年了。”何水生说，\n\n他每天都来看。")).toEqual([
      "paragraph “十年了。”何水生说，他每天都来看。",
    ]);
    expect(body("全长三公里的新桥连接\n\n城东与城西，沿线设四个\n\n公交站。")).toEqual([
      "paragraph 全长三公里的新桥连接城东与城西，沿线设四个公交站。",
    ]);
  });

  test("among many whole paragraphs an open line or two have lost their ends, and are joined to nothing", () => {
    const whole = Array.from(
      { length: 18 },
      (_, i) => `第${i + 1}座桥的工程去年秋天动工，今年春天建成，两岸居民不用再绕远路过河了。`,
    );
    const open = "老桥建于六十年前，桥面只有五米宽，两辆货车相遇时总要有一辆退回去，天黑以后更加";
    const lines = [...whole.slice(0, 6), open, ...whole.slice(6, 12), open, ...whole.slice(12)];
    expect(body(lines.join("\n\n"))).toEqual(lines.map((line) => `paragraph ${line}`));
  });

  test("a short piece that opens quotes is no crosshead", () => {
    expect(body("桥建成了。\n\n市长说，要用好“三座\n\n桥”。大家鼓掌。")).toEqual([
      "paragraph 桥建成了。",
      "paragraph 市长说，要用好“三座桥”。大家鼓掌。",
    ]);
  });

  test("nor is one that breaks off in a word, or runs over a comma", () => {
    expect(body("桥建成了。\n\n新桥采用先进技\n\n术建造，全长三公里。")).toEqual([
      "paragraph 桥建成了。",
      "paragraph 新桥采用先进技术建造，全长三公里。",
    ]);
    expect(body("桥建成了。\n\n两岸居民奔走相告，何水生\n\n带着全家来看桥。")).toEqual([
      "paragraph 桥建成了。",
      "paragraph 两岸居民奔走相告，何水生带着全家来看桥。",
    ]);
  });

  test("paragraphs that ended stay apart", () => {
    const ends = ["通车了。", "通车了！", "通车了吗？", "他说：“通车了。”", "通车了（见图）。", "通车了……"];
    expect(body(ends.join("\n\n"))).toEqual(ends.map((line) => `paragraph ${line}`));
  });

  test("an indent of two em starts a paragraph, whatever stood before", () => {
    expect(body("　　桥上设有人行道\n　　桥下设有绿道。")).toEqual([
      "paragraph 桥上设有人行道",
      "paragraph 桥下设有绿道。",
    ]);
  });

  test("a colon introduces a paragraph, a statement that lacks its stop is not glued to the next", () => {
    expect(body("全市新增三例，出院两例。其中：\n城东区一例，城西区两例\n截至昨日，累计九例。")).toEqual([
      "paragraph 全市新增三例，出院两例。其中：",
      "paragraph 城东区一例，城西区两例",
      "paragraph 截至昨日，累计九例。",
    ]);
  });

  test("a picture between the pieces does not keep them apart", () => {
    expect(body("市政部门编制了《护桥手\n\n新桥夜景。河东日报记者 吴小敏 摄\n\n册》，发给居民。")).toEqual([
      "paragraph 市政部门编制了《护桥手册》，发给居民。",
      "picture 新桥夜景。 | 河东日报记者 吴小敏 摄",
    ]);
  });

  test("columns broken line by line are made whole", () => {
    const text =
      "　　市园林局通报，全市五处公园\n开通线上预约，市民可以提前三\n天选择时段，入园时出示预约码\n即可。\n　　老人可以现场登记，不收费。";
    expect(showOne(`公园门票可线上预约\n河东日报记者 陈小北\n\n${text}`).slice(2)).toEqual([
      "paragraph 市园林局通报，全市五处公园开通线上预约，市民可以提前三天选择时段，入园时出示预约码即可。",
      "paragraph 老人可以现场登记，不收费。",
    ]);
  });
});

describe("headline groups", () => {
  const body = "河东日报讯 3月5日，新桥通车。";
  const rest = ["dateline 河东日报讯 3月5日，", "paragraph 新桥通车。"];

  test.each<[string, string[]]>([
    [
      "林大海调研城建工作时强调\n\n把桥修好\n\n把路修通连成网",
      ["kicker 林大海调研城建工作时强调", "headline 把桥修好 把路修通连成网"],
    ],
    [
      "林大海调研时强调\n把桥修好把路修通\n周青参加",
      ["kicker 林大海调研时强调", "headline 把桥修好把路修通", "deck 周青参加"],
    ],
    [
      "历时两年精心施工 建成跨江第一长桥\n新桥通车",
      ["kicker 历时两年精心施工 建成跨江第一长桥", "headline 新桥通车"],
    ],
    [
      "新桥通车了\n两岸市民往来只要十分钟，公交线路同步开通",
      ["headline 新桥通车了", "deck 两岸市民往来只要十分钟，公交线路同步开通"],
    ],
    ["桥通了路通了\n心也通了", ["headline 桥通了路通了 心也通了"]],
    ["新桥通车\n——城西跨江工程纪实", ["headline 新桥通车", "deck ——城西跨江工程纪实"]],
    ["“桥通\n路通”惠两岸", ["headline “桥通 路通”惠两岸"]],
  ])("%s", (head, expected) => {
    expect(showOne(`${head}\n\n${body}`)).toEqual([...expected, ...rest]);
  });

  test("bylines in many forms", () => {
    const bylines = [
      "河东日报记者 刘青",
      "通讯员/朱卫",
      "本报记者 刘青 周 南 通讯员 李明远",
      "记者：刘青",
      "河东日报全媒体记者刘青",
      "□ 本报记者 刘青",
      "文/图 河东日报记者 刘青",
      "（河东日报记者 刘青）",
    ];
    for (const byline of bylines) {
      expect(showOne(`新桥通车\n\n${byline}\n\n${body}`)).toEqual([
        "headline 新桥通车",
        `byline ${byline}`,
        ...rest,
      ]);
    }
  });

  test("datelines in many forms", () => {
    const datelines = [
      "河东日报讯 3月5日上午，",
      "河东日报讯 3月5日8时许，",
      "新华社北京3月5日电 （记者 刘青、周南）",
      "本报讯（记者 刘青）",
      "本报讯（记者 刘青）3月5日，",
      "红网时刻河东3月5日讯（记者 刘青）",
      "中新网杭州3月5日电 ",
      "央视网消息（新闻联播）：",
      "本报河东3月5日电 记者刘青报道：",
    ];
    for (const dateline of datelines) {
      expect(showOne(`新桥通车\n${dateline}新桥全线通车。`)).toEqual([
        "headline 新桥通车",
        `dateline ${dateline.trim()}`,
        "paragraph 新桥全线通车。",
      ]);
    }
  });

  test("a range of hours is what the report covers, not when it was written", () => {
    expect(showOne("河东日报讯 3月5日0-24时，全市降雨三次。")).toEqual([
      "dateline 河东日报讯",
      "paragraph 3月5日0-24时，全市降雨三次。",
    ]);
  });

  test("a commentary by its series and its author", () => {
    const text = "让读书成为习惯\n\n——“书香河东”系列评论之三\n\n朱 平\n\n读书是一件长久的事情。";
    const [article] = intakeText(text).pages[0]?.articles ?? [];
    expect(article?.kind).toBe("commentary");
    expect(showOne(text)).toEqual([
      "headline 让读书成为习惯",
      "series ——“书香河东”系列评论之三",
      "byline 朱 平",
      "paragraph 读书是一件长久的事情。",
    ]);
  });
});

describe("articles without a headline group", () => {
  test("briefs open with their dateline", () => {
    expect(show("本报讯 3月5日，新桥通车。\n\n本报讯 近日，旧桥拆除。")).toEqual([
      ["dateline 本报讯 3月5日，", "paragraph 新桥通车。"],
      ["dateline 本报讯", "paragraph 近日，旧桥拆除。"],
    ]);
  });

  test("a bulletin is one article, its sentences no headlines", () => {
    const text = "截至3月5日24时，全市新增两例，出院一例\n其中：\n城东区一例、城西区一例。\n请市民不必恐慌。";
    expect(showOne(text)).toEqual(text.split("\n").map((line) => `paragraph ${line}`));
  });

  test("a bulletin with a title", () => {
    expect(showOne("3月5日 全市新增两例 均已收治\n3月5日0-24时，全市新增两例。")).toEqual([
      "headline 3月5日 全市新增两例 均已收治",
      "paragraph 3月5日0-24时，全市新增两例。",
    ]);
  });

  test("a text whose beginning is missing", () => {
    expect(showOne("新桥通车\n\n两岸居民：等了十年\n\n真方便！”3月5日，何水生说。")).toEqual([
      "headline 新桥通车",
      "deck 两岸居民：等了十年",
      "paragraph 真方便！”3月5日，何水生说。",
    ]);
  });

  test("one line alone", () => {
    expect(showOne("新桥通车")).toEqual(["paragraph 新桥通车"]);
  });
});

describe("inside the body", () => {
  const head = "城西新桥通车\n\n河东日报记者 陈小北\n\n新桥全线通车。\n\n";
  const body = (text: string) => showOne(head + text).slice(3);

  test("crossheads: bracketed, with the short line under them, numbered, or plain", () => {
    expect(
      body("【交通】\n\n十分钟过江\n\n公交已开通。\n\n一、票价\n\n全程两元。\n\n两岸成一家\n\n学校建成了。"),
    ).toEqual([
      "crosshead 【交通】",
      "crosshead 十分钟过江",
      "paragraph 公交已开通。",
      "crosshead 一、票价",
      "paragraph 全程两元。",
      "crosshead 两岸成一家",
      "paragraph 学校建成了。",
    ]);
  });

  test("captions and credits", () => {
    expect(body("新桥夜景。河东日报记者 吴小敏 摄")).toEqual(["picture 新桥夜景。 | 河东日报记者 吴小敏 摄"]);
    expect(body("新桥夜景\n通讯员 李明远 摄")).toEqual(["picture 新桥夜景 | 通讯员 李明远 摄"]);
    expect(body("▲新桥夜景。（资料图片）")).toEqual(["picture ▲新桥夜景。 | （资料图片）"]);
  });

  test("a list stays a list", () => {
    expect(body("获奖者名单如下：\n\n王明\n\n李华\n\n周青\n\n经评审，结果有效。")).toEqual([
      "paragraph 获奖者名单如下：",
      "paragraph 王明",
      "paragraph 李华",
      "paragraph 周青",
      "paragraph 经评审，结果有效。",
    ]);
  });

  test("an exclamation is a paragraph, not a crosshead", () => {
    expect(body("我们等了多久？\n\n整整十年。")).toEqual([
      "paragraph 我们等了多久？",
      "paragraph 整整十年。",
    ]);
  });
});

describe("jump lines", () => {
  const jump = (line: string, page = "A1") => {
    const draft = intakeText(`新桥通车\n\n河东日报记者 陈小北\n\n两岸居民等了十年。${line}`, { page });
    const part = draft.pages[0]?.articles[0]?.parts.at(-1);
    return part?.role === "jump" ? part.literal : null;
  };

  test("many forms, one meaning", () => {
    expect(jump(">>> 下转 A2 版①")).toEqual({ text: ">>> 下转 A2 版①", page: "A2", number: 1 });
    expect(jump("（下转A2版）")).toEqual({ text: "（下转A2版）", page: "A2", number: null });
    expect(jump("（下转第二版）")).toEqual({ text: "（下转第二版）", page: "A2", number: null });
    expect(jump("下转第十二版③", "B1")).toEqual({ text: "下转第十二版③", page: "B12", number: 3 });
    expect(jump("\n\n转A02版")).toEqual({ text: "转A02版", page: "A2", number: null });
    expect(jump("\n（下转3版 ②）", "1")).toEqual({ text: "（下转3版 ②）", page: "3", number: 2 });
  });

  test("words that only look like one stay in the text", () => {
    expect(jump("车辆由东岸转西岸")).toBeNull();
    expect(jump("详见A3版")).toBeNull();
  });

  test("what follows a jump is another article; 上接 opens one too", () => {
    expect(
      show(
        "新桥通车\n\n两岸居民等了十年。（下转A2版）\n\n旧桥何时拆，要等专家论证。\n\n（上接A3版）菜价平稳。",
      ),
    ).toEqual([
      ["headline 新桥通车", "paragraph 两岸居民等了十年。", "jump （下转A2版）"],
      ["paragraph 旧桥何时拆，要等专家论证。"],
      ["continues （上接A3版）", "paragraph 菜价平稳。"],
    ]);
  });
});

describe("nothing is lost and nothing doubled", () => {
  const line = fc.constantFrom(
    "林大海调研时强调",
    "新桥通车 两岸同喜",
    "河东日报记者 陈小北",
    "通讯员/朱卫",
    "河东日报讯 3月5日，新桥通",
    "本报讯（记者 刘青）旧桥拆除。",
    "车，两岸居民奔走相告。",
    "他说，要用好“三座",
    "桥”。The bridge is",
    "open to all.",
    "【交通】",
    "十分钟过江",
    "新桥夜景。河东日报记者 吴小敏 摄",
    "吴小敏 摄",
    "等了十年。>>> 下转 A2 版①",
    "（上接A1版②）学校建成了。",
    "上接第三版",
    "——系列评论之一",
    "朱平",
    "　　名单如下：",
    "一、票价",
    "责编：王平 校对：周武",
    "河东日报 2024年3月5日 星期二 A1",
    "，",
    "甲",
    "(完)",
  );
  const gap = fc.constantFrom("\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", " \n　\n");
  const page = fc
    .array(fc.tuple(line, gap), { minLength: 1, maxLength: 24 })
    .map((rows) => rows.flat().join(""));

  test("on any mix of lines", () => {
    fc.assert(
      fc.property(page, page, (first, second) => {
        const file = `${first}# A2\n${second}`;
        expect(coverageFault(file, intakeText(file))).toBe("");
      }),
      { numRuns: 300 },
    );
  });

  test("on any text at all", () => {
    const unit = fc.constantFrom(..."新桥，。“”（）《》：；、>转下版A2①—报讯记者摄 \n　　1月日");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 120 }), (file) => {
        fc.pre(file.trim() !== "");
        expect(coverageFault(file, intakeText(file))).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
