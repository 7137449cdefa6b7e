/** CMYK JPEGs for preflight's ink check: the samples as they stand in the stream. */
import sharp from "sharp";
import type { JpegDecoder } from "../../core/press/preflight/checks/ink.ts";

/** null for a JPEG that is not CMYK or cannot be read. */
export const decodeCmykJpeg: JpegDecoder = async (jpeg) => {
  try {
    const picture = sharp(jpeg, { failOn: "truncated" });
    if ((await picture.metadata()).channels !== 4) return null;
    // libvips turns CMYK over as it reads; a PDF reader does not.
    const inks = await picture.pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer();
    return inks.map((ink) => 255 - ink);
  } catch {
    return null;
  }
};
