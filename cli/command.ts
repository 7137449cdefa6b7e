/** What a command is, and how its arguments are read. */
import { basename } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { Problem } from "../core/problem.ts";
import type { Terminal } from "./terminal.ts";

export type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;
export type OptionValues<T extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>["values"];

/** 0 fine, 1 findings of severity error or preflight failures, 2 unusable input. */
export type ExitCode = 0 | 1 | 2;

export interface Surroundings {
  readonly terminal: Terminal;
  /** Now, as an ISO instant; SOURCE_DATE_EPOCH fixes it, for output that can be compared. */
  readonly now: () => string;
  /** Who is named in the log. */
  readonly author: string;
}

export interface Command {
  readonly name: string;
  readonly options: OptionsConfig;
  /** Fewest and most positional arguments. */
  readonly files: readonly [least: number, most: number];
  run(
    values: Readonly<Record<string, unknown>>,
    files: readonly string[],
    around: Surroundings,
  ): Promise<ExitCode>;
}

/** Options that every command has. */
const commonOptions = {
  lang: { type: "string" },
  quiet: { type: "boolean" },
  debug: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies OptionsConfig;

/** A command whose `run` sees its own options typed. */
export function command<const T extends OptionsConfig>(definition: {
  readonly name: string;
  readonly options: T;
  readonly files: readonly [number, number];
  run(values: OptionValues<T>, files: readonly string[], around: Surroundings): Promise<ExitCode>;
}): Command {
  return definition as unknown as Command;
}

/** Reads `args`. Throws a Problem for an option that is unknown or lacks its value, or a wrong number of files. */
export function readArguments(definition: Command, args: readonly string[]) {
  const { name, options, files } = definition;
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...options, ...commonOptions },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw usageProblem(name, error);
  }
  const [least, most] = files;
  const { positionals } = parsed;
  if (!parsed.values.help) {
    if (positionals.length < least) throw new Problem("cli.too-few-files", { command: name });
    if (positionals.length > most) {
      throw new Problem("cli.too-many-files", { command: name, file: basename(positionals[most] ?? "") });
    }
  }
  return parsed;
}

function usageProblem(name: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-[^' ]*)/.exec(message ?? "")?.[1] ?? "?";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    return new Problem("cli.unknown-option", { command: name, option }, error);
  }
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    return new Problem("cli.option-value", { command: name, option }, error);
  }
  return error;
}

/** `text` as a number within bounds. Throws a Problem that names the option. */
export function numberOption(
  option: string,
  text: string,
  least: number,
  most: number,
  { whole = false } = {},
): number {
  const value = Number(text);
  const good = text.trim() !== "" && value >= least && value <= most && (!whole || Number.isInteger(value));
  if (!good) throw new Problem("cli.number", { option, value: text, least, most });
  return value;
}

/** `text` as one of `choices`. Throws a Problem that names the option. */
export function choiceOption<const T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((c) => c === text.toLowerCase());
  if (!choice) throw new Problem("cli.choice", { option, value: text, choices: choices.join(", ") });
  return choice;
}
