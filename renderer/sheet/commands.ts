import type { DeskCommand } from "../commands/command.ts";

export const sheetCommands: readonly DeskCommand[] = [];
