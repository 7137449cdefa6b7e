/**
 * Where other areas join the galley: they give a factory, and get a plugin into every galley that is opened.
 *
 * A plugin decorates or listens; it never changes the document by itself. While `galley.held` (an input method is
 * composing) it maps its decorations and dispatches nothing: `whenFree` runs work once that is over. Inline decorations
 * only, without nodeName.
 */
import type { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Workplace } from "../desk/workplace.ts";
import type { OpenEdition } from "../session/open-edition.ts";

/** An open galley: one block of a page as a document of its own. */
export interface GalleyContext {
  readonly workplace: Workplace;
  readonly open: OpenEdition;
  /** Id of the block, and of the page document it stands in now. */
  readonly block: string;
  readonly page: string;
  /** An input method is composing, or has just finished. */
  readonly held: boolean;
  /** The view, for dispatching transactions of one's own meta; null until it is mounted. */
  readonly view: EditorView | null;
  /** A position of the page document as one of the galley's, null outside this block. While held the page is older. */
  fromPage(page: string, pos: number): number | null;
  /** A position of the galley as one of the page document. */
  toPage(pos: number): number;
  /** Runs `work` now, or when the input method is done; dropped if the galley closes first. */
  whenFree(work: () => void): void;
}

export type GalleyPlugin = (galley: GalleyContext) => Plugin;

const factories: GalleyPlugin[] = [];

/** Adds a plugin to every galley opened from now on: call it as a module loads. Returns a function that takes it away. */
export function addGalleyPlugin(factory: GalleyPlugin): () => void {
  factories.push(factory);
  return () => {
    const at = factories.indexOf(factory);
    if (at >= 0) factories.splice(at, 1);
  };
}

export const pluginsFor = (galley: GalleyContext): Plugin[] => factories.map((make) => make(galley));
