/**
 * All pictures of some sheets, prepared beforehand: the press asks for them synchronously.
 * A picture placed twice in the same way is prepared, and stored in the file, once.
 */
import type { PictureItem, Sheet } from "../../core/compose/sheet.ts";
import { Problem } from "../../core/problem.ts";
import type { PlacedPicture, PressWorld } from "../../core/world.ts";
import { type PictureOrder, type PreparedPicture, preparePicture } from "./prepare.ts";

export interface PlacedPictures {
  /** For the press's world. */
  readonly picture: PressWorld["picture"];
  readonly prepared: readonly { readonly item: PictureItem; readonly picture: PreparedPicture }[];
}

/**
 * `read` finds a delivered picture by its source, or null where nobody delivered it.
 * Throws a Problem as `preparePicture` does, with the block it is placed in.
 */
export async function preparePictures(
  sheets: readonly Sheet[],
  read: (source: string) => Uint8Array | null,
  order: Omit<PictureOrder, "crop" | "widthPt" | "heightPt">,
): Promise<PlacedPictures> {
  const done = new Map<string, PreparedPicture>();
  const prepared: { item: PictureItem; picture: PreparedPicture }[] = [];
  for (const sheet of sheets) {
    for (const item of sheet.items) {
      if (item.kind !== "picture" || item.source === null) continue;
      const key = keyOf(item.source, item);
      let picture = done.get(key);
      if (!picture) {
        const bytes = read(item.source);
        if (!bytes) continue;
        picture = await placedProblem(sheet, item, () =>
          preparePicture(bytes, { ...order, crop: item.crop, widthPt: item.width, heightPt: item.height }),
        );
        done.set(key, picture);
      }
      prepared.push({ item, picture });
    }
  }
  return { picture: (source, placed) => done.get(keyOf(source, placed)) ?? null, prepared };
}

function keyOf(source: string, { crop, width, height }: PlacedPicture): string {
  return JSON.stringify([source, crop.x, crop.y, crop.width, crop.height, width, height]);
}

async function placedProblem<T>(sheet: Sheet, item: PictureItem, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.key, { ...error.values, page: sheet.number, block: item.block }, error);
  }
}
