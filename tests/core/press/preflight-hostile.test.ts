/** What preflight cannot judge, bombs and damage among it, is refused in words or said to be half read. */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type PreflightOptions, preflight } from "../../../core/press/preflight/preflight.ts";
import { checks } from "./broken.ts";
import { name, spoil } from "./spoil.ts";

describe("what cannot be judged is refused in words", () => {
  const refused = async (bytes: Uint8Array, options: PreflightOptions = {}) =>
    expect(preflight(bytes, options)).rejects.toMatchObject({ name: "Problem" });

  it("no PDF, nothing, half a PDF, a PDF without pages", async () => {
    await refused(Buffer.from("株洲"));
    await refused(new Uint8Array());
    const whole = await spoil(() => {});
    await refused(whole.subarray(0, whole.length / 2));
    await refused(
      await spoil((f) => f.catalog.set(name("Pages"), f.add({ Type: "Pages", Kids: [], Count: 0 }))),
    );
  });

  it("a stream of objects that unpacks without end", async () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 32));
    const whole = Buffer.from(await spoil(() => {}));
    const at = whole.indexOf("\n", 9) + 1;
    const head = `99 0 obj <</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${bomb.length}>>stream\n`;
    const object = Buffer.concat([Buffer.from(head), bomb, Buffer.from("\nendstream\nendobj\n")]);
    const bytes = Buffer.concat([whole.subarray(0, at), object, whole.subarray(at)]);
    await expect(preflight(bytes)).resolves.toMatchObject({ problems: [] });
    await refused(bytes, { streamBytes: 16 * 1024 * 1024 });
  });

  it("a page that unpacks without end, or forms that place each other without end, is said to be half read", async () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 32));
    const packed = await spoil((f) => f.page.addContentStream(f.stream(bomb, { Filter: "FlateDecode" })));
    expect(checks(await preflight(packed, { streamBytes: 16 * 1024 * 1024 }))).toEqual(["content"]);
    const loop = await spoil((f) => {
      const ref = f.context.nextRef();
      const form = {
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, 9, 9],
        Resources: { XObject: { L: ref } },
      };
      f.context.assign(ref, f.context.stream("/L Do /L Do", form));
      f.paint("/L Do", { XObject: { L: ref } });
    });
    expect(checks(await preflight(loop, { operators: 20_000 }))).toEqual(["content"]);
  });

  it("damage anywhere never crashes the checker", async () => {
    const whole = await spoil(() => {});
    let seed = 11;
    for (let round = 0; round < 40; round++) {
      const hurt = whole.slice();
      for (let i = 0; i < 60; i++) {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff;
        hurt[seed % hurt.length] = seed >> 16;
      }
      await preflight(hurt).catch((error: Error) => expect(error.name).toBe("Problem"));
    }
  });
});
