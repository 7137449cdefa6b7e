/**
 * A command: the one thing that menus, shortcuts, the palette and the shortcut sheet are made of.
 *
 * Areas contribute arrays (desk/commands.ts, sheet/commands.ts …); table.ts puts them together.
 */
import type { Workplace } from "../desk/workplace.ts";
import type { OpenEdition } from "../session/open-edition.ts";

/** Where keys mean something of their own. */
export type KeyScope = "sheet" | "findings" | "plates" | "comments" | "history" | "rounds";

export const menus = ["file", "edit", "view", "layout", "article", "proof", "sign", "help"] as const;
export type Menu = (typeof menus)[number];

export interface CommandContext extends Workplace {
  /** The edition that is open, or null on the start screen. */
  readonly open: OpenEdition | null;
}

export interface DeskCommand {
  readonly id: string;
  /** Catalogue key of its name, which is a verb. */
  readonly label: string;
  readonly menu: Menu;
  /** A hairline stands before it in menus: another group begins. */
  readonly apart?: true;
  /** Catalogue key of other words a person may look for it by, parted by spaces; the palette reads them. */
  readonly also?: string;
  /**
   * Shortcuts, the first is shown: "Mod-k", "Shift-F8", "Mod-Shift-z". Mod is ⌘ on a Mac and Ctrl elsewhere; the last
   * part is a KeyboardEvent's `key`, letters in lower case.
   */
  readonly keys?: readonly string[];
  /**
   * Where the shortcut counts: anywhere (default), or while the sheet, a list of findings, or the sheet in the plates
   * view has the focus.
   */
  readonly scope?: "anywhere" | KeyScope;
  /** Left out of palette and menus: arrow keys and the like. The shortcut sheet still shows it. */
  readonly quiet?: boolean;
  /** False where it does not apply now; always applies where absent. */
  readonly when?: (context: CommandContext) => boolean;
  /** For commands that are on or off. */
  readonly checked?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void | Promise<void>;
}
