/** Transparency: none in PDF/X-1a; in PDF/X-4 a group says in which colour space it blends (ISO 15930-7, 6.7). */
import type { Finding } from "../report.ts";
import type { Check } from "./check.ts";

export const transparency: Check = ({ document, page, standard }) =>
  page.effects.flatMap((effect): Finding[] => {
    const on = { severity: "error", page: effect.page.number, subject: effect.kind } as const;
    if (standard === "x1a")
      return [{ ...on, code: `transparency.${effect.kind}`, values: { detail: effect.detail } }];
    // A group that is not isolated blends in its parent's space and need not name one.
    const isolated = effect.detail === "Page" || document.bool(document.get(effect.group, "I")) === true;
    return effect.kind === "group" && isolated && !document.get(effect.group, "CS")
      ? [{ ...on, code: "transparency.group-space" }]
      : [];
  });
