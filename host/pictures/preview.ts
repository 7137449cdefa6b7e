/** A picture for the screen: small, turned, in sRGB. */
import { inspectPicture, open, type PictureLimits, pictureLimits, reading } from "./inspect.ts";
import { isPdf, rasterPdf } from "./pdf.ts";

export interface PicturePreview {
  readonly width: number;
  readonly height: number;
  readonly type: "image/webp";
  readonly data: Uint8Array;
}

/**
 * At most `maxPx` pixels on its longer side, never enlarged.
 * Throws a Problem as `inspectPicture` does, or `picture.damaged`.
 */
export async function previewPicture(
  bytes: Uint8Array,
  maxPx: number,
  limits: PictureLimits = pictureLimits,
): Promise<PicturePreview> {
  if (isPdf(bytes)) return previewPicture(await rasterPdf(bytes, maxPx), maxPx, limits);
  await inspectPicture(bytes, limits);
  const { data, info } = await reading(() =>
    open(bytes, limits)
      .autoOrient()
      .resize({ width: maxPx, height: maxPx, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true }),
  );
  return { width: info.width, height: info.height, type: "image/webp", data };
}
