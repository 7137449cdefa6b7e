/**
 * A sheet as pixels for the screen, trimmed: the same glyphs, rules, tints and pictures that the press prints, covered
 * exactly. It needs no fonts and no drawing library, so that it looks alike wherever it is made.
 *
 * Light is ink the other way round: the plates are worked out as for the press, pictures going in as the ink that would
 * leave just their light, and read back as red, green and blue.
 */
import type { PictureItem, Sheet, SheetItem } from "../compose/sheet.ts";
import { type SeparationWorld, separate } from "../press/separations.ts";

/** 8 bit red, green and blue, interleaved. */
export interface LightPicture {
  readonly width: number;
  readonly height: number;
  readonly light: Uint8Array;
}

export interface ScreenWorld extends Pick<SeparationWorld, "face"> {
  /** A picture as it is placed, or null where nobody delivered it. */
  picture(item: PictureItem): LightPicture | null;
}

/** `width` pixels wide. */
export function screenPixels(sheet: Sheet, world: ScreenWorld, width: number): LightPicture {
  const plates = separate(
    { ...sheet, bleed: 0, items: sheet.items.map(inProcess) },
    {
      face: (id) => world.face(id),
      picture: (_, placed) => {
        const picture = world.picture(placed as PictureItem);
        return picture && { ...picture, channels: 4 as const, ink: inkOf(picture) };
      },
    },
    { resolution: (width * 72) / sheet.width },
  );
  const { c, m, y, k } = plates;
  const light = new Uint8Array(plates.width * plates.height * 3);
  for (let at = 0, to = 0; at < c.length; at++, to += 3) {
    const black = 255 - (k[at] as number);
    light[to] = ((255 - (c[at] as number)) * black) / 255;
    light[to + 1] = ((255 - (m[at] as number)) * black) / 255;
    light[to + 2] = ((255 - (y[at] as number)) * black) / 255;
  }
  return { width: plates.width, height: plates.height, light };
}

/** A spot colour as the process inks that stand for it. */
function inProcess(item: SheetItem): SheetItem {
  if (item.kind === "picture" || !item.ink.spot) return item;
  const { c, m, y, k } = item.ink;
  return { ...item, ink: { c, m, y, k } };
}

function inkOf({ light, width, height }: LightPicture): Uint8Array {
  const ink = new Uint8Array(width * height * 4);
  for (let from = 0, to = 0; to < ink.length; from += 3, to += 4) {
    ink[to] = 255 - (light[from] as number);
    ink[to + 1] = 255 - (light[from + 1] as number);
    ink[to + 2] = 255 - (light[from + 2] as number);
  }
  return ink;
}
