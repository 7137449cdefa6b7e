/** What a page proof says about its findings, in the words of the person who prints it. */
import type { Values } from "../../core/catalogue/message.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { Finding } from "../../core/proof/proofing.ts";

export function proofLines(edition: Edition, word: (key: string, values?: Values) => string) {
  const { paper, date } = edition.facts;
  return {
    title: word("proof.list.title", { paper, date }),
    tell: ({ severity, message }: Finding, number: number, page: string) =>
      word("proof.list.line", {
        number,
        page,
        severity: word(`proof.severity.${severity}`),
        message: word(message.key, message.values),
      }),
  };
}
