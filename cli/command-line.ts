/**
 * The command line: finds the command, gives it its arguments, and turns whatever happens into an exit code and at
 * most one line on stderr. Each command is loaded when it is asked for, so that none waits for another's libraries.
 */
import { userInfo } from "node:os";
import type { Locale } from "../core/catalogue/message.ts";
import { Problem } from "../core/problem.ts";
import { type Command, choiceOption, type ExitCode, readArguments, type Surroundings } from "./command.ts";
import { createTerminal, localeOf, type Terminal } from "./terminal.ts";

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import("./commands/import.ts")).importCommand,
  check: async () => (await import("./commands/check.ts")).check,
  plan: async () => (await import("./commands/plan.ts")).plan,
  fit: async () => (await import("./commands/fit.ts")).fit,
  galley: async () => (await import("./commands/galley.ts")).galley,
  export: async () => (await import("./commands/export.ts")).exportCommand,
  preflight: async () => (await import("./commands/preflight.ts")).preflight,
  digital: async () => (await import("./commands/digital.ts")).digital,
  handover: async () => (await import("./commands/handover.ts")).handoverCommand,
  report: async () => (await import("./commands/report.ts")).report,
  comments: async () => (await import("./commands/comments.ts")).comments,
  rounds: async () => (await import("./commands/rounds.ts")).rounds,
  verify: async () => (await import("./commands/verify.ts")).verify,
  recover: async () => (await import("./commands/recover.ts")).recoverCommand,
  demo: async () => (await import("./commands/demo.ts")).demo,
};

export async function commandLine(args: readonly string[]): Promise<ExitCode> {
  const debug = args.includes("--debug");
  const [terminal, complaint] = terminalFor(args);
  try {
    if (complaint) throw complaint;
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof Problem) {
      terminal.problem(error);
      if (debug) process.stderr.write(`${error.stack}\n`);
      return 2;
    }
    terminal.note("cli.fault", {
      message: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "?",
    });
    if (debug) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 2;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = "help", ...rest] = skipCommon(args);
  if (name === "--version") {
    const { default: about } = await import("../package.json", { with: { type: "json" } });
    terminal.print(about.version);
    return 0;
  }
  if (["help", "--help", "-h"].includes(name)) return help(rest[0], terminal);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new Problem("cli.unknown-command", { command: name });
  const definition = await load();
  const { values, positionals } = readArguments(definition, rest);
  if (values.help) return help(name, terminal);
  return definition.run(values, positionals, surroundings(terminal));
}

function help(name: string | undefined, terminal: Terminal): ExitCode {
  if (name && !Object.hasOwn(commands, name)) throw new Problem("cli.unknown-command", { command: name });
  terminal.say(name ? `cli.help.${name}` : "cli.help");
  return 0;
}

function surroundings(terminal: Terminal): Surroundings {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN);
  let author = "";
  try {
    author = userInfo().username;
  } catch {
    // A uid without an account: the log then names nobody.
  }
  return {
    terminal,
    now: () => (Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date()).toISOString(),
    author: process.env.DAYANG_AUTHOR || author,
  };
}

/** Options that stand before the command's name. */
function skipCommon(args: readonly string[]): readonly string[] {
  let at = 0;
  while (at < args.length) {
    if (args[at] === "--lang") at += 2;
    else if (["--quiet", "--debug"].includes(args[at] ?? "") || args[at]?.startsWith("--lang=")) at += 1;
    else break;
  }
  return args.slice(at);
}

function terminalFor(args: readonly string[]): [Terminal, Problem | null] {
  let locale: Locale = localeOf(process.env);
  let complaint: Problem | null = null;
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  if (at >= 0) {
    const wanted = args[at]?.includes("=") ? args[at].slice("--lang=".length) : (args[at + 1] ?? "");
    try {
      locale = choiceOption("--lang", wanted, ["zh", "en"]);
    } catch (error) {
      complaint = error as Problem;
    }
  }
  const terminal = createTerminal({
    locale,
    quiet: args.includes("--quiet"),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    clock: () => performance.now(),
  });
  return [terminal, complaint];
}
