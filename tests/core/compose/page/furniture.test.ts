/** What stands on a page beside its stories: masthead, folio, adverts. */
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { advert, article, at, caption, edition, masthead, p, page } from "../../edition/builders.ts";
import { copy, printed } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const only = (e: Edition) =>
  composeEdition(e, faces)[0] as NonNullable<ReturnType<typeof composeEdition>[number]>;

describe("page furniture", () => {
  it("prints the masthead's name larger than any other type, and the facts the edition has", () => {
    const e = edition(
      { issue: "10086", serial: "CN 43-0000" },
      page(
        "A1",
        masthead({ place: at(0, 0, 5, 17) }),
        article({ rank: 1, place: at(0, 17, 5, 30) }, "早市开张", p(copy(10))),
      ),
    );
    const sheet = only(e);
    const runs = sheet.items.filter((item) => item.kind === "glyphs");
    const name = runs.find((run) => run.texts.join("") === "湘江晨报");
    const others = runs.filter((run) => run !== name).map((run) => run.size);
    expect(name?.size).toBeGreaterThan(Math.max(...others));
    const said = printed(sheet, "masthead");
    for (const fact of ["2020年2月18日", "星期二", "庚子年正月廿五", "总第10086期", "今日1版", "CN 43-0000"])
      expect(said).toContain(fact);
    expect(said).not.toContain("零售");
  });

  it("prints the folio at one place on every page without masthead", () => {
    const e = edition(page("A2", article({ place: at(0, 0, 8, 20) }, "甲", p("乙。"))), page("A3"));
    const folios = composeEdition(e, faces).map((sheet) =>
      sheet.items.find((item) => item.kind === "glyphs" && item.role === "folio"),
    );
    expect(folios.map((run) => run?.kind === "glyphs" && run.texts.join(""))).toEqual(["A2", "A3"]);
    const [a, b] = folios;
    expect(a?.kind === "glyphs" && b?.kind === "glyphs" && a.x === b.x && a.y === b.y).toBe(true);
  });

  it("never distorts an advert: trims a hair or shows it whole, and prints words only without a picture", () => {
    const source = "0".repeat(64);
    for (const place of [at(0, 93, 8, 29), at(0, 60, 4, 60), at(2, 101, 6, 21)]) {
      const block = advert({ source, width: 2400, height: 820, place }, caption("新茶上市"));
      const sheet = only(edition(page("A1", block)));
      const frame = sheet.items.find((item) => item.kind === "picture");
      if (frame?.kind !== "picture") throw new Error("no picture");
      const { crop } = frame;
      expect(frame.width / frame.height).toBeCloseTo((2400 * crop.width) / (820 * crop.height), 6);
      expect(crop.width * crop.height).toBeGreaterThanOrEqual(0.96);
      expect(printed(sheet, "caption")).toBe("");
      expect(printed(sheet, "advert")).toBe("广告");
    }
  });

  it("marks every advert 广告", () => {
    const sheet = only(edition(page("A1", advert({ place: at(0, 100, 8, 22) }, caption("新茶上市")))));
    expect(printed(sheet, "advert")).toBe("广告");
  });
});
