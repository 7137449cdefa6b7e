import { numberOption } from "./command.ts";

/** The number of a version; 0 where none is given. Throws a Problem that names the option. */
export const versionOption = (option: string, text: string | undefined): number =>
  text === undefined ? 0 : numberOption(option, text, 1, Number.MAX_SAFE_INTEGER, { whole: true });
