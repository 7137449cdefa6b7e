/** What stands in the way of a release, in words: of a signature, round and role are named by their own keys. */
import type { Values } from "./message.ts";

interface Said {
  readonly key: string;
  readonly values: Values;
}

type Say = (key: string, values?: Values) => string;

export function hindranceWords(say: Say, { key, values }: Said): string {
  if (!key.startsWith("release.lacks.")) return say(key, values);
  return say(key, { round: say(String(values.round)), role: say(String(values.role)) });
}
