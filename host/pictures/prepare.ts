/**
 * A delivered picture made ready for the press: turned, cropped, alpha on white, at the press's resolution, in the
 * press's inks.
 *
 * Colour is converted once, by the embedded profile (sRGB where there is none) to the press profile. CMYK without a
 * profile is taken to be made for this press and keeps its numbers. No pixel leaves over the ink limit.
 */
import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { Problem } from "../../core/problem.ts";
import type { PlacedPicture, PressPicture } from "../../core/world.ts";
import type { ProfileFile } from "../press/profile.ts";
import { greyCurve } from "./grey.ts";
import { limitInk, totalInk } from "./ink.ts";
import {
  inspectPicture,
  open,
  type PictureFacts,
  type PictureLimits,
  pictureLimits,
  reading,
} from "./inspect.ts";
import { cmykTiff } from "./tiff.ts";

export interface PictureOrder {
  /** Fractions of the picture as a reader sees it. */
  readonly crop: PlacedPicture["crop"];
  /** Size it is printed at. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** Of the press, in ppi. */
  readonly resolution: number;
  readonly profile: ProfileFile;
  /** Grey pictures print in black alone whatever is asked. */
  readonly colour: "cmyk" | "grey";
  /** Total ink in percent no pixel may exceed. */
  readonly inkLimit?: number;
  /** JPEG quality for photographs, 1 to 100. */
  readonly quality?: number;
  readonly limits?: PictureLimits;
}

export interface PreparedPicture extends PressPicture {
  /** Pixels to the inch that the delivered picture has at its printed size, before downsampling. */
  readonly effectivePpi: number;
  /** Largest total ink in percent. */
  readonly totalInk: number;
}

const INK_LIMIT = 220;
const QUALITY = 90;

/**
 * Lossless sources (charts, logos, screenshots) stay lossless while that costs at most this many times the JPEG: JPEG
 * smears flat tints and lettering.
 */
const LOSSLESS_WORTH = 1.5;

/**
 * Throws a Problem: `picture.unreadable`, `picture.unsupported`, `picture.too-large`, `picture.damaged`, or
 * `picture.empty-crop`.
 */
export async function preparePicture(bytes: Uint8Array, order: PictureOrder): Promise<PreparedPicture> {
  const limits = order.limits ?? pictureLimits;
  const facts = await inspectPicture(bytes, limits);
  const cut = cropPixels(facts, order.crop);
  const inches = { width: order.widthPt / 72, height: order.heightPt / 72 };
  const effectivePpi = Math.min(cut.width / inches.width, cut.height / inches.height);
  const width = Math.min(cut.width, Math.ceil(inches.width * order.resolution));
  const height = Math.min(cut.height, Math.ceil(inches.height * order.resolution));
  const pipeline = open(bytes, limits).autoOrient().extract(cut).resize({ width, height, fit: "fill" });
  const grey = order.colour === "grey" || facts.colour === "grey";
  const samples = await reading(() =>
    grey ? greySamples(pipeline, facts, order) : cmykSamples(pipeline, facts, order),
  );
  const lossless = facts.format === "png" || facts.format === "tiff";
  const stored = await encode({ width, height, data: samples }, grey, lossless, order.quality ?? QUALITY);
  return {
    width,
    height,
    colour: grey ? "grey" : "cmyk",
    ...stored,
    effectivePpi: Math.round(effectivePpi * 10) / 10,
    totalInk: grey ? 100 : Math.round(totalInk(samples) * 10) / 10,
  };
}

function cropPixels(facts: PictureFacts, crop: PlacedPicture["crop"]) {
  const left = Math.max(0, Math.round(crop.x * facts.width));
  const top = Math.max(0, Math.round(crop.y * facts.height));
  const width = Math.min(facts.width, Math.round((crop.x + crop.width) * facts.width)) - left;
  const height = Math.min(facts.height, Math.round((crop.y + crop.height) * facts.height)) - top;
  if (width < 1 || height < 1)
    throw new Problem("picture.empty-crop", { width: facts.width, height: facts.height });
  return { left, top, width, height };
}

async function cmykSamples(pipeline: Sharp, facts: PictureFacts, order: PictureOrder): Promise<Uint8Array> {
  const limit = order.inkLimit ?? INK_LIMIT;
  // With both calls sharp leaves CMYK numbers alone; on RGB they would convert a second time.
  if (facts.colour === "cmyk" && !facts.profiled)
    return limitInk(await pipeline.pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer(), limit);
  const white = facts.alpha ? pipeline.flatten({ background: "#fff" }) : pipeline;
  return limitInk(await white.withIccProfile(order.profile.path, { attach: false }).raw().toBuffer(), limit);
}

async function greySamples(pipeline: Sharp, facts: PictureFacts, order: PictureOrder): Promise<Uint8Array> {
  const white = facts.alpha ? pipeline.flatten({ background: "#fff" }) : pipeline;
  const [samples, curve] = await Promise.all([
    white.toColourspace("b-w").raw().toBuffer(),
    greyCurve(order.profile.data),
  ]);
  return samples.map((grey) => curve[grey] ?? 0);
}

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

async function encode(
  samples: Samples,
  grey: boolean,
  lossless: boolean,
  quality: number,
): Promise<Pick<PressPicture, "encoding" | "inverted" | "data">> {
  const jpeg = await jpegOf(samples, grey, quality);
  if (lossless) {
    const packed = deflateSync(samples.data);
    if (packed.length <= jpeg.length * LOSSLESS_WORTH)
      return { encoding: "deflate", inverted: false, data: packed };
  }
  // libvips writes CMYK the way Adobe does: an APP14 marker, and 255 for no ink.
  return { encoding: "jpeg", inverted: !grey && jpeg.subarray(0, 64).includes("Adobe"), data: jpeg };
}

function jpegOf({ width, height, data }: Samples, grey: boolean, quality: number): Promise<Buffer> {
  const source = grey
    ? sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w")
    : sharp(cmykTiff({ width, height, data })).pipelineColourspace("cmyk").toColourspace("cmyk");
  return source.jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
}
