/** The edition's pictures as bitmaps for the screen, fetched when first drawn, and again when drawn much larger. */
import type { Client } from "../../host/client.ts";
import type { PictureSource } from "./paint.ts";

/** Between two tries for a picture that was not to be had, in ms. */
const AGAIN = 5000;

interface Held {
  bitmap: ImageBitmap | null;
  /** It is not in the file, or cannot be read. */
  lost: boolean;
  /** Longest side that was asked for, in pixels. */
  asked: number;
}

export class Pictures implements PictureSource {
  readonly #client: Client;
  readonly #edition: string;
  readonly #arrived: (digest: string) => void;
  readonly #words: (key: string) => string;
  readonly #held = new Map<string, Held>();

  /** `arrived` is called when a picture can be drawn, or drawn better, or when it is known that it cannot; `words` words a key. */
  constructor(
    client: Client,
    edition: string,
    arrived: (digest: string) => void,
    words: (key: string) => string,
  ) {
    this.#words = words;
    this.#client = client;
    this.#edition = edition;
    this.#arrived = arrived;
  }

  bitmap(digest: string, pixels: number): ImageBitmap | null {
    let held = this.#held.get(digest);
    // Steps of two, so that zooming does not fetch at every stop.
    const wanted = Math.min(8192, 2 ** Math.ceil(Math.log2(Math.max(256, pixels))));
    if (!held) {
      held = { bitmap: null, lost: false, asked: 0 };
      this.#held.set(digest, held);
    }
    if (wanted > held.asked) {
      held.asked = wanted;
      void this.#fetch(digest, held, wanted);
    }
    return held.bitmap;
  }

  lack(source: string | null): string {
    if (source === null) return this.#words("desk.picture.none");
    return this.#held.get(source)?.lost ? this.#words("desk.picture.lost") : "";
  }

  async #fetch(digest: string, held: Held, maxPx: number): Promise<void> {
    try {
      const preview = await this.#client.call("pictures.preview", { edition: this.#edition, digest, maxPx });
      if (!preview) return this.#lose(digest, held);
      const bitmap = await createImageBitmap(new Blob([preview.bytes.slice()], { type: preview.media }));
      if (held.asked > maxPx && held.bitmap) return;
      held.bitmap?.close();
      held.bitmap = bitmap;
      held.lost = false;
      this.#arrived(digest);
    } catch {
      this.#lose(digest, held);
    }
  }

  /** The frame stays and says so. It is asked for again after a while: a host may have been away, a picture put in anew. */
  #lose(digest: string, held: Held): void {
    if (held.bitmap) return;
    setTimeout(() => {
      held.asked = 0;
    }, AGAIN);
    if (held.lost) return;
    held.lost = true;
    this.#arrived(digest);
  }
}
