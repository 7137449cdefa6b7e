/** Pages and pictures of a digital edition as PNG and WebP: the same input gives the same bytes. */
import sharp, { type Sharp } from "sharp";
import type { PictureItem, Sheet } from "../../core/compose/sheet.ts";
import { type LightPicture, screenPixels } from "../../core/digital/screen.ts";
import type { Crop } from "../../core/edition/schema.ts";
import { Problem } from "../../core/problem.ts";
import type { Faces } from "../../core/world.ts";
import { inspectPicture, open, reading } from "../pictures/inspect.ts";
import { isPdf, rasterPdf } from "../pictures/pdf.ts";

/** Bytes of a picture by its digest, or null where the edition has none. */
export type PictureBytes = (digest: string) => Uint8Array | null;

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
  readonly webp: Uint8Array;
}

/** The page `width` pixels wide, and twice as wide: drawn once, at the greater size. Throws a Problem for a picture that is damaged. */
export async function rasterPage(
  sheet: Sheet,
  faces: Faces,
  picture: PictureBytes,
  width: number,
): Promise<{ readonly once: Raster; readonly twice: Raster }> {
  const { data, info } = await drawn(sheet, faces, picture, 2 * width);
  const raw = { raw: info } as const;
  const half = { width: Math.round(info.width / 2), height: Math.round(info.height / 2) };
  return {
    once: await encoded(sharp(data, raw).resize({ ...half, fit: "fill" }), half),
    twice: await encoded(sharp(data, raw), info),
  };
}

/** The page small, as WebP. */
export async function thumbnail(
  sheet: Sheet,
  faces: Faces,
  picture: PictureBytes,
  width: number,
): Promise<Uint8Array> {
  // Drawn at twice the size: hairlines stay.
  const { data, info } = await drawn(sheet, faces, picture, 2 * width);
  return sharp(data, { raw: info }).resize({ width }).webp({ quality: 78 }).toBuffer();
}

async function drawn(sheet: Sheet, faces: Faces, picture: PictureBytes, width: number) {
  const pictures = new Map<PictureItem, LightPicture>();
  const scale = width / sheet.width;
  for (const item of sheet.items) {
    if (item.kind !== "picture" || item.source === null) continue;
    const bytes = picture(item.source);
    if (!bytes) continue;
    const size = { width: Math.ceil(item.width * scale), height: Math.ceil(item.height * scale) };
    const cut = await cropped(bytes, item.crop, size).catch(withoutPreview);
    if (!cut) continue;
    const { data: light, info } = await reading(() => cut.raw().toBuffer({ resolveWithObject: true }));
    pictures.set(item, { width: info.width, height: info.height, light });
  }
  const world = { face: faces.face, picture: (item: PictureItem) => pictures.get(item) ?? null };
  const pixels = screenPixels(sheet, world, width);
  return {
    data: pixels.light,
    info: { width: pixels.width, height: pixels.height, channels: 3 },
  } as const;
}

/** A PDF that nothing here can paint leaves its frame empty: the rest of the page is still worth seeing. */
function withoutPreview(error: unknown): null {
  if (error instanceof Problem && error.key === "placed.no-preview") return null;
  throw error;
}

async function encoded(
  image: Sharp,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Raster> {
  // One after the other: each packer holds the page several times over.
  // No palette: spread errors of colour would shade the paper beside a photograph.
  const png = await image.clone().png({ compressionLevel: 9 }).toBuffer();
  // Type stays sharp, in no more room than where it is smeared.
  const webp = await image.clone().webp({ nearLossless: true, quality: 60 }).toBuffer();
  return { width, height, png, webp };
}

/** A picture for an article, cut as the page cuts it, at most `most` pixels wide. Throws a Problem where it is damaged. */
export async function webPicture(
  bytes: Uint8Array,
  crop: Crop,
  most: number,
): Promise<{ readonly width: number; readonly height: number; readonly webp: Uint8Array }> {
  const image = await cropped(bytes, crop, { width: most });
  const { data, info } = await reading(() =>
    image.webp({ quality: 80 }).toBuffer({ resolveWithObject: true }),
  );
  return { width: info.width, height: info.height, webp: data };
}

/** Longer side in pixels at which an advertisement that came as PDF is painted before it is cut. */
const PDF_PIXELS = 3000;

async function cropped(
  bytes: Uint8Array,
  crop: Crop,
  size: { readonly width: number; readonly height?: number },
): Promise<Sharp> {
  if (isPdf(bytes)) return cropped(await rasterPdf(bytes, PDF_PIXELS), crop, size);
  const { width, height } = await inspectPicture(bytes);
  const left = Math.max(0, Math.round(crop.x * width));
  const top = Math.max(0, Math.round(crop.y * height));
  const area = {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
  };
  return open(bytes)
    .autoOrient()
    .extract(area)
    .resize({
      ...size,
      fit: size.height === undefined ? "inside" : "fill",
      withoutEnlargement: size.height === undefined,
    })
    .flatten({ background: "#fff" })
    .toColourspace("srgb");
}
