/**
 * What the desk shows and how: view, page, zoom, what is selected, which dialog is open. Never what the edition says;
 * that is the Session's. A plain reducer, so that every change of the screen has one name.
 */
import type { Locale, Values } from "../../core/catalogue/message.ts";
import type { DialogState, FilesState } from "./dialogs/dialog-state.ts";
import type { Store } from "./store.ts";

export type View = "layout" | "write" | "proof" | "figures" | "comments" | "sign" | "history" | "plates";
export const views: readonly View[] = [
  "layout",
  "write",
  "proof",
  "figures",
  "comments",
  "sign",
  "history",
  "plates",
];

export type Theme = "system" | "light" | "dark";

/** Fit follows the window; a scale of 1 shows a point of the page as a point (4⁄3 CSS px). */
export type Zoom = { readonly fit: "page" | "width" } | { readonly scale: number };
const ZOOM = { least: 0.25, most: 4 } as const;

/** A document position: the page document's id and a ProseMirror position in it. */
export interface DocPlace {
  readonly page: string;
  readonly pos: number;
}

export interface DocRange {
  readonly page: string;
  readonly from: number;
  readonly to: number;
}

export interface Notice {
  readonly tone: "info" | "ok" | "warn" | "error";
  readonly key: string;
  readonly values: Values;
  /** What it says is so only until the edition changes: it goes with the next change. */
  readonly passing?: true;
}

export interface DeskState {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly view: View;
  /** Id of the page document in front; "" before an edition is open. */
  readonly page: string;
  readonly spread: boolean;
  readonly zoom: Zoom;
  /** Scale that a fit gave last, for the zoom display. */
  readonly fitted: number;
  /** Id of the block that is selected on the sheet or in the list. */
  readonly block: string | null;
  /** Where the galley's caret is wanted: set by a click on the sheet; `serial` tells two clicks at one place apart. */
  readonly caret: (DocPlace & { readonly serial: number }) | null;
  /** The block that the sheet is asked to bring into sight; `serial` tells two askings apart. */
  readonly reveal: { readonly page: string; readonly block: string; readonly serial: number } | null;
  /** Whether a finding too small to read is shown larger beside its place. */
  readonly loupe: boolean;
  /** The galley's selection (empty: its caret), shown on the sheet. */
  readonly selection: DocRange | null;
  /** Id of the finding or figure in front (a SheetMark's id). */
  readonly mark: string | null;
  readonly dialog: DialogState | null;
  /** The window's own file dialog, over any other. */
  readonly files: FilesState | null;
  readonly notice: Notice | null;
  /** Something the desk waits for (opening, planning), as a catalogue key; `stop` where it can be given up. */
  readonly busy: { readonly key: string; readonly values: Values; readonly stop?: () => void } | null;
}

export const initialState: DeskState = {
  locale: "zh",
  theme: "system",
  view: "layout",
  page: "",
  spread: false,
  zoom: { fit: "page" },
  fitted: 1,
  block: null,
  caret: null,
  reveal: null,
  loupe: true,
  selection: null,
  mark: null,
  dialog: null,
  files: null,
  notice: null,
  busy: null,
};

export type DeskAction =
  | { readonly type: "locale"; readonly locale: Locale }
  | { readonly type: "theme"; readonly theme: Theme }
  | { readonly type: "view"; readonly view: View }
  | { readonly type: "page"; readonly page: string }
  | { readonly type: "spread"; readonly spread: boolean }
  | { readonly type: "zoom"; readonly zoom: Zoom }
  | { readonly type: "fitted"; readonly scale: number }
  | { readonly type: "block"; readonly block: string | null }
  /** A block chosen elsewhere than on the sheet: its page comes in front, and the sheet shows it. */
  | { readonly type: "reveal"; readonly page: string; readonly block: string }
  | { readonly type: "loupe"; readonly loupe: boolean }
  /** A click on a character of the sheet. */
  | ({ readonly type: "caret" } & DocPlace)
  | { readonly type: "selection"; readonly selection: DocRange | null }
  | { readonly type: "mark"; readonly mark: string | null }
  | { readonly type: "dialog"; readonly dialog: DialogState | null }
  | { readonly type: "files"; readonly files: FilesState | null }
  | { readonly type: "notice"; readonly notice: Notice | null }
  | { readonly type: "busy"; readonly busy: DeskState["busy"] }
  /** An edition was opened at this page, or closed (""). */
  | { readonly type: "opened"; readonly page: string };

export type DeskStore = Store<DeskState, DeskAction>;

export function reduce(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case "locale":
      return { ...state, locale: action.locale };
    case "theme":
      return { ...state, theme: action.theme };
    case "view":
      return state.view === action.view ? state : { ...state, view: action.view };
    case "page":
      return state.page === action.page ? state : { ...state, page: action.page, block: null };
    case "spread":
      return { ...state, spread: action.spread };
    case "zoom":
      return { ...state, zoom: clamped(action.zoom) };
    case "fitted":
      return state.fitted === action.scale ? state : { ...state, fitted: action.scale };
    case "block":
      return state.block === action.block ? state : { ...state, block: action.block };
    case "reveal": {
      const { page, block } = action;
      return { ...state, page, block, reveal: { page, block, serial: (state.reveal?.serial ?? 0) + 1 } };
    }
    case "loupe":
      return { ...state, loupe: action.loupe };
    case "caret":
      return {
        ...state,
        caret: { page: action.page, pos: action.pos, serial: (state.caret?.serial ?? 0) + 1 },
      };
    case "selection":
      return { ...state, selection: action.selection };
    case "mark":
      return state.mark === action.mark ? state : { ...state, mark: action.mark };
    case "dialog":
      return { ...state, dialog: action.dialog };
    case "files":
      return { ...state, files: action.files };
    case "notice":
      return { ...state, notice: action.notice };
    case "busy":
      return { ...state, busy: action.busy };
    case "opened":
      return {
        ...state,
        page: action.page,
        block: null,
        caret: null,
        reveal: null,
        selection: null,
        mark: null,
        dialog: null,
        // What was said of an edition is no news once it is closed.
        notice: action.page === "" ? null : state.notice,
        busy: null,
      };
  }
}

function clamped(zoom: Zoom): Zoom {
  if ("fit" in zoom) return zoom;
  return { scale: Math.min(ZOOM.most, Math.max(ZOOM.least, zoom.scale)) };
}

/** The scale in force. */
export const scaleOf = (state: DeskState) => ("fit" in state.zoom ? state.fitted : state.zoom.scale);
