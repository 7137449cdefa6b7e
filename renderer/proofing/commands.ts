import type { DeskCommand } from "../commands/command.ts";

export const proofingCommands: readonly DeskCommand[] = [];
