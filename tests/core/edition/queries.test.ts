/** Open queries as a text that can be sent: by article, numbered, with what was answered so far. */
import { expect, it } from "vitest";
import { word } from "../../../core/catalogue/catalogue.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { type Command, replaceText, run } from "../../../core/edition/commands.ts";
import { addThread, reply, resolve } from "../../../core/edition/comments.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { queriesText, shortened } from "../../../core/edition/queries.ts";
import { article, edition, newId, p, page } from "./builders.ts";

const ask = (
  id: string,
  kind: "query" | "comment",
  page: string,
  from: number,
  to: number,
  text: string,
): Command =>
  addThread({ id, kind, page, from, to, remark: { author: "校对", time: `2020-02-17T21:00:0${id}Z`, text } });

const asked = (): Edition =>
  [
    ask("1", "query", "page-A1", 11, 13, "几点？\n请核实"),
    ask("2", "comment", "page-A1", 13, 15, "此处可删"),
    ask("3", "query", "page-A1", 8, 10, "是首班吗？"),
    ask("4", "query", "page-A2", 4, 6, "简讯？"),
    ask("5", "query", "page-A1", 2, 4, "已问过"),
    reply("3", { author: "", time: "2020-02-17T21:09:00Z", text: "是" }),
    resolve("5", "责编", "2020-02-17T21:10:00Z"),
    replaceText("page-A1", 7, 0, 2, ""),
  ].reduce<Edition>(
    (now, command) => applyChanges(now, run(command, now, newId)),
    edition(
      page("A1", article({ id: "a" }, "渡口复航", p("首班船六点离岸。"))),
      page("A2", article({ id: "b" }, "", p("四条新线。"))),
    ),
  );

const say = (key: string, values: Record<string, string | number>) => word("zh", key, values);

it("is of one page or of all, without comments and what is resolved", () => {
  expect(queriesText(asked(), say, "A1")).toEqual({
    count: 2,
    text: [
      "《渡口复航》（A1 版）有 2 处请核实：",
      "1. “六点”——几点？ 请核实",
      "2. （原文已删：首班）是首班吗？",
      "   未署名：是",
    ].join("\n"),
  });
  const all = queriesText(asked(), say);
  expect(all.count).toBe(3);
  expect(all.text).toContain("\n\n《没有标题的稿件》（A2 版）有 1 处请核实：");
  expect(queriesText(asked(), say, "A3")).toEqual({ count: 0, text: "" });
});

it("tells a long quote by its ends, whole characters only", () => {
  expect(shortened("一二三四五六七八九", 5)).toBe("一二…八九");
  expect(shortened("𠮷".repeat(9), 5)).toBe("𠮷𠮷…𠮷𠮷");
  expect(shortened("短\n句")).toBe("短 句");
});
