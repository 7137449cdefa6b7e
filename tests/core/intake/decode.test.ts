import { describe, expect, test } from "vitest";
import { word } from "../../../core/catalogue/catalogue.ts";
import { decode } from "../../../core/intake/decode.ts";
import { Problem } from "../../../core/problem.ts";

const text = "新桥通车\n\n河东日报讯 3月5日，两岸居民奔走相告。“真方便！”\n";

const utf8 = (s: string) => new TextEncoder().encode(s);
const utf16 = (s: string, little: boolean) =>
  Uint8Array.from(
    [...s].flatMap((c) => {
      const code = c.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const bytes = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
/** "新桥通车，今日开放。" in GB 2312. */
const gb = [
  0xd0, 0xc2, 0xc7, 0xc5, 0xcd, 0xa8, 0xb3, 0xb5, 0xa3, 0xac, 0xbd, 0xf1, 0xc8, 0xd5, 0xbf, 0xaa, 0xb7, 0xc5,
  0xa1, 0xa3,
];

function problem(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) {
      // Every problem can be said in both languages, with all its values.
      for (const locale of ["zh", "en"] as const)
        expect(word(locale, error.key, error.values)).not.toMatch(/[{}]/);
      return error;
    }
    throw error;
  }
  throw new Error("no problem");
}

describe("decode", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], utf8(text))],
    ["UTF-16 LE with a mark", bytes([0xff, 0xfe], utf16(text, true))],
    ["UTF-16 BE with a mark", bytes([0xfe, 0xff], utf16(text, false))],
    ["UTF-16 LE", utf16(text, true)],
    ["UTF-16 BE", utf16(text, false)],
  ])("%s", (_, data) => {
    expect(decode("a.txt", data)).toBe(text);
  });

  test("GB18030, with and without a mark", () => {
    expect(decode("a.txt", bytes(gb))).toBe("新桥通车，今日开放。");
    expect(decode("a.txt", bytes([0x84, 0x31, 0x95, 0x33], gb))).toBe("新桥通车，今日开放。");
    // A character GB 2312 lacks (镕), one in four bytes (㐀).
    expect(decode("a.txt", bytes(gb, [0xe9, 0x46], [0x81, 0x39, 0xee, 0x39]))).toBe(
      "新桥通车，今日开放。镕㐀",
    );
  });

  test("UTF-16 of digits and Latin alone", () => {
    expect(decode("a.txt", utf16("Bridge 2024\n", true))).toBe("Bridge 2024\n");
  });

  test("empty files and files over the cap", () => {
    expect(problem(() => decode("a.txt", bytes([]))).key).toBe("intake.empty");
    expect(problem(() => decode("a.txt", utf8("\ufeff \n　\n"))).key).toBe("intake.empty");
    expect(problem(() => decode("a.txt", utf8(text), { maxBytes: 8 }))).toMatchObject({
      key: "intake.tooLarge",
      values: { file: "a.txt", limit: 8 },
    });
  });

  test("binary files, with the place", () => {
    expect(problem(() => decode("a.txt", bytes([0x89, 0x50, 0x4e, 0x47, 0, 1])))).toMatchObject({
      key: "intake.binary",
      values: { file: "a.txt", offset: 0 },
    });
    expect(problem(() => decode("a.txt", bytes(utf8("新桥"), [0, 1, 2])))).toMatchObject({
      key: "intake.binary",
      values: { offset: 6 },
    });
    expect(problem(() => decode("a.txt", bytes([0x80, 0xff, 0x02, 0xfe, 0xff])))).toMatchObject({
      key: "intake.binary",
    });
  });

  test("damaged UTF-8 is never read as something else", () => {
    const data = utf8(text);
    data[data.length - 3] = 0x41;
    expect(problem(() => decode("a.txt", data))).toMatchObject({
      key: "intake.brokenText",
      values: { encoding: "UTF-8", line: 3, offset: data.length - 4 },
    });
    expect(problem(() => decode("a.txt", utf8("新桥通车，今日开放").subarray(0, 26))).key).toBe(
      "intake.brokenText",
    );
    expect(problem(() => decode("a.txt", bytes([0xff, 0xfe], utf16("新桥", true), [0x41]))).key).toBe(
      "intake.brokenText",
    );
  });

  test("Big5 is named, not guessed at", () => {
    // "新聞報導今天天氣很好，大家都出門去看橋。" in Big5.
    const big5 = [
      0xb7, 0x73, 0xbb, 0x44, 0xb3, 0xf8, 0xbe, 0xc9, 0xa4, 0xb5, 0xa4, 0xd1, 0xa4, 0xd1, 0xae, 0xf0, 0xab,
      0xdc, 0xa6, 0x6e, 0xa1, 0x41, 0xa4, 0x6a, 0xae, 0x61, 0xb3, 0xa3, 0xa5, 0x58, 0xaa, 0xf9, 0xa5, 0x68,
      0xac, 0xdd, 0xbe, 0xf4, 0xa1, 0x43,
    ];
    const data = bytes(...Array.from({ length: 8 }, () => big5));
    expect(problem(() => decode("a.txt", data))).toMatchObject({
      key: "intake.encoding",
      values: { encoding: "Big5" },
    });
  });
});
