/** The edition's pictures as bitmaps for the screen, fetched when first drawn, and again when drawn much larger. */
import type { Client } from "../../host/client.ts";
import type { PictureSource } from "./paint.ts";

interface Held {
  bitmap: ImageBitmap | null;
  /** Longest side that was asked for, in pixels. */
  asked: number;
}

export class Pictures implements PictureSource {
  readonly #client: Client;
  readonly #edition: string;
  readonly #arrived: (digest: string) => void;
  readonly #held = new Map<string, Held>();

  /** `arrived` is called when a picture can be drawn, or drawn better. */
  constructor(client: Client, edition: string, arrived: (digest: string) => void) {
    this.#client = client;
    this.#edition = edition;
    this.#arrived = arrived;
  }

  bitmap(digest: string, pixels: number): ImageBitmap | null {
    let held = this.#held.get(digest);
    // Steps of two, so that zooming does not fetch at every stop.
    const wanted = Math.min(8192, 2 ** Math.ceil(Math.log2(Math.max(256, pixels))));
    if (!held) {
      held = { bitmap: null, asked: 0 };
      this.#held.set(digest, held);
    }
    if (wanted > held.asked) {
      held.asked = wanted;
      void this.#fetch(digest, held, wanted);
    }
    return held.bitmap;
  }

  async #fetch(digest: string, held: Held, maxPx: number): Promise<void> {
    try {
      const preview = await this.#client.call("pictures.preview", { edition: this.#edition, digest, maxPx });
      if (!preview) return;
      const bitmap = await createImageBitmap(new Blob([preview.bytes.slice()], { type: preview.media }));
      if (held.asked > maxPx && held.bitmap) return;
      held.bitmap?.close();
      held.bitmap = bitmap;
      this.#arrived(digest);
    } catch {
      // The frame stays: a picture that cannot be shown is told by preflight and by the export.
      held.asked = 0;
    }
  }
}
