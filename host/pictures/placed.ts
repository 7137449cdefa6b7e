/**
 * All pictures of some sheets, prepared beforehand: the press asks for them synchronously.
 * A picture placed twice in the same way is prepared, and stored in the file, once.
 */
import { createHash } from "node:crypto";
import type { PictureItem, Sheet } from "../../core/compose/sheet.ts";
import { Problem } from "../../core/problem.ts";
import type { PlacedPicture, PressWorld } from "../../core/world.ts";
import { isPdf } from "./pdf.ts";
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
        if (!bytes || isPdf(bytes)) continue;
        const { crop, width: widthPt, height: heightPt } = item;
        picture = await placedProblem(sheet, item, () =>
          recent(bytes, { ...order, crop, widthPt, heightPt }),
        );
        done.set(key, picture);
      }
      prepared.push({ item, picture });
    }
  }
  return { picture: (source, placed) => done.get(keyOf(source, placed)) ?? null, prepared };
}

/** Pictures prepared lately, least recently used first: an edition is exported many times in a night. */
const kept = new Map<string, PreparedPicture>();
const KEPT_BYTES = 64 * 1024 * 1024;

async function recent(bytes: Uint8Array, order: PictureOrder): Promise<PreparedPicture> {
  const { profile, ...rest } = order;
  const hash = createHash("sha256").update(bytes).update(profile.data).digest("hex");
  const key = JSON.stringify([hash, rest]);
  const picture = kept.get(key) ?? (await preparePicture(bytes, order));
  kept.delete(key);
  kept.set(key, picture);
  let total = 0;
  for (const { data } of kept.values()) total += data.length;
  for (const [oldest, { data }] of kept) {
    if (total <= KEPT_BYTES || oldest === key) break;
    kept.delete(oldest);
    total -= data.length;
  }
  return picture;
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
