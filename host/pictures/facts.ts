/** What an edition keeps of a picture or of an advertisement as PDF. */
import { inspectPicture } from "./inspect.ts";
import { isPdf, pdfFacts } from "./pdf.ts";

export interface KeptFacts {
  /** Media type. */
  readonly media: string;
  /** Pixels as the picture is to be seen; tenths of a pt of a PDF's page. */
  readonly width: number;
  readonly height: number;
}

/** Throws a Problem as `inspectPicture` and `openPlaced` do. */
export async function keptFacts(bytes: Uint8Array): Promise<KeptFacts> {
  if (isPdf(bytes)) return pdfFacts(bytes);
  const { format, width, height } = await inspectPicture(bytes);
  return { media: `image/${format}`, width, height };
}
