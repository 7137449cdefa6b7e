/** The one command table. An id or a shortcut stands once (a test proves it). */
import { commentCommands } from "../comments/commands.ts";
import { deskCommands, footCommands } from "../desk/commands.ts";
import { failed } from "../desk/flows/open.ts";
import type { Workplace } from "../desk/workplace.ts";
import { editorCommands } from "../editor/commands.ts";
import { handoverCommands } from "../handover/commands.ts";
import { historyCommands } from "../history/commands.ts";
import { platesCommands } from "../plates/commands.ts";
import { proofingCommands } from "../proofing/commands.ts";
import { houseCommands } from "../proofing/house/commands.ts";
import { roundsCommands } from "../rounds/commands.ts";
import { blockCommands } from "../sheet/block-commands.ts";
import { sheetCommands } from "../sheet/commands.ts";
import { cornerCommands } from "../sheet/corner-commands.ts";
import type { CommandContext, DeskCommand } from "./command.ts";

export const commands: readonly DeskCommand[] = [
  ...deskCommands,
  ...sheetCommands,
  ...blockCommands,
  ...cornerCommands,
  ...editorCommands,
  ...proofingCommands,
  ...houseCommands,
  ...commentCommands,
  ...historyCommands,
  ...platesCommands,
  ...handoverCommands,
  ...roundsCommands,
  ...footCommands,
];

const byId = new Map(commands.map((command) => [command.id, command]));

export const commandById = (id: string): DeskCommand | undefined => byId.get(id);

export const contextOf = (workplace: Workplace): CommandContext => ({
  ...workplace,
  open: workplace.editions.snapshot(),
});

export const applies = (command: DeskCommand, context: CommandContext): boolean =>
  command.when?.(context) ?? true;

/** Runs the command with this id where it applies. A failure becomes a notice, never an unhandled rejection. */
export async function runCommand(id: string, workplace: Workplace): Promise<void> {
  const command = byId.get(id);
  const context = contextOf(workplace);
  if (!command || !applies(command, context)) return;
  try {
    await command.run(context);
  } catch (error) {
    failed(workplace, error);
  }
}
