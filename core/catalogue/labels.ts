/** What a row of the log says was done, as a key of the catalogue. */
import { isWord } from "./catalogue.ts";

/** Labels that are no keys: what the host writes, and files from before there were keys. */
const plain: Readonly<Record<string, string>> = {
  typing: "history.typing",
  "editor.typing": "history.typing",
  import: "history.import",
  create: "history.create",
  recover: "history.recover",
  move: "history.move",
};

/** The key that words `label`; null for one that a stranger wrote, which is shown as it is. */
export function labelKey(label: string): string | null {
  const key = Object.hasOwn(plain, label) ? (plain[label] as string) : label;
  return isWord(key) ? key : null;
}
