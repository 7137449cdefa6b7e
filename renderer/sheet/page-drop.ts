/** A block that is dragged off the sheet onto a page of the list: the page lights up, and takes it where it is let go. */

/** Pages of the list carry their number; this marks the one under the pointer. */
const LIT = "data-over";

export class PageDrop {
  #lit: HTMLElement | null = null;

  /** Number of the page under the pointer (client px), lit; null elsewhere. */
  over(x: number, y: number): string | null {
    const section = document.elementFromPoint(x, y)?.closest<HTMLElement>(".page-section") ?? null;
    if (section !== this.#lit) {
      this.#lit?.removeAttribute(LIT);
      section?.setAttribute(LIT, "true");
      this.#lit = section;
    }
    return section?.dataset.page ?? null;
  }

  clear(): void {
    this.#lit?.removeAttribute(LIT);
    this.#lit = null;
  }
}
