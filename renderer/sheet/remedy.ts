/** A remedy as the command that carries it out: what composing found to close a gap, tried before it was offered. */
import type { Remedy } from "../../core/compose/plan/remedies.ts";
import { type Command, setAttributes, setPlace } from "../../core/edition/commands.ts";
import type { Place } from "../../core/edition/place.ts";
import { locate } from "../../core/edition/settle.ts";

/** Null where the remedy is to write less, which a person does. */
export function remedyCommand(block: string, { kind, value }: Remedy): Command | null {
  switch (kind) {
    case "headline-size":
      return setAttributes(block, { headlineSize: value });
    case "text-columns":
      return setAttributes(block, { textColumns: value });
    case "depth":
      return placed(block, { lines: value });
    case "width":
      return placed(block, { columns: value });
    case "squeeze":
    case "cut":
      return null;
  }
}

function placed(block: string, part: Partial<Place>): Command {
  return (edition, newId) => {
    const place = locate(edition, block)?.node.attrs.place as Place | null | undefined;
    return place ? setPlace(block, { ...place, ...part })(edition, newId) : null;
  };
}
