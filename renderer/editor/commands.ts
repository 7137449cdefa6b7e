import type { DeskCommand } from "../commands/command.ts";

export const editorCommands: readonly DeskCommand[] = [];
