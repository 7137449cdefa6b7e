/** Which dialog is open, with what it was opened for. One at a time; `null` in the desk's state is none. */
import type { ImportSummary } from "../../../host/contract.ts";
import type { HouseTab } from "../../proofing/house/tabs.ts";
import type { RoundsDialog } from "../../rounds/dialog-state.ts";
import type { ImportFiles } from "../flows/import-files.ts";

/** `record`: an audit trail, as a table (.csv) or as .json; `pack`: a rule pack; `report`: a page of HTML. */
export type FileKind = "edition" | "pdf" | "record" | "pack" | "report" | "folder";

export type DialogState =
  | { readonly kind: "rounds"; readonly what: RoundsDialog }
  | { readonly kind: "palette" }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "new" }
  | { readonly kind: "import"; readonly summary: ImportSummary; readonly files: ImportFiles }
  | { readonly kind: "export" }
  | { readonly kind: "handover" }
  | { readonly kind: "facts" }
  /** Rules and lists of the house, at a section; `rule` is the id of the rule to show. */
  | { readonly kind: "house"; readonly tab: HouseTab; readonly rule: string | null }
  | { readonly kind: "add-page" }
  | { readonly kind: "rename-page"; readonly page: string }
  | { readonly kind: "jump"; readonly article: string }
  | { readonly kind: "move"; readonly block: string }
  | { readonly kind: "plan" }
  | { readonly kind: "swap"; readonly block: string }
  | { readonly kind: "crop"; readonly picture: string };

/** The host's folders, in a window without a file dialog of its own: over whatever dialog asked. */
export interface FilesState {
  readonly mode: "open" | "save" | "show";
  readonly file: FileKind;
  /** Suggested name when saving, or the file to be shown. */
  readonly name: string;
  readonly folder: string;
  readonly done: (path: string | null) => void;
}
