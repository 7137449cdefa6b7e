/**
 * Whether an edition keeps its invariants: what every command leaves true and every opened file is checked for.
 */
import type { Edition } from "./edition.ts";
import { readJumps } from "./jumps.ts";

/** Faults in words for a developer or a recovery report; empty for a sound edition. */
export function faults(edition: Edition): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  const numbers = new Set<string>();
  const once = (set: Set<string>, what: string, value: string) => {
    if (set.has(value)) found.push(`${what} ${value} stands twice`);
    set.add(value);
  };
  for (const page of edition.pages) {
    try {
      page.check();
    } catch (error) {
      found.push(`page ${page.attrs.number}: ${(error as Error).message}`);
    }
    once(ids, "id", page.attrs.id);
    once(numbers, "page", page.attrs.number);
    page.descendants((node) => {
      if (typeof node.attrs.id === "string") once(ids, "id", node.attrs.id);
      return !node.isTextblock;
    });
  }
  const jumps = readJumps(edition);
  for (const jump of jumps.all) {
    if (jump.literal && !jump.continuation) continue;
    if (!jump.continuation) found.push(`jump ${jump.id} has no continuation`);
    else if (jump.continuation.page !== jump.target)
      found.push(`jump ${jump.id} leads to another page than it says`);
  }
  for (const orphan of jumps.orphans) {
    if (!orphan.literal) found.push(`continuation ${orphan.id} has no jump`);
  }
  return found;
}
