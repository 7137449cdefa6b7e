/** What is told of a problem: its message, and before it the file or the page where the message itself names none. */
import type { Values } from "./catalogue/message.ts";

type Word = (key: string, values?: Values) => string;

/** In the language of `word`. A picture that stands on a page already is told with the page. */
export function told(word: Word, key: string, values: Values = {}): string {
  const message = word(key, values);
  const { file, page } = values;
  if (file !== undefined)
    return message.includes(String(file)) ? message : word("problem.in-file", { file, message });
  if (page !== undefined && key.startsWith("picture.")) return word("problem.in-picture", { page, message });
  return message;
}
