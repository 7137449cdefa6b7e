/** Pictures in tests are drawn here, a few pixels each; what is asserted is what the press would print. */
import { inflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { Problem } from "../../../core/problem.ts";
import { limitInk, totalInk } from "../../../host/pictures/ink.ts";
import { inspectPicture } from "../../../host/pictures/inspect.ts";
import { preparePictures } from "../../../host/pictures/placed.ts";
import { type PictureOrder, preparePicture } from "../../../host/pictures/prepare.ts";
import { previewPicture } from "../../../host/pictures/preview.ts";
import { cmykTiff } from "../../../host/pictures/tiff.ts";
import { loadProfile } from "../../../host/press/profile.ts";
import { sheet } from "../../core/press/sheets.ts";

const whole = { x: 0, y: 0, width: 1, height: 1 };
const profile = loadProfile();
/** One inch square at 200 ppi. */
const order: PictureOrder = {
  crop: whole,
  widthPt: 72,
  heightPt: 72,
  resolution: 200,
  profile,
  colour: "cmyk",
};

const RED = { r: 230, g: 20, b: 30 };
const plain = (
  width: number,
  height: number,
  background: { r: number; g: number; b: number; alpha?: number } = RED,
  channels: 3 | 4 = 3,
) => sharp({ create: { width, height, channels, background } });

/** Left half red, right half blue. */
const halves = (width: number, height: number) =>
  plain(width, height, { r: 20, g: 40, b: 220 }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: RED } }, left: 0, top: 0 },
  ]);

/** `channel(i, grain)` for every sample, with grain from 0 to 255 that is the same every time. */
function drawn(width: number, height: number, channel: (i: number, grain: number) => number): Sharp {
  let seed = 7;
  const data = new Uint8Array(width * height * 3).map((_, i) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return channel(i, (seed >> 16) & 255);
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Every colour there is. */
const noise = (width: number, height: number) => drawn(width, height, (_, grain) => grain);

/** A soft ramp with grain, as a camera gives it. */
const photograph = (width: number, height: number) =>
  drawn(width, height, (i, grain) => 60 + grain / 20 + (i % (width * 3)) / 5);

/** The inks of a prepared picture, as a press's decoder would see them: 0 for none. */
async function inks(picture: Awaited<ReturnType<typeof preparePicture>>): Promise<Uint8Array> {
  if (picture.encoding === "deflate") return inflateSync(picture.data);
  const read = sharp(picture.data);
  return picture.colour === "grey"
    ? read.toColourspace("b-w").raw().toBuffer()
    : read.pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer();
}

async function problem(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.key;
    throw error;
  }
  return "none";
}

describe("a picture is prepared", () => {
  it.each(["jpeg", "png", "tiff", "webp"] as const)("from %s", async (format) => {
    const picture = await preparePicture(await plain(300, 300).toFormat(format).toBuffer(), order);
    expect([picture.width, picture.height, picture.colour]).toEqual([200, 200, "cmyk"]);
    const [c = 0, m = 0, y = 0] = await inks(picture);
    expect(m).toBeGreaterThan(150);
    expect(y).toBeGreaterThan(100);
    expect(c).toBeLessThan(60);
  });

  it("turned by its EXIF orientation, then cropped as the reader sees it", async () => {
    // Stored lying on its side: turned clockwise (6), the stored left edge becomes the top.
    const bytes = await halves(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspectPicture(bytes)).toMatchObject({ width: 200, height: 300 });
    const top = await preparePicture(bytes, { ...order, crop: { x: 0, y: 0, width: 1, height: 0.4 } });
    const bottom = await preparePicture(bytes, { ...order, crop: { x: 0, y: 0.6, width: 1, height: 0.4 } });
    const yellow = async (picture: typeof top) => (await inks(picture))[2] ?? 0;
    expect(await yellow(top)).toBeGreaterThan(100);
    expect(await yellow(bottom)).toBeLessThan(60);
  });

  it("with what is transparent left as bare paper", async () => {
    const bytes = await plain(50, 50, { r: 0, g: 0, b: 0, alpha: 0 }, 4).png().toBuffer();
    expect(Math.max(...(await inks(await preparePicture(bytes, order))))).toBeLessThanOrEqual(2);
  });

  it("at the press's resolution, never enlarged, and tells the resolution it had", async () => {
    const large = await preparePicture(await plain(900, 600).jpeg().toBuffer(), order);
    expect([large.width, large.height, large.effectivePpi]).toEqual([200, 200, 600]);
    const small = await preparePicture(await plain(90, 120).jpeg().toBuffer(), order);
    expect([small.width, small.height, small.effectivePpi]).toEqual([90, 120, 90]);
  });

  it("within the ink limit, whatever colours it has", async () => {
    const bytes = await noise(120, 120).png().toBuffer();
    expect((await preparePicture(bytes, order)).totalInk).toBeLessThanOrEqual(220);
    const light = await preparePicture(bytes, { ...order, inkLimit: 160 });
    expect(light.totalInk).toBeLessThanOrEqual(160);
    expect(totalInk(await inks(light))).toBeLessThanOrEqual(160 + 15); // JPEG's own noise
  });

  it("in black alone where it is grey, or where grey is asked", async () => {
    const ramp = sharp(
      new Uint8Array(256).map((_, i) => i),
      { raw: { width: 256, height: 1, channels: 1 } },
    );
    const bytes = await ramp.toColourspace("b-w").png().toBuffer();
    const picture = await preparePicture(bytes, { ...order, widthPt: 720, heightPt: 1 });
    expect([picture.colour, picture.encoding]).toEqual(["grey", "deflate"]);
    const printed = await inks(picture);
    const [solid, middle = 0, paper] = [printed[0], printed[128], printed[255]];
    expect([solid, paper]).toEqual([0, 255]);
    // Newsprint darkens the middle by a quarter or so; the plate carries less ink to make up for it.
    expect(middle).toBeGreaterThan(140);
    for (let i = 1; i < 256; i++) expect(printed[i]).toBeGreaterThanOrEqual(printed[i - 1] ?? 0);
    const asked = await preparePicture(await plain(50, 50).jpeg().toBuffer(), { ...order, colour: "grey" });
    expect(asked.colour).toBe("grey");
  });

  it("with a chart kept lossless and a photograph compressed", async () => {
    const chart = await preparePicture(await halves(200, 200).png().toBuffer(), order);
    const photo = await preparePicture(await photograph(200, 200).png().toBuffer(), order);
    expect([chart.encoding, photo.encoding]).toEqual(["deflate", "jpeg"]);
  });
});

describe("CMYK", () => {
  const samples = new Uint8Array(64 * 64 * 4).map((_, i) => [40, 120, 80, 10][i % 4] ?? 0);
  const tiff = (profiled: boolean) =>
    cmykTiff({ width: 64, height: 64, data: samples }, profiled ? profile.data : undefined);

  it("without a profile keeps its numbers", async () => {
    const picture = await preparePicture(tiff(false), order);
    expect([...(await inks(picture)).slice(0, 4)]).toEqual([40, 120, 80, 10]);
  });

  it("from a JPEG keeps its numbers where Adobe's marker says which way they run, and is refused where not", async () => {
    const jpeg = await sharp(tiff(false))
      .pipelineColourspace("cmyk")
      .toColourspace("cmyk")
      .jpeg({ quality: 100 })
      .toBuffer();
    expect([...(await inks(await preparePicture(jpeg, order))).slice(0, 4)]).toEqual([40, 120, 80, 10]);
    const marker = jpeg.indexOf(Buffer.from([0xff, 0xee]));
    const end = marker + 2 + jpeg.readUInt16BE(marker + 2);
    const bare = Buffer.concat([jpeg.subarray(0, marker), jpeg.subarray(end)]);
    expect(await problem(preparePicture(bare, order))).toBe("picture.cmyk-unmarked");
  });

  it("with a profile is converted by it", async () => {
    expect(await inspectPicture(tiff(true))).toMatchObject({ colour: "cmyk", profiled: true });
    const [c = 0, m = 0] = await inks(await preparePicture(tiff(true), order));
    expect(Math.abs(m - 120)).toBeLessThan(40);
    expect(c).toBeLessThan(m);
  });
});

describe("total ink", () => {
  it("is cut by thinning the colours and leaving black", () => {
    const limited = limitInk(Uint8Array.of(255, 255, 255, 255, 10, 0, 0, 0), 240);
    expect(limited[3]).toBe(255);
    expect(totalInk(limited)).toBeLessThanOrEqual(240);
    expect([...limited.slice(4)]).toEqual([10, 0, 0, 0]);
  });
});

describe("bad pictures are refused in words", () => {
  it("no picture at all, an empty file", async () => {
    expect(await problem(inspectPicture(Buffer.from("这不是图片")))).toBe("picture.unreadable");
    expect(await problem(inspectPicture(new Uint8Array()))).toBe("picture.unreadable");
  });

  it("a format the desk does not take", async () => {
    const gif = await plain(8, 8).gif().toBuffer();
    expect(await problem(inspectPicture(gif))).toBe("picture.unsupported");
    expect(await problem(inspectPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).not.toBe(
      "none",
    );
  });

  it.each(["jpeg", "png", "tiff", "webp"] as const)("a truncated %s", async (format) => {
    const bytes = await noise(256, 256).toFormat(format).toBuffer();
    const half = bytes.subarray(0, bytes.length / 2);
    expect(await problem(preparePicture(half, order))).toMatch(/^picture\.(damaged|unreadable)$/);
    expect(await problem(previewPicture(half, 100))).toMatch(/^picture\.(damaged|unreadable)$/);
  });

  it("a hundred megapixels", async () => {
    const bytes = await plain(12000, 8400).png({ compressionLevel: 1 }).toBuffer();
    expect(await problem(inspectPicture(bytes))).toBe("picture.too-large");
    expect(await problem(preparePicture(bytes, order))).toBe("picture.too-large");
  });

  it("a crop that leaves nothing", async () => {
    const bytes = await plain(10, 10).png().toBuffer();
    const crop = { x: 0.5, y: 0.5, width: 0.001, height: 0.001 };
    expect(await problem(preparePicture(bytes, { ...order, crop }))).toBe("picture.empty-crop");
  });
});

describe("a preview", () => {
  it("fits the size asked, turned, and is never enlarged", async () => {
    const bytes = await halves(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const preview = await previewPicture(bytes, 150);
    expect([preview.width, preview.height, preview.type]).toEqual([100, 150, "image/webp"]);
    expect((await previewPicture(bytes, 5000)).height).toBe(300);
  });
});

describe("the pictures of a sheet", () => {
  const placed = { kind: "picture", x: 0, y: 0, width: 72, height: 72, crop: whole, block: "b" } as const;

  it("are prepared once for each way they are placed", async () => {
    const bytes = await halves(300, 300).png().toBuffer();
    const left = { ...placed, source: "one", crop: { x: 0, y: 0, width: 0.5, height: 1 } };
    const items = [{ ...placed, source: "one" }, { ...placed, x: 100, source: "one" }, left];
    const pictures = await preparePictures([sheet(items)], () => bytes, order);
    expect(pictures.picture("one", placed)).toBe(pictures.prepared[1]?.picture);
    expect(pictures.picture("one", left)).not.toBe(pictures.picture("one", placed));
    expect(pictures.picture("another", placed)).toBeNull();
  });

  it("tell the page and block of a bad one", async () => {
    const work = preparePictures([sheet([{ ...placed, source: "one" }])], () => Buffer.from("x"), order);
    await expect(work).rejects.toMatchObject({
      key: "picture.unreadable",
      values: { page: "A1", block: "b" },
    });
  });
});
