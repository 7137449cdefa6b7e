/** Comments of a Word document become threads on the words they were about; a hostile part costs nobody anything. */

import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { anchoredText } from "../../../core/edition/anchors.ts";
import { standingThreads } from "../../../core/edition/comments.ts";
import { editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { type BytesOptions, intakeBytes, toEdition } from "../../../core/intake/intake.ts";
import { comment, commentedEntries, end, p, said, start } from "./docx-builder.ts";

const commented = (body: readonly string[], comments: string, extended = "") =>
  zipSync(commentedEntries(body, comments, extended));

async function imported(bytes: Uint8Array, options: Partial<BytesOptions> = {}) {
  const { draft } = await intakeBytes("a.docx", bytes, { digest: () => "", ...options });
  let n = 0;
  const { edition } = toEdition(draft, { newId: () => `id${++n}` });
  // What an edition file may hold it can give back.
  editionFromJSON(JSON.parse(JSON.stringify(editionToJSON(edition))));
  return standingThreads(edition).map(({ thread, places }) => ({
    ...thread,
    on: anchoredText(edition, places),
  }));
}

const story = [
  p("新桥通车", "Title"),
  `<w:p>${said("全桥长")}${start(3)}${said("320米")}${end(3)}${said("，昨日通车。")}</w:p>`,
  `<w:p>${start(4)}${said("居民")}${start(5)}${said("奔走相告")}${end(4)}${said("。")}${end(5)}</w:p>`,
];

describe("comments of a .docx", () => {
  test("stand on their words, with author and time; they may overlap", async () => {
    const threads = await imported(
      commented(
        story,
        comment(3, "李明", "与图纸不符？") +
          comment(4, "王 &amp; 二", "改&lt;写&gt;") +
          comment(5, "赵四", "删"),
      ),
    );
    expect(threads).toMatchObject([
      {
        on: "320米",
        quote: "320米",
        kind: "comment",
        resolved: null,
        remarks: [{ author: "李明", time: "2020-02-17T21:05:00.000Z", text: "与图纸不符？" }],
      },
      { on: "居民奔走相告", remarks: [{ author: "王 & 二", text: "改<写>" }] },
      { on: "奔走相告。", remarks: [{ author: "赵四" }] },
    ]);
  });

  test("keep their answers, and that they were resolved", async () => {
    const extended =
      '<w15:commentEx w15:paraId="00000003" w15:done="1"/><w15:commentEx w15:paraId="00000004" w15:paraIdParent="00000003" w15:done="1"/><w15:commentEx w15:paraId="00000005" w15:done="0"/>';
    const threads = await imported(
      commented(
        story,
        comment(3, "李明", "与图纸不符？") + comment(4, "记者", "已核") + comment(5, "赵四", "删"),
        extended,
      ),
    );
    expect(threads).toMatchObject([
      { on: "320米", remarks: [{ text: "与图纸不符？" }, { text: "已核" }], resolved: { by: "" } },
      { on: "奔走相告。", resolved: null },
    ]);
  });

  test("without words of their own stand on the line they are referred to in; nowhere, with the page", async () => {
    const body = [
      p("新桥通车", "Title"),
      `<w:p>${said("昨日通车。")}<w:r><w:commentReference w:id="1"/></w:r></w:p>`,
    ];
    const threads = await imported(commented(body, comment(1, "甲", "日期？") + comment(2, "乙", "无处")));
    expect(threads).toMatchObject([
      { on: "昨日通车。", remarks: [{ text: "日期？" }] },
      { on: "", quote: "", remarks: [{ text: "无处" }] },
    ]);
  });

  test("of a document that means harm are bounded, and no word of the story is lost by them", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${"哈".repeat(50)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" w:author="&b;" w:date="昨天"><w:p><w:r><w:t>&amp;b;</w:t></w:r></w:p></w:comment></w:comments>`;
    // Entities of its own are refused, not expanded.
    const outcome = await imported(commented(story, bomb)).catch(({ key }) => key);
    expect(outcome).toBe("intake.docxBroken");
    const many = Array.from({ length: 300 }, (_, i) =>
      comment(i, "甲".repeat(5000), "乙".repeat(20_000)),
    ).join("");
    const threads = await imported(commented(story, many), { maxComments: 100, maxRatio: 100_000 });
    expect(threads).toHaveLength(100);
    expect(threads[0]?.remarks[0]?.author).toHaveLength(1000);
    expect(threads[0]?.remarks[0]?.text).toHaveLength(10_000);
    // Markup is words, an id that is none is passed over, a bookmark of that name marks nothing that was not said.
    const odd = `${comment(3, "&lt;img src=x onerror=alert(1)&gt;", "&lt;/w:t&gt;")}<w:comment w:id="x"><w:p><w:r><w:t>一</w:t></w:r></w:p></w:comment>`;
    const body = [...story, '<w:p><w:bookmarkStart w:id="7" w:name="dayang-comment-start-99"/></w:p>'];
    expect(await imported(commented(body, odd))).toMatchObject([
      { on: "320米", remarks: [{ author: "<img src=x onerror=alert(1)>", text: "</w:t>" }] },
    ]);
  });
});
