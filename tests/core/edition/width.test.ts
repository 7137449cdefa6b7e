import fc from "fast-check";
import { expect, it } from "vitest";
import { foldWidth, houseWidth } from "../../../core/edition/width.ts";

it("compares full-width and half-width forms as one", () => {
  expect(foldWidth("Ａ１２版，“好”　！")).toBe('A12版,"好" !');
  expect(foldWidth("。、《》")).toBe("。、《》");
});

it("never changes a text's length", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 30 }),
      (text) => foldWidth(text).length === text.length,
    ),
  );
});

it("sets letters and digits half-width, a Chinese sentence's punctuation full-width", () => {
  expect(houseWidth("２０２６年新增１，２３４例,其中Ａ区3．5%!")).toBe("2026年新增1,234例，其中A区3.5%!");
  expect(houseWidth("他问:“来吗?”她说,来.")).toBe("他问：“来吗？”她说，来.");
  expect(houseWidth("Hello, world: 3:2")).toBe("Hello, world: 3:2");
});

it("changes nothing more when it is done again", () => {
  const unit = fc.constantFrom(..."１２Ａｂ，。：,:;!?字“”（）. ");
  fc.assert(
    fc.property(
      fc.string({ unit }),
      (text) => houseWidth(houseWidth(houseWidth(text))) === houseWidth(houseWidth(text)),
    ),
  );
});
