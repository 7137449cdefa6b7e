/** The machine a host runs on, as its handlers see it: tests give their own. */
import { homedir } from "node:os";
import { join } from "node:path";

export interface Environment {
  /** Folder for settings, the list of recent editions and the sample. */
  readonly home: string;
  /** Folder a file dialog starts in. */
  readonly documents: string;
  readonly version: string;
  readonly user: string;
  readonly locale: "zh" | "en";
  /** ISO instant. */
  now(): string;
}

/** Where the app keeps what is the user's and no edition's; DAYANG_HOME puts it elsewhere. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (env.DAYANG_HOME) return env.DAYANG_HOME;
  if (platform === "win32") return join(env.APPDATA || join(homedir(), "AppData", "Roaming"), "Dayang");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Dayang");
  return join(env.XDG_CONFIG_HOME || join(homedir(), ".config"), "dayang");
}
