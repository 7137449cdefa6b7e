/** What the writing view remembers of itself: what to show, the panel for finding, which galley has the floor. */
import type { DocRange } from "../desk/state.ts";
import { createStore } from "../desk/store.ts";
import type { GalleyView } from "./galley-view.ts";

/** A place that the galley is to show, selected; `serial` tells two requests for one place apart. */
export interface Wanted extends DocRange {
  readonly focus: boolean;
  readonly serial: number;
}

export interface EditorUi {
  readonly finding: boolean;
  /** Counts requests to find, so that asking again takes the focus back to the field. */
  readonly asked: number;
  /** Paste sets letters, digits and punctuation to the house's widths. */
  readonly houseWidth: boolean;
  readonly wanted: Wanted | null;
  readonly galley: GalleyView | null;
}

type EditorAction =
  | { readonly type: "find" | "close-find" | "house-width" }
  | ({ readonly type: "show"; readonly focus: boolean } & DocRange)
  | { readonly type: "galley"; readonly galley: GalleyView | null };

function reduce(state: EditorUi, action: EditorAction): EditorUi {
  switch (action.type) {
    case "find":
      return { ...state, finding: true, asked: state.asked + 1 };
    case "close-find":
      return { ...state, finding: false };
    case "house-width":
      return { ...state, houseWidth: !state.houseWidth };
    case "show": {
      const { page, from, to, focus } = action;
      return { ...state, wanted: { page, from, to, focus, serial: (state.wanted?.serial ?? 0) + 1 } };
    }
    case "galley":
      return { ...state, galley: action.galley };
  }
}

/** One window, one writing view: this store is the window's. */
export const editorStore = createStore<EditorUi, EditorAction>(reduce, {
  finding: false,
  asked: 0,
  houseWidth: false,
  wanted: null,
  galley: null,
});
