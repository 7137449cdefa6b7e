/** A problem is told with where it is, once. */
import { describe, expect, it } from "vitest";
import { word } from "../../core/catalogue/catalogue.ts";
import type { Values } from "../../core/catalogue/message.ts";
import { told } from "../../core/told.ts";

const zh = (key: string, values: Values = {}) => told((k, v) => word("zh", k, v), key, values);

describe("a problem", () => {
  it("is told after its file, where its message does not name it", () => {
    expect(zh("picture.unreadable", { file: "桥.jpg" })).toBe("桥.jpg：这个文件不是图片，或已损坏");
    expect(zh("store.missing", { file: "桥.jpg" })).not.toMatch(/桥\.jpg.*桥\.jpg/);
  });
  it("with a picture on a page is told after the page", () => {
    expect(zh("picture.unreadable", { page: "A2", block: "b7" })).toMatch(/^A2 版的图片：/);
  });
});
