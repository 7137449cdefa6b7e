/**
 * What a delivered picture is, before anything is done with it; and the one gate for bad ones.
 *
 * Only the four formats a desk is sent are let in. Sizes are told as a reader sees the picture, turned by its EXIF
 * orientation.
 */
import sharp, { type Metadata, type Sharp } from "sharp";
import { Problem } from "../../core/problem.ts";

export type PictureFormat = "jpeg" | "png" | "tiff" | "webp";

export interface PictureFacts {
  readonly format: PictureFormat;
  /** In pixels, after turning. */
  readonly width: number;
  readonly height: number;
  readonly colour: "grey" | "rgb" | "cmyk";
  readonly alpha: boolean;
  /** Colour profile embedded in the file. */
  readonly profiled: boolean;
}

export interface PictureLimits {
  /** Largest picture taken, in pixels; more needs more memory than a desk machine should be asked for. */
  readonly maxPixels: number;
}

export const pictureLimits: PictureLimits = { maxPixels: 80_000_000 };

const formats: readonly string[] = ["jpeg", "png", "tiff", "webp"];

/** Opens `bytes` for sharp; a truncated picture fails when it is read, not silently with a grey half. */
export function open(bytes: Uint8Array, limits: PictureLimits = pictureLimits): Sharp {
  return sharp(bytes, { failOn: "truncated", limitInputPixels: limits.maxPixels });
}

/**
 * Throws a Problem: `picture.unreadable`, `picture.unsupported`, `picture.too-large`, or `picture.cmyk-unmarked` for a
 * CMYK JPEG that does not say whether 0 is no ink or full ink: a wrong guess would print a negative.
 */
export async function inspectPicture(
  bytes: Uint8Array,
  limits: PictureLimits = pictureLimits,
): Promise<PictureFacts> {
  let metadata: Metadata;
  try {
    // The header alone may speak of any size: the limit is told below, in our own words.
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new Problem("picture.unreadable", {}, error);
  }
  const { format, space, orientation = 1 } = metadata;
  if (!formats.includes(format)) throw new Problem("picture.unsupported", { format });
  const turned = orientation >= 5;
  const [width, height] = turned ? [metadata.height, metadata.width] : [metadata.width, metadata.height];
  if (width * height > limits.maxPixels) {
    throw new Problem("picture.too-large", {
      width,
      height,
      megapixels: Math.round((width * height) / 1e6),
      limit: Math.floor(limits.maxPixels / 1e6),
    });
  }
  if (format === "jpeg" && space === "cmyk" && !hasAdobeMarker(bytes))
    throw new Problem("picture.cmyk-unmarked");
  return {
    format: format as PictureFormat,
    width,
    height,
    colour: space === "cmyk" ? "cmyk" : space === "b-w" || space === "grey16" ? "grey" : "rgb",
    alpha: metadata.hasAlpha ?? false,
    profiled: metadata.icc !== undefined,
  };
}

/** `work`, with sharp's failures told as a damaged picture. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("picture.damaged", { detail: error instanceof Error ? error.message : "" }, error);
  }
}

/** True where a JPEG has Adobe's APP14 segment among those before its image data. */
function hasAdobeMarker(jpeg: Uint8Array): boolean {
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1];
    if (marker === 0xda) return false;
    if (marker === 0xee && String.fromCharCode(...jpeg.subarray(at + 4, at + 9)) === "Adobe") return true;
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
  }
  return false;
}
