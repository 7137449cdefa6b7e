/** Works the plates of one page out and ends; the bytes go over to whoever asked. Reads the edition file by itself. */
import { basename } from "node:path";
import { meanInk, meanOfPlate, overLimit, plateNames } from "../../core/press/separations.ts";
import type { Output } from "../contract.ts";
import { platesOf } from "../press/plates.ts";
import { openEditionFile } from "../store/store.ts";
import { checkPages, composeSheets, machineFaces, pickSheets } from "../work/sheets.ts";
import { serveTask } from "./task.ts";

export interface PlatesTask {
  /** The edition file. */
  readonly source: string;
  /** Number of the page. */
  readonly page: string;
  /** Pixels to the inch. */
  readonly resolution: number;
}

export type PlatesResult = NonNullable<Output<"plates.make">>;

await serveTask<PlatesTask, PlatesResult>(async ({ source, page, resolution }, progress) => {
  const store = openEditionFile(source, { readOnly: true });
  try {
    const { edition } = store;
    checkPages(edition, [page], basename(source));
    progress("plates.stage.compose", { page }, 0.1);
    const [sheet] = pickSheets(composeSheets(edition), [page]);
    if (!sheet) throw new Error(`page ${page} has no sheet`);
    progress("plates.stage.ink", { page }, 0.4);
    const made = await platesOf({
      edition,
      sheet,
      faces: machineFaces(),
      picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
      resolution,
    });
    progress("plates.stage.limit", { page }, 0.8);
    const { inkWarning: limit } = edition.style.press;
    const over = overLimit(made, limit);
    const mean = meanInk(made);
    const { width, height, bleed } = made;
    const plates = [
      ...plateNames.map((name) => ({ name: name as string, ink: made[name], mean: mean[name] })),
      ...made.spots.map(({ name, plate }) => ({ name, ink: plate, mean: meanOfPlate(plate) })),
    ];
    return {
      result: { page, width, height, resolution, bleed, plates, limit, over, unknown: [...made.unknown] },
      transfer: plates.map(({ ink }) => ink.buffer as ArrayBuffer),
    };
  } finally {
    store.close();
  }
});
