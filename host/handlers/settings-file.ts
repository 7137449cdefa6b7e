/** Settings and the list of recent editions: two small JSON files in the app's own folder. A broken one starts anew. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { UNDO_DEPTH } from "../../core/edition/history.ts";
import { type RecentEdition, recentSchema, type Settings, settingsSchema } from "../contract.ts";
import type { Environment } from "../environment.ts";
import { backupOptions } from "../store/backups.ts";
import { makeFolder, writeWhole } from "../work/files.ts";

/** Most recent editions that are remembered. */
const RECENT = 30;

const remembered = z.array(recentSchema.omit({ exists: true }));

export class SettingsFile {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  read(): Settings {
    const { locale, user } = this.#environment;
    const defaults: Settings = {
      locale,
      theme: "system",
      author: user,
      fontFolders: [],
      backups: backupOptions.keep,
      undoDepth: UNDO_DEPTH,
      desk: {},
    };
    return settingsSchema.catch(defaults).parse({ ...defaults, ...Object(this.#json("settings.json")) });
  }

  /** Throws a Problem where the folder cannot be written. */
  change(settings: Partial<Settings>): Settings {
    const all = { ...this.read(), ...settings };
    this.#write("settings.json", all);
    return all;
  }

  recent(): RecentEdition[] {
    const list = remembered.catch([]).parse(this.#json("recent.json") ?? []);
    return list.map((recent) => ({ ...recent, exists: existsSync(recent.path) }));
  }

  remember(recent: Omit<RecentEdition, "exists">): void {
    const others = this.recent()
      .filter(({ path }) => path !== recent.path)
      .map(({ exists: _, ...rest }) => rest);
    try {
      this.#write("recent.json", [recent, ...others].slice(0, RECENT));
    } catch {
      // A list of shortcuts must not keep an edition from being opened.
    }
  }

  #json(name: string): unknown {
    try {
      return JSON.parse(readFileSync(join(this.#environment.home, name), "utf8"));
    } catch {
      return null;
    }
  }

  #write(name: string, value: unknown): void {
    makeFolder(this.#environment.home);
    writeWhole(join(this.#environment.home, name), `${JSON.stringify(value, null, 2)}\n`);
  }
}
