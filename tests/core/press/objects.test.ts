import fc from "fast-check";
import {
  PDFContext,
  PDFDict,
  PDFHexString,
  type PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRef,
  PDFString,
} from "pdf-lib";
import { describe, expect, it } from "vitest";
import { Content } from "../../../core/press/content.ts";
import { objectOf, type PdfValue, text } from "../../../core/press/objects.ts";
import { predict, unpredict } from "../../../core/press/predictor.ts";

const spelled = (value: PdfValue) => objectOf(value, PDFContext.create()).toString();

/** pdf-lib tells a name by its bytes; ours are UTF-8. */
const bytesOf = (name: string) => Buffer.from(name, "utf8").toString("latin1");
const read = (value: PdfValue) =>
  PDFObjectParser.forBytes(Buffer.from(spelled(value), "latin1"), undefined as never, false).parseObject();

describe("objects", () => {
  it("are spelled as the standard has them", () => {
    const value = { Type: "Page", Box: [0, -1.5, 12], Parent: PDFRef.of(12), None: undefined, On: true };
    expect(spelled(value).replace(/\s+/g, " ")).toBe(
      "<< /Type /Page /Box [ 0 -1.5 12 ] /Parent 12 0 R /On true >>",
    );
  });

  it("whose names hold anything are read back by another reader", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aZ9 #()<>[]{}/%专色\u00e9"), minLength: 1 }),
        (name) => {
          // This reader undoes #xx twice: a # that two digits follow is looked at as it is spelled, below.
          fc.pre(!/#[\dA-F]{2}/.test(name));
          const dict = read({ [`K${name}`]: name });
          expect(
            dict instanceof PDFDict &&
              dict.entries().map(([key, item]) => [key.decodeText(), (item as PDFName).decodeText()]),
          ).toEqual([[`K${bytesOf(name)}`, bytesOf(name)]]);
        },
      ),
    );
  });

  it("whose names hold # spell it by its number, whatever follows", () => {
    expect([spelled("#99a"), spelled("a#4")]).toEqual(["/#2399a", "/a#234"]);
  });

  it("whose texts and numbers hold anything are read back by another reader", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab \\()专𠮷"), maxLength: 12 }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (words, number) => {
          const string = read(text(words));
          expect(
            string instanceof PDFString || string instanceof PDFHexString ? string.decodeText() : null,
          ).toBe(words);
          const back = read(number);
          expect(back instanceof PDFNumber && Math.abs(back.asNumber() - number)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it("are refused where they are no numbers", () => {
    expect(() => spelled([Number.NaN])).toThrow(RangeError);
  });
});

describe("rows told as differences", () => {
  it("come back as they were, a short last row too", () => {
    const rows = fc.record({ row: fc.integer({ min: 1, max: 40 }), pixel: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), rows, (data, shape) => {
        expect(unpredict(predict(data, shape), shape)).toEqual(data);
      }),
    );
  });
});

describe("a content stream", () => {
  it("says where a line starts as a step, and adds no error however many there are", () => {
    const content = new Content();
    const places = Array.from(
      { length: 300 },
      (_, i) => [28.3461 + (i % 7) * 113.387, 1600 - i * 11.7003] as const,
    );
    content.beginText();
    for (const [x, y] of places) content.lineAt(x, y);
    let [x, y] = [0, 0];
    const found = [
      ...Buffer.from(content.bytes())
        .toString("latin1")
        .matchAll(/^(\S+) (\S+) Td$/gm),
    ].map(([, dx, dy]) => {
      x += Number(dx);
      y += Number(dy);
      return [x, y] as const;
    });
    for (const [i, [px, py]] of places.entries()) {
      expect(Math.abs((found[i]?.[0] ?? 0) - px)).toBeLessThan(0.0006);
      expect(Math.abs((found[i]?.[1] ?? 0) - py)).toBeLessThan(0.0006);
    }
  });
});
