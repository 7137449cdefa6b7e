/** Files that the window has read for an import. */

export interface DeskFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportFiles {
  readonly texts: readonly DeskFile[];
  readonly pictures: readonly DeskFile[];
}
