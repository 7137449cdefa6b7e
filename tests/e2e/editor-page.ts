/** The galley as tests handle it: texts put in and read out by parts, and an input method driven over CDP. */
import type { CDPSession, Page } from "playwright-core";
import type {} from "../../renderer/editor/Galley.tsx";

export interface Part {
  readonly kind: string;
  readonly text: string;
}

/** The parts of the open block as the session has them: what is written to the log. */
export const parts = (page: Page): Promise<Part[]> =>
  page.evaluate(() => {
    const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
    const pages = galley?.open.session.state.edition.pages ?? [];
    const block = pages.flatMap((doc) => doc.children).find((node) => node.attrs.id === galley?.block);
    return (block?.children ?? []).map((node) => ({ kind: node.type.name, text: node.textContent }));
  });

/** The same, as the galley shows them. */
export const shown = (page: Page): Promise<Part[]> =>
  page.evaluate(() => {
    const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
    return (galley?.view.state.doc.children ?? []).map((node) => ({
      kind: node.type.name,
      text: node.textContent,
    }));
  });

export const bodyOf = (list: readonly Part[]) =>
  list.filter(({ kind }) => kind === "paragraph" || kind === "crosshead").map(({ text }) => text);

/** Makes the open article this headline and these paragraphs, and nothing else. */
export async function setText(page: Page, headline: string, ...paragraphs: string[]): Promise<void> {
  await page.evaluate(
    ({ headline, paragraphs }) => {
      const view = document.querySelector<HTMLElement>(".galley-mount")?.galley?.view;
      if (!view) throw new Error("no galley is open");
      const { schema, doc, tr } = view.state;
      const nodes = [
        schema.node("headline", null, headline ? [schema.text(headline)] : []),
        ...paragraphs.map((text) => schema.node("paragraph", null, text ? [schema.text(text)] : [])),
      ];
      view.dispatch(tr.replaceWith(0, doc.content.size, nodes).setMeta("label", "editor.paste"));
    },
    { headline, paragraphs },
  );
  await page.waitForTimeout(60);
}

/** Selects from offset `from` of part `first` to offset `to` of part `last`, with the keyboard in the galley. */
export async function select(
  page: Page,
  first: number,
  from: number,
  last = first,
  to = from,
): Promise<void> {
  await page.evaluate(
    ({ first, from, last, to }) => {
      const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
      if (!galley) throw new Error("no galley is open");
      const { doc } = galley.view.state;
      const start = (index: number) =>
        doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 1);
      galley.select(galley.toPage(start(first) + from), galley.toPage(start(last) + to), true);
    },
    { first, from, last, to },
  );
  await page.waitForTimeout(30);
}

/** An input method: pinyin is composed letter by letter, then a word is taken. */
export class InputMethod {
  readonly #page: Page;
  readonly #cdp: CDPSession;

  constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }
  static async on(page: Page): Promise<InputMethod> {
    return new InputMethod(page, await page.context().newCDPSession(page));
  }

  /** Shows `text` as being composed, the caret at its end. */
  async compose(text: string): Promise<void> {
    const end = text.length;
    await this.#cdp.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
  }
  async spell(pinyin: string): Promise<void> {
    for (let i = 1; i <= pinyin.length; i++) {
      await this.compose(pinyin.slice(0, i));
      await this.#page.waitForTimeout(12);
    }
  }
  /** Takes a word in place of what is being composed. */
  async take(word: string): Promise<void> {
    await this.#cdp.send("Input.insertText", { text: word });
    await this.#page.waitForTimeout(120);
  }
  async type(pinyin: string, word: string): Promise<void> {
    await this.spell(pinyin);
    await this.take(word);
  }
}
