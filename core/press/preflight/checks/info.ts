/** The Info dictionary's required entries. */
import type { Finding } from "../report.ts";
import { type Check, wrong } from "./check.ts";

const required = ["Title", "Creator", "CreationDate", "ModDate"] as const;

export const info: Check = ({ document }) => {
  const findings: Finding[] = required
    .filter((entry) => !document.text(document.get(document.info, entry)))
    .map((entry) => wrong("info.missing", { entry }, entry));
  const trapped = document.name(document.get(document.info, "Trapped"));
  if (trapped !== "True" && trapped !== "False") findings.push(wrong("info.trapped"));
  return findings;
};
