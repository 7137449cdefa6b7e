/** What a night can put in the way of a print file, from the file dialog to the disk: one clear word, and nothing half-written. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { word } from "../../core/catalogue/catalogue.ts";
import { planEdition } from "../../core/compose/plan/plan.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { clientOf } from "../../host/client.ts";
import type { EventBody } from "../../host/contract.ts";
import { createHost } from "../../host/host.ts";
import { keptFacts } from "../../host/pictures/facts.ts";
import { inspectPicture } from "../../host/pictures/inspect.ts";
import { cmykTiff } from "../../host/pictures/tiff.ts";
import { loadProfile } from "../../host/press/profile.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { pictureDigest } from "../../host/store/pictures.ts";
import { memoryWire } from "../../host/transports/memory.ts";
import { newId } from "../../host/work/ids.ts";
import { machineFaces } from "../../host/work/sheets.ts";
import { act, smallEdition, workFolder } from "./evening.ts";
import { smallDisk } from "./small-disk.ts";
import { machine } from "./wires.ts";

const folder = workFolder();
const disk = smallDisk(64);
const host = createHost({ ...machine(folder), now: () => "2020-02-18T01:02:03.000Z" });
const client = clientOf(memoryWire(host));
afterAll(() => client.close());

let files = 0;
/** An edition file of one page with this text, and a picture of these bytes; none where there are none. */
function editionFile(text: string, picture: Uint8Array | null = null): string {
  const path = join(folder, `${++files}.dayang`);
  const small = smallEdition();
  const digest = picture ? pictureDigest(picture) : null;
  const blocks = [
    schema.node("article", { id: "a1" }, [
      schema.node("headline", null, schema.text("新桥今日通车")),
      schema.node("paragraph", null, schema.text(text)),
    ]),
    ...(digest
      ? [
          schema.node("picture", { id: "b7", source: digest, width: 600, height: 400 }, [
            schema.node("caption"),
          ]),
        ]
      : []),
  ];
  const edition: Edition = { ...small, pages: [schema.node("page", { id: "p1", number: "A1" }, blocks)] };
  const planned = planEdition(edition, machineFaces(), { newId, seed: 1 }).edition;
  const facts = { media: "image/jpeg", width: 600, height: 400 };
  createEditionFile(path, planned, { act, pictures: picture ? [{ bytes: picture, facts }] : [] });
  return path;
}

interface Order {
  readonly out?: string;
  readonly profile?: string;
  /** Done as soon as the export is under way. */
  readonly meanwhile?: () => void;
}

/** What the export of `file` failed with; throws where it did not. */
async function failure(
  file: string,
  { out, profile = "", meanwhile }: Order = {},
): Promise<EventBody<"job.failed">["message"]> {
  const to = out ?? join(folder, `out-${files}`);
  mkdirSync(to, { recursive: true });
  const { edition } = await client.call("editions.open", { path: file });
  const ended = Promise.withResolvers<EventBody<"job.failed">["message"]>();
  const stop = [
    client.on("job.failed", ({ message }) => ended.resolve(message)),
    client.on("job.done", () => ended.reject(new Error("the export was done"))),
  ];
  try {
    await client.call("export.start", { edition, path: join(to, "A1.pdf"), options: { profile } });
    meanwhile?.();
    return await ended.promise;
  } finally {
    for (const end of stop) end();
    await client.call("editions.close", { edition });
  }
}

const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#7a8" } })
  .jpeg()
  .toBuffer();
const cmyk = await sharp(cmykTiff({ width: 64, height: 64, data: new Uint8Array(64 * 64 * 4).fill(90) }))
  .pipelineColourspace("cmyk")
  .toColourspace("cmyk")
  .jpeg()
  .toBuffer();
function withoutMarker(jpeg: Buffer): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xee]));
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2))]);
}
/** A PNG whose head says 12,000 × 8,400 pixels. */
async function claimsTooMuch(): Promise<Buffer> {
  const png = await sharp({ create: { width: 12_000, height: 8400, channels: 3, background: "#fff" } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return png;
}

describe("a picture", () => {
  it.each([
    ["cut short", async () => photo.subarray(0, photo.length / 2), /^picture\.(damaged|unreadable)$/],
    ["that is none", async () => Buffer.from("这不是图片"), /^picture\.unreadable$/],
    [
      "with bytes overwritten in its middle",
      async () => Buffer.concat([photo.subarray(0, 200), Buffer.alloc(60, 0xff), photo.subarray(260, 700)]),
      /^picture\.(damaged|unreadable)$/,
    ],
    ["of a hundred megapixels", claimsTooMuch, /^picture\.too-large$/],
    [
      "in CMYK that does not say which way its inks run",
      async () => withoutMarker(cmyk),
      /^picture\.cmyk-unmarked$/,
    ],
  ])(
    "%s is told with its page and block",
    async (_, make, key) => {
      const message = await failure(editionFile("大桥全长3公里。", await make()));
      expect(message.key).toMatch(key);
      expect(message.values).toMatchObject({ page: "A1", block: "b7" });
    },
    30_000,
  );
});

it("a picture that breaks off is asked for again when it arrives", async () => {
  await expect(keptFacts(photo)).resolves.toEqual({ media: "image/jpeg", width: 600, height: 400 });
  // Its head is whole, and tells its size.
  const short = photo.subarray(0, photo.length - 200);
  await expect(inspectPicture(short)).resolves.toMatchObject({ width: 600, height: 400 });
  await expect(keptFacts(short)).rejects.toMatchObject({ key: "picture.damaged" });
});

describe("a character no font has", () => {
  it("is named with its face, its line and its place, and no blank box is printed", async () => {
    const message = await failure(editionFile("记者在现场看到一枚🀄牌。"));
    expect(message).toMatchObject({
      key: "press.missing-glyph",
      values: { page: "A1", character: "🀄", code: "U+1F004", face: "song" },
    });
    expect(word("zh", message.key, message.values)).toContain("🀄");
    expect(Number(message.values.x)).toBeGreaterThan(0);
  });
});

describe("a profile", () => {
  it("that is not there is named", async () => {
    const message = await failure(editionFile("大桥全长3公里。"), { profile: join(folder, "印厂.icc") });
    expect(message).toMatchObject({ key: "press.profile-missing" });
    expect(String(message.values.profile)).toContain("印厂.icc");
  });

  it("for a screen, or that is none, is refused", async () => {
    const screen = Buffer.from(loadProfile().data);
    screen.write("mntrRGB ", 12, "latin1");
    for (const [name, bytes, key] of [
      ["screen.icc", screen, "press.profile-not-cmyk-output"],
      ["none.icc", Buffer.from("ICC"), "press.profile-unreadable"],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      expect(await failure(editionFile("大桥全长3公里。"), { profile: join(folder, name) })).toMatchObject({
        key,
      });
    }
  });
});

describe("the place it goes to", () => {
  it("is gone before it is written: told, and not made again behind the desk's back", async () => {
    const out = join(folder, "印厂");
    const message = await failure(editionFile("大桥全长3公里。"), {
      out,
      meanwhile: () => rmSync(out, { recursive: true }),
    });
    expect(message.key).toMatch(/^store\.(missing|no-folder)$/);
    expect(message.values).toMatchObject({ file: "A1.pdf" });
    expect(readdirSync(folder)).not.toContain("印厂");
  });

  it.skipIf(!disk)("is full: told, and left as empty as it was", async () => {
    const message = await failure(editionFile("大桥全长3公里。"), { out: disk ?? "" });
    expect(message).toMatchObject({ key: "store.full", values: { file: "A1.pdf" } });
    expect(readdirSync(disk ?? "")).toEqual([]);
  });
});

it("nothing of all this has left a file, whole or half", () => {
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((name) => /pdf/i.test(name))).toEqual([]);
});
