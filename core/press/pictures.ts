/** Prepared pictures to image objects: each once in the file, however often it is placed. */
import type { PictureItem } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PressPicture, PressWorld } from "../world.ts";
import type { PdfFile } from "./file.ts";
import type { PdfRef } from "./objects.ts";
import type { PlacedPage } from "./placed.ts";

/** How an item is drawn: an image fills the unit square, a placed page its own size in pt. */
export interface UsedPicture {
  readonly name: string;
  readonly page: PlacedPage | null;
}

export class PressPictures {
  readonly #world: PressWorld;
  readonly #names = new Map<PressPicture | PlacedPage, string>();

  constructor(world: PressWorld) {
    this.#world = world;
  }

  /** What is drawn for `item`, or null where nobody delivered it. */
  use(item: PictureItem): UsedPicture | null {
    if (item.source === null) return null;
    const page = this.#world.page?.(item.source) ?? null;
    const picture = page ?? this.#world.picture(item.source, item);
    if (!picture) return null;
    let name = this.#names.get(picture);
    if (name === undefined) {
      name = `P${this.#names.size + 1}`;
      this.#names.set(picture, name);
    }
    return { name, page };
  }

  /** Resource dictionary entries, after the objects were added to the file. */
  write(file: PdfFile): Record<string, PdfRef> {
    const resources: Record<string, PdfRef> = {};
    for (const [picture, name] of this.#names)
      resources[name] = "embed" in picture ? picture.embed(file) : writePicture(file, picture);
    return resources;
  }
}

function writePicture(file: PdfFile, picture: PressPicture): PdfRef {
  const { width, height, colour, encoding, data } = picture;
  const channels = colour === "cmyk" ? 4 : 1;
  if (encoding === "raw" && data.length !== width * height * channels)
    throw new Problem("press.picture-damaged", { width, height, bytes: data.length });
  const entries = {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    ColorSpace: channels === 4 ? "DeviceCMYK" : "DeviceGray",
    BitsPerComponent: 8,
    Intent: "RelativeColorimetric",
  };
  const inverted = picture.inverted ? { Decode: Array.from({ length: channels }, () => [1, 0]).flat() } : {};
  if (encoding === "raw") return file.stream(data, { ...entries, ...inverted });
  const filter = encoding === "jpeg" ? "DCTDecode" : "FlateDecode";
  return file.stream(data, { ...entries, ...inverted, Filter: filter }, "as-is");
}
