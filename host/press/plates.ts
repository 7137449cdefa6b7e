/** Plates of a sheet on this machine: its fonts' outlines, and its pictures as they go into the print file. */
import { inflateSync } from "node:zlib";
import sharp from "sharp";
import type { PictureItem, Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { type InkPicture, type Plates, separate } from "../../core/press/separations.ts";
import type { Faces, PressPicture } from "../../core/world.ts";
import { isPdf } from "../pictures/pdf.ts";
import { preparePictures } from "../pictures/placed.ts";
import { loadProfile } from "./profile.ts";

export interface PlatesRequest {
  readonly edition: Edition;
  readonly sheet: Sheet;
  readonly faces: Faces;
  /** Bytes of a picture by its digest, or null where the edition has none. */
  readonly picture: (digest: string) => Uint8Array | null;
  /** A shipped profile by name, or a file's path; the house style's where not given. */
  readonly profile?: string | undefined;
  /** Pixels to the inch. */
  readonly resolution?: number;
}

/** The sheet's plates as the print file made with the same profile prints them. Throws a Problem as `makePdf` does. */
export async function platesOf(request: PlatesRequest): Promise<Plates> {
  const { edition, sheet, faces } = request;
  const { press } = edition.style;
  const { picture, prepared } = await preparePictures([sheet], request.picture, {
    resolution: press.resolution,
    profile: loadProfile(request.profile ?? press.profile),
    colour: "cmyk",
    inkLimit: press.inkWarning,
  });
  const inks = new Map<PressPicture, InkPicture>();
  for (const { picture: own } of prepared) if (!inks.has(own)) inks.set(own, await inkOf(own));
  return separate(
    sheet,
    {
      face: (id) => faces.face(id),
      picture: (source, placed) => {
        const own = picture(source, placed as PictureItem);
        return own ? (inks.get(own) ?? null) : null;
      },
      isPage(source) {
        const bytes = request.picture(source);
        return bytes !== null && isPdf(bytes);
      },
    },
    request.resolution === undefined ? {} : { resolution: request.resolution },
  );
}

/** A prepared picture's samples as ink. */
async function inkOf({ width, height, colour, encoding, inverted, data }: PressPicture): Promise<InkPicture> {
  const channels = colour === "cmyk" ? 4 : 1;
  const samples = await samplesOf({ colour, encoding, data, inverted });
  // DeviceGray tells light, 255 for paper.
  return { width, height, channels, ink: channels === 4 ? samples : samples.map((light) => 255 - light) };
}

async function samplesOf(
  picture: Pick<PressPicture, "colour" | "encoding" | "data" | "inverted">,
): Promise<Uint8Array> {
  const { colour, encoding, data, inverted } = picture;
  if (encoding === "raw") return data;
  if (encoding === "deflate") return inflateSync(data);
  const jpeg = sharp(data);
  if (colour === "grey") return jpeg.toColourspace("b-w").raw().toBuffer();
  // libvips turns Adobe's CMYK over as it reads: what it gives is ink where the file is inverted.
  const inks = await jpeg.pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer();
  return inverted ? inks : inks.map((ink) => 255 - ink);
}
