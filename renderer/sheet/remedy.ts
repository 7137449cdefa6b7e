/** A remedy as the command that carries it out: what composing found to close a gap, tried before it was offered. */
import type { Remedy } from "../../core/compose/plan/remedies.ts";
import { type Command, setAttributes, setPlace } from "../../core/edition/commands.ts";
import type { Place } from "../../core/edition/place.ts";

/** Null where the remedy is to write less, which a person does. */
export function remedyCommand({ change }: Remedy): Command | null {
  if (!change) return null;
  const { of, attrs } = change;
  return attrs.place ? setPlace(of, attrs.place as Place) : setAttributes(of, attrs);
}
