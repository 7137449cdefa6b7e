/** What an edition keeps of a picture or of an advertisement as PDF. */
import { inspectPicture, open, reading } from "./inspect.ts";
import { isPdf, pdfFacts } from "./pdf.ts";

export interface KeptFacts {
  /** Media type. */
  readonly media: string;
  /** Pixels as the picture is to be seen; tenths of a pt of a PDF's page. */
  readonly width: number;
  readonly height: number;
}

/** Throws a Problem as `inspectPicture` and `openPlaced` do, or `picture.damaged` where not all of it can be read. */
export async function keptFacts(bytes: Uint8Array): Promise<KeptFacts> {
  if (isPdf(bytes)) return pdfFacts(bytes);
  const { format, width, height } = await inspectPicture(bytes);
  // Read to its end on arrival: a half of a picture is asked for again at eight in the evening, not at the press.
  await reading(() => open(bytes).resize(64, 64, { fit: "fill" }).raw().toBuffer());
  return { media: `image/${format}`, width, height };
}
